import { civilDate, daysInMonth } from "../model/calendar.ts";
import { parsePeriod } from "../model/period.ts";
import type { IsoDate, PeriodCode } from "../model/codes.ts";
import { parseIsoDate } from "../model/calendar.ts";

/**
 * A period as a bureau's title prints it: `2019年`, `2021年6月`, `2021年1—6月`,
 * `2021年第二季度`, `2020年10月—2021年3月`, `2016—2020年`.
 * @throws when the code is no period.
 */
export function periodWords(code: PeriodCode): string {
  const period = parsePeriod(code);
  if (period === null) throw new Error(`not a period code: ${code}`);
  const a = civilDate(period.start);
  const b = civilDate(period.end - 1);
  const quarter = /-Q([1-4])$/.exec(period.code)?.[1];
  if (quarter !== undefined)
    return `${a.year}年第${"一二三四"[Number(quarter) - 1] ?? ""}季度`;
  if (period.end - period.start === 1) return dateWords(period.code as string);
  const wholeMonths = a.day === 1 && b.day === daysInMonth(b.year, b.month);
  if (!wholeMonths)
    return `${a.year}年${a.month}月${a.day}日—${a.year === b.year ? "" : `${b.year}年`}${b.month}月${b.day}日`;
  if (a.month === 1 && b.month === 12)
    return a.year === b.year ? `${a.year}年` : `${a.year}—${b.year}年`;
  if (a.year !== b.year)
    return `${a.year}年${a.month}月—${b.year}年${b.month}月`;
  return a.month === b.month
    ? `${a.year}年${a.month}月`
    : `${a.year}年${a.month}—${b.month}月`;
}

/**
 * `2021年6月30日`.
 * @throws when the text is no ISO day.
 */
export function dateWords(date: IsoDate): string {
  const days = parseIsoDate(date);
  if (days === null) throw new Error(`not an ISO day: ${date}`);
  const { year, month, day } = civilDate(days);
  return `${year}年${month}月${day}日`;
}
