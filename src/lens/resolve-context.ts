import type { Catalog } from "../model/catalog.ts";
import type { IndicatorCode, PeriodCode } from "../model/codes.ts";
import type { Guess } from "../model/facets.ts";
import type { Measure } from "../model/observation.ts";
import type { Surroundings } from "./surroundings.ts";

/** The indicator of a cell, or null with those it may be; `at` says whose header a person would be asked about. */
export interface FoundIndicator {
  readonly guess: Guess<IndicatorCode> | null;
  readonly at: "column" | "row" | "table";
  readonly candidates: readonly string[];
  /** What the words read together leave for the measure, where only together they name the indicator (二氧化硫 × 下降比例). */
  readonly measure?: readonly Guess<Measure>[];
}

/** What resolving a cell needs besides its column and row. */
export interface ResolveContext {
  readonly catalog: Catalog;
  readonly surroundings: Surroundings;
  /** True where figures of which nobody says more are targets: the title says so, and no column or row tells targets from others. */
  readonly targets: boolean;
  /** The one base period that the headers of the table name; null with none, or several. */
  readonly base: PeriodCode | null;
  /** True where a column is of a fall or a saving by its own words: others need not be. */
  readonly fallsNamed: boolean;
  /** True under a title of 减排 over columns of 完成率: what is completed is a saving, and no amount that is let out. */
  readonly saves: boolean;
  /** First parts of the codes of the indicators that are certain in this table. */
  readonly topics: ReadonlySet<string>;
}
