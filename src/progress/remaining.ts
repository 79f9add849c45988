import { civilDate } from "../model/calendar.ts";
import {
  type Fraction,
  divideFractions,
  multiplyFractions,
  roundFraction,
  subtractFractions,
} from "../model/fraction.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Period } from "../model/period.ts";
import type { Remaining, TraceStep } from "../model/progress.ts";
import type { Comparator } from "../model/target.ts";
import { wayOf } from "./compare.ts";
import { dayQuota, daysForShare } from "./day-quota.ts";
import {
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
}

export interface WhatRemains {
  readonly remaining: Remaining;
  /** Why the goal cannot be met any more; empty while it can. */
  readonly lost: string;
  readonly steps: readonly TraceStep[];
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
  if (partOfDeadline && indicator.kind === "mean") return ofMean(input);
  if (partOfDeadline && input.shareOfDays) return ofDayShare(input);
  if (input.growing && indicator.kind === "days") return ofDays(input);
  if (input.growing) return ofAmount(input);
  if (
    partOfDeadline &&
    (indicator.kind === "index" || indicator.kind === "percentile")
  )
    return none("progress.not_additive");
  return input.achieved ? none("progress.nothing_left") : ofLevel(input);
}

function ofMean(input: RemainingInput): WhatRemains {
  const daysDone = input.figure.end - input.deadline.start;
  const daysTotal = input.deadline.end - input.deadline.start;
  const quota = meanQuota({
    ...input,
    mean: input.actual,
    daysDone,
    daysTotal,
  });
  if (quota.outOfReachBy !== null)
    return lost(fractionNumber(quota.outOfReachBy), input.indicator.unit);
  const daysLeft = daysTotal - daysDone;
  return {
    remaining: {
      kind: "mean",
      strict: fractionNumber(quota.strict),
      edge: fractionNumber(quota.edge),
      daysLeft,
    },
    lost: "",
    steps: [
      {
        code: "progress.step_mean_quota",
        params: {
          goal: fractionNumber(input.goal),
          daysTotal,
          actual: fractionNumber(input.actual),
          daysDone,
          daysLeft,
          strict: tracedNumber(quota.strict),
          edge: tracedNumber(quota.edge),
          unit: input.indicator.unit,
        },
      },
    ],
  };
}

function ofDayShare(input: RemainingInput): WhatRemains {
  const { figure, deadline, comparator, goal, decimals } = input;
  const daysDone = figure.end - deadline.start;
  const daysTotal = deadline.end - deadline.start;
  const wanted = daysForShare(goal, comparator, decimals, daysTotal);
  const counted = roundFraction(
    multiplyFractions(input.actual, { n: BigInt(daysDone), d: 100n }),
    0,
  );
  if (wanted === null) return none("progress.not_additive");
  return byDays(input, Number(counted.digits), wanted, [
    {
      code: "progress.step_days_of_share",
      params: {
        share: fractionNumber(input.actual),
        daysDone,
        days: Number(counted.digits),
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
    [],
  );
}

function byDays(
  input: RemainingInput,
  done: number,
  goal: number,
  before: readonly TraceStep[],
): WhatRemains {
  const { figure, deadline, comparator, indicator } = input;
  const daysLeft = deadline.end - figure.end;
  const way = wayOf(comparator, indicator) === "down" ? "down" : "up";
  const quota = dayQuota({ done, goal, daysLeft, way });
  if (quota.outOfReachBy !== null) {
    const { remaining, lost: reason, steps } = lost(quota.outOfReachBy, "天");
    return { remaining, lost: reason, steps: [...before, ...steps] };
  }
  const { stillNeeded, affordable } = quota;
  return {
    remaining: { kind: "days", stillNeeded, affordable, daysLeft },
    lost: "",
    steps: [
      ...before,
      {
        code: "progress.step_days_quota",
        params: { done, goal, stillNeeded, affordable, daysLeft },
      },
    ],
  };
}

function ofAmount(input: RemainingInput): WhatRemains {
  const total = subtractFractions(input.goal, input.actual);
  if (wayOf(input.comparator, input.indicator) === "down") {
    if (total.n < 0n)
      return {
        ...lost(
          fractionNumber({ n: -total.n, d: total.d }),
          input.indicator.unit,
        ),
        lost: "progress.exceeded",
      };
    return spread("amount", total, input, "progress.step_allowance");
  }
  return input.achieved || total.n <= 0n
    ? none("progress.nothing_left")
    : spread("amount", total, input, "progress.step_amount_left");
}

function ofLevel(input: RemainingInput): WhatRemains {
  const total = subtractFractions(input.goal, input.actual);
  if (total.n === 0n) return none("progress.nothing_left");
  return spread("change", total, input, "progress.step_change_left");
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
    steps: [
      {
        code: `${code}_${per}`,
        params: {
          total: figures.total,
          size: Math.abs(figures.total),
          perPeriod: tracedNumber(each),
          periodsLeft: tracedNumber(periods),
          goal: fractionNumber(input.goal),
          actual: fractionNumber(input.actual),
          unit: input.indicator.unit,
        },
      },
    ],
  };
}

function periodsLeft(input: RemainingInput): {
  readonly periods: Fraction;
  readonly per: "week" | "month" | "year";
} {
  const { figure, deadline, indicator, goal, growing } = input;
  const toZero =
    (indicator.kind === "count" || indicator.kind === "sum") &&
    indicator.direction === "down" &&
    goal.n === 0n &&
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
    periods: { n: BigInt(deadline.end - figure.end), d: 7n },
    per: "week",
  };
}

function none(reason: string): WhatRemains {
  return { remaining: { kind: "none", reason }, lost: "", steps: [] };
}

function lost(by: number, unit: string): WhatRemains {
  return {
    remaining: { kind: "outOfReach", by },
    lost: "progress.out_of_reach",
    steps: [{ code: "progress.step_out_of_reach", params: { by, unit } }],
  };
}
