import {
  type Fraction,
  addFractions,
  compareFractions,
  divideFractions,
  fractionOf,
  multiplyFractions,
  ratioOf,
  signOf,
  subtractFractions,
} from "../model/fraction.ts";
import { type Period, periodOf } from "../model/period.ts";
import type { Remaining, RestMonth, RestOfWindow } from "../model/progress.ts";
import type { Comparator } from "../model/target.ts";
import { fractionNumber, wholeFraction } from "./fraction-number.ts";
import { roundingEdge } from "./mean-quota.ts";
import {
  type MonthSpan,
  type Profile,
  burdenOf,
  monthsBetween,
} from "./seasonal-profile.ts";

/** Longer windows are planned by year, not by month. */
const mostMonths = 24;

/**
 * What remains, split over the months from the end of the figure's period to
 * the deadline by the shares that past years had (`profile`; by days where it is
 * null). Means: month m may be (T·N − C·n)·wₘ/dₘ, so that the months weighted by
 * their days come out at the goal. Amounts and days: their share of the total;
 * whole days, the largest remainders first. Levels: straight to the goal. Null
 * where nothing remains.
 */
export function restOfWindow(input: {
  readonly remaining: Remaining;
  readonly goal: Fraction;
  readonly comparator: Comparator;
  readonly decimals: number | null;
  readonly actual: Fraction;
  readonly figure: Period;
  readonly deadline: Period;
  readonly profile: () => Profile | null;
}): RestOfWindow | null {
  const { remaining, figure, deadline } = input;
  if (remaining.kind === "none" || remaining.kind === "outOfReach") return null;
  const spans = monthsBetween(figure.end, deadline.end);
  if (spans.length === 0 || spans.length > mostMonths) return null;
  if (remaining.kind === "change")
    return { years: [], months: levels(input, spans) };
  const profile = input.profile();
  const seasonal =
    profile === null ||
    signOf(burdenOf(profile, figure.end, deadline.end)) === 0
      ? null
      : profile;
  const weights = spans.map(({ start, end }) =>
    seasonal === null
      ? wholeFraction(end - start)
      : burdenOf(seasonal, start, end),
  );
  const total = weights.reduce(addFractions);
  const shares = weights.map(
    (weight) => divideFractions(weight, total) ?? weight,
  );
  return {
    years: seasonal?.years ?? [],
    months:
      remaining.kind === "mean"
        ? means(input, spans, shares)
        : remaining.kind === "days"
          ? wholeDays(remaining, input.comparator, spans, shares)
          : amounts(input, spans, shares),
  };
}

type Input = Parameters<typeof restOfWindow>[0];

function head({ start, end, days }: MonthSpan) {
  return { period: periodOf(start, end).code, days };
}

function means(
  { goal, comparator, decimals, actual, figure, deadline }: Input,
  spans: readonly MonthSpan[],
  shares: readonly Fraction[],
): RestMonth[] {
  const all = wholeFraction(deadline.end - deadline.start);
  const spent = multiplyFractions(
    actual,
    wholeFraction(figure.end - deadline.start),
  );
  const budget = (yearly: Fraction): Fraction =>
    subtractFractions(multiplyFractions(yearly, all), spent);
  const strict = budget(goal);
  const edge = budget(roundingEdge(goal, comparator, decimals));
  return spans.map((span, at): RestMonth => {
    const share = shares[at] ?? wholeFraction(0);
    const of = (whole: Fraction): number =>
      fractionNumber(
        divideFractions(
          multiplyFractions(whole, share),
          wholeFraction(span.days),
        ) ?? whole,
      );
    return { ...head(span), kind: "mean", strict: of(strict), edge: of(edge) };
  });
}

function amounts(
  { goal, actual }: Input,
  spans: readonly MonthSpan[],
  shares: readonly Fraction[],
): RestMonth[] {
  const total = subtractFractions(goal, actual);
  return spans.map((span, at) => ({
    ...head(span),
    kind: "amount",
    amount: fractionNumber(
      multiplyFractions(total, shares[at] ?? wholeFraction(0)),
    ),
  }));
}

function levels(
  { goal, actual, figure, deadline }: Input,
  spans: readonly MonthSpan[],
): RestMonth[] {
  const whole = subtractFractions(goal, actual);
  return spans.map((span) => ({
    ...head(span),
    kind: "level",
    level: fractionNumber(
      addFractions(
        actual,
        multiplyFractions(
          whole,
          ratioOf(span.end - figure.end, deadline.end - figure.end),
        ),
      ),
    ),
  }));
}

/** The days that are counted, split: those needed where more are better, those affordable where fewer are. */
function wholeDays(
  remaining: Extract<Remaining, { readonly kind: "days" }>,
  comparator: Comparator,
  spans: readonly MonthSpan[],
  shares: readonly Fraction[],
): RestMonth[] {
  const fewer = comparator === "<=" || comparator === "<";
  const counted = apportion(
    fewer ? remaining.affordable : remaining.stillNeeded,
    spans,
    shares,
  );
  return spans.map((span, at) => {
    const days = counted[at] ?? 0;
    const others = span.days - days;
    return {
      ...head(span),
      kind: "days",
      stillNeeded: fewer ? others : days,
      affordable: fewer ? days : others,
    };
  });
}

/** Whole days by share: the floors first, then one at a time where most of a day is left over and the month has room. */
function apportion(
  total: number,
  spans: readonly MonthSpan[],
  shares: readonly Fraction[],
): number[] {
  const wanted = shares.map((share) =>
    multiplyFractions(fractionOf(total), share),
  );
  const given = wanted.map(({ n, d }, at) =>
    Math.min(Number(n / d), spans[at]?.days ?? 0),
  );
  let left = Math.round(total) - given.reduce((sum, days) => sum + days, 0);
  while (left > 0) {
    const open = wanted
      .map((want, at) => ({
        at,
        over: subtractFractions(want, wholeFraction(given[at] ?? 0)),
      }))
      .filter(({ at }) => (given[at] ?? 0) < (spans[at]?.days ?? 0));
    const next = open.reduce<(typeof open)[number] | null>(
      (best, one) =>
        best === null || compareFractions(one.over, best.over) > 0 ? one : best,
      null,
    );
    if (next === null) return given;
    given[next.at] = (given[next.at] ?? 0) + 1;
    left -= 1;
  }
  return given;
}
