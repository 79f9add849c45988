import type { Catalog } from "../model/catalog.ts";
import type { UnitCode } from "../model/codes.ts";
import {
  type Decimal,
  decimalNumber,
  decimalOf,
  multiplyDecimals,
  parseDecimal,
  trimDecimal,
} from "../model/decimal.ts";
import type { Form } from "../model/binding.ts";
import type { Guess } from "../model/facets.ts";
import {
  describeFormat,
  type NumberFormat,
  serialToIso,
} from "../model/number-format.ts";
import type { ObservationStatus } from "../model/observation.ts";
import type { Cell } from "../model/sheet.ts";
import { isBeyondPercent, looksLikeFraction } from "./fraction-doubt.ts";
import { multiplyScales, unitScale } from "./unit-scale.ts";
import { readClass } from "./water-class.ts";
import { readDate } from "./written-date.ts";
import {
  plainDigits,
  takeApart,
  type WrittenNumber,
} from "./written-number.ts";

/** What a cell is expected to hold. */
export interface FormContext {
  readonly expects: "number" | "class" | "date" | "state" | "text";
  /** Unit of a bare number in the cell; null when nobody stated one and it is `to`. */
  readonly stated: UnitCode | null;
  /** Unit of the value. */
  readonly to: UnitCode;
  /** True under a header such as 同比下降: a bare positive number means a fall. */
  readonly falling: boolean;
  /** True where a fall is the value itself, as for "较2015年下降": 下降20% is 20. */
  readonly fallIsValue: boolean;
  /** True where `≥35` states a value, as under a target. */
  readonly limits: boolean;
  /** True where `3.25（3.76）` states this year and last, as under an actual value. */
  readonly pairs: boolean;
  /** See {@link fractionDecimals}; null where values are no percentages. */
  readonly fractionFrom: number | null;
  readonly date1904: boolean;
  readonly catalog: Pick<Catalog, "units">;
  readonly words: FormWords;
}

/** The part of a matcher that reading a cell needs. */
export interface FormWords {
  unit(text: string): readonly Guess<UnitCode>[];
  placeholder(text: string): unknown;
  state(text: string): { readonly code: string } | null;
}

export interface Reading {
  readonly value: number | string | null;
  readonly missing: string;
  readonly form: Form;
  /** Decimals of the value as the cell shows it. */
  readonly decimals: number | null;
  readonly status: ObservationStatus;
}

/** The slots of a cell, or what is wrong with it. */
export type CellReading =
  | { readonly kind: "read"; readonly readings: readonly Reading[] }
  | {
      readonly kind: "doubt";
      /** `unit`: the figure does not fit the unit; `value`: the text is not understood; `hidden`: the format hides it. */
      readonly what: "unit" | "value" | "hidden" | "sign";
      readonly candidates: readonly string[];
    };

/** Reads a cell as one or two values, and how they are spelt. An absent cell reads as an empty one. */
export function readForm(
  cell: Cell | undefined,
  context: FormContext,
): CellReading {
  if (
    cell === undefined ||
    cell.type === "blank" ||
    cell.raw === "" ||
    (cell.type === "text" && cell.raw.trim() === "")
  )
    return readEmpty(cell, context);
  if (cell.type === "error") return one(fixed(null, cell.raw, "error"));
  const read = readStored(cell, context);
  if (cell.formula === undefined || read.kind === "doubt") return read;
  return {
    kind: "read",
    readings: read.readings.map((reading) => ({
      ...reading,
      form: { kind: "fixed", why: "formula" },
    })),
  };
}

function one(reading: Reading): CellReading {
  return { kind: "read", readings: [reading] };
}

function doubt(
  what: "unit" | "value" | "hidden" | "sign",
  candidates: readonly string[] = [],
): CellReading {
  return { kind: "doubt", what, candidates };
}

function fixed(
  value: number | string | null,
  missing: string,
  why: "formula" | "error" | "approximate" | "limit" | "other",
  status: ObservationStatus = value === null ? "missing" : "normal",
): Reading {
  return {
    value,
    missing,
    form: { kind: "fixed", why },
    decimals: null,
    status,
  };
}

function readEmpty(cell: Cell | undefined, context: FormContext): CellReading {
  if (cell?.formula !== undefined) return one(fixed(null, "", "formula"));
  const empty = (form: Form): CellReading =>
    one({ value: null, missing: "", form, decimals: null, status: "missing" });
  switch (context.expects) {
    case "class":
      return empty({ kind: "class", style: "Ⅲ" });
    case "date":
      return empty({ kind: "date", pattern: "serial" });
    case "state":
    case "text":
      return empty({ kind: "words" });
    case "number": {
      const { scale, form } = planFor(cell?.format ?? "General", context);
      if (scale === null)
        return doubt("unit", [context.stated ?? "", context.to]);
      return form === null ? doubt("unit", [context.to]) : empty(form);
    }
  }
}

