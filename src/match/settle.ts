import type { Facets, Guess } from "../model/facets.ts";
import { settleIndicators } from "./settle-indicators.ts";
import { settleMeasure } from "./settle-measure.ts";
import { settlePeriods } from "./settle-periods.ts";
import { settleRegions } from "./settle-regions.ts";
import { unitsFor } from "./settle-units.ts";
import type { Reading } from "./reading.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { withYearOnYear } from "./year-on-year.ts";

/**
 * Weighs what was found in a text, or in a path of texts: per slot the nearest
 * sure words win, units and nouns decide between indicators of one spelling,
 * and what contradicts or is left unexplained keeps a guess at 0.6 or 0.7.
 */
export function settle(original: Reading, vocabulary: Vocabulary): Facets {
  const reading = withYearOnYear(original);
  if (namesNothing(reading)) return onlyPlaces(reading, vocabulary);
  const indicators = settleIndicators(reading, vocabulary);
  const measure = settleMeasure(reading, indicators, vocabulary);
  const unit = unitsFor(reading, indicators, measure.guesses, vocabulary);
  const periods = settlePeriods(reading, measure);
  return {
    text: reading.text,
    indicator: indicators.guesses,
    region: settleRegions(reading, vocabulary),
    period: periods.guesses,
    measure: periods.measure,
    unit,
    variant: nearest(reading.variants),
    base: nearest(reading.bases),
    role: reading.role,
    rest: reading.rests.join(""),
  };
}

/** True for the texts of most body cells: a place, or nothing known. */
function namesNothing(reading: Reading): boolean {
  return (
    reading.indicators.length === 0 &&
    reading.suffixes.length === 0 &&
    reading.periods.length === 0 &&
    reading.measures.length === 0 &&
    reading.changes.length === 0 &&
    reading.units.length === 0 &&
    reading.variants.length === 0 &&
    reading.bases.length === 0
  );
}

function onlyPlaces(reading: Reading, vocabulary: Vocabulary): Facets {
  return {
    text: reading.text,
    indicator: [],
    region: settleRegions(reading, vocabulary),
    period: [],
    measure: [],
    unit: [],
    variant: [],
    base: [],
    role: reading.role,
    rest: reading.rests.join(""),
  };
}

function nearest(
  finds: readonly {
    readonly code: string;
    readonly words: string;
    readonly confidence: number;
    readonly depth: number;
  }[],
): Guess<string>[] {
  if (finds.length === 0) return [];
  const depth = Math.min(...finds.map((find) => find.depth));
  const own = finds.filter((find) => find.depth === depth);
  const limit = new Set(own.map(({ code }) => code)).size > 1 ? 0.6 : 1;
  return own.map(({ code, words, confidence }) => ({
    value: code,
    words,
    confidence: Math.min(limit, confidence),
  }));
}
