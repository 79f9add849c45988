import type { Source } from "../model/observation.ts";
import type { Outlook } from "../model/progress.ts";
import type { CellRange } from "../model/sheet.ts";
import type { HeldFigure, ReviewCell, Scope, SeriesPoint } from "./api.ts";

/*
 * What the views ask for beside progress and the cube: rankings, short series
 * of many regions at once, and pieces of the sheets that figures came from.
 */

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
export interface RankLine {
  readonly region: string;
  /** As the cube holds it; `cell.value` null is missing. */
  readonly cell: HeldFigure;
  /** The value that was ranked: rounded to the indicator's decimals. */
  readonly value: number | null;
  /** 1 is best. */
  readonly rank: number | null;
  readonly tied: boolean;
  /** Against the same period of last year, in `changeUnit`; null when not known. */
  readonly change: number | null;
  /** `pp` are percentage points; empty is the indicator's own unit. */
  readonly changeUnit: "%" | "pp" | "";
  /** True when the change was computed here, false when the sheet states it. */
  readonly changeComputed: boolean;
  /** 1 is the greatest improvement. */
  readonly changeRank: number | null;
  readonly changeTied: boolean;
  readonly excluded: boolean;
  /** The sheet's own words for having no rank; empty when there is one. */
  readonly reason: string;
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

/** The last figures of one indicator in one region, all of one span, oldest first. */
export interface Trend {
  readonly indicator: string;
  readonly region: string;
  readonly variant: string;
  readonly base: string;
  readonly decimals: number | null;
  readonly points: readonly SeriesPoint[];
}

/**
 * The part of a sheet around a cell, with the title and header rows above it
 * and the naming columns beside it, however far away. Rows and columns are
 * those of the sheet; a jump in them is a part left out.
 */
export interface SheetExcerpt {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** Of `columns`, in characters; null where the sheet does not say. */
  readonly widths: readonly (number | null)[];
  /** Cells that are shown, and the first cells of merged areas that reach into what is shown. */
  readonly cells: readonly ReviewCell[];
  readonly merges: readonly CellRange[];
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

export interface ViewApi {
  /** Of every target in the scope that history tells enough about. */
  outlooks(scope: Scope): Promise<readonly RowOutlook[]>;
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
  /** Series of these indicators in the scope, up to its day. */
  trends(
    indicators: readonly string[],
    scope: Scope,
  ): Promise<readonly Trend[]>;
  /** Null when the file was not kept or the cell is not in it. */
  excerpt(source: Source): Promise<SheetExcerpt | null>;
}
