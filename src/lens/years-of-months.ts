import type { Matcher } from "../match/matcher.ts";
import type { Guess, PeriodHint } from "../model/facets.ts";
import type { Measure } from "../model/observation.ts";
import { CERTAIN } from "./certain.ts";
import { namingWords } from "./naming-words.ts";

/** What counts of the header of a column. */
interface Column {
  readonly kind: string;
  readonly measure: Guess<Measure> | null;
  readonly period: Guess<PeriodHint> | null;
  readonly settled?: { readonly period?: unknown };
}

/** The months a title is of, in a year or in none. */
interface Months {
  readonly year: number | null;
  readonly from: number;
  readonly to: number;
  /** True where the words say how far figures go, and not what they are of. */
  readonly until: boolean;
}

/**
 * 2022年 and 2023年 under a title of 2023年1—6月 are those months of each year:
 * 2023年 as a whole is not over. So they are under 近三年1-6月. Where a column
 * says the months itself, plain years beside it are years.
 */
export function yearsOfMonths<T extends Column>(
  columns: readonly T[],
  headings: readonly string[],
  matcher: Matcher,
): T[] {
  const months = monthsOf(headings, matcher);
  if (months === null) return [...columns];
  const years = new Set(
    columns.flatMap((column) =>
      isFigure(column) && (column.measure?.value ?? "actual") === "actual"
        ? (plainYear(column.period) ?? [])
        : [],
    ),
  );
  const { year } = months;
  if (year === null ? years.size < 2 : !years.has(year)) return [...columns];
  if (columns.some(({ period }) => saysMonths(period))) return [...columns];
  return columns.map((column) => {
    const own = plainYear(column.period);
    if (column.period === null || own === null || !isFigure(column))
      return column;
    if (year !== null && own > year) return column;
    const of = (month: number): string =>
      `${own}-${String(month).padStart(2, "0")}`;
    const { from, to, until } = months;
    if (until)
      return { ...column, period: { ...column.period, confidence: 0.5 } };
    return {
      ...column,
      period: {
        value: {
          kind: "period",
          code: from === to ? of(from) : codeOf(of(from), of(to), matcher),
        },
        words: column.period.words,
        confidence: Math.min(column.period.confidence, 0.85),
      },
    };
  });
}

/** The code as the lists write it: 2021-04/2021-06 is 2021-Q2. */
function codeOf(from: string, to: string, matcher: Matcher): string {
  const [hint] = matcher.period(`${from}/${to}`);
  return hint?.value.kind === "period" ? hint.value.code : `${from}/${to}`;
}

const ofTheTime: ReadonlySet<Measure> = new Set<Measure>([
  "actual",
  "previous",
  "change",
  "changeRate",
  "rank",
  "changeRank",
]);

function isFigure({ kind, measure, settled }: Column): boolean {
  return (
    kind === "value" &&
    settled?.period === undefined &&
    ofTheTime.has(measure?.value ?? "actual")
  );
}

/** The year of a hint that says a year and nothing else. */
function plainYear(hint: Guess<PeriodHint> | null): number | null {
  return hint?.value.kind === "period" &&
    /^\d{4}$/.test(hint.value.code) &&
    /^\d{4}年?$/.test(hint.words)
    ? Number(hint.value.code)
    : null;
}

function saysMonths(hint: Guess<PeriodHint> | null): boolean {
  return (
    hint !== null &&
    (hint.value.kind === "months" ||
      (hint.value.kind === "period" && /^\d{4}-/.test(hint.value.code)))
  );
}

/** The one span of months within a year, other than all of it, that the titles state. */
function monthsOf(
  headings: readonly string[],
  matcher: Matcher,
): Months | null {
  const found = headings.flatMap((text) =>
    matcher.read(namingWords(text)).period.slice(0, 2),
  );
  const [only, other] = found;
  if (only === undefined || other !== undefined) return null;
  const { value, words, confidence } = only;
  if (confidence < CERTAIN) return null;
  const until = /^[截至]|[底末]$/.test(words);
  if (value.kind === "months")
    return value.day === undefined &&
      value.from <= value.to &&
      (value.from > 1 || value.to < 12)
      ? { year: null, from: value.from, to: value.to, until }
      : null;
  if (value.kind !== "period") return null;
  const quarter = /^(\d{4})-Q([1-4])$/.exec(value.code);
  if (quarter !== null) {
    const last = Number(quarter[2]) * 3;
    return { year: Number(quarter[1]), from: last - 2, to: last, until };
  }
  const [, year, from, last, to] =
    /^(\d{4})-(\d{2})(?:\/(\d{4})-(\d{2}))?$/.exec(value.code) ?? [];
  if (year === undefined || from === undefined) return null;
  if (last !== undefined && last !== year) return null;
  return {
    year: Number(year),
    from: Number(from),
    to: Number(to ?? from),
    until,
  };
}
