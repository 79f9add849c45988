import type { StatusCode } from "../model/catalog.ts";
import type { Label } from "../model/indicator.ts";
import type { Issue } from "../model/issue.ts";
import type { Outlook, ProgressRow } from "../model/progress.ts";
import type { Scope } from "./figure-api.ts";

/** What tells a row of `progress` from the others; `targetId` null for a figure without a target. */
export type RowName = Pick<
  ProgressRow,
  "targetId" | "indicator" | "region" | "variant" | "base"
>;

export interface SeriesPoint {
  readonly period: string;
  /** Days since 1970 of the period's first day and of the day after its last. */
  readonly start: number;
  readonly end: number;
  readonly value: number | null;
  readonly missing: string;
  /** True when no sheet of that period was read and a later one states it as 上年同期. */
  readonly stated: boolean;
}

/** What is expected to come, with the band it will lie in. */
export interface SeriesForecast {
  readonly day: number;
  readonly low: number;
  readonly value: number;
  readonly high: number;
}

/** Which series: of one row of `progress`. */
export interface SeriesRequest {
  readonly indicator: string;
  readonly region: string;
  readonly variant: string;
  readonly base: string;
  /** Target whose path is drawn; null draws none. */
  readonly targetId: string | null;
  readonly asOf: string;
}

/** One series with its target's path, for the chart. */
export interface Series {
  readonly indicator: string;
  readonly region: string;
  readonly unit: string;
  readonly decimals: number | null;
  readonly points: readonly SeriesPoint[];
  /** The expected path, as [day, value] corners; empty without baseline or target. */
  readonly path: readonly (readonly [number, number])[];
  readonly target: {
    readonly value: number;
    readonly comparator: string;
    readonly day: number;
    readonly source: string;
    readonly unverified: boolean;
  } | null;
  /** Days ahead with their band, in order; empty where no forecast is made. */
  readonly forecast: readonly SeriesForecast[];
  /** Limit of the standard in force, where one exists. */
  readonly limit: { readonly value: number; readonly label: Label } | null;
}

/** The last figures of one indicator in one region, all of one span, oldest first. */
export interface Trend {
  readonly indicator: string;
  readonly region: string;
  readonly variant: string;
  readonly base: string;
  readonly decimals: number | null;
  readonly points: readonly SeriesPoint[];
}

/** Where the figure of a target is heading, by the row's name. */
export interface RowOutlook {
  readonly targetId: string;
  readonly indicator: string;
  readonly region: string;
  readonly variant: string;
  readonly base: string;
  readonly outlook: Outlook;
}

/** A value typed into a what-if: the key as `keyText`, the text as for `edit`. */
export interface Supposition {
  readonly key: string;
  readonly text: string;
}

export interface WhatIfResult {
  readonly rows: readonly ProgressRow[];
  readonly before: readonly ProgressRow[];
  readonly flips: readonly {
    readonly targetId: string | null;
    readonly indicator: string;
    readonly region: string;
    readonly before: StatusCode;
    readonly after: StatusCode;
  }[];
  readonly ranks: readonly {
    readonly indicator: string;
    readonly period: string;
    readonly region: string;
    readonly before: number | null;
    readonly after: number | null;
  }[];
  readonly issues: readonly Issue[];
}

/** Targets against actuals on a day, and where they are heading. */
export interface ProgressApi {
  /** Rows without `forecast`, `outlook`, `rest` and `trace`; `progressRow` has them. */
  progress(scope: Scope): Promise<readonly ProgressRow[]>;
  /** One row whole; null when there is none on the day. */
  progressRow(row: RowName, asOf: string): Promise<ProgressRow | null>;
  /** Of every target in the scope that history tells enough about. */
  outlooks(scope: Scope): Promise<readonly RowOutlook[]>;
  series(request: SeriesRequest): Promise<Series>;
  /** Series of these indicators in the scope, up to its day. */
  trends(
    indicators: readonly string[],
    scope: Scope,
  ): Promise<readonly Trend[]>;
  /** Rows and ranks with some values as typed; stores nothing. */
  whatIf(supposed: readonly Supposition[], asOf: string): Promise<WhatIfResult>;
}
