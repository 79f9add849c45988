import type { DayNumber } from "../model/calendar.ts";
import type { Candidate } from "./figure.ts";

/** Of a year's months and sums to date a scan is faster than a map; of its days it is not. */
const fewest = 40;

/**
 * Finds by its first day the longest of the candidates that are not missing and
 * lie in `start` to `end` (exclusive); of equally long ones the first.
 */
export function longestFrom(
  from: readonly Candidate[],
  start: DayNumber = Number.NEGATIVE_INFINITY,
  end: DayNumber = Number.POSITIVE_INFINITY,
): (day: DayNumber) => Candidate | undefined {
  if (from.length <= fewest)
    return (day) => {
      if (day < start) return undefined;
      let best: Candidate | undefined;
      for (const one of from)
        if (
          one.period.start === day &&
          one.kind !== "missing" &&
          one.period.end <= end &&
          (best === undefined || best.period.end < one.period.end)
        )
          best = one;
      return best;
    };
  const longest = new Map<DayNumber, Candidate>();
  for (const one of from) {
    const { kind, period } = one;
    if (kind === "missing" || period.start < start || period.end > end)
      continue;
    const known = longest.get(period.start);
    if (known === undefined || known.period.end < period.end)
      longest.set(period.start, one);
  }
  return (day) => longest.get(day);
}
