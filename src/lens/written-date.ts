import {
  civilDate,
  type DayNumber,
  dayNumber,
  daysInMonth,
  isoDate,
  pad,
  parseIsoDate,
} from "../model/calendar.ts";
import type { IsoDate } from "../model/codes.ts";
import { plainDigits } from "./written-number.ts";

/** A date written as text. */
export interface WrittenDate {
  readonly value: IsoDate;
  /** `YYYY年M月D日`, `YYYY-MM-DD前`, `YYYY年M月底前`, `YYYY年底`; null when another date could not be written so. */
  readonly pattern: string | null;
}

const before = "(?:之前|以前|前)?";
const wholeDay = new RegExp(
  String.raw`^(\d{4})([-/.年])(\d{1,2})([-/.月])(\d{1,2})((?:日|号)?${before})$`,
);
const withTime = /^(\S+日?)[ T]\d{1,2}[:：]\d{2}(?:[:：]\d{2})?$/;
const monthEnd = new RegExp(
  String.raw`^(?:(\d{4})年)?(\d{1,2})(月份?[底末]${before})$`,
);
const monthDay = new RegExp(String.raw`^(\d{1,2})月(\d{1,2})[日号]${before}$`);
const yearEnd = new RegExp(String.raw`^(\d{4})(年年?[底末]${before})$`);
const quarterEnd = new RegExp(
  String.raw`^(\d{4})(年第?)([一二三四])(季度[底末]${before})$`,
);
const quarters = "一二三四";

/**
 * A date written as text; null when the text is none. 月底, 季度末 and 年底 are
 * their last days. `year` is the year of months that state none; such dates are
 * read only.
 */
export function readDate(text: string, year?: number): WrittenDate | null {
  const plain = plainDigits(text.trim()).replace(/(?<=\D) +| +(?=\D)/g, "");
  return (
    readDay(plain) ??
    readEnd(plain, year) ??
    readTimed(plainDigits(text.trim()))
  );
}

/** `6月13日` of a year that is not said: the last such day up to `until`. Read only: another day could lie in another year. */
export function readPastDay(
  text: string,
  until: DayNumber,
): WrittenDate | null {
  const match = /^(\d{1,2})月(\d{1,2})[日号]$/.exec(plainDigits(text.trim()));
  if (match === null) return null;
  const [month, day] = [Number(match[1]), Number(match[2])];
  const { year } = civilDate(until);
  for (const candidate of [year, year - 1]) {
    if (month < 1 || month > 12 || day < 1) return null;
    if (day > daysInMonth(candidate, month)) continue;
    const number = dayNumber(candidate, month, day);
    if (number <= until) return { value: isoDate(number), pattern: null };
  }
  return null;
}

/** Days from the day of a ledger to a deadline whose year nobody doubts. */
const nearby = 92;

/** `11月30日前` and `12月底前` of a ledger of `near`: the one such day within three months of it. Read only. */
export function readNearDay(text: string, near: DayNumber): WrittenDate | null {
  const plain = plainDigits(text.trim()).replace(/(?<=\D) +| +(?=\D)/g, "");
  const match = monthDay.exec(plain);
  const end = match === null ? monthEnd.exec(plain) : null;
  const month = Number(match?.[1] ?? end?.[2]);
  if (!(month >= 1 && month <= 12) || end?.[1] !== undefined) return null;
  const { year } = civilDate(near);
  for (const candidate of [year, year - 1, year + 1]) {
    const last = daysInMonth(candidate, month);
    const day = match === null ? last : Number(match[2]);
    if (day < 1 || day > last) continue;
    const number = dayNumber(candidate, month, day);
    if (Math.abs(number - near) <= nearby)
      return { value: isoDate(number), pattern: null };
  }
  return null;
}

function readDay(text: string): WrittenDate | null {
  const packed = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(text);
  if (packed !== null) {
    const value = packed.slice(1).join("-");
    return parseIsoDate(value) === null ? null : { value, pattern: "YYYYMMDD" };
  }
  const match = wholeDay.exec(text);
  if (match === null) return null;
  const [, year = "", first = "", month = "", second = "", day = "", end = ""] =
    match;
  if ((first === "年") !== (second === "月")) return null;
  const value = `${year}-${pad(Number(month), 2)}-${pad(Number(day), 2)}`;
  if (parseIsoDate(value) === null) return null;
  const wide =
    month.startsWith("0") ||
    day.startsWith("0") ||
    (first === "-" && month.length === 2 && day.length === 2);
  const m = month.length === 2 && wide ? "MM" : "M";
  const d = day.length === 2 && wide ? "DD" : "D";
  return { value, pattern: `YYYY${first}${m}${second}${d}${end}` };
}

function readEnd(text: string, around: number | undefined): WrittenDate | null {
  const month = monthEnd.exec(text);
  if (month !== null) {
    const [, stated, number = "", end = ""] = month;
    const year = stated === undefined ? around : Number(stated);
    if (year === undefined) return null;
    const m = number.startsWith("0") ? "MM" : "M";
    return lastOf(
      year,
      Number(number),
      stated === undefined ? null : `YYYY年${m}${end}`,
    );
  }
  const whole = yearEnd.exec(text);
  if (whole !== null) {
    const [, year = "", end = ""] = whole;
    return lastOf(Number(year), 12, `YYYY${end}`);
  }
  const quarter = quarterEnd.exec(text);
  if (quarter === null) return null;
  const [, year = "", front = "", name = "", end = ""] = quarter;
  const last = (quarters.indexOf(name) + 1) * 3;
  return lastOf(Number(year), last, `YYYY${front}Q${end}`);
}

function lastOf(
  year: number,
  month: number,
  pattern: string | null,
): WrittenDate | null {
  if (month < 1 || month > 12) return null;
  const day = daysInMonth(year, month);
  return { value: `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`, pattern };
}

/** The day of a moment; the time would be lost. */
function readTimed(text: string): WrittenDate | null {
  const day = withTime.exec(text)?.[1];
  const read = day === undefined ? null : readDay(day);
  return read === null ? null : { value: read.value, pattern: null };
}

/** Writes an ISO day in a pattern of {@link readDate}; null when it is no day, or not the last one that the pattern speaks of. */
export function printDate(value: string, pattern: string): string | null {
  if (parseIsoDate(value) === null) return null;
  const [year = "", month = "", day = ""] = value.split("-");
  if (!pattern.includes("D")) {
    const isLast = Number(day) === daysInMonth(Number(year), Number(month));
    const ends = pattern.includes("Q") ? 3 : pattern.includes("M") ? 1 : 12;
    if (!isLast || Number(month) % ends !== 0) return null;
  }
  return pattern
    .replace("YYYY", year)
    .replace("Q", quarters.charAt(Number(month) / 3 - 1))
    .replace(/MM?/, (word) => (word === "MM" ? month : String(Number(month))))
    .replace(/DD?/, (word) => (word === "DD" ? day : String(Number(day))));
}
