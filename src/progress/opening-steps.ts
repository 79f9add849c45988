import type { Fraction } from "../model/fraction.ts";
import type { Indicator } from "../model/indicator.ts";
import type { TraceStep } from "../model/progress.ts";
import { fractionNumber } from "./fraction-number.ts";
import type { HeldTarget } from "./held-target.ts";

/** What the target says, `goal` in the indicator's unit, and how its figures were found. */
export function openingSteps(
  held: HeldTarget,
  goal: Fraction,
  indicator: Indicator,
  groupSteps: readonly TraceStep[],
): readonly TraceStep[] {
  const { target, observation } = held;
  const steps: TraceStep[] = [
    {
      code:
        target.from === "" ? "progress.step_target_by" : "progress.step_target",
      params: {
        comparator: target.comparator,
        goal: fractionNumber(goal),
        unit: indicator.unit,
        from: target.from || "—",
        deadline: target.deadline,
        plan: target.plan || "—",
        source: target.source || "—",
      },
      ...(observation === null ? {} : { sources: [observation.source] }),
    },
  ];
  if (target.unit !== indicator.unit)
    steps.push({
      code: "progress.step_converted",
      params: {
        value: target.goal,
        from: target.unit,
        goal: fractionNumber(goal),
        unit: indicator.unit,
      },
    });
  if (target.confidence === "unverified")
    steps.push({ code: "progress.step_unverified", params: {} });
  steps.push(...groupSteps);
  return steps;
}
