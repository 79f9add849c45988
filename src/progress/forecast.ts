import { decimalNumber, decimalOf, roundDecimal } from "../model/decimal.ts";
import type { Fraction } from "../model/fraction.ts";
import type { Indicator } from "../model/indicator.ts";
import { type Period, monthPeriod } from "../model/period.ts";
import type { Outlook } from "../model/progress.ts";
import type { Comparator } from "../model/target.ts";
import { addsUp } from "./choose-figure.ts";
import { candidatesOf } from "./candidates.ts";
import type { Figure } from "./figure.ts";
import { fractionNumber } from "./fraction-number.ts";
import { granularity, lastYear } from "./granularity.ts";
import { roundingEdge } from "./mean-quota.ts";
import type { Group, ObservationIndex } from "./observation-index.ts";
import { randomOf } from "./random.ts";
import { type MonthSpan, monthsBetween } from "./seasonal-profile.ts";

export interface ForecastInput {
  readonly index: ObservationIndex;
  readonly group: Group;
  readonly indicator: Indicator;
  readonly figure: Figure;
  readonly deadline: Period;
  readonly goal: Fraction;
  readonly comparator: Comparator;
  readonly decimals: number | null;
  readonly growing: boolean;
  readonly shareOfDays: boolean;
  /** The same seed draws the same numbers. */
  readonly seed: string;
}

export type Forecast =
  | { readonly kind: "outlook"; readonly outlook: Outlook }
  | { readonly kind: "none"; readonly reason: string };

const draws = 500;
const pastYears = 5;
const fewestMonthlyChanges = 6;
const fewestYearlyChanges = 3;
const mostSteps = 60;

/**
 * Where a figure is heading by the deadline. A sheet's own forecast comes
 * first. Within a year: each month to come as in the same month of last year
 * (seasonal naive), changed as some past year's months changed on the year
 * before (drawn by year, then by month). Otherwise: the figure changed as often
 * as there are periods left, each time as some period before it changed. The
 * value is the median of the draws, the band holds four fifths of them. Too
 * little history is a reason, not a guess.
 */
export function forecast(input: ForecastInput): Forecast {
  const { group, deadline, figure, indicator } = input;
  if (figure.period.end >= deadline.end) return none("progress.window_closed");
  const stated = group.stated.get("forecast")?.get(deadline.code)?.value;
  if (typeof stated === "number")
    return {
      kind: "outlook",
      outlook: {
        value: stated,
        low: stated,
        high: stated,
        chance: null,
        method: "stated",
        draws: 0,
        changes: 0,
      },
    };
  const part = figure.period.start === deadline.start;
  if (
    part &&
    (indicator.kind === "mean" || addsUp(indicator) || input.shareOfDays) &&
    deadline.end - deadline.start <= 366
  )
    return byMonths(input);
  if (part && (indicator.kind === "index" || indicator.kind === "percentile"))
    return none("progress.forecast_not_additive");
  if (indicator.kind === "class") return none("progress.not_a_number");
  return bySteps(input);
}

function byMonths(input: ForecastInput): Forecast {
  const { group, indicator, figure, deadline } = input;
  const value = monthlyValues(input);
  const spans = monthsBetween(figure.period.end, deadline.end);
  const before = spans.map(({ year, month }) => value(year - 1, month));
  if (before.some((one) => one === null))
    return none("progress.forecast_no_last_year");
  const additive = indicator.kind === "ratio" || indicator.kind === "days";
  const change = additive ? difference : ratio;
  const apply = additive ? add : multiply;
  const last = lastYear(figure.period);
  const byYear: number[][] = [];
  for (let year = last; year > last - pastYears; year -= 1) {
    const changes: number[] = [];
    for (let month = 1; month <= 12; month += 1) {
      const made = change(value(year - 1, month), value(year, month));
      if (made !== null) changes.push(made);
    }
    if (changes.length > 0) byYear.push(changes);
  }
  const count = byYear.reduce((sum, { length }) => sum + length, 0);
  if (count < fewestMonthlyChanges)
    return none("progress.forecast_few_changes");
  const random = randomOf(`${input.seed}|${group.indicator}|${group.region}`);
  const pick = picker(random);
  const done = fractionNumber(figure.exact);
  const daysDone = figure.period.end - deadline.start;
  const sums = addsUp(indicator);
  const total = deadline.end - deadline.start;
  return outlookOf(input, "months", count, () => {
    const year = byYear[pickYear(byYear, count, random)] ?? [];
    let sum = sums ? done : done * daysDone;
    for (const [at, span] of spans.entries()) {
      const month = clip(apply(before[at] ?? 0, pick(year)), indicator, span);
      sum += sums ? (month * span.days) / span.of : month * span.days;
    }
    return sums ? sum : sum / total;
  });
}

/** Years weigh as many months as they know. */
function pickYear(
  byYear: readonly (readonly number[])[],
  count: number,
  random: () => number,
): number {
  let at = Math.floor(random() * count);
  for (const [year, changes] of byYear.entries()) {
    if (at < changes.length) return year;
    at -= changes.length;
  }
  return 0;
}

