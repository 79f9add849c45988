import {
  type DayNumber,
  civilDate,
  dayNumber,
  daysInMonth,
} from "../model/calendar.ts";
import {
  type Fraction,
  addFractions,
  divideFractions,
  multiplyFractions,
  ratioOf,
  roundedFraction,
  signOf,
} from "../model/fraction.ts";
import type { Indicator } from "../model/indicator.ts";
import { monthPeriod } from "../model/period.ts";
import { addsUp } from "./choose-figure.ts";
import { candidatesOf } from "./candidates.ts";
import { wholeFraction } from "./fraction-number.ts";
import type { Group, ObservationIndex } from "./observation-index.ts";

/** How a year's burden falls on its months. */
export interface Profile {
  /** The past years it was taken from, the latest first. */
  readonly years: readonly number[];
  /** The months' shares of the year, January first; they add up to about 1. */
  readonly months: readonly Fraction[];
}

const mostYears = 5;

/** Decimals a share is kept with, so that fractions stay small. */
const shareDecimals = 18;

/**
 * The mean of the shares that the months had in each of the past five years of
 * which all twelve are known: of the amount for what adds up, else of value ×
 * days. Null without such a year, and for percentiles, which have no shares.
 */
export function seasonalProfile(
  index: ObservationIndex,
  group: Group,
  indicator: Indicator,
  year: number,
): Profile | null {
  if (indicator.kind === "percentile" || indicator.kind === "class")
    return null;
  const all = candidatesOf({ index, group, indicator }, dayNumber(year, 1, 1));
  const known = new Map<string, Fraction>();
  for (let at = 0; at < all.length; at += 1) {
    const { code } = all.periodAt(at);
    if (all.isKnownAt(at)) known.set(code, all.exactAt(at));
    else known.delete(code);
  }
  const years: number[] = [];
  const sums = monthNumbers.map(() => wholeFraction(0));
  for (let past = year - 1; past >= year - mostYears; past -= 1) {
    const shares = sharesOf(past, known, indicator);
    if (shares === null) continue;
    years.push(past);
    for (const [at, share] of shares.entries())
      sums[at] = addFractions(sums[at] ?? share, share);
  }
  if (years.length === 0) return null;
  return {
    years,
    months: sums.map((sum) =>
      roundedFraction(
        multiplyFractions(sum, ratioOf(1, years.length)),
        shareDecimals,
      ),
    ),
  };
}

const monthNumbers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

function sharesOf(
  year: number,
  known: ReadonlyMap<string, Fraction>,
  indicator: Indicator,
): Fraction[] | null {
  const burdens: Fraction[] = [];
  for (const month of monthNumbers) {
    const exact = known.get(monthPeriod(year, month).code);
    if (exact === undefined || signOf(exact) < 0) return null;
    burdens.push(
      addsUp(indicator)
        ? exact
        : multiplyFractions(exact, wholeFraction(daysInMonth(year, month))),
    );
  }
  const total = burdens.reduce(addFractions);
  return signOf(total) === 0
    ? null
    : burdens.map((burden) =>
        roundedFraction(
          divideFractions(burden, total) ?? burden,
          shareDecimals,
        ),
      );
}

/** The share of a year that falls on the days from `start` up to, not including, `end`; part of a month counts by its days. */
export function burdenOf(
  profile: Profile,
  start: DayNumber,
  end: DayNumber,
): Fraction {
  return monthsBetween(start, end)
    .map(({ month, days, of }) =>
      multiplyFractions(
        profile.months[month - 1] ?? wholeFraction(0),
        ratioOf(days, of),
      ),
    )
    .reduce(addFractions, wholeFraction(0));
}

export interface MonthSpan {
  readonly year: number;
  readonly month: number;
  readonly start: DayNumber;
  /** First day after the span. */
  readonly end: DayNumber;
  /** Days of the span and of the whole month. */
  readonly days: number;
  readonly of: number;
}

/** The months, and parts of months at the ends, that days cover. */
export function monthsBetween(start: DayNumber, end: DayNumber): MonthSpan[] {
  const spans: MonthSpan[] = [];
  for (let day = start; day < end;) {
    const { year, month } = civilDate(day);
    const next = Math.min(dayNumber(year, month + 1, 1), end);
    spans.push({
      year,
      month,
      start: day,
      end: next,
      days: next - day,
      of: daysInMonth(year, month),
    });
    day = next;
  }
  return spans;
}
