import type { DayNumber } from "../model/calendar.ts";
import type { Catalog } from "../model/catalog.ts";
import type { IndicatorCode } from "../model/codes.ts";
import { type Decimal, decimalNumber, decimalText } from "../model/decimal.ts";
import {
  type Fraction,
  compareFractions,
  roundFraction,
} from "../model/fraction.ts";
import type { Indicator } from "../model/indicator.ts";
import type {
  Explain,
  ProgressRow,
  Remaining,
  TraceStep,
} from "../model/progress.ts";
import type { Target } from "../model/target.ts";
import { type Chosen, type NotChosen, chooseFigure } from "./choose-figure.ts";
import { gapTo, holds, wayOf } from "./compare.ts";
import { compoundPace } from "./compound-pace.ts";
import { convertText } from "./convert-goal.ts";
import { candidates, figureOf } from "./figure.ts";
import { type Baseline, findBaseline } from "./find-baseline.ts";
import { forecast } from "./forecast.ts";
import type { FormulaError } from "./formula.ts";
import {
  decimalsNeeded,
  fractionNumber,
  fractionOfDecimal,
  tracedNumber,
} from "./fraction-number.ts";
import { granularity, lastYear } from "./granularity.ts";
import { judgeStatus } from "./judge-status.ts";
import {
  type Measured,
  measureProgress,
  movedAway,
} from "./measure-progress.ts";
import type { Group, ObservationIndex } from "./observation-index.ts";
import { type PathInput, cornersOf, expectedBy } from "./path.ts";
import { type WhatRemains, inPoints, whatRemains } from "./remaining.ts";
import { restOfWindow } from "./rest-of-window.ts";
import {
  type YearEquivalent,
  byProfile,
  needsSameMonths,
  yearEquivalent,
} from "./same-months.ts";
import { seasonalProfile } from "./seasonal-profile.ts";
import {
  type Fields,
  type Later,
  type RowParts,
  blank,
  numberOrNull,
  reasonsOf,
  rowOf,
  undecided,
} from "./row-fields.ts";
import type { HeldTarget } from "./sheet-targets.ts";
import { appliesTo } from "./target-condition.ts";
import {
  type TargetWindow,
  type TimeShare,
  targetWindow,
  timeShare,
} from "./target-window.ts";

export interface RowContext {
  readonly index: ObservationIndex;
  readonly catalog: Catalog;
  /** First day not known yet: the day after `asOf`. */
  readonly horizon: DayNumber;
  /** Ratios whose formula counts days. */
  readonly sharesOfDays: ReadonlySet<IndicatorCode>;
  /** Why an indicator's formula derives nothing. */
  readonly formulaErrors: ReadonlyMap<IndicatorCode, FormulaError>;
  /** What forecasts draw with: the same seed, the same numbers. Empty unless given. */
  readonly seed?: string;
}

/** A target held against the figures of `group`. `groupSteps` says how the group was found. */
export function targetRow(
  context: RowContext,
  held: HeldTarget,
  group: Group,
  groupSteps: readonly TraceStep[],
): ProgressRow {
  const { fields, later } = judgeTarget(context, held, group, groupSteps);
  return rowOf(fields, later);
}

