import type { IndicatorCode } from "../model/codes.ts";
import type { Facets, Guess, PeriodHint } from "../model/facets.ts";
import type { Measure } from "../model/observation.ts";
import type { HeaderText } from "../model/table.ts";
import type { Settled } from "./settled.ts";

/** What the header of one body column says. */
export interface ColumnSays {
  readonly column: number;
  /** The nearest header cell; an empty text in the last header row when there is none. */
  readonly head: HeaderText;
  readonly words: string;
  readonly facets: Facets;
  /** What each level of the header says, outermost first. */
  readonly cells: readonly Facets[];
  /** A column of a card: the names beside its cells are all it has. */
  readonly headless: boolean;
  /** `skip`: remarks and columns of record fields that hold no figures; `computed`: see {@link isComputed}. */
  readonly kind: "value" | "ordinal" | "aggregate" | "skip" | "computed";
  /** From the column to the left, for a rank or a change that names no indicator itself. */
  readonly beside: Guess<IndicatorCode> | null;
  /** The figures a completion, a change or a rank without a name of its own is of, where rows name the indicator. */
  readonly of: ColumnSays | null;
  /** True when the group header over both names the indicator of the two. */
  readonly sharesName: boolean;
  /** Stated by the header, or by the figures it stands beside. */
  readonly period: Guess<PeriodHint> | null;
  /** True for 同比增减 beside 同比（%）: the difference, where the other is the rate. */
  readonly absolute: boolean;
  /** True when a target stands to the left that a 完成率 may be of. */
  readonly afterTarget: boolean;
  readonly measure: Guess<Measure> | null;
  /** What a person said of the column. */
  readonly settled?: Settled;
}
