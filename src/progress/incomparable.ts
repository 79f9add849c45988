import { decimalFractionNumber } from "../model/fraction.ts";
import type { ProgressRow, TraceStep } from "../model/progress.ts";
import type { Figure } from "./figure.ts";
import type { Forecast } from "./forecast.ts";
import { fractionNumber } from "./fraction-number.ts";
import { judgedDecimals } from "./judged-decimals.ts";
import { type RowParts, blank, numberOrNull, reasonsOf } from "./row-fields.ts";
import { Row } from "./row.ts";
import {
  type TargetBasis,
  roundedFigure,
  stepsToRounded,
} from "./target-basis.ts";

const reason = "progress.period_not_comparable";

/** A target with a figure whose span says nothing about the goal's: both are shown, nothing is judged. */
export class Incomparable implements RowParts {
  readonly fields: Row;
  readonly #basis: TargetBasis;
  readonly #figure: Figure;

  constructor(basis: TargetBasis, figure: Figure) {
    const { target, indicator, goal, baseline } = basis;
    const decimals = judgedDecimals(indicator, figure.decimals, goal);
    this.#basis = basis;
    this.#figure = figure;
    this.fields = new Row({
      ...blank(target, indicator),
      period: figure.period.code,
      actual: decimalFractionNumber(figure.value),
      decimals,
      judged: decimalFractionNumber(roundedFigure(figure, decimals)),
      baseline: numberOrNull(baseline.value),
      target: fractionNumber(goal),
    });
  }

  source(): ProgressRow["source"] {
    return this.#figure.source;
  }

  forecast(): Forecast {
    return { kind: "none", reason };
  }

  rest(): null {
    return null;
  }

  reasons(): ProgressRow["reasons"] {
    return reasonsOf(this.fields, {
      all: reason,
      baseline: this.#basis.baseline.reason,
      status: reason,
    });
  }

  trace(): readonly TraceStep[] {
    const { period } = this.#figure;
    return [
      ...stepsToRounded(this.#basis, this.#figure, this.fields.decimals),
      {
        code: "progress.step_not_comparable",
        params: {
          period: period.code,
          deadline: this.#basis.window.deadline.code,
        },
      },
    ];
  }
}
