import { civilDate, dayNumber, daysInMonth } from "../model/calendar.ts";
import type { PeriodHint } from "../model/facets.ts";
import {
  type Period,
  monthPeriod,
  monthRange,
  parsePeriod,
  periodOf,
  sameLastYear,
  yearPeriod,
  yearToMonth,
} from "../model/period.ts";

/** What the sheet says of its own period: the period, or only a year. */
export interface PeriodContext {
  readonly year?: number;
  readonly period?: Period;
}

/**
 * The period a hint means on a sheet. Months take the context's year, 累计 and
 * 当月 the last month of its period. Null when the context does not decide it:
 * 当月 on a sheet that names only a year stays open.
 */
export function periodFrom(
  hint: PeriodHint,
  context: PeriodContext,
): Period | null {
  if (hint.kind === "period") return parsePeriod(hint.code);
  if (hint.kind === "months")
    return monthsWithin(hint, context) ?? monthsOf(hint, yearOf(context));
  const { period } = context;
  if (hint.kind === "day")
    return period === undefined ? null : dayIn(period, hint.day);
  if (hint.kind === "since") return sinceDay(hint, context);
  const year = yearOf(context);
  switch (hint.which) {
    case "current":
      return period ?? (year === null ? null : yearPeriod(year));
    case "year":
      return year === null ? null : yearPeriod(year);
    case "lastYear":
      if (period !== undefined) return sameLastYear(period);
      return year === null ? null : yearPeriod(year - 1);
    case "month":
      return period === undefined ? null : lastMonthOf(period);
    case "lastMonth": {
      const month = period === undefined ? null : lastMonthOf(period);
      return month === null ? null : monthBefore(month);
    }
    case "toDate":
      return period === undefined ? null : sinceJanuary(period);
    case "day":
      return period !== undefined && period.end - period.start === 1
        ? period
        : null;
    case "open":
      return null;
  }
}

/**
 * From a day to the end of the period the sheet is of; null where only a year
 * is known of that, which says nothing of the day the figures were taken on.
 */
function sinceDay(
  { year, month, day, until }: Extract<PeriodHint, { kind: "since" }>,
  context: PeriodContext,
): Period | null {
  const { period } = context;
  if (until !== undefined) {
    const last = yearOf(context) ?? year;
    if (last === null) return null;
    return between(
      year ?? last,
      month,
      day,
      dayNumber(last, until.month, until.day) + 1,
    );
  }
  if (period === undefined || /^\d{4}(?:\/\d{4})?$/.test(period.code))
    return null;
  const last = civilDate(period.end - 1).year;
  return between(year ?? last, month, day, period.end);
}

function between(
  year: number,
  month: number,
  day: number,
  end: number,
): Period | null {
  if (day > daysInMonth(year, month)) return null;
  const start = dayNumber(year, month, day);
  return start < end ? periodOf(start, end) : null;
}

/** A day of a period that lies within one month; null when the month has no such day. */
function dayIn(period: Period, day: number): Period | null {
  const { year, month } = civilDate(period.start);
  const last = civilDate(period.end - 1);
  if (last.year !== year || last.month !== month) return null;
  if (day < 1 || day > daysInMonth(year, month)) return null;
  const start = dayNumber(year, month, day);
  return periodOf(start, start + 1);
}

/** Months on a sheet whose period runs over New Year: those of its one year that has them inside (1月 of October 2020 to March 2021). */
function monthsWithin(
  hint: Extract<PeriodHint, { kind: "months" }>,
  { period }: PeriodContext,
): Period | null {
  if (period === undefined) return null;
  const first = civilDate(period.start).year;
  const last = civilDate(period.end - 1).year;
  if (last - first !== 1) return null;
  const found = [first, last].flatMap((year) => monthsOf(hint, year) ?? []);
  const inside = found.filter(
    ({ start, end }) => period.start <= start && end <= period.end,
  );
  if (inside.length > 0)
    return inside.length === 1 ? (inside[0] ?? null) : null;
  // 秋冬季 of October 2020 to January 2021 is the one those months lie in.
  return (
    found.find(
      ({ start, end }) => start === period.start && period.end <= end,
    ) ?? null
  );
}

function yearOf({ year, period }: PeriodContext): number | null {
  if (period === undefined) return year ?? null;
  const first = civilDate(period.start).year;
  const last = civilDate(period.end - 1).year;
  return first === last ? last : (year ?? null);
}

function monthsOf(
  hint: Extract<PeriodHint, { kind: "months" }>,
  year: number | null,
): Period | null {
  if (year === null) return null;
  const { from, to, day } = hint;
  if (day === undefined)
    return monthRange(year, from, to < from ? year + 1 : year, to);
  if (day > daysInMonth(year, to)) return null;
  const start = dayNumber(year, to, day);
  return periodOf(start, start + 1);
}

/** The month a period within one year ends in; null for a whole year or longer. */
function lastMonthOf(period: Period): Period | null {
  const first = civilDate(period.start);
  const last = civilDate(period.end - 1);
  if (first.year !== last.year || /^\d{4}$/.test(period.code)) return null;
  return monthPeriod(last.year, last.month);
}

function monthBefore(month: Period): Period {
  const last = civilDate(month.start - 1);
  return monthPeriod(last.year, last.month);
}

/** October to January: what has been of an autumn and winter that goes on. */
function isPartOfWinter(period: Period): boolean {
  const first = civilDate(period.start);
  const last = civilDate(period.end - 1);
  return (
    last.year - first.year === 1 &&
    first.month >= 10 &&
    first.day === 1 &&
    last.month < 3
  );
}

function sinceJanuary(period: Period): Period | null {
  const first = civilDate(period.start);
  const last = civilDate(period.end - 1);
  if (first.year !== last.year) return isPartOfWinter(period) ? period : null;
  if (last.day === daysInMonth(last.year, last.month))
    return yearToMonth(last.year, last.month);
  return periodOf(dayNumber(last.year, 1, 1), period.end);
}
