import { civilDate } from "../model/calendar.ts";
import { decimalNumber } from "../model/decimal.ts";
import {
  type Fraction,
  compareFractions,
  divideFractions,
  multiplyFractions,
  ratioOf,
  roundFraction,
  signOf,
  subtractFractions,
} from "../model/fraction.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Period } from "../model/period.ts";
import type { Explain, Remaining, TraceStep } from "../model/progress.ts";
import type { Comparator } from "../model/target.ts";
import { wayOf } from "./compare.ts";
import { type DayQuota, dayQuota, daysForShare } from "./day-quota.ts";
import { daysOverPercentile } from "./days-over-percentile.ts";
import {
  absFraction,
  fractionNumber,
  tracedNumber,
  wholeFraction,
} from "./fraction-number.ts";
import { granularity, lastYear } from "./granularity.ts";
import { meanQuota } from "./mean-quota.ts";
import { endsYear } from "./target-window.ts";

export interface RemainingInput {
  readonly indicator: Indicator;
  readonly comparator: Comparator;
  /** In the indicator's unit. */
  readonly goal: Fraction;
  readonly actual: Fraction;
  readonly figure: Period;
  readonly deadline: Period;
  /** Decimals the goal is judged with. */
  readonly decimals: number | null;
  /** The amount adds up towards the deadline. */
  readonly growing: boolean;
  readonly achieved: boolean;
  /** True for a share of days (优良天数比例). */
  readonly shareOfDays: boolean;
  /** Daily values of the deadline's period so far; asked for only for a percentile. */
  readonly dailies: () => readonly Fraction[];
}

export interface WhatRemains {
  readonly remaining: Remaining;
  /** Why the goal cannot be met any more; empty while it can. */
  readonly lost: string;
  readonly explain: Explain;
}

/**
 * What must happen between the end of the figure's period and the deadline.
 * Days are calendar days, since the valid ones to come are not known.
 */
export function whatRemains(input: RemainingInput): WhatRemains {
  const { indicator, figure, deadline } = input;
  if (figure.end >= deadline.end) return none("progress.window_closed");
  const partOfDeadline =
    figure.start === deadline.start && figure.end < deadline.end;
  if (
    partOfDeadline &&
    (indicator.kind === "mean" || indicator.kind === "index")
  )
    return ofMean(input);
  if (partOfDeadline && input.shareOfDays) return ofDayShare(input);
  if (input.growing && indicator.kind === "days") return ofDays(input);
  if (input.growing) return ofAmount(input);
  if (partOfDeadline && indicator.kind === "percentile")
    return ofPercentile(input);
  return input.achieved ? none("progress.nothing_left") : ofLevel(input);
}

function ofMean(input: RemainingInput): WhatRemains {
  const { indicator, decimals } = input;
  const daysDone = input.figure.end - input.deadline.start;
  const daysTotal = input.deadline.end - input.deadline.start;
  const quota = meanQuota({
    goal: input.goal,
    comparator: input.comparator,
    decimals,
    mean: input.actual,
    daysDone,
    daysTotal,
  });
  const approximate = indicator.kind === "index";
  // An estimate does not rule the goal out.
  if (quota.outOfReachBy !== null)
    return approximate
      ? none("progress.not_additive")
      : lost(quota.outOfReachBy, input, "progress.out_of_reach");
  const daysLeft = daysTotal - daysDone;
  const shown = (value: Fraction): number =>
    decimalNumber(roundFraction(value, (decimals ?? 1) + 2));
  return {
    remaining: {
      kind: "mean",
      strict: fractionNumber(quota.strict),
      edge: fractionNumber(quota.edge),
      daysLeft,
      ...(approximate ? { approximate } : {}),
    },
    lost: "",
    explain: () => [
      {
        code:
          wayOf(input.comparator, indicator) === "up"
            ? "progress.step_mean_quota_up"
            : "progress.step_mean_quota",
        params: {
          goal: fractionNumber(input.goal),
          daysTotal,
          actual: tracedNumber(input.actual),
          daysDone,
          daysLeft,
          strict: shown(quota.strict),
          edge: shown(quota.edge),
          unit: indicator.unit,
        },
      },
      ...(approximate
        ? [{ code: "progress.step_index_estimate", params: {} }]
        : []),
    ],
  };
}

