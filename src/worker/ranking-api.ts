import type { RankRow } from "../progress/rank-regions.ts";
import type { HeldFigure, Scope } from "./figure-api.ts";

/** Regions that can be ranked against each other by one indicator. */
export interface RankChoice {
  readonly indicator: string;
  readonly variant: string;
  readonly base: string;
  readonly level: "city" | "county";
  /** Region whose children are ranked; empty for the counties of every city together. */
  readonly parent: string;
  /** Periods in which two of them or more have a figure, newest first. */
  readonly periods: readonly { readonly code: string; readonly n: number }[];
}

export interface RankRequest {
  readonly indicator: string;
  readonly variant: string;
  readonly base: string;
  readonly level: "city" | "county";
  readonly parent: string;
  readonly period: string;
}

/** A region's place. Missing figures and excluded rows keep their line and have no rank. */
export interface RankLine extends Omit<RankRow, "decimals" | "source"> {
  /** As the cube holds it; `cell.value` null is missing. */
  readonly cell: HeldFigure;
  /** The value that was ranked: rounded to the indicator's decimals. */
  readonly value: number | null;
}

export interface Ranking {
  readonly unit: string;
  readonly decimals: number | null;
  /** Which values are better. */
  readonly better: "lower" | "higher";
  readonly lines: readonly RankLine[];
}

/** A region's place in the ranking of its fellows, and what stands between it and the next. */
export interface NextRank {
  readonly rank: number;
  /** Regions that have a rank. */
  readonly of: number;
  /** The rank that drawing level would give; null for the first. */
  readonly nextRank: number | null;
  /** The regions that hold it. */
  readonly next: readonly string[];
  /** Change that draws level, signed as the value would have to change, in the indicator's unit; null for the first. */
  readonly level: number | null;
  /** Change that overtakes; null for the first, or where figures have no decimals to go by. */
  readonly overtake: number | null;
}

/** Regions ranked against each other. */
export interface RankingApi {
  /** What can be ranked as of a day, in the order of the code lists. */
  rankChoices(scope: Scope): Promise<readonly RankChoice[]>;
  ranking(request: RankRequest): Promise<Ranking>;
  /** Among the regions of its level with the same parent; null where it has no rank or no fellow has one. */
  nextRank(figure: {
    readonly indicator: string;
    readonly region: string;
    readonly period: string;
    readonly variant: string;
    readonly base: string;
  }): Promise<NextRank | null>;
}
