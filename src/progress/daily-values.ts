import type { Fraction } from "../model/fraction.ts";
import { candidates, figureOf } from "./figure.ts";
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
  return candidates(index, group, horizon, start).flatMap((candidate) => {
    const { period } = candidate;
    if (
      granularity(period) !== "day" ||
      period.start < start ||
      period.end > end
    )
      return [];
    const figure = figureOf(candidate, indicator, group);
    return figure === null ? [] : [figure.exact];
  });
}
