import {
  civilDate,
  type CivilDate,
  daysInMonth,
  parseIsoDate,
} from "../model/calendar.ts";
import { parsePeriod } from "../model/period.ts";
import type { Language } from "./message.ts";

const months = [
  "Jan",
  "Feb",
  "Mar",
  "Apr",
  "May",
  "Jun",
  "Jul",
  "Aug",
  "Sep",
  "Oct",
  "Nov",
  "Dec",
] as const;
const quarters = ["一", "二", "三", "四"] as const;

function month(value: number): string {
  return months[value - 1] ?? String(value);
}

/**
 * A period in the habit of the language: `2019年1—6月`, `Jan–Jun 2019`.
 * A text that is no period code is shown as it is.
 */
export function periodText(code: string, language: Language): string {
  const period = parsePeriod(code);
  if (period === null) return code;
  const from = civilDate(period.start);
  const to = civilDate(period.end - 1);
  return language === "zh"
    ? chinese(period.code, from, to)
    : english(period.code, from, to);
}

function chinese(code: string, from: CivilDate, to: CivilDate): string {
  if (!code.includes("/")) return chinesePoint(code, from);
  if (/^\d{4}\//.test(code)) return `${from.year}—${to.year}年`;
  if (!wholeMonths(from, to))
    return from.year === to.year
      ? `${chineseDay(from)}—${to.month}月${to.day}日`
      : `${chineseDay(from)}—${chineseDay(to)}`;
  return from.year === to.year
    ? `${from.year}年${from.month}—${to.month}月`
    : `${from.year}年${from.month}月—${to.year}年${to.month}月`;
}

function chinesePoint(code: string, from: CivilDate): string {
  if (code.length === 4) return `${from.year}年`;
  if (code.includes("Q"))
    return `${from.year}年${quarters[(from.month - 1) / 3] ?? ""}季度`;
  return code.length === 7 ? `${from.year}年${from.month}月` : chineseDay(from);
}

function chineseDay(date: CivilDate): string {
  return `${date.year}年${date.month}月${date.day}日`;
}

function english(code: string, from: CivilDate, to: CivilDate): string {
  if (!code.includes("/")) return englishPoint(code, from);
  if (/^\d{4}\//.test(code)) return `${from.year}–${to.year}`;
  if (!wholeMonths(from, to)) return `${englishDay(from)} – ${englishDay(to)}`;
  return from.year === to.year
    ? `${month(from.month)}–${month(to.month)} ${from.year}`
    : `${month(from.month)} ${from.year} – ${month(to.month)} ${to.year}`;
}

function englishPoint(code: string, from: CivilDate): string {
  if (code.length === 4) return String(from.year);
  if (code.includes("Q")) return `Q${(from.month + 2) / 3} ${from.year}`;
  return code.length === 7
    ? `${month(from.month)} ${from.year}`
    : englishDay(from);
}

function englishDay(date: CivilDate): string {
  return `${date.day} ${month(date.month)} ${date.year}`;
}

function wholeMonths(from: CivilDate, to: CivilDate): boolean {
  return from.day === 1 && to.day === daysInMonth(to.year, to.month);
}

/** Days since 1970 as a date in the habit of the language. */
export function dayText(day: number, language: Language): string {
  const date = civilDate(day);
  return language === "zh" ? chineseDay(date) : englishDay(date);
}

/** An ISO day as a date in the habit of the language; a text that is none stays as it is. */
export function dayWords(day: string, language: Language): string {
  const number = parseIsoDate(day);
  return number === null ? day : dayText(number, language);
}
