import type { Guess } from "../model/facets.ts";
import type { Measure } from "../model/observation.ts";
import type { ChangeFind, MeasureFind, Reading } from "./reading.ts";
import type { SettledIndicators } from "./settled-indicators.ts";
import { dimensionOf, indicatorDimension, isUnitRow } from "./settle-units.ts";
import type { Vocabulary } from "./vocabulary.ts";

export interface SettledMeasure {
  readonly guesses: readonly Guess<Measure>[];
  /** True for 上年同期 beside another measure (`上年同期排名`): the other one, a year earlier. */
  readonly ofLastYear: boolean;
}

const OPEN = 0.6;

/**
 * What stands at the key; empty when the words do not say, which means the
 * actual value. The words of a `change` or `changeRate` keep the direction
 * (`同比下降`): see `signOfChange`.
 */
export function settleMeasure(
  reading: Reading,
  indicators: SettledIndicators,
  vocabulary: Vocabulary,
): SettledMeasure {
  const finds = reading.measures;
  const kinds = new Set(finds.map(({ measure }) => measure));
  const ofLastYear =
    kinds.has("previous") &&
    finds.some(({ measure }) => measure !== "previous" && measure !== "actual");
  const counted = ofLastYear
    ? finds.filter(({ measure }) => measure !== "previous")
    : finds;
  const changed = [...counted].filter(isChange);
  const ranked = counted.find(({ measure }) => measure === "rank");
  const changeRank = counted.find(({ measure }) => measure === "changeRank");
  if (ranked !== undefined && changeRank === undefined) {
    const moved = reading.changes.find(({ depth }) => depth === ranked.depth);
    if (moved !== undefined && changed.length === 0)
      // 排名变化: places gained, or the place of the change.
      return {
        ofLastYear,
        guesses: [
          {
            value: "changeRank",
            words: ranked.words + moved.words,
            confidence: OPEN,
          },
        ],
      };
  }
  const joined = changeRank ?? (changed.length > 0 ? ranked : undefined);
  if (joined !== undefined)
    return {
      ofLastYear,
      guesses: [
        {
          value: "changeRank",
          words: joined.words,
          confidence: joined.confidence,
        },
      ],
    };
  const depth = Math.min(...counted.map((find) => find.depth));
  const own = counted.filter((find) => find.depth === depth);
  const completion = own.find(({ measure }) => measure === "completion");
  // 完成率排名 is a place, not a rate.
  if (
    completion !== undefined &&
    ranked?.depth === depth &&
    (reading.texts[depth] ?? "").includes(completion.words + ranked.words)
  )
    return { ofLastYear, guesses: plain([ranked]) };
  if (completion !== undefined)
    return { ofLastYear, guesses: [ofCompletion(completion, indicators)] };
  const compared = own.filter(isChange);
  const first = compared[0];
  if (first !== undefined)
    return {
      ofLastYear,
      guesses: ofChange(
        first,
        compared.length < own.length,
        reading,
        indicators,
        vocabulary,
      ),
    };
  if (own.length > 0) return { ofLastYear, guesses: plain(own) };
  return { ofLastYear, guesses: ofBase(reading, indicators, vocabulary) };
}

function isChange({ measure }: MeasureFind): boolean {
  return measure === "change" || measure === "changeRate";
}

function plain(own: readonly MeasureFind[]): Guess<Measure>[] {
  const measures = new Set(own.map(({ measure }) => measure));
  return [...measures].map((measure, index) => {
    const find = own.find((candidate) => candidate.measure === measure);
    const confidence = find?.confidence ?? 0;
    return {
      value: measure,
      words: find?.words ?? "",
      confidence:
        measures.size > 1
          ? Math.min(OPEN, confidence) - index / 20
          : confidence,
    };
  });
}

/** 完成率 is a measure of another indicator, or an indicator itself: sure only beside a sure indicator. */
function ofCompletion(
  find: MeasureFind,
  indicators: SettledIndicators,
): Guess<Measure> {
  const open = find.alsoIndicator && indicators.onlyMeasureWords;
  return {
    value: "completion",
    words: find.words,
    confidence: open ? Math.min(OPEN, find.confidence) : find.confidence,
  };
}

/** The unit says whether a change is a rate: % of anything but a share is one, 百分点 never. */
function ofChange(
  find: MeasureFind,
  mixed: boolean,
  reading: Reading,
  indicators: SettledIndicators,
  vocabulary: Vocabulary,
): Guess<Measure>[] {
  const words = withDirection(find, reading);
  const limit = mixed ? Math.min(OPEN, find.confidence) : find.confidence;
  const sure = (value: Measure): Guess<Measure>[] => [
    { value, words, confidence: limit },
  ];
  const open = (a: Measure, b: Measure): Guess<Measure>[] => [
    { value: a, words, confidence: Math.min(OPEN, limit) },
    { value: b, words, confidence: Math.min(OPEN - 0.05, limit) },
  ];
  const unit = reading.units.find(
    (unit) => unit.depth <= find.depth || isUnitRow(unit, reading),
  );
  const dimension =
    unit === undefined ? null : dimensionOf(unit.code, vocabulary);
  const share = indicators.guesses.some(
    ({ value }) => indicatorDimension(value, vocabulary) === "share",
  );
  if (dimension === "points") return sure("change");
  if (dimension === "share") {
    if (find.as === "absolute") return open("change", "changeRate");
    return share && !(find.as === "percent" && words.includes("率"))
      ? open("change", "changeRate")
      : sure("changeRate");
  }
  if (dimension !== null)
    return find.as === "percent"
      ? open("change", "changeRate")
      : sure("change");
  if (find.as === "percent")
    return share ? open("changeRate", "change") : sure("changeRate");
  if (find.as === "points" || find.as === "absolute") return sure("change");
  return find.measure === "change"
    ? open("change", "changeRate")
    : open("changeRate", "change");
}

function withDirection(find: MeasureFind, reading: Reading): string {
  const near = reading.changes.find(
    (change) =>
      change.depth <= find.depth && !find.words.includes(change.words),
  );
  return near === undefined ? find.words : find.words + near.words;
}

/** 较2019年同期 and nothing else is a change too. */
function bareComparison({
  bases,
  texts,
  rests,
}: Reading): ChangeFind | undefined {
  const base = bases.find(({ depth }) => depth === 0);
  if (base === undefined || rests[0] !== "") return undefined;
  const left = (texts[0] ?? "")
    .replace(base.words, "")
    .replace(/\([^()]*\)/g, "");
  return left === ""
    ? { words: base.words, confidence: 1, depth: 0, direction: "either" }
    : undefined;
}

/** 较2015年变化(%): a change against a base; 下降 that names a cut (`emis.so2_cut`) is no measure. */
function ofBase(
  reading: Reading,
  indicators: SettledIndicators,
  vocabulary: Vocabulary,
): Guess<Measure>[] {
  const change = reading.changes[0] ?? bareComparison(reading);
  if (change === undefined || indicators.changeUsed) return [];
  if (reading.bases.length === 0 && reading.rests[change.depth] !== "")
    return [];
  if (indicators.guesses.some(({ value }) => value.endsWith("_cut"))) return [];
  const based = reading.bases.length > 0;
  const find: MeasureFind = {
    ...change,
    measure: "changeRate",
    as: "any",
    alsoIndicator: false,
    confidence: based ? Math.min(0.95, change.confidence) : OPEN,
  };
  return ofChange(find, false, reading, indicators, vocabulary);
}
