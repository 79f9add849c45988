import {
  type Fraction,
  addFractions,
  compareFractions,
  divideFractions,
  multiplyFractions,
  subtractFractions,
} from "../model/fraction.ts";
import type { IndicatorKind } from "../model/indicator.ts";
import type { TraceStep } from "../model/progress.ts";
import { fractionNumber, tracedNumber } from "./fraction-number.ts";

/** Progress and the value expected on the straight path; null with the code of the reason. */
export interface Measured {
  readonly progress: Fraction | null;
  readonly progressReason: string;
  readonly expected: Fraction | null;
  readonly expectedReason: string;
  readonly steps: readonly TraceStep[];
}

/**
 * progress = (x−b)/(g−b) and expected = b + (g−b)·share. A reduction without a
 * baseline starts from 0 (r/R), and so does an amount towards a goal (x/g). A
 * growing amount under a cap has no progress, only an allowance.
 */
export function measureProgress(input: {
  readonly actual: Fraction;
  readonly goal: Fraction;
  readonly baseline: Fraction | null;
  readonly noBaseline: string;
  readonly share: Fraction | null;
  readonly kind: IndicatorKind;
  readonly way: "up" | "down" | "none";
  readonly growing: boolean;
}): Measured {
  const { actual, goal, baseline, share, kind, way, growing } = input;
  const adds = kind === "sum" || kind === "days";
  if (growing && way === "down") return without("progress.cap");
  const fromZero =
    (way === "up" && growing) ||
    (baseline === null && (kind === "reduction" || (adds && way === "up")));
  const start = fromZero ? zero : baseline;
  if (start === null) return without(input.noBaseline);
  const whole = subtractFractions(goal, start);
  const done = subtractFractions(actual, start);
  const progress = divideFractions(done, whole);
  const expected =
    share === null
      ? null
      : addFractions(start, multiplyFractions(whole, share));
  const steps: TraceStep[] = [];
  if (progress !== null)
    steps.push({
      code: fromZero ? "progress.step_ratio" : "progress.step_progress",
      params: {
        actual: fractionNumber(actual),
        baseline: fractionNumber(start),
        goal: fractionNumber(goal),
        progress: tracedNumber(progress),
      },
    });
  if (expected !== null && share !== null)
    steps.push({
      code: "progress.step_expected",
      params: {
        baseline: fractionNumber(start),
        goal: fractionNumber(goal),
        share: tracedNumber(share),
        expected: tracedNumber(expected),
      },
    });
  return {
    progress,
    progressReason:
      progress !== null
        ? ""
        : fromZero
          ? "progress.zero_goal"
          : "progress.goal_equals_baseline",
    expected,
    expectedReason: expected === null ? "progress.no_start" : "",
    steps,
  };
}

const zero: Fraction = { n: 0n, d: 1n };

function without(reason: string): Measured {
  return {
    progress: null,
    progressReason: reason,
    expected: null,
    expectedReason: reason,
    steps: [],
  };
}

/** True when going from the baseline to the actual went away from what the comparator asks. */
export function movedAway(
  actual: Fraction,
  baseline: Fraction,
  way: "up" | "down" | "none",
): boolean {
  const order = compareFractions(actual, baseline);
  return way === "up" ? order < 0 : way === "down" ? order > 0 : false;
}
