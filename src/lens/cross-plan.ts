import type { BindingTarget } from "../model/binding.ts";
import type { UnitCode } from "../model/codes.ts";
import type { Measure } from "../model/observation.ts";
import type { SheetContext } from "./bind-context.ts";
import type { Common, Subject } from "./binding-columns.ts";
import type { BindingList } from "./binding-list.ts";
import type { FormContext } from "./form-context.ts";
import { fractionDecimals } from "./fraction-doubt.ts";
import type { Doubted } from "./named-cells.ts";
import { type PlainNumbers, planFor } from "./number-forms.ts";
import { isLevel } from "./resolve-measure.ts";
import type { Resolved } from "./resolve-cell.ts";
import { unitOfMeasure } from "./resolve-measure.ts";

/** What a cell is measured in: its measure, the unit its sheet states, the unit of its value. */
export interface Measured {
  readonly measure: Measure;
  readonly stated: UnitCode | null;
  readonly to: UnitCode;
}

/** What is known of all cells where one column crosses rows of one kind, worked out once. */
export type CrossPlan =
  Doubted | { readonly kind: "resolved"; readonly cells: PlannedCells };

/** Numbers that leave no doubt, and the number of their kind among bindings. */
export interface PlainKind {
  readonly plain: PlainNumbers;
  readonly takesAll: boolean;
  readonly kind: number;
}

/** How the cells of a resolved crossing are read; what depends on it alone is kept. */
export class PlannedCells {
  readonly resolved: Resolved;
  /** Equal for plans whose keys differ at most in the region. */
  readonly signature: number;
  /** Null where only the cell itself can tell 同比 in % from one in 个. */
  readonly measured: Measured | null;
  readonly #context: SheetContext;
  readonly #forms: Map<string, FormContext>;
  #form: FormContext | null = null;
  #formOf: Measured | null = null;
  #settled: Map<Measure, Measured> | null = null;
  /** Nearly all cells of a crossing have one thing in common. */
  readonly #commons: CrossCommon[] = [];
  #last: CrossCommon | null = null;
  #previous: Measured | null = null;
  #pairs: Map<FormContext, FormContext> | null = null;
  #plain: PlainKind | null = null;
  #plainStyle = -1;
  #inner: PlannedCells | null = null;

  /** `forms` are those of the table: crossings that differ in their period alone share them. */
  constructor(
    resolved: Resolved,
    signature: number,
    context: SheetContext,
    forms: Map<string, FormContext>,
  ) {
    this.#forms = forms;
    this.resolved = resolved;
    this.signature = signature;
    this.#context = context;
    const { measure, stated, to } = resolved;
    this.measured =
      resolved.measureOpen === false ? { measure, stated, to } : null;
  }

  /** What the header says of the figures in brackets behind these. */
  holdInBrackets(inner: PlannedCells): void {
    this.#inner = inner;
  }

  /** How figures in brackets are read; null where nobody says. */
  get inner(): PlannedCells | null {
    return this.#inner;
  }

  /** The measure that a unit written in the cell settles. */
  settledBy(unit: UnitCode): Measured {
    const measure: Measure = unit === "%" ? "changeRate" : "change";
    this.#settled ??= new Map();
    let measured = this.#settled.get(measure);
    if (measured === undefined) {
      const to = unitOfMeasure(measure, this.resolved.indicator);
      measured = { measure, stated: null, to };
      this.#settled.set(measure, measured);
    }
    return measured;
  }

  /** One number for all keys that differ at most in their region. */
  keyOf({ measure }: Measured): number {
    return this.signature * 2 + (measure === "previous" ? 1 : 0);
  }

