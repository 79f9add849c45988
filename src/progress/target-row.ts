import type { Explain, TraceStep } from "../model/progress.ts";
import { type NotChosen, chooseFigure } from "./choose-figure.ts";
import { type Counted, countedFigure } from "./counted-figure.ts";
import { type Baseline, findBaseline } from "./find-baseline.ts";
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
  const counted = countedFigure({
    context,
    group,
    indicator,
    window,
    target,
    goal,
  });
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
      startOf(
        findBaseline({ target, window, index, group, indicator }),
        counted,
      ),
    shareOfDays,
    counted,
  };
  const chosen =
    counted?.chosen ??
    chooseFigure({
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

/** A baseline that somebody states comes before the one that is counted. */
function startOf(found: Baseline, counted: Counted | null): Baseline {
  return found.value === null && counted !== null ? counted.baseline : found;
}

function withoutFigure(basis: TargetBasis, chosen: NotChosen): RowParts {
  const { context, target, indicator, goal, baseline } = basis;
  const problem =
    chosen.reason === "progress.no_actual"
      ? context.formulaErrors.get(target.indicator)
      : undefined;
  const records = recordsElsewhere(basis, chosen);
  const reason =
    problem !== undefined
      ? "progress.formula_bad"
      : records === null
        ? chosen.reason
        : "progress.no_records";
  const trace: Explain = () => [
    ...stepsBeforeFigure(basis),
    ...chosen.explain(),
    ...(records ?? []),
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

/** What is said where a region has no record of what is counted; null where that is not the trouble. */
function recordsElsewhere(
  { context: { ledger, horizon }, indicator, counted }: TargetBasis,
  { reason }: NotChosen,
): readonly TraceStep[] | null {
  const { counts } = indicator;
  if (
    counts === undefined ||
    counts.part === "all" ||
    counts.part === "done" ||
    counted !== null ||
    reason !== "progress.no_actual"
  )
    return null;
  const count = ledger?.size(counts.kind, horizon - 1) ?? 0;
  return count === 0
    ? []
    : [{ code: "progress.step_ledger_elsewhere", params: { count } }];
}
