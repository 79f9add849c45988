import type { Catalog } from "../model/catalog.ts";
import {
  type Fraction,
  addFractions,
  divideFractions,
  multiplyFractions,
  subtractFractions,
} from "../model/fraction.ts";
import { yearPeriod } from "../model/period.ts";
import type { Target } from "../model/target.ts";
import { addsUp } from "./choose-figure.ts";
import { wayOf } from "./compare.ts";
import { fractionNumber } from "./fraction-number.ts";
import type { Granularity } from "./granularity.ts";
import { type PathPoint, startOf } from "./path.ts";
import { type Profile, burdenOf, monthsBetween } from "./seasonal-profile.ts";
import { isLongRun } from "./target-window.ts";

/**
 * What a seasonal path asks for by month, in the spans that figures come in:
 * `toDate` from January on, `month` of each month alone. An amount takes its
 * part of the goal as past years did; a level is the one that stands for the
 * straight path's when taken to a year, E · share · days of the year ÷ days,
 * and for the goal itself where no start is known. Null where the path is drawn
 * otherwise: not a seasonal one, other spans, an amount over several years or
 * without a start.
 */
export function seasonalPath(
  target: Target,
  catalog: Catalog,
  of: {
    readonly baseline: number | null;
    readonly profile: Profile | null;
    readonly span: Granularity;
  },
): PathPoint[] | null {
  const { profile, span } = of;
  const known = startOf(target, catalog, of.baseline);
  if (
    target.path !== "seasonal" ||
    (target.milestones ?? []).length > 0 ||
    profile === null ||
    (span !== "month" && span !== "toDate") ||
    known === null
  )
    return null;
  const { goal, indicator, window } = known;
  // Without a start a level is held against the goal itself.
  const start = known.start ?? (addsUp(indicator) ? null : goal);
  if (start === null) return null;
  const { deadline } = window;
  if (addsUp(indicator)) {
    const open = deadline.start;
    if (
      wayOf(target.comparator, indicator) !== "up" ||
      isLongRun(window, target.cumulative) ||
      (window.open !== null && window.open !== open && target.cumulative) ||
      deadline.end - open > 366
    )
      return null;
    const whole = burdenOf(profile, open, deadline.end);
    return points(open, deadline.end, (from, end) => {
      const share = divideFractions(
        burdenOf(profile, span === "month" ? from : open, end),
        whole,
      );
      if (share === null) return null;
      const part = multiplyFractions(subtractFractions(goal, start), share);
      return span === "month" ? part : addFractions(start, part);
    });
  }
  const { open } = window;
  if (open === null) return null;
  const total = BigInt(deadline.end - open);
  return points(open, deadline.end, (from, end, year) => {
    const { start: january, end: next } = yearPeriod(year);
    const since = span === "month" ? from : january;
    const straight = addFractions(
      start,
      multiplyFractions(subtractFractions(goal, start), {
        n: BigInt(end - open),
        d: total,
      }),
    );
    return multiplyFractions(
      multiplyFractions(straight, burdenOf(profile, since, end)),
      { n: BigInt(next - january), d: BigInt(end - since) },
    );
  });
}

function points(
  open: number,
  end: number,
  value: (from: number, end: number, year: number) => Fraction | null,
): PathPoint[] {
  return monthsBetween(open, end).flatMap((month): PathPoint[] => {
    const found = value(month.start, month.end, month.year);
    return found === null ? [] : [[month.end, fractionNumber(found)]];
  });
}
