import type { Guess, PeriodHint } from "../model/facets.ts";
import type { Measure } from "../model/observation.ts";
import { parsePeriod } from "../model/period.ts";
import { inYear } from "./read-period.ts";
import type { Reading } from "./reading.ts";
import { periodFrom } from "./resolve-period.ts";
import type { SettledMeasure } from "./settle-measure.ts";

type PeriodFind = Reading["periods"][number];

/**
 * The period of a text or path, and the measure where the two depend on each
 * other. Months take the year of a text further out, 累计 and 当月 its period.
 * 上年同期 is said once, by the measure `previous`; beside an explicit year it
 * stands in apposition to (`2018年（上年同期）`) the figure is that year's
 * actual one.
 */
export function settlePeriods(
  reading: Reading,
  measure: SettledMeasure,
): {
  readonly guesses: readonly Guess<PeriodHint>[];
  readonly measure: readonly Guess<Measure>[];
} {
  const periods = reading.periods.filter(({ value }) => !isLastYear(value));
  const [said] = measure.guesses;
  const guesses = nearestPeriods(periods, said?.value ?? "actual");
  if (measure.ofLastYear)
    return {
      guesses: [
        {
          value: { kind: "relative", which: "lastYear" },
          words: "",
          confidence: guesses.length === 0 ? 0.9 : 0.6,
        },
        ...guesses.map((guess) => ({
          ...guess,
          confidence: Math.min(0.55, guess.confidence),
        })),
      ],
      measure: measure.guesses,
    };
  return { guesses, measure: beside(reading, periods, measure.guesses) };
}

function isLastYear(hint: PeriodHint): boolean {
  return hint.kind === "relative" && hint.which === "lastYear";
}

function nearestPeriods(
  periods: readonly PeriodFind[],
  measure: Measure,
): Guess<PeriodHint>[] {
  const depth = Math.min(...periods.map((find) => find.depth));
  const own = periods.filter((find) => find.depth === depth);
  const outer = periods
    .filter((find) => find.depth > depth && find.confidence >= 0.8)
    .sort((a, b) => a.depth - b.depth);
  return own.map(({ value, words, confidence }) => ({
    ...complete(
      // 今年 beside 去年同期 is the time above both; 今年目标 is the year's.
      measure === "actual" && thisYear.test(words)
        ? { kind: "relative", which: "current" }
        : value,
      outer,
    ),
    words,
    confidence,
  }));
}

const thisYear = /^(?:今年|本年|当年)$/;

/** A hint with what the texts further out say of the year or the period. */
function complete(
  hint: PeriodHint,
  outer: readonly PeriodFind[],
): { readonly value: PeriodHint } {
  for (const { value } of outer) {
    // 本期 below 5月 is May, 累计 below it January to May.
    if (value.kind === "months" && hint.kind === "relative") {
      if (hint.which === "current" || hint.which === "month") return { value };
      if (hint.which === "toDate" && value.day === undefined)
        return { value: { ...value, from: 1 } };
    }
    if (value.kind === "months" && hint.kind === "day")
      return value.from === value.to && value.day === undefined
        ? { value: { ...value, day: hint.day } }
        : { value: hint };
    if (value.kind !== "period") continue;
    const period = parsePeriod(value.code);
    if (period === null) continue;
    const resolved =
      hint.kind === "months"
        ? inYear(hint, Number(value.code.slice(0, 4)))
        : asPeriod(periodFrom(hint, { period })?.code);
    return { value: resolved ?? hint };
  }
  return { value: hint };
}

function asPeriod(code: string | undefined): PeriodHint | null {
  return code === undefined ? null : { kind: "period", code };
}

/** `previous` beside an explicit period: the actual of that period, or of the year before it. */
function beside(
  reading: Reading,
  periods: readonly PeriodFind[],
  guesses: readonly Guess<Measure>[],
): readonly Guess<Measure>[] {
  const first = guesses[0];
  if (first?.value !== "previous") return guesses;
  const said = reading.measures.find(({ measure }) => measure === "previous");
  const depth = said?.depth ?? 0;
  const explicit = periods.filter(({ value }) => value.kind === "period");
  if (explicit.some((find) => find.depth < depth))
    return [{ ...first, value: "actual", confidence: 0.95 }];
  if (!explicit.some((find) => find.depth === depth)) return guesses;
  return reading.apposition
    ? [{ ...first, value: "actual", confidence: 0.95 }]
    : [
        { ...first, confidence: 0.6 },
        { ...first, value: "actual", confidence: 0.55 },
      ];
}
