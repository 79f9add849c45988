import type { UnitCode } from "../model/codes.ts";
import type { Measure } from "../model/observation.ts";
import type { SheetContext } from "./bind-context.ts";
import type { FormContext } from "./form-context.ts";
import { fractionDecimals } from "./fraction-doubt.ts";
import type { Doubt, Resolved } from "./resolve-cell.ts";
import { unitOfMeasure } from "./resolve-measure.ts";

/** What a cell is measured in: its measure, the unit its sheet states, the unit of its value. */
export interface Measured {
  readonly measure: Measure;
  readonly stated: UnitCode | null;
  readonly to: UnitCode;
}

/** What is known of all cells where one column crosses rows of one kind, worked out once. */
export type CrossPlan =
  | { readonly kind: "doubt"; readonly doubt: Doubt }
  | { readonly kind: "resolved"; readonly cells: PlannedCells };

/** How the cells of a resolved crossing are read; what depends on it alone is kept. */
export class PlannedCells {
  readonly resolved: Resolved;
  /** Equal for plans whose keys differ at most in the region. */
  readonly signature: number;
  /** Null where only the cell itself can tell 同比 in % from one in 个. */
  readonly measured: Measured | null;
  readonly #context: SheetContext;
  readonly #forms = new Map<Measure, FormContext>();
  readonly #reasons = new Map<string, readonly string[]>();
  readonly #pairs = new Map<FormContext, FormContext>();
  #inner: PlannedCells | null = null;

  constructor(resolved: Resolved, signature: number, context: SheetContext) {
    this.resolved = resolved;
    this.signature = signature;
    this.#context = context;
    const { measure, stated, to } = resolved;
    this.measured = resolved.measureOpen ? null : { measure, stated, to };
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
    const to = unitOfMeasure(measure, this.resolved.indicator);
    return { measure, stated: null, to };
  }

  formContext(measured: Measured): FormContext {
    let form = this.#forms.get(measured.measure);
    if (form === undefined) {
      form = this.#makeForm(measured);
      this.#forms.set(measured.measure, form);
    }
    return form;
  }

  /** The same where `inner` reads the figures in brackets. */
  pairContext(measured: Measured, inner: FormContext): FormContext {
    let form = this.#pairs.get(inner);
    if (form === undefined) {
      form = { ...this.formContext(measured), inner };
      this.#pairs.set(inner, form);
    }
    return form;
  }

  #makeForm({ measure, stated, to }: Measured): FormContext {
    const { indicator, falling, fallIsValue } = this.resolved;
    const { matcher, catalog, date1904 } = this.#context;
    const isClass =
      to === indicator.unit && indicator.kind === "class" && isLevel(measure);
    return {
      expects: isClass ? "class" : "number",
      stated,
      to,
      falling,
      fallIsValue,
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

  /** The reasons of a binding whose region was read from these words. */
  reasons(region: string): readonly string[] {
    let reasons = this.#reasons.get(region);
    if (reasons === undefined) {
      reasons = [...this.resolved.reasons, `region=${region}`];
      this.#reasons.set(region, reasons);
    }
    return reasons;
  }
}

/** Shares in %: a figure beyond it was no bare ratio. */
const wholeShare = { min: -100, max: 100 } as const;

function isLevel(measure: Measure): boolean {
  return (
    measure === "actual" ||
    measure === "target" ||
    measure === "previous" ||
    measure === "baseline" ||
    measure === "forecast"
  );
}
