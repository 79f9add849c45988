import { decimalText } from "../model/decimal.ts";
import {
  type Fraction,
  asDecimal,
  compareFractions,
  decimalFractionNumber,
  roundedFraction,
} from "../model/fraction.ts";
import type {
  ProgressRow,
  Remaining,
  RestOfWindow,
  TraceStep,
} from "../model/progress.ts";
import type { Chosen } from "./choose-figure.ts";
import { gapTo, holds, wayOf } from "./compare.ts";
import { compoundPace } from "./compound-pace.ts";
import { dailyValues } from "./daily-values.ts";
import { type Forecast, forecast } from "./forecast.ts";
import { fractionNumber } from "./fraction-number.ts";
import { lastYear } from "./granularity.ts";
import { type Judged, type Paced, judgeStatus } from "./judge-status.ts";
import { judgedDecimals } from "./judged-decimals.ts";
import {
  type Measured,
  measureProgress,
  movedAway,
} from "./measure-progress.ts";
import type { PathInput } from "./path.ts";
import { type WhatRemains, inPoints, whatRemains } from "./remaining.ts";
import { restOfWindow } from "./rest-of-window.ts";
import { type RowParts, numberOrNull, reasonsOf } from "./row-fields.ts";
import { Row } from "./row.ts";
import {
  type YearEquivalent,
  byProfile,
  needsSameMonths,
  yearEquivalent,
} from "./same-months.ts";
import { type Profile, seasonalProfile } from "./seasonal-profile.ts";
import {
  type TargetBasis,
  roundedFigure,
  stepsToRounded,
} from "./target-basis.ts";
import { type TimeShare, timeShare } from "./target-window.ts";

/**
 * A target held against a figure that can be compared with it. The figures of
 * the row are computed at once; how they came about is put together when
 * somebody asks, from what was found on the way. There are thousands of these a
 * day looked at, so that is kept in one object and not in closures.
 */
export class JudgedTarget implements RowParts, PathInput {
  readonly fields: Row;
  readonly figure: Chosen["figure"]["period"];
  readonly growing: boolean;
  readonly time: TimeShare | null;
  readonly #basis: TargetBasis;
  readonly #chosen: Chosen;
  readonly #rounded: Fraction;
  readonly #achieved: boolean;
  readonly #final: boolean;
  readonly #overdue: boolean;
  readonly #gap: Fraction;
  /** What a part-year figure amounts to over a year; undefined where it stands for itself, null where nothing tells. */
  readonly #seasonal: YearEquivalent | null | undefined;
  readonly #measured: Measured;
  readonly #left: WhatRemains;
  readonly #verdict: Judged;

