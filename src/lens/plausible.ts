import type { PlausibleRange } from "../model/indicator.ts";

/** Concentrations and the like are stated in units a thousand apart. */
const apart = 1000;

/**
 * True when a value only makes sense in another unit than the stated one: it
 * lies outside the range and a thousandth or a thousand times of it lies
 * inside (1300 under mg/m3, 0.035 under μg/m3). What makes no sense in any
 * unit, as 0, is left as it is stated.
 */
export function isOfOtherUnit(value: number, range: PlausibleRange): boolean {
  return (
    !isWithin(value, range) &&
    (isWithin(value / apart, range) || isWithin(value * apart, range))
  );
}

export function isWithin(value: number, { min, max }: PlausibleRange): boolean {
  return min <= value && value <= max;
}
