import type { DayNumber } from "../model/calendar.ts";
import type { Catalog } from "../model/catalog.ts";
import type { IndicatorCode } from "../model/codes.ts";
import type { Ledger } from "../model/ledger.ts";
import type { FormulaError } from "./formula.ts";
import type { ObservationIndex } from "./observation-index.ts";
import type { ThresholdsInForce } from "./thresholds-on.ts";

/** What all rows of a day are computed from. */
export interface RowContext {
  readonly index: ObservationIndex;
  readonly catalog: Catalog;
  /** First day not known yet: the day after `asOf`. */
  readonly horizon: DayNumber;
  /** Ratios whose formula counts days. */
  readonly sharesOfDays: ReadonlySet<IndicatorCode>;
  /** Why an indicator's formula derives nothing. */
  readonly formulaErrors: ReadonlyMap<IndicatorCode, FormulaError>;
  readonly thresholds: ThresholdsInForce;
  /** The records of ledgers; absent where there are none. */
  readonly ledger?: Ledger;
  /** What forecasts draw with: the same seed, the same numbers. Empty unless given. */
  readonly seed?: string;
}
