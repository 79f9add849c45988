import { parsePeriod } from "../model/period.ts";
import { civilDate } from "../model/calendar.ts";
import type { Guess, PeriodHint } from "../model/facets.ts";
import { fold, normalise } from "./normalise.ts";
import { holdsNeeded, marksOf } from "./pattern-marks.ts";
import { type Hints, periodPatterns } from "./period-patterns.ts";
import { periodWords } from "./period-words.ts";
import { periodFrom } from "./resolve-period.ts";

/** A period written in a folded text: the half-open range of characters, and its readings. */
export interface PeriodSpan {
  readonly start: number;
  readonly end: number;
  readonly hints: Hints;
}

/**
 * Periods in figures (`2021年1-6月`, `截至6月15日`, `202106`, `十三五`), from
 * left to right, the longest at each place. A bare year is sure only when it
 * is the whole text.
 */
export function findPeriods(text: string): PeriodSpan[] {
  const spans: PeriodSpan[] = [];
  if (!mayHold.test(text)) return spans;
  const marks = marksOf(text);
  for (let at = 0; at < text.length; at += 1) {
    const span = periodAt(text, at, marks);
    if (span === null) continue;
    spans.push(span);
    at = span.end - 1;
  }
  return spans;
}

function periodAt(
  text: string,
  start: number,
  marks: number,
): PeriodSpan | null {
  if (!mayStart.test(text.charAt(start))) return null;
  if (start > 0 && /[\d.a-z]/.test(text.charAt(start - 1))) return null;
  let best: PeriodSpan | null = null;
  for (const { pattern, read, needs } of periodPatterns) {
    if (!holdsNeeded(marks, needs)) continue;
    pattern.lastIndex = start;
    const groups = pattern.exec(text);
    if (groups === null) continue;
    const end = start + groups[0].length;
    if (best !== null && end <= best.end) continue;
    const hints = read(groups);
    if (hints === null) continue;
    const whole = start === 0 && end === text.length;
    best = {
      start,
      end,
      hints: whole
        ? hints.map((hint) => ({
            ...hint,
            confidence:
              hint.confidence === 0.7 && end === 4 ? 0.95 : hint.confidence,
          }))
        : hints,
    };
  }
  return best;
}

/** What every written period holds. */
const mayHold =
  /[年月季五日号时周旬候:]|\d{4}|q[1-4]|秋冬|1-[nm]|1\.1 ?[-~至到]/;
const mayStart = /[\d一二三四五六七八九十截至到自从上下第前秋q]/;

/** Words relative to the sheet's own period (`当月`, `累计`, `上年同期`) with their places, longest first at each place. */
export function findPeriodWords(text: string): PeriodSpan[] {
  const spans: PeriodSpan[] = [];
  if (!/[年月期季累目周旬日程]/.test(text)) return spans;
  const during = duringIt.exec(text)?.[0].length ?? 0;
  if (during > 0)
    spans.push({
      start: 0,
      end: during,
      hints: [
        { value: { kind: "relative", which: "current" }, confidence: 0.9 },
      ],
    });
  for (let at = during; at < text.length; at += 1) {
    for (let length = Math.min(6, text.length - at); length >= 2; length -= 1) {
      const which = periodWords.get(text.slice(at, at + length));
      if (which === undefined) continue;
      // 2021年累计: the 年 is the year's.
      if (
        length === 3 &&
        text.startsWith("年累计", at) &&
        /\d/.test(text.charAt(at - 1))
      )
        continue;
      if (isComparison(text, at, at + length, which)) break;
      spans.push({
        start: at,
        end: at + length,
        hints: [{ value: { kind: "relative", which }, confidence: 0.9 }],
      });
      at += length - 1;
      break;
    }
  }
  return spans;
}

/** 期间PM2.5平均浓度, 过程均值, 污染过程期间超标天数: of the days the sheet is of, as a leading word alone. */
const duringIt =
  /^(?:(?:本次|此次|整个)?(?:重?污染|沙尘)?(?:天气)?过程(?:期间|(?=平均|均值|累计|pm|优良|超标|轻度|中度|重度|重污染|综合|aqi|空气))|期间)(?=.)/;

