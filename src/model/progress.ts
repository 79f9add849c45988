import type {
  IndicatorCode,
  PeriodCode,
  RegionCode,
  UnitCode,
} from "./codes.ts";
import type { StatusCode } from "./catalog.ts";
import type { Params } from "./issue.ts";
import type { Source } from "./observation.ts";

/** One step of a computation, put into words by `text/`. */
export interface TraceStep {
  readonly code: string;
  readonly params: Params;
  readonly sources?: readonly Source[];
}

/** What must happen in the time that is left. */
export type Remaining =
  | {
      /** A mean over the rest of the period must stay at or below (or above) `strict`; `edge` still rounds to the goal. */
      readonly kind: "mean";
      readonly strict: number;
      readonly edge: number;
      readonly daysLeft: number;
    }
  | {
      readonly kind: "days";
      readonly stillNeeded: number;
      readonly affordable: number;
      readonly daysLeft: number;
    }
  | {
      /** Per remaining period (`per`: month or year), to reach the goal. */
      readonly kind: "amount";
      readonly total: number;
      readonly perPeriod: number;
      readonly periodsLeft: number;
      readonly per: "week" | "month" | "year";
    }
  | {
      readonly kind: "change";
      readonly total: number;
      readonly perPeriod: number;
      readonly periodsLeft: number;
      readonly per: "week" | "month" | "year";
    }
  | { readonly kind: "outOfReach"; readonly by: number }
  | { readonly kind: "none"; readonly reason: string };

/**
 * Target against actual at one date. Figures are in the indicator's unit;
 * `progress`, `timeShare` and `paceRatio` are ratios (1 is all). Null is
 * missing, with the reason in `reasons` under the field's name.
 */
export interface ProgressRow {
  /** Null for a figure that has no target. */
  readonly targetId: string | null;
  readonly indicator: IndicatorCode;
  readonly region: RegionCode;
  readonly variant: string;
  readonly base: PeriodCode;
  readonly unit: UnitCode;
  /** Period of the actual. */
  readonly period: PeriodCode | "";
  readonly actual: number | null;
  /** Decimals the actual is judged and shown with. */
  readonly decimals: number | null;
  readonly baseline: number | null;
  readonly target: number | null;
  readonly comparator: string;
  readonly deadline: PeriodCode | "";
  readonly progress: number | null;
  readonly timeShare: number | null;
  readonly expected: number | null;
  readonly paceRatio: number | null;
  /** Goal minus actual, signed so that positive still has to be made good; 0 or below when the goal holds. */
  readonly gap: number | null;
  readonly status: StatusCode;
  readonly remaining: Remaining;
  readonly forecast: number | null;
  /** Reasons of null fields and of 无法判定, as codes that `text/` words. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly trace: readonly TraceStep[];
  readonly source: Source | null;
}
