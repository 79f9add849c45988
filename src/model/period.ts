import {
  type DayNumber,
  civilDate,
  dayNumber,
  daysInMonth,
  isoDate,
  pad,
  parseIsoDate,
} from "./calendar.ts";
import type { PeriodCode } from "./codes.ts";

/** A half-open range of days with its one canonical code. */
export interface Period {
  readonly code: PeriodCode;
  readonly start: DayNumber;
  /** First day after the period. */
  readonly end: DayNumber;
}

/**
 * The canonical code of the days from `start` up to, not including, `end`:
 * a day, a month, a quarter (`2021-Q2`), a year; a range from January keeps its
 * range form (`2021-01/2021-03`), other ranges are whole years (`2016/2020`),
 * whole months, or days.
 * @throws when the range is empty.
 */
export function periodCode(start: DayNumber, end: DayNumber): PeriodCode {
  if (end <= start)
    throw new Error(`a period needs at least one day: ${isoDate(start)}`);
  const a = civilDate(start);
  const b = civilDate(end - 1);
  if (end - start === 1) return isoDate(start) as string;
  const wholeMonths = a.day === 1 && b.day === daysInMonth(b.year, b.month);
  if (!wholeMonths) return `${isoDate(start)}/${isoDate(end - 1)}`;
  const months = (b.year - a.year) * 12 + b.month - a.month + 1;
  if (months === 1) return `${pad(a.year, 4)}-${pad(a.month, 2)}`;
  if (a.month === 1 && b.month === 12)
    return months === 12
      ? pad(a.year, 4)
      : `${pad(a.year, 4)}/${pad(b.year, 4)}`;
  if (months === 3 && a.month % 3 === 1 && a.month !== 1)
    return `${pad(a.year, 4)}-Q${(a.month + 2) / 3}`;
  return `${pad(a.year, 4)}-${pad(a.month, 2)}/${pad(b.year, 4)}-${pad(b.month, 2)}`;
}

export function periodOf(start: DayNumber, end: DayNumber): Period {
  const length = end - start;
  const key = length < lengthSpan ? start * lengthSpan + length : NaN;
  const known = made.get(key);
  if (known !== undefined) return known;
  const period = { code: periodCode(start, end), start, end };
  if (made.size < mostParsed && Number.isSafeInteger(key))
    made.set(key, period);
  return period;
}

/** Periods made before, by their days: a few hundred are made over and over. */
const made = new Map<number, Period>();
const lengthSpan = 2 ** 20;

export function yearPeriod(year: number): Period {
  return periodOf(dayNumber(year, 1, 1), dayNumber(year + 1, 1, 1));
}

export function monthPeriod(year: number, month: number): Period {
  return periodOf(dayNumber(year, month, 1), dayNumber(year, month + 1, 1));
}

/** From the first of January to the end of `month`. */
export function yearToMonth(year: number, month: number): Period {
  return periodOf(dayNumber(year, 1, 1), dayNumber(year, month + 1, 1));
}

/** Months `from` to `to`, both included; `to` may lie in a later year. */
export function monthRange(
  fromYear: number,
  fromMonth: number,
  toYear: number,
  toMonth: number,
): Period {
  return periodOf(
    dayNumber(fromYear, fromMonth, 1),
    dayNumber(toYear, toMonth + 1, 1),
  );
}

function parsePoint(text: string): { start: DayNumber; end: DayNumber } | null {
  const day = parseIsoDate(text);
  if (day !== null) return { start: day, end: day + 1 };
  const match = /^(\d{4})(?:-(?:Q([1-4])|(\d{2})))?$/.exec(text);
  if (match === null) return null;
  const year = Number(match[1]);
  if (match[2] !== undefined) {
    const first = Number(match[2]) * 3 - 2;
    return {
      start: dayNumber(year, first, 1),
      end: dayNumber(year, first + 3, 1),
    };
  }
  if (match[3] !== undefined) {
    const month = Number(match[3]);
    if (month < 1 || month > 12) return null;
    return {
      start: dayNumber(year, month, 1),
      end: dayNumber(year, month + 1, 1),
    };
  }
  return { start: dayNumber(year, 1, 1), end: dayNumber(year + 1, 1, 1) };
}

/** Reads any code of the grammar, canonical or not (`2021-Q1`, `2021-04/2021-06`); null when it is none. */
export function parsePeriod(code: string): Period | null {
  const known = parsed.get(code);
  if (known !== undefined) return known;
  const period = readPeriod(code);
  if (parsed.size < mostParsed) parsed.set(code, period);
  return period;
}

/** Codes read before: a few hundred are read over and over. */
const parsed = new Map<string, Period | null>();
const mostParsed = 4096;

function readPeriod(code: string): Period | null {
  const [from, to, rest] = code.split("/");
  if (rest !== undefined || from === undefined) return null;
  const a = parsePoint(from);
  const b = to === undefined ? a : parsePoint(to);
  if (a === null || b === null || b.end <= a.start) return null;
  return periodOf(a.start, b.end);
}

/** The same days one year earlier; 29 February becomes the end of February. */
export function sameLastYear(period: Period): Period {
  return shiftYears(period, -1);
}

/**
 * The same calendar range `years` later (negative: earlier). Whole months stay
 * whole months; of other ranges the first and the last day move, and a
 * 29 February becomes the 28th where there is none.
 */
export function shiftYears(period: Period, years: number): Period {
  const wholeMonths =
    civilDate(period.start).day === 1 && civilDate(period.end).day === 1;
  return wholeMonths
    ? periodOf(moveYears(period.start, years), moveYears(period.end, years))
    : periodOf(
        moveYears(period.start, years),
        moveYears(period.end - 1, years) + 1,
      );
}

function moveYears(days: DayNumber, years: number): DayNumber {
  const { year, month, day } = civilDate(days);
  return dayNumber(
    year + years,
    month,
    Math.min(day, daysInMonth(year + years, month)),
  );
}

/** True for a range that begins on 1 January and ends within that year, and is not the whole year or one month. */
export function isYearToDate(period: Period): boolean {
  const a = civilDate(period.start);
  const b = civilDate(period.end - 1);
  return (
    a.month === 1 &&
    a.day === 1 &&
    a.year === b.year &&
    period.code.includes("/")
  );
}