function ofDayShare(input: RemainingInput): WhatRemains {
  const { figure, deadline, comparator, goal, decimals } = input;
  const daysDone = figure.end - deadline.start;
  const daysTotal = deadline.end - deadline.start;
  const wanted = daysForShare(goal, comparator, decimals, daysTotal);
  const counted = roundFraction(
    multiplyFractions(input.actual, ratioOf(daysDone, 100)),
    0,
  );
  if (wanted === null) return none("progress.not_additive");
  const days = Number(counted.digits);
  return byDays(input, days, wanted, () => [
    {
      code: "progress.step_days_of_share",
      params: {
        share: tracedNumber(input.actual),
        daysDone,
        days,
        goal: fractionNumber(goal),
        daysTotal,
        wanted,
      },
    },
  ]);
}

function ofDays(input: RemainingInput): WhatRemains {
  return byDays(
    input,
    fractionNumber(input.actual),
    fractionNumber(input.goal),
    () => [],
  );
}

/** Days over the goal that the percentile of the whole period can bear, against those counted in daily values. */
function ofPercentile(input: RemainingInput): WhatRemains {
  const { indicator, goal, deadline, figure } = input;
  const { percentile } = indicator;
  const dailies = percentile === undefined ? [] : input.dailies();
  const daysDone = figure.end - deadline.start;
  if (
    percentile === undefined ||
    dailies.length === 0 ||
    dailies.length < daysDone - 7 ||
    wayOf(input.comparator, indicator) !== "down"
  )
    return none("progress.needs_daily_values");
  const total = deadline.end - deadline.start;
  const most = daysOverPercentile(total, percentile);
  const over = dailies.filter(
    (value) => compareFractions(value, goal) > 0,
  ).length;
  return byDays(input, over, most, () => [
    {
      code: "progress.step_percentile_days",
      params: {
        percentile,
        total,
        most,
        over,
        goal: fractionNumber(goal),
        unit: indicator.unit,
      },
    },
  ]);
}

function byDays(
  input: RemainingInput,
  done: number,
  goal: number,
  before: Explain,
): WhatRemains {
  const { figure, deadline, comparator, indicator } = input;
  const daysLeft = deadline.end - figure.end;
  const way = wayOf(comparator, indicator) === "down" ? "down" : "up";
  const quota: DayQuota = dayQuota({ done, goal, daysLeft, way });
  const { stillNeeded, affordable, outOfReachBy } = quota;
  if (outOfReachBy !== null)
    return {
      remaining: { kind: "outOfReach", by: outOfReachBy },
      lost: "progress.out_of_reach",
      explain: () => [
        ...before(),
        {
          code: `progress.step_days_lost_${way}`,
          params: { done, goal, daysLeft, by: outOfReachBy },
        },
      ],
    };
  return {
    remaining: { kind: "days", stillNeeded, affordable, daysLeft },
    lost: "",
    explain: () => [
      ...before(),
      {
        code: `progress.step_days_quota_${way}`,
        params: { done, goal, stillNeeded, affordable, daysLeft },
      },
    ],
  };
}

function ofAmount(input: RemainingInput): WhatRemains {
  const total = subtractFractions(input.goal, input.actual);
  if (wayOf(input.comparator, input.indicator) === "down") {
    if (signOf(total) < 0)
      return lost(absFraction(total), input, "progress.exceeded");
    return spread("amount", total, input, "progress.step_allowance");
  }
  return input.achieved || signOf(total) <= 0
    ? none("progress.nothing_left")
    : spread("amount", total, input, "progress.step_amount_left");
}

function ofLevel(input: RemainingInput): WhatRemains {
  const total = subtractFractions(input.goal, input.actual);
  if (signOf(total) === 0) return none("progress.nothing_left");
  return spread(
    "change",
    total,
    input,
    inPoints(input.indicator)
      ? signOf(total) < 0
        ? "progress.step_points_down"
        : "progress.step_points_up"
      : signOf(total) < 0
        ? "progress.step_fall_left"
        : "progress.step_rise_left",
  );
}

