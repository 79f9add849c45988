import {
  civilDate,
  dayNumber,
  isoDate,
  parseIsoDate,
} from "../../model/calendar.ts";
import {
  monthPeriod,
  monthRange,
  parsePeriod,
  yearPeriod,
  yearToMonth,
} from "../../model/period.ts";

export const periodKinds = ["year", "toDate", "quarter", "month"] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** A period as three controls hold it; `part` is a month (1–12) or a quarter (1–4). */
export interface PeriodChoice {
  readonly kind: PeriodKind;
  readonly year: number;
  readonly part: number;
}

/** The controls of a period code. What fits none of the kinds becomes its year; an empty code the year 2000. */
export function periodChoice(code: string): PeriodChoice {
  const period = parsePeriod(code);
  if (period === null) return { kind: "year", year: 2000, part: 12 };
  const from = civilDate(period.start);
  const to = civilDate(period.end - 1);
  const months = (to.year - from.year) * 12 + to.month - from.month + 1;
  if (period.code.includes("Q"))
    return { kind: "quarter", year: from.year, part: (from.month + 2) / 3 };
  if (months === 1) return { kind: "month", year: from.year, part: from.month };
  if (months < 12 && from.month === 1)
    return { kind: "toDate", year: from.year, part: to.month };
  return { kind: "year", year: to.year, part: to.month };
}

export function choicePeriod(choice: PeriodChoice): string {
  const { kind, year } = choice;
  const part = Math.min(choice.part, kind === "quarter" ? 4 : 12);
  if (kind === "year") return yearPeriod(year).code;
  if (kind === "month") return monthPeriod(year, part).code;
  if (kind === "toDate") return yearToMonth(year, part).code;
  return monthRange(year, part * 3 - 2, year, part * 3).code;
}

/** The year so far at a day: the whole year from December on. */
export function periodAt(asOf: string): string {
  const day = parseIsoDate(asOf);
  if (day === null) return "";
  const { year, month } = civilDate(day);
  return yearToMonth(year, month).code;
}

/** Last day of the month before that of a day; empty for a text that is none. */
export function lastMonthEnd(asOf: string): string {
  const day = parseIsoDate(asOf);
  if (day === null) return "";
  const { year, month } = civilDate(day);
  return isoDate(dayNumber(year, month, 1) - 1);
}
