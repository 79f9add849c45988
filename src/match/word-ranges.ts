import { findOtherComparisons, findYearOnYear } from "./comparison.ts";
import { isExcludedPlace } from "./place.ts";
import {
  type PeriodSpan,
  findPeriodWords,
  findPeriods,
} from "./read-period.ts";
import { standsAsUnit } from "./unit-place.ts";
import type { Meaning, Vocabulary } from "./vocabulary.ts";

/** A range of the text and everything it may mean. */
export interface WordRange {
  readonly start: number;
  readonly end: number;
  readonly meanings: readonly Meaning[];
  readonly period: PeriodSpan | null;
  /** Words that must not be read as anything. */
  readonly blocked: boolean;
}

/**
 * The known words and periods of a folded text, the longest first, each
 * character used once, from left to right. Words of one range keep all their
 * meanings. `based` says that a base year was taken out of the text.
 */
export function findWordRanges(
  body: string,
  based: boolean,
  vocabulary: Vocabulary,
): WordRange[] {
  return choose(candidates(body, based, vocabulary), body.length);
}

/** The indicators a range may name. */
export function codesOf({ meanings }: WordRange): string[] {
  return meanings.flatMap((meaning) =>
    meaning.slot === "indicator" ? [meaning.code] : [],
  );
}

function candidates(
  body: string,
  based: boolean,
  vocabulary: Vocabulary,
): WordRange[] {
  const list: WordRange[] = findOtherComparisons(body).map((span) => ({
    ...span,
    meanings: [],
    period: null,
    blocked: true,
  }));
  for (const { start, end, values } of vocabulary.words.find(body)) {
    const meanings = values.filter((meaning) =>
      fits(meaning, body, start, end, based, vocabulary),
    );
    if (meanings.length > 0)
      list.push({ start, end, meanings, period: null, blocked: false });
  }
  for (const { start, end, as } of findYearOnYear(body))
    list.push({
      start,
      end,
      meanings: [
        {
          slot: "measure",
          measure:
            as === "points" || as === "absolute" ? "change" : "changeRate",
          as,
        },
      ],
      period: null,
      blocked: false,
    });
  for (const span of [...findPeriods(body), ...findPeriodWords(body)])
    list.push({
      start: span.start,
      end: span.end,
      meanings: [],
      period: span,
      blocked: false,
    });
  return list.some(isPlace)
    ? list.filter((candidate) => !isHiddenByPlace(candidate, list))
    : list;
}

function isPlace({ meanings }: WordRange): boolean {
  return meanings.some(({ slot }) => slot === "region");
}

/**
 * 大同市建成区生活垃圾分类覆盖率: a place that reaches into an indicator's words
 * keeps them when what is left still names the indicator.
 */
function isHiddenByPlace(
  candidate: WordRange,
  list: readonly WordRange[],
): boolean {
  const codes = codesOf(candidate);
  if (codes.length === 0) return false;
  return list.some(
    (place) =>
      place.start < candidate.start &&
      candidate.start < place.end &&
      isPlace(place) &&
      list.some(
        (other) =>
          other.start === place.end &&
          other.end === candidate.end &&
          codesOf(other).some((code) => codes.includes(code)),
      ),
  );
}

function fits(
  meaning: Meaning,
  body: string,
  start: number,
  end: number,
  based: boolean,
  vocabulary: Vocabulary,
): boolean {
  const whole = start === 0 && end === body.length;
  switch (meaning.slot) {
    case "indicator":
      return (
        (based || !meaning.based) &&
        (!meaning.whole ||
          (start === 0 && /^(?:\([^()]*\))?$/.test(body.slice(end))))
      );
    case "unit":
      return standsAsUnit(body, start, end, vocabulary);
    case "region":
      return (end - start > 1 || whole) && !isExcludedPlace(body, start);
    default:
      return true;
  }
}

const priority: Readonly<Record<Meaning["slot"], number>> = {
  indicator: 0,
  measure: 1,
  region: 3,
  variant: 3,
  unit: 4,
  cue: 5,
  change: 5,
  count: 6,
  stop: 7,
};

function rank(candidate: WordRange): number {
  if (candidate.blocked) return -1;
  if (candidate.period !== null) return 2;
  return Math.min(...candidate.meanings.map(({ slot }) => priority[slot]));
}

/** Longest first; candidates of one range are merged; blocked ranges win over all. */
function choose(list: readonly WordRange[], length: number): WordRange[] {
  const sorted = [...list].sort(
    (a, b) =>
      Number(b.blocked) - Number(a.blocked) ||
      b.end - b.start - (a.end - a.start) ||
      rank(a) - rank(b) ||
      a.start - b.start,
  );
  const used = new Uint8Array(length);
  const chosen: WordRange[] = [];
  for (const candidate of sorted) {
    const { start, end } = candidate;
    const twin = chosen.findIndex((c) => c.start === start && c.end === end);
    const first = chosen[twin];
    if (first !== undefined && !first.blocked) {
      chosen[twin] = {
        ...first,
        meanings: [...first.meanings, ...candidate.meanings],
        period: first.period ?? candidate.period,
      };
      continue;
    }
    if (used.subarray(start, end).includes(1)) continue;
    used.fill(1, start, end);
    chosen.push(candidate);
  }
  return chosen
    .map((candidate) => ({ ...candidate, meanings: decide(candidate) }))
    .sort((a, b) => a.start - b.start);
}

/** What words of several meanings mean: an indicator before a region or a unit, a measure before a unit. */
function decide({ meanings, period }: WordRange): readonly Meaning[] {
  const slots = new Set(meanings.map(({ slot }) => slot));
  const keep = (...kept: Meaning["slot"][]) =>
    meanings.filter(({ slot }) => kept.includes(slot));
  if (slots.has("indicator")) return keep("indicator", "measure");
  if (slots.has("measure")) return keep("measure", "change");
  if (period !== null) return [];
  if (slots.has("region")) return keep("region");
  if (slots.has("variant")) return keep("variant");
  if (slots.has("unit")) return keep("unit");
  return meanings;
}
