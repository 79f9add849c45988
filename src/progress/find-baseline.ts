import { type Fraction, fractionOf } from "../model/fraction.ts";
import type { Indicator } from "../model/indicator.ts";
import { yearPeriod } from "../model/period.ts";
import type { Explain } from "../model/progress.ts";
import type { Target } from "../model/target.ts";
import { candidatesOf, figureAt } from "./candidates.ts";
import { fractionNumber } from "./fraction-number.ts";
import type { Group, ObservationIndex } from "./observation-index.ts";
import type { TargetWindow } from "./target-window.ts";

export interface Baseline {
  /** In the indicator's unit; null when nobody stated one. */
  readonly value: Fraction | null;
  /** Why there is none. */
  readonly reason: string;
  readonly explain: Explain;
}

/**
 * The value at the start of the window of a target that states none: a 基准值 of
 * a sheet, else the recorded figure of the base year (said in the trace). A
 * reduction starts from nothing and takes only stated ones.
 */
export function findBaseline(input: {
  readonly target: Target;
  readonly window: TargetWindow;
  readonly index: ObservationIndex;
  readonly group: Group;
  readonly indicator: Indicator;
}): Baseline {
  const { target, window, index, group, indicator } = input;
  const stated = group.stated.get("baseline");
  for (const code of [target.base, target.from, target.deadline]) {
    const observation = stated?.get(code);
    const value = observation?.value;
    if (observation !== undefined && typeof value === "number")
      return {
        value: fractionOf(value),
        reason: "",
        explain: () => [
          {
            code: "progress.step_baseline",
            params: {
              value,
              unit: indicator.unit,
              period: code,
            },
            sources: [observation.source],
          },
        ],
      };
  }
  return recorded(window, index, group, indicator);
}

function recorded(
  window: TargetWindow,
  index: ObservationIndex,
  group: Group,
  indicator: Indicator,
): Baseline {
  const none: Baseline = {
    value: null,
    reason: "progress.no_baseline",
    explain: () => [],
  };
  if (window.baseYear === null || indicator.kind === "reduction") return none;
  const year = yearPeriod(window.baseYear);
  const of = { index, group, indicator };
  const figure = figureAt(candidatesOf(of, year.end, year.end - 1), year);
  if (figure === null) return none;
  const { value } = figure;
  return {
    value,
    reason: "",
    explain: () => [
      {
        code: "progress.step_baseline_recorded",
        params: {
          value: fractionNumber(value),
          unit: indicator.unit,
          period: year.code,
        },
        sources: figure.source === null ? [] : [figure.source],
      },
    ],
  };
}
