import type { DayNumber } from "../model/calendar.ts";
import type { Catalog } from "../model/catalog.ts";
import type { IndicatorCode } from "../model/codes.ts";
import {
  type Decimal,
  decimalNumber,
  decimalText,
  roundDecimal,
} from "../model/decimal.ts";
import { type Fraction, compareFractions } from "../model/fraction.ts";
import type { Indicator } from "../model/indicator.ts";
import type { ProgressRow, TraceStep } from "../model/progress.ts";
import type { Target } from "../model/target.ts";
import { type Chosen, type NotChosen, chooseFigure } from "./choose-figure.ts";
import { gapTo, holds, wayOf } from "./compare.ts";
import { convertText } from "./convert-goal.ts";
import { type Baseline, findBaseline } from "./find-baseline.ts";
import type { FormulaError } from "./formula.ts";
import {
  decimalsNeeded,
  fractionNumber,
  fractionOfDecimal,
} from "./fraction-number.ts";
import { judgeStatus } from "./judge-status.ts";
import { measureProgress, movedAway } from "./measure-progress.ts";
import type { Group, ObservationIndex } from "./observation-index.ts";
import { type WhatRemains, whatRemains } from "./remaining.ts";
import { needsSameMonths, yearEquivalent } from "./same-months.ts";
import {
  blank,
  numberOrNull,
  reasonsOf,
  undecided,
  without,
} from "./row-fields.ts";
import type { HeldTarget } from "./sheet-targets.ts";
import { type TargetWindow, targetWindow, timeShare } from "./target-window.ts";

export interface RowContext {
  readonly index: ObservationIndex;
  readonly catalog: Catalog;
  /** First day not known yet: the day after `asOf`. */
  readonly horizon: DayNumber;
  /** Ratios whose formula counts days. */
  readonly sharesOfDays: ReadonlySet<IndicatorCode>;
  /** Why an indicator's formula derives nothing. */
  readonly formulaErrors: ReadonlyMap<IndicatorCode, FormulaError>;
}

/** A target held against the figures of `group`. `groupSteps` says how the group was found. */
export function targetRow(
  context: RowContext,
  held: HeldTarget,
  group: Group,
  groupSteps: readonly TraceStep[],
): ProgressRow {
  const { target } = held;
  const { index, catalog } = context;
  const indicator = catalog.indicators.get(target.indicator);
  if (indicator === undefined)
    return undecided(target, null, "progress.unknown_indicator");
  const window = targetWindow(target);
  if (window === null)
    return undecided(target, indicator, "progress.bad_window");
  const goal = convertText(
    target.goal,
    target.unit,
    indicator.unit,
    catalog.units,
  );
  if (goal.kind === "error") return undecided(target, indicator, goal.reason);
  const opening: TraceStep[] = [targetStep(held, goal.value, indicator)];
  if (target.unit !== indicator.unit)
    opening.push({
      code: "progress.step_converted",
      params: {
        value: target.goal,
        from: target.unit,
        goal: fractionNumber(goal.value),
        unit: indicator.unit,
      },
    });
  if (target.confidence === "unverified")
    opening.push({ code: "progress.step_unverified", params: {} });
  opening.push(...groupSteps);
  const baseline = findBaseline({
    target,
    window,
    index,
    group,
    indicator,
    units: catalog.units,
  });
  const chosen = chooseFigure({
    index,
    group,
    indicator,
    window,
    cumulative: target.cumulative,
    horizon: context.horizon,
  });
  const common = {
    context,
    target,
    group,
    indicator,
    window,
    goal: goal.value,
    baseline,
    opening,
  };
  return chosen.kind === "none"
    ? rowWithoutFigure(common, chosen)
    : rowWithFigure(common, chosen);
}

interface Common {
  readonly context: RowContext;
  readonly target: Target;
  readonly group: Group;
  readonly indicator: Indicator;
  readonly window: TargetWindow;
  readonly goal: Fraction;
  readonly baseline: Baseline;
  readonly opening: readonly TraceStep[];
}

function rowWithoutFigure(common: Common, chosen: NotChosen): ProgressRow {
  const { context, target, indicator, goal, baseline, opening } = common;
  const problem =
    chosen.reason === "progress.no_actual"
      ? context.formulaErrors.get(target.indicator)
      : undefined;
  const reason = problem === undefined ? chosen.reason : "progress.formula_bad";
  const row = undecided(target, indicator, reason);
  return {
    ...row,
    period: chosen.period,
    baseline: numberOrNull(baseline.value),
    target: fractionNumber(goal),
    reasons: {
      ...without(row.reasons, "target", "baseline"),
      actual: reason,
      ...(baseline.value === null ? { baseline: baseline.reason } : {}),
    },
    trace: [
      ...opening,
      ...baseline.steps,
      ...chosen.steps,
      ...(problem === undefined
        ? []
        : [{ code: problem.code, params: problem.params }]),
    ],
    source: chosen.source,
  };
}

