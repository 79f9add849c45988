import type { MeasureWord } from "../model/catalog.ts";
import type { Guess, PeriodHint } from "../model/facets.ts";
import { nestedPlaces } from "./nested-places.ts";
import { placeConfidence } from "./place.ts";
import {
  type PeriodSpan,
  combinePeriods,
  findPeriodWords,
  findPeriods,
} from "./read-period.ts";
import type {
  ChangeFind,
  CodeFind,
  CueFind,
  IndicatorFind,
  MeasureFind,
  Reading,
  RegionFind,
  UnitFind,
} from "./reading.ts";
import { unitConditions } from "./unit-place.ts";
import type { Meaning, Vocabulary } from "./vocabulary.ts";
import { type WordRange, codesOf } from "./word-ranges.ts";

type Found = Pick<
  Reading,
  | "indicators"
  | "regions"
  | "periods"
  | "measures"
  | "changes"
  | "units"
  | "variants"
  | "cues"
>;

/**
 * Sorts the words of one text into slots. Periods inside the words of a measure
 * or an indicator (`本月目标`, `2015年基数`) count too. `level` is the confidence
 * that the text's unexplained words leave.
 */
export function collectFinds(
  chosen: readonly WordRange[],
  body: string,
  level: number,
  vocabulary: Vocabulary,
): Found {
  const wordsOf = (span: { start: number; end: number }) =>
    body.slice(span.start, span.end);
  const indicators: (IndicatorFind & { readonly start: number })[] = [];
  const regions: RegionFind[] = [];
  const measures: MeasureFind[] = [];
  const changes: ChangeFind[] = [];
  const units: (UnitFind & { readonly start: number; readonly end: number })[] =
    [];
  const variants: CodeFind[] = [];
  const cues: CueFind[] = [];
  const explicit: PeriodSpan[] = [];
  const relative: PeriodSpan[] = [];
  const counted = chosen.some(({ meanings }) =>
    meanings.some(({ slot }) => slot === "count"),
  );
  for (const candidate of chosen) {
    const { start, end, meanings, period } = candidate;
    const words = wordsOf(candidate);
    const base = { words, confidence: level, depth: 0 };
    const codes = codesOf(candidate);
    const measureMeanings = meanings.filter((m) => m.slot === "measure");
    if (codes.length > 0)
      indicators.push({
        ...base,
        start,
        confidence: isNegated(body, start) ? 0.4 : level,
        codes: [...new Set(codes)],
        contextual: meanings.some(
          (m) => m.slot === "indicator" && m.contextual,
        ),
        alsoMeasure: measureMeanings.length > 0,
        counted,
      });
    const measure = measureMeanings[0];
    if (measure?.slot === "measure")
      measures.push({
        ...base,
        measure: measure.measure,
        as: measure.as,
        alsoIndicator: codes.length > 0,
      });
    const places = meanings.flatMap((m) => (m.slot === "region" ? [m] : []));
    if (places.length > 0)
      regions.push({
        ...base,
        confidence: placeConfidence(
          body,
          start,
          end,
          places.some((m) => m.full),
        ),
        codes: [...new Set(places.map((m) => m.code))],
      });
    for (const meaning of meanings) {
      if (
        meaning.slot === "unit" &&
        !units.some((u) => u.start === start && u.code === meaning.code)
      )
        units.push({
          ...base,
          start,
          end,
          confidence: 1,
          code: meaning.code,
          only: null,
        });
      else if (meaning.slot === "variant")
        variants.push({ ...base, code: meaning.code });
      else if (meaning.slot === "cue")
        cues.push({ ...base, ...meaning.cue, words });
      else if (meaning.slot === "change")
        changes.push({ ...base, direction: meaning.direction });
    }
    if (
      period !== null &&
      !measures.some((m) => m.words === words && m.measure === "previous")
    )
      (isRelative(period) ? relative : explicit).push(period);
    if (
      meanings.some(
        (m) =>
          m.slot === "measure" || m.slot === "indicator" || m.slot === "stop",
      )
    )
      collectInside(candidate, words, measure, explicit, relative, changes);
  }
  const shared = sharedSaving(indicators, body, level);
  if (shared !== null) cues.push(shared);
  const conditioned = unitConditions(body, units, indicators);
  return {
    indicators: conditioned.indicators,
    regions: nestedPlaces(regions, body, vocabulary),
    periods: periodFinds(explicit, relative, wordsOf),
    measures,
    changes,
    units: conditioned.units,
    variants,
    cues,
  };
}

