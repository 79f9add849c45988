import {
  type Fraction,
  compareFractions,
  divideFractions,
  subtractFractions,
} from "../model/fraction.ts";
import type { IndicatorKind } from "../model/indicator.ts";
import type { Explain } from "../model/progress.ts";
import { fractionNumber, tracedNumber } from "./fraction-number.ts";
import type { Expected } from "./path.ts";

/** Progress and the value expected on the path; null with the code of the reason. */
export interface Measured {
  readonly progress: Fraction | null;
  readonly progressReason: string;
  /** Where the target starts from; null when nobody knows. */
  readonly start: Fraction | null;
  readonly expected: Fraction | null;
  readonly expectedReason: string;
  /** The part of the way expected by now. */
  readonly expectedShare: Fraction | null;
  readonly explain: Explain;
}

/**
 * progress = (x−b)/(g−b), and what the path asks for. A reduction without a
 * baseline starts from 0 (r/R), and so does an amount towards a goal (x/g). A
 * growing amount under a cap has no progress, only an allowance.
 */
export function measureProgress(input: {
  readonly actual: Fraction;
  readonly goal: Fraction;
  readonly baseline: Fraction | null;
  readonly noBaseline: string;
  /** What the path asks for from a start. */
  readonly path: (start: Fraction | null) => Expected;
  readonly kind: IndicatorKind;
  readonly way: "up" | "down" | "none";
  readonly growing: boolean;
}): Measured {
  const { actual, goal, baseline, kind, way, growing } = input;
  const adds = kind === "sum" || kind === "days";
  if (growing && way === "down") return without("progress.cap");
  const fromZero =
    (way === "up" && growing) ||
    (baseline === null && (kind === "reduction" || (adds && way === "up")));
  const start = fromZero ? zero : baseline;
  const expected = input.path(start);
  if (start === null)
    return {
      progress: null,
      progressReason: input.noBaseline,
      start,
      expected: expected.value,
      expectedReason: expected.value === null ? input.noBaseline : "",
      expectedShare: expected.share,
      explain: expected.explain,
    };
  const progress = divideFractions(
    subtractFractions(actual, start),
    subtractFractions(goal, start),
  );
  return {
    progress,
    progressReason:
      progress !== null
        ? ""
        : fromZero
          ? "progress.zero_goal"
          : "progress.goal_equals_baseline",
    start,
    expected: expected.value,
    expectedReason: expected.value === null ? expected.reason : "",
    expectedShare: expected.share,
    explain: () => [
      ...(progress === null
        ? []
        : [
            {
              code: fromZero ? "progress.step_ratio" : "progress.step_progress",
              params: {
                actual: tracedNumber(actual),
                baseline: fractionNumber(start),
                goal: fractionNumber(goal),
                progress: tracedNumber(progress),
              },
            },
          ]),
      ...expected.explain(),
    ],
  };
}

const zero: Fraction = { n: 0n, d: 1n };

function without(reason: string): Measured {
  return {
    progress: null,
    progressReason: reason,
    start: null,
    expected: null,
    expectedReason: reason,
    expectedShare: null,
    explain: () => [],
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
