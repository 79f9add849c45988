import type { UnitCode } from "./codes.ts";
import type { Label } from "./indicator.ts";

/**
 * One row of `data/units.json`. Units of one `dimension` convert into each
 * other by the quotient of their factors, exactly.
 */
export interface Unit {
  readonly code: UnitCode;
  readonly label: Label;
  /** `concentration`, `mass`, `money`, `share`, `points`, `days`, `count`, … */
  readonly dimension: string;
  /** Decimal text: how many of the dimension's base unit one of this unit is. */
  readonly factor: string;
  readonly aliases: readonly string[];
}
