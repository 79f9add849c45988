import { decimalText } from "../model/decimal.ts";
import {
  type Fraction,
  asDecimal,
  roundedFraction,
} from "../model/fraction.ts";
import type { Indicator } from "../model/indicator.ts";
import type { TraceStep } from "../model/progress.ts";
import type { Target } from "../model/target.ts";
import type { Figure } from "./figure.ts";
import type { Baseline } from "./find-baseline.ts";
import { tracedNumber } from "./fraction-number.ts";
import type { Group } from "./observation-index.ts";
import type { Corner } from "./path.ts";
import { openingSteps } from "./opening-steps.ts";
import type { HeldTarget } from "./held-target.ts";
import type { Applies } from "./target-condition.ts";
import type { RowContext } from "./row-context.ts";
import type { TargetWindow } from "./target-window.ts";

/** What a target is judged from, before its figure is chosen. */
export interface TargetBasis {
  readonly context: RowContext;
  readonly held: HeldTarget;
  readonly target: Target;
  readonly group: Group;
  /** How the group was found. */
  readonly groupSteps: readonly TraceStep[];
  readonly indicator: Indicator;
  readonly window: TargetWindow;
  /** In the indicator's unit. */
  readonly goal: Fraction;
  readonly milestones: readonly Corner[];
  readonly condition: Applies;
  readonly baseline: Baseline;
  readonly shareOfDays: boolean;
}

/** The target, whether it applies, and where it starts. */
export function stepsBeforeFigure(basis: TargetBasis): readonly TraceStep[] {
  const { held, goal, indicator, groupSteps, condition, baseline } = basis;
  return [
    ...openingSteps(held, goal, indicator, groupSteps),
    ...condition.explain(),
    ...baseline.explain(),
  ];
}

/** A figure as it is judged: rounded once to `decimals`, as it is where there are none. */
export function roundedFigure(
  figure: Figure,
  decimals: number | null,
): Fraction {
  return decimals === null
    ? figure.value
    : roundedFraction(figure.exact, decimals);
}

/** The target and its figure, up to the rounding. */
export function stepsToRounded(
  basis: TargetBasis,
  figure: Figure,
  decimals: number | null,
): readonly TraceStep[] {
  const steps = [...stepsBeforeFigure(basis), ...figure.explain()];
  if (decimals !== null)
    steps.push({
      code: "progress.step_rounded",
      params: {
        value: tracedNumber(figure.exact),
        decimals,
        rounded: decimalText(asDecimal(roundedFigure(figure, decimals))),
      },
    });
  return steps;
}
