import type { RegionCode, UnitCode } from "../model/codes.ts";
import type { Facets, Guess, PeriodHint } from "../model/facets.ts";
import type { HeaderText } from "../model/table.ts";
import type { Settled } from "./settled.ts";

/** What the stub of one body row says. */
export interface RowSays {
  readonly row: number;
  readonly head: HeaderText;
  readonly region: Guess<RegionCode> | null;
  /** Regions that compete for the row. */
  readonly regions: readonly Guess<RegionCode>[];
  readonly aggregate: boolean;
  /** True when the words of the row say nothing anybody knows. */
  readonly unknown: boolean;
  /** True for a row of a place within a place (监测点位), which has no code. */
  readonly site: boolean;
  /** True for a row of what is worked out from the others (环比, 差距): see {@link isComputed}. */
  readonly computed: boolean;
  /** A person said that the row is none of ours. */
  readonly skip?: true;
  /** All but the region; rows that say the same share one object. */
  readonly rest: RowRest;
}

/** What the words of a row name, its region and its period left out. */
export interface RowName {
  readonly facets: Facets;
  /** What each of its texts says, outermost first. */
  readonly cells: readonly Facets[];
  readonly unit: Guess<UnitCode> | null;
  /** A column headed 指标 holds words that name no indicator. */
  readonly indicatorAsked: boolean;
  /** What a person said of such rows. */
  readonly settled?: Settled;
}

/** What a row says besides its region. */
export interface RowRest extends RowName {
  /** One object for all rows of the same words. */
  readonly name: RowName;
  readonly period: Guess<PeriodHint> | null;
  /** By when the targets of the row are due. */
  readonly deadline: Guess<PeriodHint> | null;
}
