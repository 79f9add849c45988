import type { DayNumber } from "../model/calendar.ts";
import type { Catalog } from "../model/catalog.ts";
import { parseDecimal } from "../model/decimal.ts";
import { type Fraction, fractionOf } from "../model/fraction.ts";
import type { Target } from "../model/target.ts";
import { addsUp } from "./choose-figure.ts";
import { wayOf } from "./compare.ts";
import { convertText } from "./convert-goal.ts";
import { fractionNumber } from "./fraction-number.ts";
import { isLongRun, targetWindow } from "./target-window.ts";

/** A day (the first one after the period it closes) and the value expected by then, in the indicator's unit. */
export type PathPoint = readonly [day: DayNumber, value: number];

/**
 * The corners of the straight path from a target's baseline to its goal. A
 * reduction and an amount start at 0 where no baseline is stated; pass
 * `baseline` (in the indicator's unit) for one found elsewhere, as a row's.
 * Only the goal where the start is not known; empty where the target cannot be
 * read.
 */
export function expectedPath(
  target: Target,
  catalog: Catalog,
  baseline: number | null = null,
): PathPoint[] {
  const indicator = catalog.indicators.get(target.indicator);
  const window = targetWindow(target);
  if (indicator === undefined || window === null) return [];
  const convert = (text: string): Fraction | null => {
    const converted = convertText(
      text,
      target.unit,
      indicator.unit,
      catalog.units,
    );
    return converted.kind === "value" ? converted.value : null;
  };
  const goal = convert(target.goal);
  if (goal === null) return [];
  const end: PathPoint = [window.deadline.end, fractionNumber(goal)];
  const amount =
    addsUp(indicator) && wayOf(target.comparator, indicator) === "up";
  const stated =
    target.baseline !== null && parseDecimal(target.baseline.value) !== null
      ? convert(target.baseline.value)
      : baseline === null
        ? null
        : fractionOf(baseline);
  const growing = amount && !isLongRun(window, target.cumulative);
  const fromZero = indicator.kind === "reduction" || amount;
  const start = (growing ? null : stated) ?? (fromZero ? fractionOf(0) : null);
  return start === null || window.open === null
    ? [end]
    : [[window.open, fractionNumber(start)], end];
}