/** 氮氧化物和挥发性有机物重点工程减排量: the savings of both, though the list has the end as one name. */
function sharedSaving(
  indicators: readonly (IndicatorFind & { readonly start: number })[],
  body: string,
  level: number,
): CueFind | null {
  if (indicators.length < 2) return null;
  for (const { codes, words, start } of indicators) {
    if (!words.includes("减排") || !codes.every(isSaving)) continue;
    const joined = indicators.some(
      (other) =>
        !other.codes.some(isSaving) &&
        other.codes.some((code) => code.startsWith("emis.")) &&
        !other.words.includes("排放") &&
        /^[、,和与及]$/.test(
          body.slice(other.start + other.words.length, start),
        ),
    );
    if (joined)
      return {
        words: words.slice(words.indexOf("减排")),
        confidence: level,
        depth: 0,
        topics: ["emis"],
        strict: true,
        figure: "saved",
      };
  }
  return null;
}

function isSaving(code: string): boolean {
  return code.endsWith("_saved");
}

/** Periods and directions that a measure's or indicator's own words hold (`本月目标`, `目标下降`). */
function collectInside(
  { start }: WordRange,
  words: string,
  measure: Meaning | undefined,
  explicit: PeriodSpan[],
  relative: PeriodSpan[],
  changes: ChangeFind[],
): void {
  const move = (span: PeriodSpan): PeriodSpan => ({
    ...span,
    start: span.start + start,
    end: span.end + start,
  });
  const kind: MeasureWord["measure"] | null =
    measure?.slot === "measure" ? measure.measure : null;
  const inside = findPeriods(words);
  explicit.push(...inside.map(move));
  if (kind !== "change" && kind !== "changeRate" && kind !== "changeRank")
    relative.push(
      ...findPeriodWords(words)
        .filter(
          (span) =>
            !inside.some((e) => e.start < span.end && span.start < e.end) &&
            !(kind === "previous" && namesLastYear(span)),
        )
        .map(move),
    );
  // 年目标 is 年度目标.
  if (kind === "target" && /^年(?!度)/.test(words))
    relative.push({
      start,
      end: start + 1,
      hints: [{ value: { kind: "relative", which: "year" }, confidence: 0.9 }],
    });
  if (
    (kind === "target" || kind === "actual" || kind === "forecast") &&
    /下降|降低|减少/.test(words)
  )
    changes.push({ words, confidence: 1, depth: 0, direction: "fall" });
}

function isRelative(span: PeriodSpan): boolean {
  return (
    span.hints[0]?.value.kind === "relative" && span.hints[0].confidence === 0.9
  );
}

function namesLastYear(span: PeriodSpan): boolean {
  const hint = span.hints[0]?.value;
  return hint?.kind === "relative" && hint.which === "lastYear";
}

/** The periods of one text, put together, as finds. */
export function periodFinds(
  explicit: readonly PeriodSpan[],
  relative: readonly PeriodSpan[],
  wordsOf: (span: PeriodSpan) => string,
): (Guess<PeriodHint> & { depth: number })[] {
  return combinePeriods(explicit, relative, wordsOf).map((guess) => ({
    ...guess,
    depth: 0,
  }));
}

/** 不达标天数, 非PM2.5: the word before turns the meaning. */
function isNegated(body: string, start: number): boolean {
  return /(?:非|不|未|无|除|不含|除去|剔除)$/.test(body.slice(0, start));
}
