import {
  type Fraction,
  divideFractions,
  signOf,
  subtractFractions,
} from "../model/fraction.ts";
import { powerOf } from "./fixed-point.ts";
import { tracedNumber } from "./fraction-number.ts";
import type { Paced } from "./judge-status.ts";
import type { TimeShare } from "./target-window.ts";

/**
 * CAGRo ÷ CAGRr, the yearly rate of change so far over the yearly rate that
 * leads to the goal (Open SDG). Missing where a figure is not positive or no
 * change is asked for.
 */
export function compoundPace(input: {
  readonly start: Fraction;
  readonly value: Fraction;
  readonly goal: Fraction;
  readonly time: TimeShare;
}): Paced {
  const { start, value, goal, time } = input;
  const observed = yearlyRate(start, value, time.elapsed);
  const required = yearlyRate(start, goal, time.total);
  const pace =
    observed === null || required === null
      ? null
      : divideFractions(observed, required);
  if (observed === null || required === null || pace === null)
    return {
      value: null,
      reason:
        observed === null || required === null
          ? "progress.compound_needs_positive"
          : "progress.goal_equals_baseline",
      explain: () => [],
    };
  return {
    value: pace,
    reason: "",
    explain: () => [
      {
        code: "progress.step_pace_compound",
        params: {
          observed: tracedNumber(observed),
          required: tracedNumber(required),
          pace: tracedNumber(pace),
        },
      },
    ],
  };
}

/** (to ÷ from)^(1 ÷ years) − 1. */
function yearlyRate(
  from: Fraction,
  to: Fraction,
  years: Fraction,
): Fraction | null {
  const ratio =
    signOf(from) > 0 && signOf(to) > 0 ? divideFractions(to, from) : null;
  const power =
    ratio === null || years.n <= 0n
      ? null
      : powerOf(ratio, { n: years.d, d: years.n });
  return power === null ? null : subtractFractions(power, { n: 1n, d: 1n });
}
