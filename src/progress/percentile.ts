import {
  type Fraction,
  addFractions,
  compareFractions,
  multiplyFractions,
  subtractFractions,
} from "../model/fraction.ts";

/**
 * The p-th percentile (0 to 100) of daily values: position k = 1 + (n−1)·p/100
 * in ascending order, with linear interpolation. Null for no values.
 * @throws when `percent` is outside 0 to 100.
 */
export function percentile(
  values: readonly Fraction[],
  percent: number,
): Fraction | null {
  if (!Number.isInteger(percent) || percent < 0 || percent > 100)
    throw new Error(`not a percentile from 0 to 100: ${percent}`);
  const sorted = [...values].sort(compareFractions);
  const steps = (sorted.length - 1) * percent;
  const below = sorted[Math.floor(steps / 100)];
  const above = sorted[Math.ceil(steps / 100)];
  if (below === undefined || above === undefined) return null;
  const part: Fraction = { n: BigInt(steps % 100), d: 100n };
  return addFractions(
    below,
    multiplyFractions(part, subtractFractions(above, below)),
  );
}