/** 较上月 compares, and names no period. */
function isComparison(
  text: string,
  start: number,
  end: number,
  which: string,
): boolean {
  if (which !== "lastYear" && which !== "lastMonth") return false;
  return (
    /[较比与同]/.test(text.charAt(start - 1)) || /^相?比/.test(text.slice(end))
  );
}

/**
 * Every reading of the periods in a text, best first. `2021年6月及1-6月` gives
 * two of equal weight; several unrelated periods in one text are at most 0.6.
 */
export function readPeriod(text: string): Guess<PeriodHint>[] {
  const folded = fold(normalise(text));
  const explicit = findPeriods(folded);
  const relative = findPeriodWords(folded).filter(
    (span) => !explicit.some((e) => span.start < e.end && e.start < span.end),
  );
  return combinePeriods(explicit, relative, (span) =>
    folded.slice(span.start, span.end),
  );
}

/**
 * Puts the periods of one text together: a year and months without one make
 * one period; 累计 after a range from January adds nothing; 累计 after one
 * month leaves open which is meant.
 */
export function combinePeriods(
  explicit: readonly PeriodSpan[],
  relative: readonly PeriodSpan[],
  wordsOf: (span: PeriodSpan) => string,
): Guess<PeriodHint>[] {
  const guesses = explicit.flatMap((span) =>
    span.hints.map((hint) => ({ ...hint, words: wordsOf(span) })),
  );
  const joined = joinYear(
    withoutOwnEnd(withoutOwnMonths(withoutOwnYear(guesses))),
  );
  const distinct = new Set(joined.map((guess) => hintText(guess.value)));
  const limit = distinct.size > 1 ? 0.6 : 1;
  const settled = joined.map((guess) => ({
    ...guess,
    confidence: Math.min(limit, guess.confidence),
  }));
  const words = relative.flatMap((span) =>
    span.hints.map((hint) => ({ ...hint, words: wordsOf(span) })),
  );
  return dedupe(withRelative(settled, words));
}

/** 2021年1-12月, whose code is that of the year. */
const namesMonths = /1月?[-~至到]12月/;

/** 2021年…（截至2021年9月底）: the year only frames the day or month the figures were taken on. */
function withoutOwnYear(
  guesses: readonly Guess<PeriodHint>[],
): Guess<PeriodHint>[] {
  const until = guesses.find(
    ({ value, words }) => value.kind === "period" && /^[截至]/.test(words),
  );
  const code = until?.value.kind === "period" ? until.value.code : "";
  return guesses.filter(
    ({ value, words }) =>
      code.length <= 4 ||
      value.kind !== "period" ||
      value.code !== code.slice(0, 4) ||
      namesMonths.test(words),
  );
}

/** 上半年（截至6月30日）: the day they ended adds nothing to months that are stated. */
function withoutOwnEnd(
  guesses: readonly Guess<PeriodHint>[],
): Guess<PeriodHint>[] {
  const ranges = guesses.flatMap(({ value, words }) => {
    const period =
      value.kind === "period" && !/^截/.test(words)
        ? parsePeriod(value.code)
        : null;
    return period !== null &&
      (period.code.includes("/") || namesMonths.test(words))
      ? [period]
      : [];
  });
  return guesses.filter(({ value, words }) => {
    if (!/^截[至止]/.test(words)) return true;
    const until = value.kind === "period" ? parsePeriod(value.code) : null;
    return !ranges.some((range) => {
      const last = civilDate(range.end - 1);
      return until === null
        ? value.kind === "months" &&
            value.to === last.month &&
            (value.day ?? last.day) === last.day
        : until.end === range.end && until.start > range.start;
    });
  });
}

/** 2021年10月—2022年3月秋冬季: the season is those months. */
function withoutOwnMonths(
  guesses: readonly Guess<PeriodHint>[],
): Guess<PeriodHint>[] {
  const ranges = guesses.flatMap(({ value }) =>
    value.kind === "period" ? (rangeOfMonths.exec(value.code) ?? []) : [],
  );
  const [, from, to] = ranges;
  return guesses.filter(
    ({ value }) =>
      value.kind !== "months" ||
      value.to >= value.from ||
      value.from !== Number(from) ||
      value.to !== Number(to),
  );
}

