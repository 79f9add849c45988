import type { Explain, TraceStep } from "../model/progress.ts";
import { type NotChosen, chooseFigure } from "./choose-figure.ts";
import { findBaseline } from "./find-baseline.ts";
import { fractionNumber } from "./fraction-number.ts";
import { Incomparable } from "./incomparable.ts";
import { JudgedTarget } from "./judged-target.ts";
import type { Group } from "./observation-index.ts";
import { openingSteps } from "./opening-steps.ts";
import type { RowContext } from "./row-context.ts";
import { type RowParts, numberOrNull, undecided } from "./row-fields.ts";
import type { HeldTarget } from "./held-target.ts";
import { appliesTo } from "./target-condition.ts";
import { type TargetBasis, stepsBeforeFigure } from "./target-basis.ts";

/** A target held against the figures of `group`. `groupSteps` says how the group was found. */
export function judgeTarget(
  context: RowContext,
  held: HeldTarget,
  group: Group,
  groupSteps: readonly TraceStep[],
): RowParts {
  const { target } = held;
  const { index, catalog } = context;
  const reading = held.read(catalog);
  if (reading.kind === "unreadable")
    return undecided(target, reading.indicator, reading.reason);
  const { indicator, window, goal } = reading;
  const condition = appliesTo(target, index, catalog);
  if (condition.kind !== "applies")
    return undecided(target, indicator, condition.reason, {
      fields: { target: fractionNumber(goal) },
      trace: () => [
        ...openingSteps(held, goal, indicator, groupSteps),
        ...condition.explain(),
      ],
    });
  const shareOfDays = context.sharesOfDays.has(indicator.code);
  const basis: TargetBasis = {
    context,
    held,
    target,
    group,
    groupSteps,
    indicator,
    window,
    goal,
    milestones: reading.milestones,
    condition,
    baseline:
      reading.baseline ??
      findBaseline({ target, window, index, group, indicator }),
    shareOfDays,
  };
  const chosen = chooseFigure({
    index,
    group,
    indicator,
    window,
    cumulative: target.cumulative,
    horizon: context.horizon,
    shareOfDays,
  });
  if (chosen.kind === "none") return withoutFigure(basis, chosen);
  return chosen.comparable
    ? new JudgedTarget(basis, chosen)
    : new Incomparable(basis, chosen.figure);
}

function withoutFigure(basis: TargetBasis, chosen: NotChosen): RowParts {
  const { context, target, indicator, goal, baseline } = basis;
  const problem =
    chosen.reason === "progress.no_actual"
      ? context.formulaErrors.get(target.indicator)
      : undefined;
  const reason = problem === undefined ? chosen.reason : "progress.formula_bad";
  const trace: Explain = () => [
    ...stepsBeforeFigure(basis),
    ...chosen.explain(),
    ...(problem === undefined
      ? []
      : [{ code: problem.code, params: problem.params }]),
  ];
  return undecided(target, indicator, reason, {
    fields: {
      period: chosen.period,
      baseline: numberOrNull(baseline.value),
      target: fractionNumber(goal),
    },
    source: chosen.source,
    reasons: { baseline: baseline.reason },
    trace,
  });
}
