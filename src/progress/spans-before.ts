import { civilDate } from "../model/calendar.ts";
import {
  type Period,
  monthRange,
  periodOf,
  shiftYears,
} from "../model/period.ts";
import { granularity } from "./granularity.ts";

/**
 * The period of the same span `count` places before: last month of a month,
 * last quarter of a quarter. Null for what begins in January and grows, which
 * has none of its like before it in the year.
 */
export function spansBefore(period: Period, count: number): Period | null {
  switch (granularity(period)) {
    case "day":
      return periodOf(period.start - count, period.end - count);
    case "month":
      return monthsBefore(period, 1, count);
    case "quarter":
      return monthsBefore(period, 3, count);
    case "year":
      return shiftYears(period, -count);
    default:
      return isFirstQuarter(period) ? monthsBefore(period, 3, count) : null;
  }
}

/** January to March has the form of a growing range, and is a quarter all the same. */
function isFirstQuarter(period: Period): boolean {
  const { month, day } = civilDate(period.start);
  return month === 1 && day === 1 && monthsIn(period) === 3;
}

function monthsIn(period: Period): number | null {
  const a = civilDate(period.start);
  const b = civilDate(period.end);
  return a.day === 1 && b.day === 1
    ? (b.year - a.year) * 12 + b.month - a.month
    : null;
}

function monthsBefore(period: Period, months: number, count: number): Period {
  const { year, month } = civilDate(period.start);
  const first = year * 12 + month - 1 - months * count;
  const last = first + months - 1;
  return monthRange(
    Math.floor(first / 12),
    (first % 12) + 1,
    Math.floor(last / 12),
    (last % 12) + 1,
  );
}
