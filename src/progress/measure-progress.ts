import {
  type Fraction,
  compareFractions,
  divideFractions,
  fractionOf,
  subtractFractions,
} from "../model/fraction.ts";
import type { IndicatorKind } from "../model/indicator.ts";
import type { TraceStep } from "../model/progress.ts";
import { fractionNumber, tracedNumber } from "./fraction-number.ts";
import { type Expected, type PathInput, expectedBy } from "./path.ts";

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
  explain(): readonly TraceStep[];
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
  readonly path: PathInput;
  readonly kind: IndicatorKind;
  readonly way: "up" | "down" | "none";
  readonly growing: boolean;
}): Measured {
  const { actual, goal, baseline, kind, way, growing } = input;
  const adds = kind === "sum" || kind === "days";
  if (growing && way === "down") return underCap;
  const fromZero =
    (way === "up" && growing) ||
    (baseline === null && (kind === "reduction" || (adds && way === "up")));
  const start = fromZero ? zero : baseline;
  const expected = expectedBy(input.path, start);
  if (start === null) return new FromNowhere(expected, input.noBaseline);
  return new OnTheWay(actual, start, goal, expected, fromZero);
}

/** Progress from a start that is known. */
class OnTheWay implements Measured {
  readonly progress: Fraction | null;
  readonly start: Fraction;
  readonly #actual: Fraction;
  readonly #goal: Fraction;
  readonly #path: Expected;
  readonly #fromZero: boolean;

  constructor(
    actual: Fraction,
    start: Fraction,
    goal: Fraction,
    path: Expected,
    fromZero: boolean,
  ) {
    this.progress = divideFractions(
      subtractFractions(actual, start),
      subtractFractions(goal, start),
    );
    this.start = start;
    this.#actual = actual;
    this.#goal = goal;
    this.#path = path;
    this.#fromZero = fromZero;
  }

  get progressReason(): string {
    if (this.progress !== null) return "";
    return this.#fromZero
      ? "progress.zero_goal"
      : "progress.goal_equals_baseline";
  }

  get expected(): Fraction | null {
    return this.#path.value;
  }

  get expectedReason(): string {
    return this.#path.value === null ? this.#path.reason : "";
  }

  get expectedShare(): Fraction | null {
    return this.#path.share;
  }

  explain(): readonly TraceStep[] {
    const { progress, start } = this;
    if (progress === null) return this.#path.explain();
    return [
      {
        code: this.#fromZero ? "progress.step_ratio" : "progress.step_progress",
        params: {
          actual: tracedNumber(this.#actual),
          baseline: fractionNumber(start),
          goal: fractionNumber(this.#goal),
          progress: tracedNumber(progress),
        },
      },
      ...this.#path.explain(),
    ];
  }
}

/** No start: no progress, though a path may ask for something. */
class FromNowhere implements Measured {
  readonly progress = null;
  readonly start = null;
  readonly progressReason: string;
  readonly #path: Expected;

  constructor(path: Expected, reason: string) {
    this.#path = path;
    this.progressReason = reason;
  }

  get expected(): Fraction | null {
    return this.#path.value;
  }

  get expectedReason(): string {
    return this.#path.value === null ? this.progressReason : "";
  }

  get expectedShare(): Fraction | null {
    return this.#path.share;
  }

  explain(): readonly TraceStep[] {
    return this.#path.explain();
  }
}

const zero = fractionOf(0);

const underCap: Measured = {
  progress: null,
  progressReason: "progress.cap",
  start: null,
  expected: null,
  expectedReason: "progress.cap",
  expectedShare: null,
  explain: () => [],
};

/** True when going from the baseline to the actual went away from what the comparator asks. */
export function movedAway(
  actual: Fraction,
  baseline: Fraction,
  way: "up" | "down" | "none",
): boolean {
  const order = compareFractions(actual, baseline);
  return way === "up" ? order < 0 : way === "down" ? order > 0 : false;
}