function readStored(cell: Cell, context: FormContext): CellReading {
  if (cell.type === "date") return readIsoCell(cell, context);
  if (cell.type === "number" && typeof cell.value === "number")
    return readNumberCell(cell, cell.value, context);
  return readTextCell(cell.raw, context);
}

function readIsoCell(cell: Cell, context: FormContext): CellReading {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(cell.raw)?.[0];
  if (
    day === undefined ||
    context.expects === "number" ||
    context.expects === "class"
  )
    return doubt("value");
  return one({
    value: day,
    missing: "",
    form: { kind: "date", pattern: "serial" },
    decimals: null,
    status: "normal",
  });
}

function readNumberCell(
  cell: Cell,
  stored: number,
  context: FormContext,
): CellReading {
  const { format, form, scale } = planFor(cell.format, context);
  if (
    context.expects === "text" ||
    context.expects === "state" ||
    context.expects === "date"
  )
    return readFieldNumber(stored, format, context);
  if (format.kind === "hidden") return doubt("hidden");
  if (format.kind === "date") return doubt("value");
  if (context.expects === "class") {
    const read = Number.isInteger(stored) ? readClass(String(stored)) : null;
    return read === null
      ? doubt("value")
      : one({
          value: read.value,
          missing: "",
          form: { kind: "class", style: "number" },
          decimals: null,
          status: "normal",
        });
  }
  if (scale === null) return doubt("unit", [context.stated ?? "", context.to]);
  if (form === null) return doubt("unit", [context.to]);
  if (context.falling && stored < 0) return doubt("sign");
  const read = scaledNumber(stored, form);
  if (
    form.kind === "percent"
      ? isBeyondPercent(read.value)
      : mayBeFraction(read.value, form)
  )
    return doubt("unit", ["%", "1"]);
  return one({ ...read, missing: "", form, status: "normal" });
}

/** The value of a stored number and the decimals its cell shows of it. */
function scaledNumber(
  stored: number,
  form: Form & { readonly kind: "number" | "percent" },
): { readonly value: number; readonly decimals: number | null } {
  const text = String(stored);
  if (form.scale === "1" && text.length <= 15 && !text.includes("e")) {
    // At most 15 digits as they stand: the double is its decimal text.
    const point = text.indexOf(".");
    const scale = point === -1 ? 0 : text.length - point - 1;
    return { value: stored, decimals: form.decimals ?? scale };
  }
  const exact = decimalOf(stored);
  return {
    value: scaled(exact, form.scale),
    decimals: valueDecimals(form.decimals ?? exact.scale, form),
  };
}

interface NumberPlan {
  readonly format: NumberFormat;
  readonly scale: string | null;
  readonly form: (Form & { readonly kind: "number" | "percent" }) | null;
}

/** What each number format comes to in a context: a column has few formats and many cells. */
const plans = new WeakMap<FormContext, Map<string, NumberPlan>>();

function planFor(code: string, context: FormContext): NumberPlan {
  let known = plans.get(context);
  if (known === undefined) {
    known = new Map();
    plans.set(context, known);
  }
  let plan = known.get(code);
  if (plan === undefined) {
    const scale = context.expects === "number" ? statedScale(context) : null;
    plan = {
      format: describeFormat(code),
      scale,
      form: scale === null ? null : numberForm(code, scale, context),
    };
    known.set(code, plan);
  }
  return plan;
}

function readFieldNumber(
  stored: number,
  format: NumberFormat,
  context: FormContext,
): CellReading {
  if (context.expects === "date" || format.kind === "date") {
    const iso = serialToIso(stored, context.date1904);
    if (iso !== null && format.kind === "date")
      return one({
        value: iso.date,
        missing: "",
        form: { kind: "date", pattern: "serial" },
        decimals: null,
        status: "normal",
      });
  }
  const exact = decimalOf(stored);
  return one({
    value: stored,
    missing: "",
    form:
      context.expects === "text"
        ? { kind: "words" }
        : { kind: "number", scale: "1", decimals: exact.scale },
    decimals: exact.scale,
    status: "normal",
  });
}

