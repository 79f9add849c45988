import type { IndicatorCode } from "../model/codes.ts";
import type { Guess } from "../model/facets.ts";

/** The indicators of a reading, weighed, and what the other slots need to know of them. */
export interface SettledIndicators {
  readonly guesses: readonly Guess<IndicatorCode>[];
  /** Depth of the text the indicator was read in; Infinity when there is none. */
  readonly depth: number;
  /** Depth of the nearest measure words; Infinity when there are none. */
  readonly measureDepth: number;
  /** True when the indicator's words are the measure's too (完成率). */
  readonly onlyMeasureWords: boolean;
  /** True when direction words were used up to name the indicator (`…下降` → a cut). */
  readonly changeUsed: boolean;
}
