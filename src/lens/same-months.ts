import type { Matcher } from "../match/matcher.ts";
import { civilDate } from "../model/calendar.ts";
import type { Guess, PeriodHint } from "../model/facets.ts";
import type { Measure } from "../model/observation.ts";
import { type Period, monthRange, yearPeriod } from "../model/period.ts";
import { CERTAIN } from "./certain.ts";

/** Months of every year a table has. */
export interface Months {
  readonly from: number;
  readonly to: number;
}

/** The months of a title that gives them to several years (2019—2023年1—10月); null for any other. */
export function sameMonths(
  titles: readonly string[],
  matcher: Pick<Matcher, "read">,
): Months | null {
  for (const title of titles) {
    const hints = matcher.read(title).period.map(({ value }) => value);
    const years = hints.filter(
      (hint) => hint.kind === "period" && /^\d{4}(?:\/\d{4})?$/.test(hint.code),
    );
    const months = hints.filter((hint) => hint.kind === "months");
    const [first] = years;
    const [only] = months;
    const several =
      years.length > 1 ||
      (first?.kind === "period" && first.code.includes("/"));
    if (
      several &&
      months.length === 1 &&
      only !== undefined &&
      only.day === undefined &&
      only.from <= only.to
    )
      return { from: only.from, to: only.to };
  }
  return null;
}

/** Measures whose year is all of it, whatever months the sheet is of: 2025年目标, 2020年基数. */
const ofWholeYears: ReadonlySet<Measure> = new Set<Measure>([
  "target",
  "baseline",
  "forecast",
]);

interface Dated {
  readonly words: string;
  readonly period: Guess<PeriodHint> | null;
  readonly measure: Guess<Measure> | null;
  readonly settled?: { readonly period?: PeriodHint };
}

/**
 * The columns with 2022年 and 2023年 as the months their title gives. A title
 * that gives them to one year only means them where that year is a column of
 * what has been, and no column names months of its own; beside goals, that
 * year's column alone is of those months, as the others may be whole years.
 */
export function ofSameMonths<T extends Dated>(
  columns: readonly T[],
  [nearest]: readonly Period[],
  stated: Months | null,
): T[] {
  const one =
    stated === null && nearest !== undefined ? partOfYear(nearest) : null;
  const months = stated ?? one?.months;
  if (months === undefined) return [...columns];
  let only: string | null = null;
  if (one !== null) {
    const named = columns.some((column) => yearOf(column) === one.year);
    if (!named || columns.some(namesPart)) return [...columns];
    if (
      columns.some(({ measure }) =>
        ofWholeYears.has(measure?.value ?? "actual"),
      )
    )
      only = one.year;
  }
  return columns.map((column) => {
    const year = yearOf(column);
    if (year === null || (only !== null && only !== year)) return column;
    return column.period === null || column.period.confidence < CERTAIN
      ? column
      : { ...column, period: inMonths(column.period, months) };
  });
}

/** A hint of a whole year as one of months of it; any other as it is. */
export function inMonths(
  hint: Guess<PeriodHint>,
  { from, to }: Months,
): Guess<PeriodHint> {
  const { value, words } = hint;
  if (value.kind !== "period" || !/^\d{4}$/.test(value.code)) return hint;
  if (saysWhole(words)) return hint;
  const year = Number(value.code);
  const { code } = monthRange(year, from, year, to);
  return { ...hint, value: { kind: "period", code } };
}

/** The year a column of what has been is of; null for any other column. */
function yearOf({ words, period, measure, settled }: Dated): string | null {
  if (settled?.period !== undefined || saysWhole(words)) return null;
  if (ofWholeYears.has(measure?.value ?? "actual")) return null;
  const hint = period?.value;
  return hint?.kind === "period" && /^\d{4}$/.test(hint.code)
    ? hint.code
    : null;
}

function saysWhole(words: string): boolean {
  return /全年|年均|年度|[底末]/.test(words);
}

/** True for a column that names months, a day or 累计. */
function namesPart({ period }: Dated): boolean {
  const hint = period?.value;
  if (hint === undefined) return false;
  return hint.kind === "period"
    ? !/^\d{4}(?:\/\d{4})?$/.test(hint.code)
    : hint.kind !== "relative" || hint.which !== "year";
}

/** The months of a period that lies in one year and is not all of it; null for any other, and for days. */
function partOfYear(
  period: Period,
): { readonly year: string; readonly months: Months } | null {
  const first = civilDate(period.start);
  const last = civilDate(period.end - 1);
  if (first.year !== last.year) return null;
  const { code } = monthRange(first.year, first.month, last.year, last.month);
  return code === period.code && code !== yearPeriod(first.year).code
    ? {
        year: String(first.year),
        months: { from: first.month, to: last.month },
      }
    : null;
}
