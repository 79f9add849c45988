import type { Fraction } from "../model/fraction.ts";
import type { Indicator } from "../model/indicator.ts";
import { decimalsNeeded } from "./fraction-number.ts";

/** The indicator's decimals, else those shown; never coarser than the goal's own, as GB/T 8170 compares. Null where nobody states any. */
export function judgedDecimals(
  indicator: Indicator,
  shown: number | null,
  goal: Fraction,
): number | null {
  const own = indicator.decimals ?? shown;
  if (own === null) return null;
  return Math.max(own, decimalsNeeded(goal) ?? 0);
}
