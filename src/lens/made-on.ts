import type { Period } from "../model/period.ts";

/**
 * A line that holds a day and at most who wrote the paper: `2024年7月5日`,
 * `省厅大气处 2023年10月8日`, `（2023.10.7印）`.
 */
const madeOn =
  /^[（(]?(?:[^\d（(：:，,；;。]{2,30}(?:[（(]盖?章[）)])?[ \u3000]+)?(?:二[〇○零]..年.{1,3}月.{1,3}日|20\d{2}(?:年|[.\-/])\d{1,2}(?:月|[.\-/])\d{1,2}日?)(?:印发?|制表?|编制|发布)?[）)]?$/;

/** Words of a paper whose figures are those of the day it names. */
const daily = /日报|当日|当天|今日|逐日|每日|截[至止]/;

/** True for a line that may tell when the paper was made, and not what its figures are of. */
export function namesOnlyDay(line: string): boolean {
  return madeOn.test(line.trim()) && !daily.test(line);
}

/**
 * True where a day is that of the making of a paper about `stated`: the months
 * it is about had ended, or it is about the one month or the range that the
 * day lies in. A day within a year the paper is about may be how far it counts.
 */
export function isDayOfMaking(
  day: Period,
  stated: Period,
  titles: readonly string[],
): boolean {
  if (stated.end <= day.start) return true;
  return (
    stated.start <= day.start &&
    day.end <= stated.end &&
    day.code !== stated.code &&
    !/^\d{4}(?:\/\d{4})?$/.test(stated.code) &&
    !titles.some((title) => daily.test(title))
  );
}
