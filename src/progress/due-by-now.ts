import type { Fraction } from "../model/fraction.ts";
import type { TraceStep } from "../model/progress.ts";
import { fractionNumber } from "./fraction-number.ts";
import type { Measured } from "./measure-progress.ts";

const whole: Fraction = { n: 1n, d: 1n };

/** Progress of what must hold all the time: what was due by now is asked for whole, and time gone has no say. */
export class DueByNow implements Measured {
  readonly #measured: Measured;
  readonly #goal: Fraction;

  constructor(measured: Measured, goal: Fraction) {
    this.#measured = measured;
    this.#goal = goal;
  }

  get progress(): Fraction | null {
    return this.#measured.progress;
  }

  get progressReason(): string {
    return this.#measured.progressReason;
  }

  get start(): Fraction | null {
    return this.#measured.start;
  }

  get expected(): Fraction {
    return this.#goal;
  }

  get expectedReason(): string {
    return "";
  }

  get expectedShare(): Fraction {
    return whole;
  }

  explain(): readonly TraceStep[] {
    const [ratio] = this.#measured.explain();
    return [
      ...(this.progress === null || ratio === undefined ? [] : [ratio]),
      {
        code: "progress.step_expected_due",
        params: { goal: fractionNumber(this.#goal) },
      },
    ];
  }
}
