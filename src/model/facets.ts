import type {
  IndicatorCode,
  PeriodCode,
  RegionCode,
  UnitCode,
} from "./codes.ts";
import type { Measure } from "./observation.ts";

/** One reading of a text: a code, how sure (0 to 1), and the words it came from. */
export interface Guess<T> {
  readonly value: T;
  /** 1 for an exact spelling, less for parts and fuzzy matches. */
  readonly confidence: number;
  readonly words: string;
}

/** A period as a header states it: complete, or lacking the year that a title gives. */
export type PeriodHint =
  | { readonly kind: "period"; readonly code: PeriodCode }
  | {
      /** Months without a year: `1—6月`, `上半年`, `6月`. */
      readonly kind: "months";
      readonly from: number;
      /** Less than `from` when the months run into the next year (秋冬季). */
      readonly to: number;
      /** Set when the words name one day of the month `to` (`截至6月15日`): that day, not the month. */
      readonly day?: number;
    }
  | {
      /** From a day to the day the sheet is of: `4月1日以来累计`, `2022年4月至今`. */
      readonly kind: "since";
      /** Null when the words leave the year out. */
      readonly year: number | null;
      readonly month: number;
      readonly day: number;
      /** The one day that headers beside it name (`5月20日当日`), as a day of a month. */
      readonly until?: { readonly month: number; readonly day: number };
    }
  | {
      /** A day of the month the sheet or an outer header names: `15日`, the columns of a calendar. */
      readonly kind: "day";
      readonly day: number;
    }
  | {
      /**
       * Relative to the sheet's own period: 本期, 当月, 当日, 累计, 上年同期, 上月.
       * `open`: a part of it that nobody dates (本周, 8时): never resolved.
       */
      readonly kind: "relative";
      readonly which:
        | "current"
        | "month"
        | "toDate"
        | "lastYear"
        | "lastMonth"
        | "year"
        | "day"
        | "open";
    };

/**
 * What the words of one header cell, title or file name say. A slot holds the
 * best guess and its rivals, best first; an empty list says nothing was found.
 */
export interface Facets {
  readonly text: string;
  readonly indicator: readonly Guess<IndicatorCode>[];
  readonly region: readonly Guess<RegionCode>[];
  readonly period: readonly Guess<PeriodHint>[];
  readonly measure: readonly Guess<Measure>[];
  readonly unit: readonly Guess<UnitCode>[];
  readonly variant: readonly Guess<string>[];
  /** Base period of "较2015年下降". */
  readonly base: readonly Guess<PeriodCode>[];
  /** What the row or column is, when not a plain one. */
  readonly role:
    | "ordinal"
    | "aggregate"
    | "remark"
    | "region"
    | "indicator"
    | "unit"
    | "period"
    | null;
  /** The part of the text that no slot explains, normalised. */
  readonly rest: string;
}