/** The factor from the stated unit to the value's, negative under 同比下降; null when the units do not convert. */
function statedScale(context: FormContext): string | null {
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
): (Form & { readonly kind: "number" | "percent" }) | null {
  const format = describeFormat(code);
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
  if (format.thousands > 0 || /[万亿千]/.test(format.suffix)) return null;
  if (format.kind === "other" && /[万亿千]|,(?![#0])/.test(code)) return null;
  return {
    kind: "number",
    scale,
    decimals: format.kind === "number" ? format.decimals : null,
    // 0.0"%" leaves no doubt.
    ...(/[%％]/.test(format.suffix) ? {} : fractionField(context)),
  };
}

function fractionField({ fractionFrom }: FormContext): {
  readonly fractionFrom?: number;
} {
  return fractionFrom === null ? {} : { fractionFrom };
}

function mayBeFraction(
  value: number,
  form: { readonly fractionFrom?: number },
): boolean {
  return (
    form.fractionFrom !== undefined &&
    looksLikeFraction(value, form.fractionFrom)
  );
}

/** Decimals of the value when the cell shows `shown` of them and the form scales by a power of ten. */
function valueDecimals(
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

function scaled(exact: Decimal, scale: string): number {
  const factor = parseDecimal(scale);
  if (factor === null) throw new Error(`not a decimal scale: ${scale}`);
  const value = decimalNumber(multiplyDecimals(exact, factor));
  return value === 0 ? 0 : value;
}

function readTextCell(raw: string, context: FormContext): CellReading {
  const text = raw.trim();
  if (
    (context.expects === "text" || context.expects === "state") &&
    isDash(text)
  )
    return placeholder(text, context);
  if (context.expects === "text") return words(raw);
  if (context.expects === "state") {
    const state = context.words.state(text);
    return state === null
      ? words(raw)
      : one({
          value: state.code,
          missing: "",
          form: { kind: "words" },
          decimals: null,
          status: "normal",
        });
  }
  if (context.words.placeholder(text) !== null)
    return placeholder(text, context);
  if (context.expects === "date") {
    const date = readDate(raw);
    return date === null
      ? words(raw)
      : one({
          value: date.value,
          missing: "",
          form: { kind: "date", pattern: date.pattern },
          decimals: null,
          status: "normal",
        });
  }
  if (context.expects === "class") {
    const read = readClass(text);
    return read === null
      ? doubt("value", [])
      : one({
          value: read.value,
          missing: "",
          form: { kind: "class", style: read.style },
          decimals: null,
          status: "normal",
        });
  }
  if (/^(持平|无变化|不变|与上年持平)$/.test(text)) {
    const scale = statedScale(context);
    return scale === null
      ? doubt("unit", [context.to])
      : one({
          value: 0,
          missing: "",
          form: { kind: "placeholder", scale, ...fractionField(context) },
          decimals: 0,
          status: "normal",
        });
  }
  const two = readPair(raw, context);
  if (two !== null) return context.pairs ? two : doubt("value");
  return readWritten(raw, context);
}

/** Dashes that stand for "nothing to say" in a column of words. */
export function isDash(text: string): boolean {
  return /^[-－—–―_/／]+$/.test(text);
}

function words(raw: string): CellReading {
  return one({
    value: raw,
    missing: "",
    form: { kind: "words" },
    decimals: null,
    status: "normal",
  });
}

function placeholder(text: string, context: FormContext): CellReading {
  if (context.expects !== "number") {
    const form: Form =
      context.expects === "class"
        ? { kind: "class", style: "Ⅲ" }
        : context.expects === "date"
          ? { kind: "date", pattern: "serial" }
          : { kind: "words" };
    return one({
      value: null,
      missing: text,
      form,
      decimals: null,
      status: "missing",
    });
  }
  const scale = statedScale(context);
  if (scale === null) return doubt("unit", [context.stated ?? "", context.to]);
  return one({
    value: null,
    missing: text,
    form: { kind: "placeholder", scale, ...fractionField(context) },
    decimals: null,
    status: "missing",
  });
}

function readWritten(raw: string, context: FormContext): CellReading {
  if (/^\s*\d+(\.\d+)?\s*L\s*$/i.test(raw))
    return one(fixed(null, raw.trim(), "limit"));
  const written = takeApart(raw);
  if (written === null) return doubt("value");
  const unit = suffixScale(written, context);
  if (unit === null) return doubt("unit", [context.stated ?? context.to]);
  const sign = signOf(written, context);
  if (written.digits.startsWith("-") && context.falling) return doubt("sign");
  const scale =
    context.falling && written.direction === "none"
      ? multiplyScales(unit, "-1")
      : unit;
  const exact = parseDecimal(written.digits);
  if (exact === null) return doubt("value");
  const value = scaled(
    sign === -1 ? { ...exact, digits: -exact.digits } : exact,
    scale,
  );
  const decimals = valueDecimals(written.decimals, { kind: "text", scale });
  const bare = written.suffix.trim() === "" ? fractionField(context) : {};
  if (mayBeFraction(value, bare)) return doubt("unit", ["%", "1"]);
  if (written.kind === "approximate")
    return one({ ...fixed(value, "", "approximate", "estimated"), decimals });
  if (written.kind === "limit")
    return context.limits
      ? one({ ...fixed(value, "", "limit"), decimals })
      : one(fixed(null, raw.trim(), "limit"));
  return one({
    value,
    missing: "",
    form: {
      kind: "text",
      scale,
      decimals: written.decimals,
      prefix: written.prefix,
      suffix: written.suffix,
      sign,
      grouped: written.grouped,
      ...bare,
    },
    decimals,
    status: "normal",
  });
}

function signOf(written: WrittenNumber, context: FormContext): 1 | -1 {
  if (written.minus) return -1;
  if (written.direction === "none") return 1;
  return (written.direction === "fall") === context.fallIsValue ? 1 : -1;
}

const magnitudes: Readonly<Record<string, string>> = {
  千: "1000",
  万: "10000",
  百万: "1000000",
  千万: "10000000",
  亿: "100000000",
};

/** The factor to the value's unit that a suffix (`%`, `万`, `亿元`, `个`) calls for; null when it fits none. */
function suffixScale(
  written: WrittenNumber,
  context: FormContext,
): string | null {
  const text = plainDigits(written.suffix).trim();
  if (text === "") {
    const { stated, to } = context;
    return stated === null ? "1" : unitScale(stated, to, context.catalog);
  }
  const whole = knownUnit(text, context);
  if (whole !== null) return unitScale(whole, context.to, context.catalog);
  const match = /^(百万|千万|万|亿|千)(.*)$/.exec(text);
  const magnitude = magnitudes[match?.[1] ?? ""];
  if (match === null || magnitude === undefined) return null;
  const rest = (match[2] ?? "").trim();
  const unit =
    rest === "" ? (context.stated ?? context.to) : knownUnit(rest, context);
  // 2.2万 under a unit that has its own 万 may mean either.
  if (unit === null || /^[千百万亿]/.test(unit) || unit === "%") return null;
  const scale = unitScale(unit, context.to, context.catalog);
  return scale === null ? null : multiplyScales(scale, magnitude);
}

function knownUnit(text: string, context: FormContext): UnitCode | null {
  const best = context.words.unit(text)[0];
  return best !== undefined && best.confidence >= 0.95 ? best.value : null;
}

/** The unit written after a cell's figure (`↓4个`, `63.6%`); null when there is none. */
export function unitWritten(cell: Cell, words: FormWords): UnitCode | null {
  if (cell.type === "number")
    return describeFormat(cell.format).kind === "percent" ? "%" : null;
  if (cell.type !== "text") return null;
  const written = takeApart(cell.raw);
  if (written === null) return null;
  const text = plainDigits(written.suffix).trim();
  const best =
    words.unit(text)[0] ?? words.unit(text.replace(/^[千百万亿]+/, ""))[0];
  return best !== undefined && best.confidence >= 0.95 ? best.value : null;
}

const pair =
  /^(\s*-?\d+(?:\.\d+)?)(\s*[%％]?\s*[（(]\s*)(-?\d+(?:\.\d+)?|[^\d()（）]{1,4})(\s*[%％]?\s*[）)]\s*[%％]?\s*)$/;

function readPair(raw: string, context: FormContext): CellReading | null {
  const plain = raw.replace(/[０-９．－]/g, (wide) => plainDigits(wide));
  const match = plain === raw ? pair.exec(raw) : null;
  if (match === null) return null;
  const [, first = "", open = "", second = "", close = ""] = match;
  const percent = /[%％]/.test(open) || /[%％]/.test(close);
  const from = percent ? "%" : context.stated;
  const unit =
    from === null ? "1" : unitScale(from, context.to, context.catalog);
  if (unit === null) return doubt("unit", [context.to]);
  const scale = context.falling ? multiplyScales(unit, "-1") : unit;
  const slot = (digits: string, index: 0 | 1): Reading | null => {
    const exact = parseDecimal(digits.trim());
    const shown = exact?.scale ?? null;
    const form: Form = {
      kind: "pair",
      scale,
      decimals: shown,
      open,
      close,
      slot: index,
    };
    if (exact !== null)
      return {
        value: scaled(exact, scale),
        missing: "",
        form,
        decimals: valueDecimals(shown, form),
        status: "normal",
      };
    return context.words.placeholder(digits.trim()) === null
      ? null
      : {
          value: null,
          missing: digits.trim(),
          form,
          decimals: null,
          status: "missing",
        };
  };
  const readings = [slot(first, 0), slot(second, 1)];
  const [a, b] = readings;
  return a === null || b === null || a === undefined || b === undefined
    ? null
    : { kind: "read", readings: [a, b] };
}
