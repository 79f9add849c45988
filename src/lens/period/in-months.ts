import type { Guess, PeriodHint } from "../../model/facets.ts";
import { monthRange } from "../../model/period.ts";
import type { Months } from "./months-around.ts";

/** A hint of a whole year as one of months of it; any other as it is, and so 全年 and 年底. */
export function inMonths(
  hint: Guess<PeriodHint>,
  { from, to }: Months,
): Guess<PeriodHint> {
  const year = yearOf(hint);
  if (year === null || saysWhole(hint.words)) return hint;
  const { code } = monthRange(year, from, year, to);
  return { ...hint, value: { kind: "period", code } };
}

/** The year of a hint that says a year; null for any other. */
export function yearOf({ value }: Guess<PeriodHint>): number | null {
  return value.kind === "period" && /^\d{4}$/.test(value.code)
    ? Number(value.code)
    : null;
}

/** True for words that mean all of a year, or its end. */
export function saysWhole(words: string): boolean {
  return /全年|年均|年度|[底末]/.test(words);
}
