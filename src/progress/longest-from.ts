import type { DayNumber } from "../model/calendar.ts";
import type { Candidates } from "./candidates.ts";

/** Of a year's months and sums to date a scan is faster than a map; of its days it is not. */
const fewest = 40;

/**
 * Finds by its first day the place of the longest of the candidates that are not
 * missing and lie in `start` to `end` (exclusive); of equally long ones the
 * first. -1 where there is none.
 */
export function longestFrom(
  from: Candidates,
  start: DayNumber = Number.NEGATIVE_INFINITY,
  end: DayNumber = Number.POSITIVE_INFINITY,
): (day: DayNumber) => number {
  if (from.length <= fewest)
    return (day) => {
      if (day < start) return -1;
      let best = -1;
      let last = Number.NEGATIVE_INFINITY;
      for (let at = 0; at < from.length; at += 1) {
        const period = from.periodAt(at);
        if (
          period.start === day &&
          period.end <= end &&
          period.end > last &&
          from.isKnownAt(at)
        ) {
          best = at;
          last = period.end;
          if (from.areStated) break;
        }
      }
      return best;
    };
  const longest = new Map<DayNumber, number>();
  for (let at = 0; at < from.length; at += 1) {
    const period = from.periodAt(at);
    if (period.start < start || period.end > end || !from.isKnownAt(at))
      continue;
    const known = longest.get(period.start);
    if (known === undefined || from.periodAt(known).end < period.end)
      longest.set(period.start, at);
  }
  return (day) => longest.get(day) ?? -1;
}
