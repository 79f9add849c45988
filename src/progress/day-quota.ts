import { type Fraction, ratioOf, roundedFraction } from "../model/fraction.ts";
import type { Comparator } from "../model/target.ts";
import { holds } from "./compare.ts";

export interface DayQuota {
  /** Good days still needed; 0 when there are enough. */
  readonly stillNeeded: number;
  /** Bad days still affordable; 0 when there is none. */
  readonly affordable: number;
  /** Days missing at best; null while the goal can be met. */
  readonly outOfReachBy: number | null;
}

/**
 * Days of a kind counted towards a least number (`goal` good days) or under a
 * most (`goal` bad days), with `daysLeft` to go.
 */
export function dayQuota(input: {
  readonly done: number;
  readonly goal: number;
  readonly daysLeft: number;
  readonly way: "up" | "down";
}): DayQuota {
  const { done, goal, daysLeft, way } = input;
  if (way === "up") {
    const needed = Math.max(goal - done, 0);
    return {
      stillNeeded: needed,
      affordable: Math.max(daysLeft - needed, 0),
      outOfReachBy: needed > daysLeft ? needed - daysLeft : null,
    };
  }
  const room = goal - done;
  const affordable = Math.min(Math.max(room, 0), daysLeft);
  return {
    stillNeeded: daysLeft - affordable,
    affordable,
    outOfReachBy: room < 0 ? -room : null,
  };
}

/**
 * How many days of `total` the share asks for, judged rounded: the least number
 * of good days, or for `<=` and `<` the most bad ones. Null when no number of
 * days does.
 */
export function daysForShare(
  goal: Fraction,
  comparator: Comparator,
  decimals: number | null,
  total: number,
): number | null {
  const fits = (days: number): boolean => {
    const share = ratioOf(days * 100, total);
    const judged = decimals === null ? share : roundedFraction(share, decimals);
    return holds(judged, comparator, goal);
  };
  const up = comparator === ">=" || comparator === ">" || comparator === "=";
  for (let step = 0; step <= total; step += 1) {
    const days = up ? step : total - step;
    if (fits(days)) return days;
  }
  return null;
}
