import type { Indicator } from "../model/indicator.ts";
import type { Measure } from "../model/observation.ts";

/** Percentages beyond this in a cell with a percent format were typed as 63.6 where 0.636 was meant. */
const highest = 1000;

/**
 * Decimals from which a value below 1 under % may be a bare fraction (0.636
 * for 63.6): rates of change are often small, and so are cuts and shares of what is
 * bad; shares of what is good are not.
 */
export function fractionDecimals(
  measure: Measure,
  indicator: Pick<Indicator, "direction" | "kind">,
): number {
  if (measure === "changeRate") return 3;
  const mayBeSmall =
    indicator.direction === "down" || indicator.kind === "reduction";
  return mayBeSmall ? 2 : 1;
}

/** True when a value under % might be a bare fraction. */
export function looksLikeFraction(value: number, from: number): boolean {
  if (value === 0 || Math.abs(value) >= 1) return false;
  const power = 10 ** (from - 1);
  // The nearest double to a decimal of fewer places is that decimal.
  return Math.round(value * power) / power !== value;
}

/** True when a percent format shows more than any percentage can be. */
export function isBeyondPercent(value: number): boolean {
  return Math.abs(value) > highest;
}
