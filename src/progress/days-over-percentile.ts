/**
 * The most of `total` daily values that may lie over a limit while the
 * percentile surely does not: those above position k = 1 + (n−1)·p/100, rounded
 * up (HJ 663 interpolates between the values on either side of k).
 */
export function daysOverPercentile(total: number, percentile: number): number {
  const hundredths = 100 + (total - 1) * percentile;
  return total - Math.ceil(hundredths / 100);
}