  constructor(basis: TargetBasis, chosen: Chosen) {
    const { context, target, indicator, window, goal, baseline } = basis;
    const { figure, growsFrom } = chosen;
    const { comparator } = target;
    this.#basis = basis;
    this.#chosen = chosen;
    const decimals = judgedDecimals(indicator, figure.decimals, goal);
    const rounded = roundedFigure(figure, decimals);
    this.#rounded = rounded;
    const way = wayOf(comparator, indicator);
    const final = figure.period.end === window.deadline.end;
    this.#final = final;
    // A cap's final amount is a level like any other.
    const growing = growsFrom !== null && !(final && way === "down");
    this.growing = growing;
    this.figure = figure.period;
    const achieved = holds(rounded, comparator, goal);
    this.#achieved = achieved;
    this.#gap = gapTo(rounded, comparator, goal);
    const since =
      growing && (window.open === null || growsFrom > window.open)
        ? growsFrom
        : null;
    const time = timeShare(window, figure.period, since);
    this.time = time;
    const seasonal = this.#seasonalValue();
    this.#seasonal = seasonal;
    const value = seasonal?.value ?? figure.value;
    const measured =
      seasonal === null
        ? noSameMonths
        : measureProgress({
            actual: value,
            goal,
            baseline: baseline.value,
            noBaseline: baseline.reason,
            path: this,
            kind: indicator.kind,
            way,
            growing,
          });
    this.#measured = measured;
    const left = whatRemains({
      indicator,
      comparator,
      goal,
      actual: figure.exact,
      figure: figure.period,
      deadline: window.deadline,
      decimals,
      growing,
      achieved,
      shareOfDays: basis.shareOfDays,
      dailies: () => dailyValues(basis),
    });
    this.#left = left;
    const verdict = judgeStatus({
      achieved,
      final,
      settled: growing && way === "up",
      lost: left.lost,
      wentBack:
        !growing && wentBack(basis, achieved, seasonal?.value ?? rounded, way),
      progress: measured.progress,
      progressReason: measured.progressReason,
      share: measured.expectedShare,
      shareReason: measured.expectedReason || "progress.no_start",
      pace: this.#compoundPace(value),
      toExpected: this.#toExpected(value, way),
      thresholds: context.thresholds,
    });
    this.#verdict = verdict;
    // The window has closed without its last figure: only what cannot be lost any more is judged.
    const overdue =
      !final &&
      window.deadline.end <= context.horizon &&
      verdict.status !== "已达标";
    this.#overdue = overdue;
    const remaining: Remaining = overdue ? nothingFinal : left.remaining;
    // Every field by name, in one order.
    this.fields = new Row({
      targetId: target.id,
      indicator: target.indicator,
      region: target.region,
      variant: target.variant,
      base: target.base,
      unit: indicator.unit,
      period: figure.period.code,
      actual: decimalFractionNumber(figure.value),
      decimals,
      judged: decimalFractionNumber(rounded),
      baseline: numberOrNull(baseline.value),
      target: fractionNumber(goal),
      comparator,
      deadline: target.deadline,
      progress: numberOrNull(measured.progress),
      timeShare: numberOrNull(time?.share ?? null),
      expected: numberOrNull(measured.expected),
      paceRatio: numberOrNull(verdict.pace),
      gap: fractionNumber(this.#gap),
      status: overdue ? "无法判定" : verdict.status,
      remaining,
    });
  }

  get path() {
    return this.#basis.target.path;
  }

  get window() {
    return this.#basis.window;
  }

  get milestones() {
    return this.#basis.milestones;
  }

  get goal() {
    return this.#basis.goal;
  }

  profile(): Profile | null {
    const { context, group, indicator } = this.#basis;
    return seasonalProfile(
      context.index,
      group,
      indicator,
      lastYear(this.figure),
    );
  }

  source(): ProgressRow["source"] {
    return this.#chosen.figure.source;
  }

  forecast(): Forecast {
    if (this.#overdue)
      return { kind: "none", reason: "progress.final_missing" };
    const { context, group, indicator, goal, target, shareOfDays } =
      this.#basis;
    return forecast({
      index: context.index,
      group,
      indicator,
      figure: this.#chosen.figure,
      deadline: this.window.deadline,
      goal,
      comparator: target.comparator,
      decimals: this.fields.decimals,
      growing: this.growing,
      shareOfDays,
      seed: context.seed ?? "",
    });
  }

  rest(): RestOfWindow | null {
    const { figure } = this.#chosen;
    return restOfWindow({
      remaining: this.fields.remaining,
      goal: this.goal,
      comparator: this.#basis.target.comparator,
      decimals: this.fields.decimals,
      actual: figure.exact,
      figure: figure.period,
      deadline: this.window.deadline,
      profile: () => this.profile(),
    });
  }

  reasons(): ProgressRow["reasons"] {
    const overdue = this.#overdue;
    const measured = this.#measured;
    const reasons = reasonsOf(this.fields, {
      all: "progress.no_actual",
      baseline: this.#basis.baseline.reason,
      progress: measured.progressReason,
      timeShare: "progress.no_start",
      expected: measured.expectedReason,
      paceRatio: this.#verdict.paceReason,
      status: overdue ? "progress.final_missing" : this.#verdict.reason,
    });
    return overdue ? { ...reasons, final: "progress.final_missing" } : reasons;
  }

  trace(): readonly TraceStep[] {
    const { figure } = this.#chosen;
    return [
      ...stepsToRounded(this.#basis, figure, this.fields.decimals),
      this.#comparedStep(),
      ...(this.time?.explain() ?? []),
      ...(this.#seasonal?.explain() ?? []),
      ...this.#seasonWarning(),
      ...this.#measured.explain(),
      ...(this.#overdue
        ? [
            {
              code: "progress.step_final_missing",
              params: {
                deadline: this.window.deadline.code,
                period: figure.period.code,
              },
            },
          ]
        : [...this.#verdict.explain(), ...this.#left.explain()]),
    ];
  }

  #seasonalValue(): YearEquivalent | null | undefined {
    const { context, target, group, indicator, window, baseline } = this.#basis;
    const { figure } = this.#chosen;
    if (!needsSameMonths(figure.period, window, indicator)) return undefined;
    const profile = target.path === "seasonal" ? this.profile() : null;
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
        composable: indicator.kind === "mean" || this.#basis.shareOfDays,
      })
    );
  }

  /** On a compound path the pace is the ratio of the yearly rates. */
  #compoundPace(value: Fraction): Paced | null {
    const { target, goal } = this.#basis;
    const { start } = this.#measured;
    return target.path === "compound" &&
      (target.milestones ?? []).length === 0 &&
      start !== null &&
      this.time !== null
      ? compoundPace({ start, value, goal, time: this.time })
      : null;
  }

  /** Only where a path says more than the time gone: by milestones or by season. */
  #toExpected(value: Fraction, way: "up" | "down" | "none"): number | null {
    const { expected } = this.#measured;
    const takenToYear = (this.#seasonal ?? null) !== null;
    const says =
      this.milestones.length > 0 ||
      (this.path === "seasonal" && (this.growing || takenToYear));
    if (!says || expected === null || way === "none") return null;
    const order = compareFractions(value, expected);
    return way === "up" ? order : -order;
  }

  #comparedStep(): TraceStep {
    const { target, goal, indicator } = this.#basis;
    return {
      code: this.#achieved
        ? "progress.step_holds"
        : inPoints(indicator)
          ? "progress.step_fails_points"
          : "progress.step_fails",
      params: {
        actual: decimalText(asDecimal(this.#rounded)),
        comparator: target.comparator,
        goal: fractionNumber(goal),
        gap: fractionNumber(this.#gap),
        unit: indicator.unit,
      },
    };
  }

  /** The goal holds so far, but the season to come speaks against it. */
  #seasonWarning(): TraceStep[] {
    const { target, goal, indicator } = this.#basis;
    const seasonal = this.#seasonal ?? null;
    if (!this.#achieved || this.#final || seasonal === null) return [];
    const year = roundedFraction(
      seasonal.value,
      this.fields.decimals ?? indicator.decimals ?? 1,
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
}

const nothingFinal: Remaining = {
  kind: "none",
  reason: "progress.final_missing",
};

const noSameMonths: Measured = {
  progress: null,
  progressReason: "progress.no_same_months",
  start: null,
  expected: null,
  expectedReason: "progress.no_same_months",
  expectedShare: null,
  explain: () => [],
};

/** From a start at which the goal held, away from it. */
function wentBack(
  { goal, baseline, target }: TargetBasis,
  achieved: boolean,
  compared: Fraction,
  way: "up" | "down" | "none",
): boolean {
  const start = baseline.value;
  if (start === null || achieved) return false;
  return (
    (holds(start, target.comparator, goal) ||
      compareFractions(start, goal) === 0) &&
    movedAway(compared, start, way)
  );
}
