import type {
  IndicatorCode,
  IsoDate,
  PeriodCode,
  RegionCode,
  UnitCode,
} from "./codes.ts";
import type { StatusCode } from "./catalog.ts";
import type { CountedPart } from "./indicator.ts";
import type { Params } from "./issue.ts";
import type { Source } from "./observation.ts";

/** One step of a computation, put into words by `text/`. */
export interface TraceStep {
  readonly code: string;
  readonly params: Params;
  readonly sources?: readonly Source[];
  /** The records of a ledger that the step is about, all of them; the sentence names the first. */
  readonly records?: readonly TracedRecord[];
}

/** A record of a ledger, named by its id and its first cell. */
export interface TracedRecord {
  readonly id: string;
  readonly deadline: IsoDate | null;
  readonly source: Source;
}

/** Makes the steps of a computation when somebody asks for them: most rows are never opened. */
export type Explain = () => readonly TraceStep[];

/** What must happen in the time that is left. */
export type Remaining =
  | {
      /** A mean over the rest of the period must stay at or below (or above) `strict`; `edge` still rounds to the goal. */
      readonly kind: "mean";
      readonly strict: number;
      readonly edge: number;
      readonly daysLeft: number;
      /** True for an index, of which a mean over days is only an estimate. */
      readonly approximate?: true;
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
  | ItemsLeft
  | { readonly kind: "outOfReach"; readonly by: number }
  | { readonly kind: "none"; readonly reason: string };

/** Records of a ledger that must be finished, counted on the day asked about. */
export interface ItemsLeft {
  readonly kind: "items";
  /** What is counted: of `overdue` those are meant whose own deadline has passed. */
  readonly part: CountedPart;
  /** Those that must be finished for the goal, at least. */
  readonly left: number;
  /** Days to the end of the deadline. */
  readonly daysLeft: number;
  /** So many items (to one decimal, up) every so many days (to one decimal, down); one of the two is 1. */
  readonly pace: { readonly items: number; readonly days: number };
  /** Of the open ones: past their own deadline, and due within so many days (null where no number is set). */
  readonly overdue: number;
  readonly dueSoon: number;
  readonly within: number | null;
  /** Records that state no state, and open ones that state no deadline. */
  readonly unknown: number;
  readonly undated: number;
  /** Last day the sheets are of; null where they do not say. */
  readonly statedOn: IsoDate | null;
}

/**
 * What each month that is left may be, or must bring, so that the goal is met;
 * the months take their shares as in past years, or by days where no past year
 * is known whole. `days` are those of the month that are left.
 */
export interface RestOfWindow {
  /** Past years the shares were taken from, the latest first; empty where months were split by days. */
  readonly years: readonly number[];
  readonly months: readonly RestMonth[];
}

export type RestMonth = {
  readonly period: PeriodCode;
  readonly days: number;
} & (
  | { readonly kind: "mean"; readonly strict: number; readonly edge: number }
  | {
      readonly kind: "days";
      readonly stillNeeded: number;
      readonly affordable: number;
    }
  | { readonly kind: "amount"; readonly amount: number }
  /** Records of a ledger to finish in the month, whole ones. */
  | { readonly kind: "items"; readonly finish: number }
  /** The level to have come to by the end of the month. */
  | { readonly kind: "level"; readonly level: number }
);

/** Where a figure is heading by the deadline. Low and high hold four fifths of the draws. */
export interface Outlook {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Share of the draws for which the goal holds, judged rounded; null where nobody drew. */
  readonly chance: number | null;
  /** `stated` in a sheet; `months` of past years; `years` that went before; `steps` of the last periods. */
  readonly method: "stated" | "months" | "years" | "steps";
  readonly draws: number;
  /** Changes the draws were made from. */
  readonly changes: number;
}

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
  /** The actual as it is judged, rounded once; null where there is none. */
  readonly judged: number | null;
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
  /** Value expected at the deadline as things go; see `outlook`. Computed when read, as are `outlook`, `rest`, `reasons` and `trace`. */
  readonly forecast: number | null;
  readonly outlook: Outlook | null;
  /** What remains, by month; null where nothing does or it does not split. */
  readonly rest: RestOfWindow | null;
  /** Reasons of null fields and of 无法判定, as codes that `text/` words. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly trace: readonly TraceStep[];
  readonly source: Source | null;
}