/** The parts of {@link targetRow}. */
export function judgeTarget(
  context: RowContext,
  held: HeldTarget,
  group: Group,
  groupSteps: readonly TraceStep[],
): RowParts {
  const { target } = held;
  const { index, catalog } = context;
  const indicator = catalog.indicators.get(target.indicator);
  if (indicator === undefined)
    return undecided(target, null, "progress.unknown_indicator");
  const window = targetWindow(target);
  if (window === null)
    return undecided(target, indicator, "progress.bad_window");
  const converted = convertText(
    target.goal,
    target.unit,
    indicator.unit,
    catalog.units,
  );
  if (converted.kind === "error")
    return undecided(target, indicator, converted.reason);
  const goal = converted.value;
  const opening: Explain = () =>
    openingSteps(held, goal, indicator, groupSteps);
  const condition = appliesTo(target, index, catalog);
  if (condition.kind !== "applies")
    return undecided(target, indicator, condition.reason, {
      fields: { target: fractionNumber(goal) },
      trace: () => [...opening(), ...condition.explain()],
    });
  const baseline = findBaseline({
    target,
    window,
    index,
    group,
    indicator,
    units: catalog.units,
  });
  const shareOfDays = context.sharesOfDays.has(indicator.code);
  const chosen = chooseFigure({
    index,
    group,
    indicator,
    window,
    cumulative: target.cumulative,
    horizon: context.horizon,
    shareOfDays,
  });
  const common: Common = {
    context,
    target,
    group,
    indicator,
    window,
    goal,
    baseline,
    shareOfDays,
    opening: () => [...opening(), ...condition.explain()],
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
  readonly shareOfDays: boolean;
  readonly opening: Explain;
}

function rowWithoutFigure(common: Common, chosen: NotChosen): RowParts {
  const { context, target, indicator, goal, baseline, opening } = common;
  const problem =
    chosen.reason === "progress.no_actual"
      ? context.formulaErrors.get(target.indicator)
      : undefined;
  const reason = problem === undefined ? chosen.reason : "progress.formula_bad";
  return undecided(target, indicator, reason, {
    fields: {
      period: chosen.period,
      baseline: numberOrNull(baseline.value),
      target: fractionNumber(goal),
      source: chosen.source,
    },
    reasons: { baseline: baseline.reason },
    trace: () => [
      ...opening(),
      ...baseline.explain(),
      ...chosen.explain(),
      ...(problem === undefined
        ? []
        : [{ code: problem.code, params: problem.params }]),
    ],
  });
}

function rowWithFigure(common: Common, chosen: Chosen): RowParts {
  const { context, target, group, indicator, window, goal, baseline } = common;
  const { figure, growsFrom, comparable } = chosen;
  const { comparator } = target;
  const decimals = judgedDecimals(indicator, figure.decimals, goal);
  const rounded: Decimal =
    decimals === null ? figure.value : roundFraction(figure.exact, decimals);
  const judged = fractionOfDecimal(rounded);
  const seen: Explain = () => [
    ...common.opening(),
    ...baseline.explain(),
    ...figure.explain(),
    ...(decimals === null
      ? []
      : [
          {
            code: "progress.step_rounded",
            params: {
              value: tracedNumber(figure.exact),
              decimals,
              rounded: decimalText(rounded),
            },
          },
        ]),
  ];
  if (!comparable)
    return incomparable(
      common,
      figure.period.code,
      {
        ...blank(target, indicator),
        period: figure.period.code,
        actual: decimalNumber(figure.value),
        decimals,
        judged: decimalNumber(rounded),
        baseline: numberOrNull(baseline.value),
        target: fractionNumber(goal),
        source: figure.source,
      },
      seen,
    );

  const actual = fractionOfDecimal(figure.value);
  const way = wayOf(comparator, indicator);
  const final = figure.period.end === window.deadline.end;
  // A cap's final amount is a level like any other.
  const growing = growsFrom !== null && !(final && way === "down");
  const achieved = holds(judged, comparator, goal);
  const gap = gapTo(judged, comparator, goal);
  const since =
    growing && (window.open === null || growsFrom > window.open)
      ? growsFrom
      : null;
  const time = timeShare(window, figure.period, since);
  const share = time?.share ?? null;
  const seasonal = seasonalValue(common, chosen);
  const value = seasonal?.value ?? actual;
  const path: PathInput = {
    path: target.path,
    milestones: cornersOf(
      target,
      window,
      indicator.unit,
      context.catalog.units,
    ),
    window,
    figure: figure.period,
    goal,
    time,
    profile: () => profileOf(common, lastYear(figure.period)),
    growing,
  };
  const measured: Measured =
    seasonal === null
      ? noSameMonths
      : measureProgress({
          actual: value,
          goal,
          baseline: baseline.value,
          noBaseline: baseline.reason,
          path: (start) => expectedBy(path, start),
          kind: indicator.kind,
          way,
          growing,
        });
  const left: WhatRemains = whatRemains({
    indicator,
    comparator,
    goal,
    actual: figure.exact,
    figure: figure.period,
    deadline: window.deadline,
    decimals,
    growing,
    achieved,
    shareOfDays: common.shareOfDays,
    dailies: () => dailyValues(common),
  });
  const verdict = judgeStatus({
    achieved,
    final,
    settled: growing && way === "up",
    lost: left.lost,
    wentBack:
      !growing && wentBack(common, judged, seasonal?.value ?? judged, way),
    progress: measured.progress,
    progressReason: measured.progressReason,
    share: measured.expectedShare,
    shareReason: measured.expectedReason || "progress.no_start",
    pace: paceOf(common, measured, value, time),
    toExpected: toExpected(
      path,
      measured,
      value,
      way,
      (seasonal ?? null) !== null,
    ),
    rules: context.catalog.statusRules,
  });
  // The window has closed without its last figure: only what cannot be lost any more is judged.
  const overdue =
    !final &&
    window.deadline.end <= context.horizon &&
    verdict.status !== "已达标";
  const remaining: Remaining = overdue
    ? { kind: "none", reason: "progress.final_missing" }
    : left.remaining;
  // Every field by name: this is made thousands of times a day looked at.
  const computed: Fields = {
    targetId: target.id,
    indicator: target.indicator,
    region: target.region,
    variant: target.variant,
    base: target.base,
    unit: indicator.unit,
    period: figure.period.code,
    actual: decimalNumber(figure.value),
    decimals,
    judged: decimalNumber(rounded),
    baseline: numberOrNull(baseline.value),
    target: fractionNumber(goal),
    comparator,
    deadline: target.deadline,
    progress: numberOrNull(measured.progress),
    timeShare: numberOrNull(share),
    expected: numberOrNull(measured.expected),
    paceRatio: numberOrNull(verdict.pace),
    gap: fractionNumber(gap),
    status: overdue ? "无法判定" : verdict.status,
    remaining,
    source: figure.source,
  };
  const later: Later = {
    forecast: () =>
      overdue
        ? { kind: "none", reason: "progress.final_missing" }
        : forecast({
            index: context.index,
            group,
            indicator,
            figure,
            deadline: window.deadline,
            goal,
            comparator,
            decimals,
            growing,
            shareOfDays: common.shareOfDays,
            seed: context.seed ?? "",
          }),
    rest: () =>
      restOfWindow({
        remaining,
        goal,
        comparator,
        decimals,
        actual: figure.exact,
        figure: figure.period,
        deadline: window.deadline,
        profile: path.profile,
      }),
    reasons: () => ({
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
    }),
    trace: () => [
      ...seen(),
      comparedStep(common, rounded, achieved, gap),
      ...(time?.explain() ?? []),
      ...(seasonal?.explain() ?? []),
      ...seasonWarning(common, decimals, achieved && !final, seasonal ?? null),
      ...measured.explain(),
      ...(overdue
        ? [
            {
              code: "progress.step_final_missing",
              params: {
                deadline: window.deadline.code,
                period: figure.period.code,
              },
            },
          ]
        : [...verdict.explain(), ...left.explain()]),
    ],
  };
  return { fields: computed, later };
}

const noSameMonths: Measured = {
  progress: null,
  progressReason: "progress.no_same_months",
  start: null,
  expected: null,
  expectedReason: "progress.no_same_months",
  expectedShare: null,
  explain: () => [],
};

function incomparable(
  common: Common,
  period: string,
  fields: Fields,
  seen: Explain,
): RowParts {
  const reason = "progress.period_not_comparable";
  const later: Later = {
    forecast: () => ({ kind: "none", reason }),
    rest: () => null,
    reasons: () =>
      reasonsOf(fields, {
        all: reason,
        baseline: common.baseline.reason,
        status: reason,
      }),
    trace: () => [
      ...seen(),
      {
        code: "progress.step_not_comparable",
        params: { period, deadline: common.window.deadline.code },
      },
    ],
  };
  return { fields, later };
}

/** What a part-year figure of a seasonal indicator amounts to; undefined where it stands for itself, null where nothing tells. */
function seasonalValue(
  common: Common,
  { figure }: Chosen,
): YearEquivalent | null | undefined {
  const { context, target, group, indicator, window, baseline } = common;
  if (!needsSameMonths(figure.period, window, indicator)) return undefined;
  const profile =
    target.path === "seasonal"
      ? profileOf(common, lastYear(figure.period))
      : null;
  const found = profile === null ? null : byProfile(figure, profile);
  return (
    found ??
    yearEquivalent({
      index: context.index,
      group,
      indicator,
      figure,
      window,
      baseline: baseline.value,
      composable: indicator.kind === "mean" || common.shareOfDays,
    })
  );
}

function profileOf({ context, group, indicator }: Common, year: number) {
  return seasonalProfile(context.index, group, indicator, year);
}

function dailyValues({
  context,
  group,
  indicator,
  window,
}: Common): readonly Fraction[] {
  const { start, end } = window.deadline;
  const { index, horizon } = context;
  return candidates(index, group, horizon, start).flatMap((candidate) => {
    const { period } = candidate;
    if (
      granularity(period) !== "day" ||
      period.start < start ||
      period.end > end
    )
      return [];
    const figure = figureOf(candidate, indicator, group);
    return figure === null ? [] : [figure.exact];
  });
}

/** On a compound path the pace is the ratio of the yearly rates. */
function paceOf(
  { target, goal }: Common,
  measured: Measured,
  value: Fraction,
  time: TimeShare | null,
) {
  return target.path === "compound" &&
    (target.milestones ?? []).length === 0 &&
    measured.start !== null &&
    time !== null
    ? compoundPace({ start: measured.start, value, goal, time })
    : null;
}

/** Only where a path says more than the time gone: by milestones or by season. */
function toExpected(
  path: PathInput,
  { expected }: Measured,
  value: Fraction,
  way: "up" | "down" | "none",
  takenToYear: boolean,
): number | null {
  const says =
    path.milestones.length > 0 ||
    (path.path === "seasonal" && (path.growing || takenToYear));
  if (!says || expected === null || way === "none") return null;
  const order = compareFractions(value, expected);
  return way === "up" ? order : -order;
}

/** The goal holds so far, but the season to come speaks against it. */
function seasonWarning(
  { target, goal, indicator }: Common,
  decimals: number | null,
  soFar: boolean,
  seasonal: YearEquivalent | null,
): TraceStep[] {
  if (!soFar || seasonal === null) return [];
  const year = fractionOfDecimal(
    roundFraction(seasonal.value, decimals ?? indicator.decimals ?? 1),
  );
  return holds(year, target.comparator, goal)
    ? []
    : [
        {
          code: "progress.step_season_warning",
          params: {
            value: fractionNumber(year),
            comparator: target.comparator,
            goal: fractionNumber(goal),
            unit: indicator.unit,
          },
        },
      ];
}

function comparedStep(
  { target, goal, indicator }: Common,
  rounded: Decimal,
  achieved: boolean,
  gap: Fraction,
): TraceStep {
  return {
    code: achieved
      ? "progress.step_holds"
      : inPoints(indicator)
        ? "progress.step_fails_points"
        : "progress.step_fails",
    params: {
      actual: decimalText(rounded),
      comparator: target.comparator,
      goal: fractionNumber(goal),
      gap: fractionNumber(gap),
      unit: indicator.unit,
    },
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

function openingSteps(
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
