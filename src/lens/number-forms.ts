import type { Form } from "../model/binding.ts";
import {
  type Decimal,
  exactPowers,
  decimalNumber,
  decimalOf,
  multiplyDecimals,
  parseDecimal,
  trimDecimal,
} from "../model/decimal.ts";
import type { PlausibleRange } from "../model/indicator.ts";
import { describeFormat, type NumberFormat } from "../model/number-format.ts";
import type { SheetCells } from "../table/sheet-cells.ts";
import type { Spelling } from "./binding-columns.ts";
import type { FormContext } from "./form-context.ts";
import { formatScale, formatWords } from "./format-scale.ts";
import { isBeyondPercent, looksLikeFraction } from "./fraction-doubt.ts";
import { isOfOtherUnit, isWithin } from "./plausible.ts";
import { multiplyScales, unitScale } from "./unit-scale.ts";

/** How numeric cells are spelt. */
export type NumberForm = Form & { readonly kind: "number" | "percent" };

/** The value of a stored number. */
export function scaledNumber(stored: number, { scale }: NumberForm): number {
  const few = fewDecimals(stored);
  if (few === null) return scaled(decimalOf(stored), scale);
  return scale === "1" ? stored : scaledFew(stored, few, scale);
}

/** The same of a number of few decimals: whole digits times those of the scale are mostly exact as a double, and so is a power of ten. */
function scaledFew(stored: number, few: number, scale: string): number {
  let factor = factors.get(scale);
  if (factor === undefined) {
    factor = factorOf(scale);
    factors.set(scale, factor);
  }
  const power = exactPowers[few] ?? NaN;
  const digits = Math.round(stored * power) * factor.digits;
  const value = digits / (exactPowers[few + factor.decimals] ?? NaN);
  if (!Number.isSafeInteger(digits) || Number.isNaN(value))
    return scaled(decimalOf(stored), scale);
  return value === 0 ? 0 : value;
}

/** A scale as whole digits and how many of them stand behind the point. */
interface Factor {
  readonly digits: number;
  readonly decimals: number;
}

/** Few scales occur. */
const factors = new Map<string, Factor>();

/** Not a number where its digits are too many to be exact. */
const manyDigits: Factor = { digits: NaN, decimals: 0 };

function factorOf(scale: string): Factor {
  const exact = parseDecimal(scale);
  if (exact === null) throw new Error(`not a decimal scale: ${scale}`);
  const digits = Number(exact.digits);
  return Number.isSafeInteger(digits)
    ? { digits, decimals: exact.scale }
    : manyDigits;
}

/** The decimals its cell shows of it. */
export function scaledDecimals(
  stored: number,
  form: NumberForm,
): number | null {
  const few = form.scale === "1" ? fewDecimals(stored) : null;
  return few === null
    ? valueDecimals(form.decimals ?? decimalOf(stored).scale, form)
    : (form.decimals ?? few);
}

/**
 * Decimals of a double that is the nearest one to a decimal text of at most 15
 * digits, six of them decimals: then it is its own decimal text. Null for others.
 */
function fewDecimals(value: number): number | null {
  if (!(Math.abs(value) < 1e9)) return null;
  for (let scale = 0, power = 1; scale <= 6; scale += 1, power *= 10)
    if (Math.round(value * power) / power === value) return scale;
  return null;
}

/** The numbers of one format in a context that leave no doubt, the most common cells of all. */
export class PlainNumbers implements Spelling {
  readonly form: NumberForm;
  readonly missing = "";
  readonly status = "normal";
  /** True where no number at all leaves a doubt. */
  readonly takesAll: boolean;
  readonly #context: FormContext;
  /** From the one to the other, numbers of at least 1 leave no doubt. */
  readonly #from: number;
  readonly #to: number;

  constructor(form: NumberForm, context: FormContext) {
    this.form = form;
    this.#context = context;
    this.takesAll =
      (!context.falling || context.turned === true) &&
      form.kind === "number" &&
      form.fractionFrom === undefined &&
      form.plausible === undefined;
    const { min = 1, max = Infinity } =
      (form.kind === "number" ? form.plausible : undefined) ?? {};
    const easy = form.kind === "number" && form.scale === "1";
    this.#from = easy ? Math.max(1, min) : Infinity;
    this.#to = max;
  }

