import { civilDate } from "../../model/calendar.ts";
import {
  isYearToDate,
  monthPeriod,
  type Period,
  parsePeriod,
  periodOf,
  yearToMonth,
} from "../../model/period.ts";

/**
 * The periods that go on after those given, in their order: a year-to-date
 * range grows by a month, months, quarters, years and days follow with the
 * distance of the last two, by their own length when there is one only. Codes
 * that are given already are left out. Empty when the last is no period.
 */
export function nextPeriods(
  given: readonly string[],
  count: number,
): readonly string[] {
  const known = given.flatMap((code) => parsePeriod(code) ?? []);
  const last = known[known.length - 1];
  if (last === undefined) return [];
  const alike = known.filter((period) => kindOf(period) === kindOf(last));
  const before = alike[alike.length - 2];
  const toDate = isYearToDate(last);
  const step = before === undefined ? null : distance(before, last);
  const found: string[] = [];
  const taken = new Set(given);
  for (let at = last; found.length < count;) {
    at = toDate ? oneMonthMore(at) : follow(at, step);
    if (!taken.has(at.code)) found.push(at.code);
  }
  return found;
}

function kindOf(period: Period): string {
  const months = wholeMonths(period);
  if (isYearToDate(period)) return "toDate";
  return months === null
    ? `d${String(period.end - period.start)}`
    : `m${String(months)}`;
}

/** December's is the whole year; after it comes January. */
function oneMonthMore(period: Period): Period {
  const { year, month } = civilDate(period.end - 1);
  return month === 12 ? monthPeriod(year + 1, 1) : yearToMonth(year, month + 1);
}

function follow(period: Period, step: number | null): Period {
  const months = wholeMonths(period);
  if (months === null) {
    const days = step ?? period.end - period.start;
    return periodOf(period.start + days, period.end + days);
  }
  const by = step ?? months;
  return periodOf(monthStart(period.start, by), monthStart(period.end, by));
}

/** In months between whole months, else in days; null when it does not go forward. */
function distance(before: Period, last: Period): number | null {
  const a = civilDate(before.start);
  const b = civilDate(last.start);
  const step =
    wholeMonths(last) === null
      ? last.start - before.start
      : (b.year - a.year) * 12 + b.month - a.month;
  return step > 0 ? step : null;
}

function wholeMonths({ start, end }: Period): number | null {
  const a = civilDate(start);
  const b = civilDate(end);
  return a.day === 1 && b.day === 1
    ? (b.year - a.year) * 12 + b.month - a.month
    : null;
}

/** The first day of the month `months` later. */
function monthStart(day: number, months: number): number {
  const { year, month } = civilDate(day);
  const place = year * 12 + month - 1 + months;
  return monthPeriod(Math.floor(place / 12), (place % 12) + 1).start;
}
