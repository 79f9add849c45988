import { normalise } from "../match/normalise.ts";

/** A figure that is no part of a name: not the digits of PM2.5, O3 or m3. */
const figures = /(?<![A-Za-z\d.])\d+(?:[.,]\d+)*/g;
const numerals =
  /(?:[一二三四五六七八九十〇零]+)(?=(?:个)?(?:月|季度|季|日|年))/g;
const halves = /(?:上|下)半年|前#季度?|前三季度/g;
/** A figure with a word of the calendar, and what joins it to further ones. */
const dates =
  /(?:截至)?#(?:年度?|月份?|季度?|日|号)(?:[-~至到./、]?#(?:年度?|月份?|季度?|日|号)?)*(?:§)?|#(?:[-~至到./]#)+(?:年度?|月份?|日)/g;

/**
 * Words with figures and periods blanked, so that those of the next month's
 * sheet are equal: `2021年1—6月PM2.5浓度` is `§PM2.5浓度`, `目标≤38` is `目标≤#`.
 */
export function blankWords(text: string): string {
  return normalise(text)
    .replace(numerals, "#")
    .replace(figures, "#")
    .replace(halves, "§")
    .replace(dates, "§")
    .replace(/§+/g, "§");
}