  /** What a second figure behind one of these is, where nobody says: last year's. */
  previous({ stated, to }: Measured): Measured {
    return (this.#previous ??= { measure: "previous", stated, to });
  }

  formContext(measured: Measured): FormContext {
    if (this.#form !== null && this.#formOf === measured) return this.#form;
    const { indicator, falling, turned, fallIsValue, base } = this.resolved;
    const { measure, stated, to } = measured;
    const key = [
      indicator.code,
      measure,
      stated ?? "",
      to,
      base,
      falling,
      turned,
      fallIsValue,
      this.resolved.unitSaid ?? "",
    ].join("|");
    let form = this.#forms.get(key);
    if (form === undefined) {
      form = this.#makeForm(measured);
      this.#forms.set(key, form);
    }
    this.#form = form;
    this.#formOf = measured;
    return form;
  }

  /** The same where `inner` reads the figures in brackets. */
  pairContext(measured: Measured, inner: FormContext): FormContext {
    this.#pairs ??= new Map();
    let form = this.#pairs.get(inner);
    if (form === undefined) {
      form = { ...this.formContext(measured), inner };
      this.#pairs.set(inner, form);
    }
    return form;
  }

  #makeForm({ measure, stated, to }: Measured): FormContext {
    const { indicator, falling, turned, fallIsValue, base } = this.resolved;
    const { matcher, catalog, date1904 } = this.#context;
    const isClass =
      to === indicator.unit && indicator.kind === "class" && isLevel(measure);
    return {
      expects: isClass ? "class" : "number",
      stated,
      to,
      falling,
      ...(turned ? { turned } : {}),
      fallIsValue,
      ...(base === "" ? {} : { base }),
      ...(isLevel(measure) && indicator.kind !== "reduction"
        ? { level: true }
        : {}),
      limits: measure === "target",
      pairs: measure === "actual",
      ranks: measure === "rank" || measure === "changeRank",
      fractionFrom:
        to === "%" && this.resolved.unitSaid === undefined
          ? fractionDecimals(measure, indicator)
          : null,
      plausible:
        // Who said that the stated unit is right has said it of such figures.
        isLevel(measure) && this.resolved.unitSaid !== "stated"
          ? (indicator.plausible ?? (stated === "ratio" ? wholeShare : null))
          : null,
      date1904,
      catalog,
      words: matcher,
      plans: new Map(),
    };
  }

  /** How the plain numbers of a style are bound as values; null where none of them is without a look at the cell. */
  plainOf(
    style: number,
    formatOf: (style: number) => string,
    list: BindingList,
  ): PlainKind | null {
    if (this.#plainStyle === style) return this.#plain;
    const { measured } = this;
    if (measured === null || this.#inner !== null) return null;
    const { plain } = planFor(formatOf(style), this.formContext(measured));
    const common = this.commonOf(measured, false);
    this.#plainStyle = style;
    this.#plain =
      plain === null
        ? null
        : {
            takesAll: plain.takesAll,
            plain,
            kind: list.kindOf(common, plain),
          };
    return this.#plain;
  }

  /** What the bindings of these cells have in common, if they are measured so; an aggregate is never doubted. */
  commonOf(measured: Measured, aggregate: boolean): Common {
    const role = aggregate ? "aggregate" : "value";
    const last = this.#last;
    if (last?.role === role && last.measured === measured) return last;
    let common = this.#commons.find(
      (known) => known.role === role && known.measured === measured,
    );
    if (common === undefined) {
      common = new CrossCommon(
        this.resolved,
        measured,
        role,
        aggregate ? undefined : this.keyOf(measured),
      );
      this.#commons.push(common);
    }
    this.#last = common;
    return common;
  }
}

class CrossCommon implements Common {
  readonly role: "value" | "aggregate";
  readonly measured: Measured;
  readonly unit: UnitCode;
  readonly valueUnit: UnitCode;
  readonly confidence: number;
  readonly claim: number | undefined;
  readonly #resolved: Resolved;

  constructor(
    resolved: Resolved,
    measured: Measured,
    role: "value" | "aggregate",
    claim: number | undefined,
  ) {
    this.role = role;
    this.claim = claim;
    this.measured = measured;
    this.unit = measured.stated ?? measured.to;
    this.valueUnit = measured.to;
    this.confidence = resolved.confidence;
    this.#resolved = resolved;
  }

  targetOf({ value: region }: Subject): BindingTarget {
    const { indicator, period, variant, base } = this.#resolved;
    const { measure } = this.measured;
    return {
      type: "observation",
      key: {
        indicator: indicator.code,
        region,
        period,
        measure,
        variant,
        base,
      },
    };
  }

  reasonsOf({ words }: Subject): readonly string[] {
    return [...this.#resolved.reasons(), `region=${words}`];
  }
}

/** Shares in %: a figure beyond it was no bare ratio. */
const wholeShare = { min: -100, max: 100 } as const;