/** Shares and reductions differ by 百分点, not by %. */
export function inPoints({ unit }: Indicator): boolean {
  return unit === "%";
}

/** Shares the rest out: by years between annual figures, by weeks for a count to zero, else by months where both ends close one. */
function spread(
  kind: "amount" | "change",
  total: Fraction,
  input: RemainingInput,
  code: string,
): WhatRemains {
  const { periods, per } = periodsLeft(input);
  const each = divideFractions(total, periods) ?? total;
  const figures = {
    total: fractionNumber(total),
    perPeriod: fractionNumber(each),
    periodsLeft: fractionNumber(periods),
  };
  return {
    remaining: { kind, ...figures, per },
    lost: "",
    explain: () => [
      {
        code: `${code}_${per}`,
        params: {
          total: figures.total,
          size: Math.abs(figures.total),
          perPeriod:
            kind === "amount"
              ? wholeAmount(each, code, input)
              : shortNumber(each, input),
          eachSize: Math.abs(shortNumber(each, input)),
          periodsLeft: decimalNumber(roundFraction(periods, 1)),
          goal: fractionNumber(input.goal),
          actual: tracedNumber(input.actual),
          unit: input.indicator.unit,
        },
      },
    ],
  };
}

/** An amount for a period in the decimals it is counted in: up where that much is needed, down where no more may be used. */
function wholeAmount(
  value: Fraction,
  code: string,
  { decimals }: RemainingInput,
): number {
  const digits = decimals ?? 2;
  const scaled = { n: value.n * 10n ** BigInt(digits), d: value.d };
  const down = scaled.n / scaled.d;
  const least = code === "progress.step_amount_left";
  const kept = least && down * scaled.d < scaled.n ? down + 1n : down;
  return decimalNumber({ digits: kept, scale: digits });
}

/** What a period must bring, as people would write it: two decimals more than the indicator has. */
function shortNumber(value: Fraction, { decimals }: RemainingInput): number {
  return decimalNumber(roundFraction(value, (decimals ?? 1) + 2));
}

function periodsLeft(input: RemainingInput): {
  readonly periods: Fraction;
  readonly per: "week" | "month" | "year";
} {
  const { figure, deadline, indicator, goal, growing } = input;
  const toZero =
    (indicator.kind === "count" || indicator.kind === "sum") &&
    indicator.direction === "down" &&
    signOf(goal) === 0 &&
    !growing;
  const span = granularity(figure);
  const annual = (span === "year" || span === "years") && endsYear(deadline);
  if (annual)
    return {
      periods: wholeFraction(lastYear(deadline) - lastYear(figure)),
      per: "year",
    };
  const from = civilDate(figure.end);
  const to = civilDate(deadline.end);
  if (!toZero && from.day === 1 && to.day === 1)
    return {
      periods: wholeFraction(
        (to.year - from.year) * 12 + to.month - from.month,
      ),
      per: "month",
    };
  return {
    periods: ratioOf(deadline.end - figure.end, 7),
    per: "week",
  };
}

/** Thousands of rows have one of a few reasons. */
const nones = new Map<string, WhatRemains>();

function none(reason: string): WhatRemains {
  const known = nones.get(reason);
  if (known !== undefined) return known;
  const made: WhatRemains = {
    remaining: { kind: "none", reason },
    lost: "",
    explain: () => [],
  };
  nones.set(reason, made);
  return made;
}

function lost(
  by: Fraction,
  { indicator }: RemainingInput,
  reason: "progress.out_of_reach" | "progress.exceeded",
): WhatRemains {
  const step = (): TraceStep => ({
    code:
      reason === "progress.exceeded"
        ? "progress.step_exceeded"
        : inPoints(indicator)
          ? "progress.step_out_of_reach_points"
          : "progress.step_out_of_reach",
    params: { by: tracedNumber(by), unit: indicator.unit },
  });
  return {
    remaining: { kind: "outOfReach", by: fractionNumber(by) },
    lost: reason,
    explain: () => [step()],
  };
}
