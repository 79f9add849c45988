import type { Guess, PeriodHint } from "../../model/facets.ts";
import type { Measure } from "../../model/observation.ts";
import { CERTAIN } from "../certain.ts";
import { inMonths, saysWhole, yearOf } from "./in-months.ts";
import type { MonthsAround } from "./months-around.ts";

/** Measures whose year is all of it, whatever months the sheet is of: 2025年目标, 2020年基数. */
const ofWholeYears: ReadonlySet<Measure> = new Set<Measure>([
  "target",
  "baseline",
  "forecast",
]);

/** How sure months are that a column of a year does not say itself. */
const byAround = 0.85;

/** What counts of the header of a column. */
interface Dated {
  readonly words: string;
  readonly period: Guess<PeriodHint> | null;
  readonly measure: Guess<Measure> | null;
  readonly settled?: { readonly period?: PeriodHint };
}

/**
 * The columns headed 2022年 and 2023年 as the months that stand around the table:
 * 2023年 as a whole is not over. A period of one year only means them where that
 * year is a column of what has been, and months of no year where two years are;
 * neither does where a column names months of its own, beside which plain years
 * are years. Beside goals the one year's columns alone are of its months, as the
 * others may be whole years. Where the words only say how far figures go
 * (截至6月底), which of the two the years are is asked.
 */
export function yearsOfMonths<T extends Dated>(
  columns: readonly T[],
  around: readonly MonthsAround[],
): T[] {
  const years = new Set(columns.flatMap((column) => yearBeen(column) ?? []));
  const goals = columns.some(isGoal);
  const partial = columns.some(namesPart);
  const months = around.find(
    ({ of }) =>
      of === "every" ||
      (!partial && (of === "any" ? years.size > 1 : years.has(of))),
  );
  if (months === undefined) return [...columns];
  return columns.map((column) => {
    const { period } = column;
    const year = yearBeen(column);
    if (year === null || period === null || period.confidence < CERTAIN)
      return column;
    const { of, until } = months;
    if (typeof of === "number" && (goals ? year !== of : year > of))
      return column;
    if (until) return { ...column, period: { ...period, confidence: 0.5 } };
    const confidence = Math.min(period.confidence, byAround);
    return { ...column, period: { ...inMonths(period, months), confidence } };
  });
}

/** The year a column of what has been is of; null for any other column. */
function yearBeen(column: Dated): number | null {
  const { words, period, settled } = column;
  if (settled?.period !== undefined || saysWhole(words)) return null;
  return period === null || isGoal(column) ? null : yearOf(period);
}

function isGoal({ measure }: Dated): boolean {
  return ofWholeYears.has(measure?.value ?? "actual");
}

/** True for a column that names months, a day, 当月 or 累计; 上年 and 上月 are of whatever the years are. */
function namesPart({ period }: Dated): boolean {
  const hint = period?.value;
  if (hint === undefined) return false;
  if (hint.kind === "period") return !/^\d{4}(?:\/\d{4})?$/.test(hint.code);
  return hint.kind !== "relative" || parts.has(hint.which);
}

const parts: ReadonlySet<string> = new Set(["month", "toDate", "day", "open"]);
