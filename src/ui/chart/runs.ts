/** A step this many times as long as the shortest one leaves a period out. */
const leap = 1.5;

/**
 * For every point, whether a line begins anew at it: where the step from the
 * point before is longer than the series goes by, periods that nobody reported
 * lie between, and a slope over them would be made up. `ends` are days, in
 * order; the first begins anew.
 */
export function startsAnew(ends: readonly number[]): readonly boolean[] {
  const steps = ends.map((end, i) => end - (ends[i - 1] ?? -Infinity));
  const shortest = Math.min(...steps.filter((step) => step > 0));
  return steps.map((step) => step > shortest * leap);
}