function rowWithFigure(common: Common, chosen: Chosen): ProgressRow {
  const { context, target, group, indicator, window, goal, baseline } = common;
  const { figure, growsFrom, comparable } = chosen;
  const { comparator } = target;
  const actual = fractionOfDecimal(figure.value);
  const decimals = judgedDecimals(indicator, figure.decimals, goal);
  const rounded: Decimal =
    decimals === null ? figure.value : roundDecimal(figure.value, decimals);
  const judged = fractionOfDecimal(rounded);
  const way = wayOf(comparator, indicator);
  const final = figure.period.end === window.deadline.end;
  // A cap's final amount is a level like any other.
  const growing = growsFrom !== null && !(final && way === "down");
  const trace: TraceStep[] = [
    ...common.opening,
    ...baseline.steps,
    ...figure.steps,
  ];
  if (decimals !== null)
    trace.push({
      code: "progress.step_rounded",
      params: {
        value: decimalNumber(figure.value),
        decimals,
        rounded: decimalText(rounded),
      },
    });
  const fields = {
    ...blank(target, indicator),
    period: figure.period.code,
    actual: decimalNumber(figure.value),
    decimals,
    baseline: numberOrNull(baseline.value),
    target: fractionNumber(goal),
    forecast: forecastOf(group, window),
    source: figure.source,
  };
  if (!comparable) {
    const reason = "progress.period_not_comparable";
    return {
      ...fields,
      status: "无法判定",
      reasons: reasonsOf(fields, {
        all: reason,
        baseline: baseline.reason,
        status: reason,
      }),
      trace: [
        ...trace,
        {
          code: "progress.step_not_comparable",
          params: {
            period: figure.period.code,
            deadline: window.deadline.code,
          },
        },
      ],
    };
  }

  const achieved = holds(judged, comparator, goal);
  const gap = gapTo(judged, comparator, goal);
  trace.push({
    code: achieved ? "progress.step_holds" : "progress.step_fails",
    params: {
      actual: decimalText(rounded),
      comparator,
      goal: fractionNumber(goal),
      gap: fractionNumber(gap),
      unit: indicator.unit,
    },
  });
  const since =
    growing && (window.open === null || growsFrom > window.open)
      ? growsFrom
      : null;
  const time = timeShare(window, figure.period, since);
  const seasonal = needsSameMonths(figure.period, window, indicator)
    ? yearEquivalent({
        index: context.index,
        group,
        indicator,
        figure,
        window,
        baseline: baseline.value,
      })
    : undefined;
  const share = time?.share ?? null;
  const measured =
    seasonal === null
      ? {
          progress: null,
          progressReason: "progress.no_same_months",
          expected: null,
          expectedReason: "progress.no_same_months",
          steps: [],
        }
      : measureProgress({
          actual: seasonal?.value ?? actual,
          goal,
          baseline: baseline.value,
          noBaseline: baseline.reason,
          share,
          kind: indicator.kind,
          way,
          growing,
        });
  if (time !== null) trace.push(time.step);
  if (seasonal !== undefined && seasonal !== null) trace.push(seasonal.step);
  trace.push(...measured.steps);
  const left: WhatRemains = whatRemains({
    indicator,
    comparator,
    goal,
    actual,
    figure: figure.period,
    deadline: window.deadline,
    decimals,
    growing,
    achieved,
    shareOfDays: context.sharesOfDays.has(indicator.code),
  });
  const verdict = judgeStatus({
    achieved,
    final,
    settled: growing && way === "up" && comparator !== "=",
    lost: left.lost,
    wentBack:
      !growing && wentBack(common, judged, seasonal?.value ?? judged, way),
    progress: measured.progress,
    progressReason: measured.progressReason,
    share,
    rules: context.catalog.statusRules,
  });
  trace.push(...verdict.steps, ...left.steps);
  // The window has closed without its last figure: only what cannot be lost any more is judged.
  const overdue =
    !final &&
    window.deadline.end <= context.horizon &&
    verdict.status !== "已达标";
  if (overdue)
    trace.push({
      code: "progress.step_final_missing",
      params: { deadline: window.deadline.code, period: figure.period.code },
    });
  const computed = {
    ...fields,
    progress: numberOrNull(measured.progress),
    timeShare: numberOrNull(share),
    expected: numberOrNull(measured.expected),
    paceRatio: numberOrNull(verdict.pace),
    gap: fractionNumber(gap),
    status: overdue ? ("无法判定" as const) : verdict.status,
    remaining: overdue
      ? ({ kind: "none", reason: "progress.final_missing" } as const)
      : left.remaining,
  };
  return {
    ...computed,
    reasons: {
      ...reasonsOf(computed, {
        all: "progress.no_actual",
        baseline: baseline.reason,
        progress: measured.progressReason,
        timeShare: "progress.no_start",
        expected: measured.expectedReason,
        paceRatio: verdict.paceReason,
        status: overdue ? "progress.final_missing" : verdict.reason,
      }),
      ...(overdue ? { final: "progress.final_missing" } : {}),
    },
    trace,
  };
}

function wentBack(
  { goal, baseline, target }: Common,
  judged: Fraction,
  compared: Fraction,
  way: "up" | "down" | "none",
): boolean {
  const start = baseline.value;
  if (start === null || holds(judged, target.comparator, goal)) return false;
  return (
    (holds(start, target.comparator, goal) ||
      compareFractions(start, goal) === 0) &&
    movedAway(compared, start, way)
  );
}

/** The indicator's decimals, else those shown; never coarser than the goal's own, as GB/T 8170 compares. */
function judgedDecimals(
  indicator: Indicator,
  shown: number | null,
  goal: Fraction,
): number | null {
  const own = indicator.decimals ?? shown;
  if (own === null) return null;
  return Math.max(own, decimalsNeeded(goal) ?? 0);
}

function forecastOf(group: Group, window: TargetWindow): number | null {
  const value = group.stated.get("forecast")?.get(window.deadline.code)?.value;
  return typeof value === "number" ? value : null;
}

function targetStep(
  { target, observation }: HeldTarget,
  goal: Fraction,
  indicator: Indicator,
): TraceStep {
  return {
    code: "progress.step_target",
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
  };
}
