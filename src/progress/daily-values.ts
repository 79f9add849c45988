import type { Fraction } from "../model/fraction.ts";
import { candidatesOf } from "./candidates.ts";
import { granularity } from "./granularity.ts";
import type { TargetBasis } from "./target-basis.ts";

/** The daily values known of the deadline's own period. */
export function dailyValues({
  context,
  group,
  indicator,
  window,
}: Pick<
  TargetBasis,
  "context" | "group" | "indicator" | "window"
>): readonly Fraction[] {
  const { start, end } = window.deadline;
  const { index, horizon } = context;
  const all = candidatesOf({ index, group, indicator }, horizon, start);
  const found: Fraction[] = [];
  for (let at = 0; at < all.length; at += 1) {
    const period = all.periodAt(at);
    if (
      all.isKnownAt(at) &&
      granularity(period) === "day" &&
      period.start >= start &&
      period.end <= end
    )
      found.push(all.exactAt(at));
  }
  return found;
}
