import type { IndicatorCode, UnitCode } from "./codes.ts";

/** A label in both languages of the interface. */
export interface Label {
  readonly zh: string;
  readonly en: string;
}

/**
 * How an indicator accumulates, which decides aggregation, change and what
 * remains. `mean`: period mean (concentrations); `ratio`: share in %;
 * `index`: dimensionless index; `count`: things counted at a time (sections);
 * `sum`: amounts that add up over periods (cases, fines, capacity cut);
 * `days`: days of a period; `reduction`: % against a base year;
 * `class`: an ordered class (water quality); `percentile`: of daily values.
 */
export type IndicatorKind =
  | "mean"
  | "ratio"
  | "index"
  | "count"
  | "sum"
  | "days"
  | "reduction"
  | "class"
  | "percentile";

/** The least and the greatest value a figure has in its indicator's unit, both inclusive. */
export interface PlausibleRange {
  readonly min: number;
  readonly max: number;
}

/**
 * How the figure of a region comes from those of its parts. `mean`: weighted by
 * another indicator (valid days), equally where `weight` is empty; `sum`;
 * `ratioOfSums`: 100 × Σ numerator ÷ Σ denominator; `worst`: the worst part's;
 * `none`: it cannot be had from them, and `reason` says why.
 */
export type Aggregation = (
  | { readonly rule: "mean"; readonly weight: IndicatorCode | "" }
  | { readonly rule: "sum" | "worst" | "none" }
  | {
      readonly rule: "ratioOfSums";
      readonly numerator: IndicatorCode;
      readonly denominator: IndicatorCode;
    }
) & { readonly reason: Label; readonly source: string };

/** Which records of a ledger a counted indicator counts; `share` is those done in % of those whose state is known. */
export const countedParts = [
  "all",
  "done",
  "open",
  "overdue",
  "share",
] as const;
export type CountedPart = (typeof countedParts)[number];

/** One row of `data/indicators.json`. */
export interface Indicator {
  readonly code: IndicatorCode;
  readonly label: Label;
  readonly unit: UnitCode;
  /** Which way is better. */
  readonly direction: "up" | "down" | "none";
  /** Decimals figures are judged and shown with; null keeps those of the source. */
  readonly decimals: number | null;
  readonly kind: IndicatorKind;
  /** True when a year-to-date value depends on the season (PM2.5, O3). */
  readonly seasonal: boolean;
  /** Formula over indicator codes with `.` as `_` (`water_worse5_n / water_sections * 100`); empty when none. */
  readonly formula: string;
  /** Absent where nobody declared one: nothing is aggregated then. */
  readonly aggregation?: Aggregation;
  /** Spellings met in sheets, besides the labels. */
  readonly aliases: readonly string[];
  /** Values outside it that fit in another unit were stated in the wrong one; absent where anything may be. */
  readonly plausible?: PlausibleRange;
  /** Of a percentile: which of the daily values (90 of O3, 95 of CO). */
  readonly percentile?: number;
  /** Of a reduction: the indicator that is reduced, so that it can be computed from its figures. */
  readonly of?: IndicatorCode;
  /** Of a reduction stated year by year: several years come to 1 − Π(1 − d). */
  readonly compounds?: true;
  /** Set: its figure can be counted from the records of a kind (`data/records.json`). */
  readonly counts?: { readonly kind: string; readonly part: CountedPart };
  /** Where the indicator or its spellings were read. */
  readonly source: string;
}

/** The name an indicator has in formulas: `air.pm25` → `air_pm25`. */
export function formulaName(code: IndicatorCode): string {
  return code.replaceAll(".", "_");
}
