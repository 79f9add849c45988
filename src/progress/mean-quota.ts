import {
  type Fraction,
  addFractions,
  divideFractions,
  fractionOf,
  multiplyFractions,
  negateFraction,
  roundedFraction,
  subtractFractions,
} from "../model/fraction.ts";
import type { Comparator } from "../model/target.ts";
import { holds } from "./compare.ts";
import { wholeFraction } from "./fraction-number.ts";

export interface MeanQuota {
  /** (T·N − C·n)/(N−n): what the mean over the rest may be for the year to come out at the goal. */
  readonly strict: Fraction;
  /** The same for the last yearly mean that still rounds to the goal. */
  readonly edge: Fraction;
  /** By how much the goal is missed at best; null while it can be met. */
  readonly outOfReachBy: Fraction | null;
}

/**
 * 以月保年: what the rest of a period may be, given the mean `mean` over its
 * first `daysDone` of `daysTotal` days and a goal that is judged rounded to
 * `decimals`. Concentrations cannot be negative: where not even 0 for the rest
 * would do, judged rounded, the goal is out of reach.
 * @throws when no day is left.
 */
export function meanQuota(input: {
  readonly goal: Fraction;
  readonly comparator: Comparator;
  readonly decimals: number | null;
  readonly mean: Fraction;
  readonly daysDone: number;
  readonly daysTotal: number;
}): MeanQuota {
  const { goal, comparator, mean, daysDone, daysTotal } = input;
  const left = daysTotal - daysDone;
  if (left <= 0)
    throw new Error(`no day left: ${daysDone} of ${daysTotal} are over`);
  const spent = multiplyFractions(mean, wholeFraction(daysDone));
  const rest = (yearly: Fraction): Fraction =>
    divide(
      subtractFractions(
        multiplyFractions(yearly, wholeFraction(daysTotal)),
        spent,
      ),
      left,
    );
  const lessIsBetter = comparator !== ">=" && comparator !== ">";
  const best = divide(spent, daysTotal);
  const judged =
    input.decimals === null ? best : roundedFraction(best, input.decimals);
  const reachable = holds(judged, comparator === "=" ? "<=" : comparator, goal);
  return {
    strict: rest(goal),
    edge: rest(roundingEdge(goal, comparator, input.decimals)),
    outOfReachBy:
      lessIsBetter && !reachable ? subtractFractions(best, goal) : null,
  };
}

/**
 * The furthest exact value that can still round to a value for which the
 * comparator holds: half a unit of the last decimal beyond the goal, short of
 * it for `<` and `>`. The goal itself where nothing is rounded.
 */
export function roundingEdge(
  goal: Fraction,
  comparator: Comparator,
  decimals: number | null,
): Fraction {
  if (decimals === null) return goal;
  const half = fractionOf({ digits: 5n, scale: decimals + 1 });
  const beyond =
    comparator === "<=" || comparator === "=" || comparator === ">";
  return addFractions(goal, beyond ? half : negateFraction(half));
}

function divide(value: Fraction, by: number): Fraction {
  return divideFractions(value, wholeFraction(by)) ?? value;
}
