import {
  civilDate,
  dayNumber,
  isoDate,
  pad,
  parseIsoDate,
} from "../../model/calendar.ts";
import { monthPeriod, yearToMonth } from "../../model/period.ts";

/** A month as it is picked: `2021-06`; and whether the year up to it is meant. */
export interface MonthChoice {
  /** Empty follows the data. */
  readonly month: string;
  readonly toDate: boolean;
}

/** Period code of a choice: the month, or January up to it; empty while the data is followed. */
export function periodOfChoice({ month, toDate }: MonthChoice): string {
  const at = partsOf(month);
  if (at === null) return "";
  return (toDate ? yearToMonth : monthPeriod)(at.year, at.month).code;
}

/** Last day of a month as an ISO text; empty for a text that is no month. */
export function lastDayOf(month: string): string {
  const at = partsOf(month);
  return at === null ? "" : isoDate(dayNumber(at.year, at.month + 1, 1) - 1);
}

/** The last month that ended by a day, that of the day itself when it is the month's last; empty for a text that is no day. */
export function monthEndedBy(day: string): string {
  const number = parseIsoDate(day);
  if (number === null) return "";
  const { year, month } = civilDate(number);
  const own = monthText(year, month);
  if (lastDayOf(own) === day) return own;
  return month === 1 ? monthText(year - 1, 12) : monthText(year, month - 1);
}

function monthText(year: number, month: number): string {
  return `${pad(year, 4)}-${pad(month, 2)}`;
}

function partsOf(
  month: string,
): { readonly year: number; readonly month: number } | null {
  const [, year, number] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month) ?? [];
  return year === undefined
    ? null
    : { year: Number(year), month: Number(number) };
}