function monthlyValues({
  index,
  group,
  indicator,
  figure,
}: ForecastInput): (year: number, month: number) => number | null {
  const known = new Map<string, number>();
  const all = candidatesOf({ index, group, indicator }, figure.period.end);
  for (let at = 0; at < all.length; at += 1) {
    const period = all.periodAt(at);
    if (granularity(period) === "month" && all.isKnownAt(at))
      known.set(period.code, fractionNumber(all.exactAt(at)));
  }
  return (year, month) => known.get(monthPeriod(year, month).code) ?? null;
}

/** A month's value stays what it can be: no amount or concentration below 0, no share over 100 %, no more days than it has. */
function clip(value: number, { kind }: Indicator, { of }: MonthSpan): number {
  const most =
    kind === "ratio" ? 100 : kind === "days" ? of : Number.POSITIVE_INFINITY;
  return Math.min(Math.max(value, 0), most);
}

function bySteps(input: ForecastInput): Forecast {
  const { index, group, indicator, figure, deadline, growing } = input;
  const span = granularity(figure.period);
  const yearly = span === "year" || span === "years";
  const step = yearly ? "year" : "month";
  const all = candidatesOf({ index, group, indicator }, figure.period.end);
  const history = Array.from({ length: all.length }, (_, at) => at)
    .filter((at) => all.isKnownAt(at) && granularity(all.periodAt(at)) === step)
    .sort((a, b) => all.periodAt(a).end - all.periodAt(b).end)
    .slice(yearly ? -10 : -36)
    .map((at) => ({
      period: all.periodAt(at),
      value: fractionNumber(all.exactAt(at)),
    }));
  const left = stepsLeft(figure.period, deadline, yearly);
  if (left === null || left > mostSteps)
    return none("progress.forecast_few_changes");
  const additive =
    !["mean", "sum", "index", "percentile"].includes(indicator.kind) ||
    history.some(({ value }) => value <= 0);
  const moves = growing
    ? history.map(({ value }) => value)
    : history.flatMap((next, at) => {
        const previous = history[at - 1];
        const made =
          previous === undefined || previous.period.end !== next.period.start
            ? null
            : additive
              ? difference(previous.value, next.value)
              : ratio(previous.value, next.value);
        return made === null ? [] : [made];
      });
  if (moves.length < (yearly ? fewestYearlyChanges : fewestMonthlyChanges))
    return none("progress.forecast_few_changes");
  const pick = picker(
    randomOf(`${input.seed}|${group.indicator}|${group.region}`),
  );
  const start = fractionNumber(figure.exact);
  const apply = growing || additive ? add : multiply;
  return outlookOf(input, yearly ? "years" : "steps", moves.length, () => {
    let value = start;
    for (let at = 0; at < left; at += 1) value = apply(value, pick(moves));
    return indicator.kind === "reduction"
      ? value
      : Math.min(
          Math.max(value, 0),
          indicator.kind === "ratio" ? 100 : Number.POSITIVE_INFINITY,
        );
  });
}

/** Whole periods between the figure and the deadline; null where they do not come out whole. */
function stepsLeft(
  figure: Period,
  deadline: Period,
  yearly: boolean,
): number | null {
  if (yearly) return lastYear(deadline) - lastYear(figure);
  const spans = monthsBetween(figure.end, deadline.end);
  return spans.every(({ days, of }) => days === of) ? spans.length : null;
}

function difference(before: number | null, after: number | null) {
  return before === null || after === null ? null : after - before;
}

function ratio(before: number | null, after: number | null): number | null {
  return before === null || after === null || before <= 0
    ? null
    : after / before;
}

const add = (a: number, b: number): number => a + b;
const multiply = (a: number, b: number): number => a * b;

function picker(random: () => number): (from: readonly number[]) => number {
  return (from) => from[Math.floor(random() * from.length)] ?? 0;
}

function outlookOf(
  { goal, comparator, decimals }: ForecastInput,
  method: Outlook["method"],
  changes: number,
  draw: () => number,
): Forecast {
  const values = Array.from({ length: draws }, draw).sort((a, b) => a - b);
  const at = (part: number): number =>
    shown(values[Math.round(part * (draws - 1))] ?? 0, decimals);
  const edge = fractionNumber(roundingEdge(goal, comparator, decimals));
  const exact = fractionNumber(goal);
  const meets = (value: number): boolean =>
    comparator === "<=" || comparator === "<"
      ? value <= edge
      : comparator === "="
        ? Math.abs(value - exact) <= Math.abs(edge - exact)
        : value >= edge;
  return {
    kind: "outlook",
    outlook: {
      value: at(0.5),
      low: at(0.1),
      high: at(0.9),
      chance: shown(values.filter(meets).length / draws, 1),
      method,
      draws,
      changes,
    },
  };
}

/** One decimal more than is judged: a forecast is not known better. */
function shown(value: number, decimals: number | null): number {
  return decimalNumber(roundDecimal(decimalOf(value), (decimals ?? 1) + 1));
}

function none(reason: string): Forecast {
  return { kind: "none", reason };
}