const rangeOfMonths = /^\d{4}-(\d{2})\/\d{4}-(\d{2})$/;

function joinYear(guesses: readonly Guess<PeriodHint>[]): Guess<PeriodHint>[] {
  const year = guesses.find(
    ({ value }) => value.kind === "period" && /^\d{4}$/.test(value.code),
  );
  const months = guesses.filter(({ value }) => isWithinYear(value));
  if (
    year === undefined ||
    year.value.kind !== "period" ||
    months.length + 1 !== guesses.length ||
    months.length === 0
  )
    return [...guesses];
  const code = year.value.code;
  return months.map((guess) => {
    const hint = inYear(guess.value, Number(code));
    return hint === null
      ? guess
      : { ...guess, value: hint, words: year.words + guess.words };
  });
}

/** Months or days that only lack their year. */
function isWithinYear(hint: PeriodHint): boolean {
  return (
    hint.kind === "months" ||
    (hint.kind === "since" && hint.year === null && hint.until !== undefined)
  );
}

/** The months or days of a hint in a year; null when the hint is of another kind or there is no such day. */
export function inYear(hint: PeriodHint, year: number): PeriodHint | null {
  const period = periodFrom(hint, { year });
  return isWithinYear(hint) && period !== null
    ? { kind: "period", code: period.code }
    : null;
}

function withRelative(
  explicit: readonly Guess<PeriodHint>[],
  words: readonly Guess<PeriodHint>[],
): Guess<PeriodHint>[] {
  const first = explicit[0];
  if (first === undefined) return [...words];
  const open = words.find(
    ({ value }) => value.kind === "relative" && value.which === "open",
  );
  // 6月下旬: a part of the month.
  if (open !== undefined)
    return [
      { ...open, confidence: 0.6 },
      ...explicit.map((guess) => ({ ...guess, confidence: 0.55 })),
    ];
  const toDate = words.find(
    ({ value }) => value.kind === "relative" && value.which === "toDate",
  );
  if (toDate === undefined || explicit.length > 1) return [...explicit];
  if (first.value.kind === "period" && /^\d{4}$/.test(first.value.code))
    return [toDate, { ...first, confidence: 0.6 }];
  const fromJanuary = sinceJanuary(first.value);
  return fromJanuary === null
    ? [...explicit]
    : [
        { ...first, value: fromJanuary, confidence: 0.6 },
        { ...first, confidence: 0.55 },
      ];
}

/** January to the month of a hint that names one month; null for other hints. */
function sinceJanuary(hint: PeriodHint): PeriodHint | null {
  if (hint.kind === "months")
    return hint.from === hint.to && hint.from > 1 && hint.day === undefined
      ? { kind: "months", from: 1, to: hint.to }
      : null;
  if (hint.kind !== "period") return null;
  const month = /^(\d{4})-(\d{2})$/.exec(hint.code);
  if (month === null || month[2] === "01") return null;
  return { kind: "period", code: `${month[1]}-01/${hint.code}` };
}

function dedupe(guesses: readonly Guess<PeriodHint>[]): Guess<PeriodHint>[] {
  const seen = new Set<string>();
  return guesses
    .filter(({ value }) => {
      const key = hintText(value);
      return seen.has(key) ? false : (seen.add(key), true);
    })
    .sort((a, b) => b.confidence - a.confidence);
}

function hintText(hint: PeriodHint): string {
  if (hint.kind === "period") return hint.code;
  if (hint.kind === "relative") return hint.which;
  if (hint.kind === "day") return `day ${hint.day}`;
  if (hint.kind === "since")
    return `since ${hint.year ?? ""}-${hint.month}-${hint.day}-${hint.until?.month ?? ""}-${hint.until?.day ?? ""}`;
  return `${hint.from}-${hint.to}-${hint.day ?? ""}`;
}
