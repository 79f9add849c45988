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
  if (/^\d{4}$/.test(code)) return "year";
  if (/^\d{4}-\d{2}$/.test(code)) return "month";
  if (/^\d{4}-Q\d$/.test(code)) return "quarter";
  if (/^\d{4}\/\d{4}$/.test(code)) return "years";
  if (period.end - period.start === 1) return "day";
  return isYearToDate(period) ? "toDate" : "range";
}

/** The year in which the period's last day lies. */
export function lastYear(period: Period): number {
  return civilDate(period.end - 1).year;
}
