import { civilDate } from "../model/calendar.ts";
import { type Period, isYearToDate } from "../model/period.ts";

/**
 * What kind of span a period is. `toDate` runs from 1 January to a day within
 * the year; `years` are whole years; `range` is anything else.
 */
export type Granularity =
  "years" | "year" | "toDate" | "quarter" | "month" | "day" | "range";

export function granularity(period: Period): Granularity {
  const { code } = period;
  // The canonical codes differ in their lengths: 2021, 2021-06, 2021-Q2, 2016/2020.
  if (code.length === 4) return "year";
  if (code.length === 7) return code[5] === "Q" ? "quarter" : "month";
  if (code.length === 9) return "years";
  if (period.end - period.start === 1) return "day";
  return isYearToDate(period) ? "toDate" : "range";
}

/** The year in which the period's last day lies. */
export function lastYear(period: Period): number {
  return civilDate(period.end - 1).year;
}