  /** False for a number that leaves a doubt. */
  takes(stored: number): boolean {
    if (this.takesAll || (stored >= this.#from && stored <= this.#to))
      return true;
    if (isSignOpen(this.#context) && stored < 0) return false;
    return (
      unitsOfDoubt(
        scaledNumber(stored, this.form),
        this.form,
        this.#context,
      ) === null
    );
  }

  valueOf(cells: SheetCells, index: number): number {
    return scaledNumber(cells.numberAt(index), this.form);
  }

  decimalsOf(cells: SheetCells, index: number): number | null {
    return scaledDecimals(cells.numberAt(index), this.form);
  }
}

/** What one number format comes to in a context. */
export interface NumberPlan {
  readonly format: NumberFormat;
  readonly scale: string | null;
  readonly form: NumberForm | null;
  /** Null where no number of the format is plain. */
  readonly plain: PlainNumbers | null;
  /** True when the format shows some numbers as nothing or as words. */
  readonly partly: boolean;
}

/** What a number format comes to in a context, worked out once: a column has few formats and many cells. */
export function planFor(code: string, context: FormContext): NumberPlan {
  const { plans } = context;
  let plan = plans.get(code);
  if (plan === undefined) {
    const scale = context.expects === "number" ? statedScale(context) : null;
    const format = describeFormat(code);
    const form = scale === null ? null : numberForm(code, scale, context);
    const partly = code.includes(";") && (formatWords(code)?.partly ?? false);
    const shown = !partly && format.kind !== "hidden" && format.kind !== "date";
    plan = {
      format,
      scale,
      form,
      plain: form !== null && shown ? new PlainNumbers(form, context) : null,
      partly,
    };
    plans.set(code, plan);
  }
  return plan;
}

/** The factor from the stated unit to the value's, negative under 同比下降; null when the units do not convert. */
export function statedScale(context: FormContext): string | null {
  const { stated, to } = context;
  const scale = stated === null ? "1" : unitScale(stated, to, context.catalog);
  return scale === null || !context.falling
    ? scale
    : multiplyScales(scale, "-1");
}

/** The form of a numeric cell; null when its format and its unit contradict each other. */
function numberForm(
  code: string,
  scale: string,
  context: FormContext,
): NumberForm | null {
  const format = describeFormat(code);
  if (format.kind === "general" && format.suffix === "")
    return { kind: "number", scale, decimals: null, ...doubtFields(context) };
  if (format.kind === "percent") {
    // 0.636 shown as 63.6% is 63.6 in %: the format multiplies.
    const unit = context.stated ?? context.to;
    const toPercent = unit === "%" ? "100" : unit === "pp" ? "100" : null;
    if (toPercent === null) {
      const share = unitScale("%", context.to, context.catalog);
      if (share === null) return null;
      return {
        kind: "percent",
        scale: multiplyScales(
          multiplyScales("100", share),
          context.falling ? "-1" : "1",
        ),
        decimals: format.decimals,
      };
    }
    return {
      kind: "percent",
      scale: multiplyScales(scale, toPercent),
      decimals: format.decimals,
    };
  }
  const words = formatWords(code);
  const shown = words === null ? null : formatScale(words, context);
  if (words === null || shown === null) return null;
  return {
    kind: "number",
    scale: context.falling ? multiplyScales(shown, "-1") : shown,
    decimals: format.kind === "number" ? format.decimals : null,
    // 0.0"%" leaves no doubt.
    ...(/[%％]/.test(format.suffix) ? {} : doubtFields(context)),
  };
}

/** True under 同比下降, where a negative number may mean either. */
export function isSignOpen({ falling, turned }: FormContext): boolean {
  return falling && turned !== true;
}

/** What makes a value in a form doubtful: see `Form`. */
interface Doubts {
  readonly fractionFrom?: number;
  readonly plausible?: PlausibleRange;
}

/** The doubts a form carries, so that what is written is not doubted when it is read. */
export function doubtFields({ fractionFrom, plausible }: FormContext): Doubts {
  return {
    ...(fractionFrom === null ? {} : { fractionFrom }),
    ...(plausible === null ? {} : { plausible }),
  };
}

/** Units to ask about when a value in this form may be of another one than stated; null when it may not. */
export function unitsInDoubt(
  value: number,
  form: Doubts,
  { stated, to, catalog }: FormContext,
): readonly string[] | null {
  if (mayBeFraction(value, form)) return fractionUnits;
  const { plausible } = form;
  if (plausible === undefined || !isOfOtherUnit(value, plausible)) return null;
  const own = stated ?? to;
  const others = [...catalog.units.keys()].filter((unit) => {
    const scale = unitScale(unit, own, catalog);
    return scale !== null && isWithin(value * Number(scale), plausible);
  });
  return [own, ...others];
}

/** The same of a number in a cell, where a percent format leaves doubts of its own. */
export function unitsOfDoubt(
  value: number,
  form: NumberForm,
  context: FormContext,
): readonly string[] | null {
  if (form.kind === "number") return unitsInDoubt(value, form, context);
  return isBeyondPercent(value) ? ["%", "1"] : null;
}

const fractionUnits: readonly string[] = ["%", "1"];

function mayBeFraction(value: number, form: Doubts): boolean {
  return (
    form.fractionFrom !== undefined &&
    looksLikeFraction(value, form.fractionFrom)
  );
}

/** Decimals of the value when the cell shows `shown` of them and the form scales by a power of ten. */
export function valueDecimals(
  shown: number | null,
  form: { readonly kind: string; readonly scale: string },
): number | null {
  if (shown === null) return null;
  const shift =
    form.kind === "percent" ? multiplyScales(form.scale, "0.01") : form.scale;
  const scale = parseDecimal(shift);
  if (scale === null) return shown;
  const trimmed = trimDecimal(scale);
  const size = trimmed.digits < 0n ? -trimmed.digits : trimmed.digits;
  const zeros =
    trimmed.scale === 0
      ? size.toString().length - size.toString().replace(/0+$/, "").length
      : 0;
  return Math.max(0, shown + trimmed.scale - zeros);
}

/** Exact product of a stored number and a scale, as a double. */
export function scaled(exact: Decimal, scale: string): number {
  const factor = parseDecimal(scale);
  if (factor === null) throw new Error(`not a decimal scale: ${scale}`);
  const value = decimalNumber(multiplyDecimals(exact, factor));
  return value === 0 ? 0 : value;
}
