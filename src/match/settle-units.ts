import type { Guess } from "../model/facets.ts";
import type { IndicatorCode, UnitCode } from "../model/codes.ts";
import type { Measure } from "../model/observation.ts";
import type { Reading, UnitFind } from "./reading.ts";
import type { SettledIndicators } from "./settled-indicators.ts";
import type { Vocabulary } from "./vocabulary.ts";

export function dimensionOf(
  unit: UnitCode,
  { catalog }: Vocabulary,
): string | null {
  return catalog.units.get(unit)?.dimension ?? null;
}

/** The dimension an indicator is recorded in; null for an unknown indicator. */
export function indicatorDimension(
  code: IndicatorCode,
  vocabulary: Vocabulary,
): string | null {
  const indicator = vocabulary.catalog.indicators.get(code);
  return indicator === undefined
    ? null
    : dimensionOf(indicator.unit, vocabulary);
}

/** Counts are written with many nouns: people, cases and times stand for each other only within one dimension. */
export function unitFits(
  unit: UnitCode,
  code: IndicatorCode,
  vocabulary: Vocabulary,
): boolean {
  const own = indicatorDimension(code, vocabulary);
  return own !== null && dimensionOf(unit, vocabulary) === own;
}

/** Words that count cases, any of them. */
const ofCases: ReadonlySet<string> = new Set(["件", "起", "宗", "份"]);

/** True for the word that things are counted by (件 of 件数), where indicators are recorded in it. */
export function countsIn(
  word: string,
  codes: readonly IndicatorCode[],
  { catalog }: Vocabulary,
): boolean {
  return (
    codes.length > 0 &&
    codes.every((code) => {
      const unit = catalog.indicators.get(code)?.unit ?? "";
      return unit === word || (ofCases.has(unit) && ofCases.has(word));
    })
  );
}

/** The unit finds that may hold for one of the indicators: conditions are kept, and win over general units. */
export function unitsHolding(
  units: readonly UnitFind[],
  codes: readonly IndicatorCode[],
): UnitFind[] {
  const special = units.filter(
    ({ only }) => only !== null && codes.some((code) => only.includes(code)),
  );
  return special.length > 0
    ? special
    : units.filter(({ only }) => only === null);
}

/** True for a unit that is a whole header text below the indicator's: a row of units above 同比. */
export function isUnitRow(
  { depth, words }: UnitFind,
  { texts, indicators }: Pick<Reading, "texts" | "indicators">,
): boolean {
  return (
    texts[depth]?.replace(/[()]/g, "") === words &&
    indicators.some((find) => find.depth > depth)
  );
}

/**
 * The unit of the cells below. Ranks have none; rates and completion are in %,
 * changes of shares in 百分点, said or not. A unit from a text further out than
 * the indicator (`单位：μg/m3` above 综合指数) counts only when it fits.
 */
export function unitsFor(
  reading: Reading,
  indicators: SettledIndicators,
  measures: readonly Guess<Measure>[],
  vocabulary: Vocabulary,
): Guess<UnitCode>[] {
  const measure = measures[0];
  const rate =
    measure?.value === "changeRate" || measure?.value === "completion";
  if (measure?.value === "rank" || measure?.value === "changeRank") return [];
  const codes = indicators.guesses.map(({ value }) => value);
  const reach =
    measure !== undefined && (rate || measure.value === "change")
      ? indicators.measureDepth
      : Infinity;
  const held = unitsHolding(reading.units, codes).filter(
    (find) =>
      (find.depth <= reach || isUnitRow(find, reading)) &&
      (codes.length === 0 ||
        find.depth <= indicators.depth ||
        codes.some((code) => unitFits(find.code, code, vocabulary))),
  );
  const depth = Math.min(...held.map((find) => find.depth));
  const own = held.filter((find) => find.depth === depth);
  const several = new Set(own.map(({ code }) => code)).size > 1;
  const guesses = own.map(({ code, words, confidence }, index) => ({
    value: code,
    words,
    confidence: several && index > 0 ? 0.5 : confidence,
  }));
  const implied = rate ? "%" : null;
  if (guesses.length > 0 || implied === null || measure === undefined)
    return guesses;
  if (!vocabulary.catalog.units.has(implied)) return [];
  return [
    {
      value: implied,
      words: measure.words,
      confidence: Math.min(0.9, measure.confidence),
    },
  ];
}
