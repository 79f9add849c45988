import { civilDate } from "../../model/calendar.ts";
import type { PeriodHint } from "../../model/facets.ts";
import { type Period, monthRange, yearPeriod } from "../../model/period.ts";
import type { Matcher } from "../../match/matcher.ts";
import { CERTAIN } from "../certain.ts";
import type { StatedPeriod } from "../stated-periods.ts";

/** Months of a year. */
export interface Months {
  readonly from: number;
  readonly to: number;
}

/** Months that what stands around a table gives to its years. */
export interface MonthsAround extends Months {
  /** `every`: of the several years that a title names; `any`: of no year that is named (近三年1-6月); else the one year they are stated of. */
  readonly of: "every" | "any" | number;
  /** True where the words say how far figures go, and not what they are of. */
  readonly until: boolean;
}

/** The months of a title that gives them to several years (2019—2023年1—10月); null for any other. */
export function monthsOfEveryYear(
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
    if (several && months.length === 1 && only !== undefined && isSpan(only))
      return { from: only.from, to: only.to };
  }
  return null;
}

/**
 * All that may give months to the years of a table, what says it best first: a
 * title of several years, months of no year that the headings state and nothing
 * else of time, and the nearest stated period, whether a title, a line or the
 * name of the sheet or the file states it.
 */
export function monthsAround(
  headings: readonly string[],
  [nearest]: readonly StatedPeriod[],
  matcher: Pick<Matcher, "read">,
): readonly MonthsAround[] {
  const every = monthsOfEveryYear(headings, matcher);
  const bare = monthsOfNoYear(headings, matcher);
  const stated = nearest === undefined ? null : monthsOfOneYear(nearest);
  return [
    ...(every === null
      ? []
      : [{ ...every, of: "every" as const, until: false }]),
    ...(bare === null ? [] : [bare]),
    ...(stated === null ? [] : [stated]),
  ];
}

function monthsOfNoYear(
  headings: readonly string[],
  matcher: Pick<Matcher, "read">,
): MonthsAround | null {
  const [only, other] = headings.flatMap((text) => matcher.read(text).period);
  if (only === undefined || other !== undefined) return null;
  const { value, words, confidence } = only;
  return confidence >= CERTAIN &&
    isSpan(value) &&
    (value.from > 1 || value.to < 12)
    ? { from: value.from, to: value.to, of: "any", until: saysUntil(words) }
    : null;
}

/** The months of a period that lies in one year and is not all of it; null for any other, and for days. */
function monthsOfOneYear({ period, words }: StatedPeriod): MonthsAround | null {
  const first = civilDate(period.start);
  const last = civilDate(period.end - 1);
  if (first.year !== last.year) return null;
  return isOf(period, first.year, first.month, last.month) &&
    period.code !== yearPeriod(first.year).code
    ? {
        from: first.month,
        to: last.month,
        of: first.year,
        until: saysUntil(words),
      }
    : null;
}

function isOf(
  { code }: Period,
  year: number,
  from: number,
  to: number,
): boolean {
  return monthRange(year, from, year, to).code === code;
}

/** 截至6月, 6月底. */
function saysUntil(words: string): boolean {
  return /^[截至]|[底末]$/.test(words);
}

function isSpan(
  hint: PeriodHint,
): hint is PeriodHint & { readonly kind: "months" } {
  return (
    hint.kind === "months" && hint.day === undefined && hint.from <= hint.to
  );
}
