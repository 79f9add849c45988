import type { Guess } from "../model/facets.ts";
import type { IndicatorCode, UnitCode } from "../model/codes.ts";
import { completedBy } from "./complete-name.ts";
import { type Candidate, figureKind } from "./figure-kind.ts";
import type { CueFind, IndicatorFind, Reading } from "./reading.ts";
import type { SettledIndicators } from "./settled-indicators.ts";
import {
  dimensionOf,
  indicatorDimension,
  unitFits,
  unitsHolding,
} from "./settle-units.ts";
import type { Vocabulary } from "./vocabulary.ts";

const SURE_OUTSIDE = 0.8;
const OPEN = 0.6;
const BY_CONTEXT = 0.85;

export function settleIndicators(
  reading: Reading,
  vocabulary: Vocabulary,
): SettledIndicators {
  const measureDepth = depthOf(reading.measures);
  const none: SettledIndicators = {
    guesses: [],
    depth: Infinity,
    measureDepth,
    onlyMeasureWords: false,
    changeUsed: false,
  };
  const finds = decisive(reading.indicators);
  const first = finds[0];
  const suffix = reading.suffixes[0];
  if (
    suffix !== undefined &&
    (first === undefined || suffix.depth < first.depth)
  ) {
    const guesses = bySuffix(reading, suffix);
    if (first === undefined || (guesses[0]?.confidence ?? 0) >= SURE_OUTSIDE)
      return { ...none, guesses, depth: suffix.depth };
  }
  if (first === undefined) return none;
  const depth = first.depth;
  const words = finds.map((find) => find.words).join("、");
  const chosen =
    completed(finds, reading, vocabulary) ??
    disambiguate(finds, depth, reading, vocabulary);
  const kind = figureKind(chosen, reading, measureDepth, vocabulary);
  const candidates = kind ?? chosen;
  const limit = limitOf(finds, candidates, depth, reading, vocabulary);
  return {
    guesses: candidates.map(({ code, confidence, words: own }, index) => ({
      value: code,
      words: own ?? words,
      confidence: Math.max(
        0.3,
        Math.min(limit, confidence) - (candidates.length > 1 ? index / 20 : 0),
      ),
    })),
    depth,
    measureDepth,
    onlyMeasureWords: finds.every((find) => find.alsoMeasure),
    changeUsed: kind !== null,
  };
}

function depthOf(finds: readonly { readonly depth: number }[]): number {
  return Math.min(...finds.map((find) => find.depth));
}

function ownConfidence(find: IndicatorFind): number {
  return find.contextual ? Math.min(OPEN, find.confidence) : find.confidence;
}

/** The finds of the nearest text with a sure one; of the nearest text at all when no other is sure. */
function decisive(finds: readonly IndicatorFind[]): IndicatorFind[] {
  if (finds.length === 0) return [];
  const near = depthOf(finds);
  const nearBest = Math.max(
    ...finds.filter(({ depth }) => depth === near).map(ownConfidence),
  );
  const sure = finds.filter((find) => ownConfidence(find) >= SURE_OUTSIDE);
  const depth = nearBest > OPEN || sure.length === 0 ? near : depthOf(sure);
  const chosen = finds.filter((find) => find.depth === depth);
  const named = chosen.filter((find) => !find.alsoMeasure);
  // 淘汰燃煤锅炉任务数: words of any work behind a name are of what it names.
  const own = named.filter((find) => !find.contextual);
  return own.length > 0 ? own : named.length > 0 ? named : chosen;
}

/** Several words for one indicator (`二氧化硫(SO2)`) meet in it; words for different ones stay open. */
function commonCodes(finds: readonly IndicatorFind[]): {
  codes: readonly IndicatorCode[];
  agree: boolean;
} {
  const [first, ...others] = finds;
  const shared = (first?.codes ?? []).filter((code) =>
    others.every((find) => find.codes.includes(code)),
  );
  return shared.length > 0
    ? { codes: shared, agree: true }
    : {
        codes: [...new Set(finds.flatMap(({ codes }) => codes))],
        agree: false,
      };
}

function isOfTopic(code: IndicatorCode, topics: readonly string[]): boolean {
  return topics.some((topic) => code === topic || code.startsWith(`${topic}.`));
}

/** A name of many meanings (整治完成率) whose beginning a text further out holds. */
function completed(
  finds: readonly IndicatorFind[],
  reading: Reading,
  { suffixes }: Vocabulary,
): Candidate[] | null {
  const [find, other] = finds;
  if (find === undefined || other !== undefined) return null;
  if (!find.contextual || find.alsoMeasure) return null;
  const codes = completedBy(
    suffixes.get(find.words) ?? [],
    find.depth,
    reading,
  );
  const confidence = Math.min(
    codes.size === 1 ? BY_CONTEXT : OPEN,
    find.confidence,
  );
  return codes.size === 0
    ? null
    : [...codes].map((code) => ({ code, confidence }));
}

/** Lets the unit, then the nouns nearest first, choose among the codes of one spelling. */
function disambiguate(
  finds: readonly IndicatorFind[],
  depth: number,
  reading: Reading,
  vocabulary: Vocabulary,
): Candidate[] {
  const { codes, agree } = commonCodes(finds);
  const confidence = Math.min(...finds.map((find) => find.confidence));
  const contextual = finds.every((find) => find.contextual);
  if (!agree)
    return codes.map((code) => ({
      code,
      confidence: Math.min(OPEN, confidence),
      words: finds.find((find) => find.codes.includes(code))?.words ?? "",
    }));
  let left = codes;
  let decidedAt = depth;
  if (left.length > 1) {
    for (const unit of byDepth(unitsHolding(reading.units, codes))) {
      const fit = left.filter((code) => unitFits(unit.code, code, vocabulary));
      if (fit.length === 0 || fit.length === left.length) continue;
      left = fit;
      decidedAt = Math.max(decidedAt, unit.depth);
      break;
    }
  }
  let confirmed = !contextual;
  for (const cue of byDepth([
    ...reading.cues,
    ...outerTopics(reading, depth),
  ])) {
    const fit = left.filter((code) => isOfTopic(code, cue.topics));
    if (fit.length === 0) continue;
    if (left.length > 1 && fit.length === left.length && !contextual) continue;
    if (left.length > 1 || !confirmed)
      decidedAt = Math.max(decidedAt, cue.depth);
    left = fit;
    confirmed = true;
    if (left.length === 1) break;
  }
  const [only, second] = left;
  if (only !== undefined && second === undefined && confirmed)
    return [
      {
        code: only,
        confidence:
          decidedAt > depth ? Math.min(BY_CONTEXT, confidence) : confidence,
      },
    ];
  return left.map((code) => ({ code, confidence: Math.min(OPEN, confidence) }));
}

/** The topics of indicators named further out: 行政处罚 above 移送 speaks of enforcement. */
function outerTopics(
  reading: Reading,
  depth: number,
): Pick<CueFind, "topics" | "depth">[] {
  return reading.indicators
    .filter((find) => find.depth > depth)
    .map((find) => ({
      depth: find.depth,
      topics: [...new Set(find.codes.map((code) => code.split(".")[0] ?? ""))],
    }))
    .filter(({ topics }) => topics.length === 1);
}

function byDepth<T extends { readonly depth: number }>(
  finds: readonly T[],
): T[] {
  return [...finds].sort((a, b) => a.depth - b.depth);
}

/** The most a guess may claim: contradictions of unit or noun, and unexplained words nearer than the indicator. */
function limitOf(
  finds: readonly IndicatorFind[],
  candidates: readonly Candidate[],
  depth: number,
  reading: Reading,
  vocabulary: Vocabulary,
): number {
  if (finds.every((find) => find.alsoMeasure)) return OPEN;
  if (reading.rests.some((rest, at) => at < depth && rest !== "")) return OPEN;
  const codes = candidates.map(({ code }) => code);
  const contradicted = reading.cues.some(
    (cue) =>
      cue.strict &&
      cue.depth <= depth &&
      !codes.some((code) => isOfTopic(code, cue.topics)),
  );
  if (contradicted) return OPEN;
  if (
    finds.some((find) => find.counted) &&
    codes.every((code) => indicatorDimension(code, vocabulary) === "share")
  )
    return OPEN;
  return unitContradicts(codes, depth, reading, vocabulary) ? OPEN : 1;
}

const relativeMeasures: ReadonlySet<string> = new Set([
  "change",
  "changeRate",
  "completion",
  "rank",
  "changeRank",
]);

/** PM2.5(万吨): a unit beside or below the indicator that cannot be its own. */
function unitContradicts(
  codes: readonly IndicatorCode[],
  depth: number,
  reading: Reading,
  vocabulary: Vocabulary,
): boolean {
  const relative = reading.measures.some(({ measure }) =>
    relativeMeasures.has(measure),
  );
  if (relative) return false;
  const near = unitsHolding(reading.units, codes).filter(
    (unit) => unit.depth <= depth,
  );
  const own = near.filter((unit) => unit.depth === depthOf(near));
  if (own.length === 0) return false;
  return !own.some((unit) => agrees(unit.code, codes, reading, vocabulary));
}

function agrees(
  unit: UnitCode,
  codes: readonly IndicatorCode[],
  reading: Reading,
  vocabulary: Vocabulary,
): boolean {
  const dimension = dimensionOf(unit, vocabulary);
  if (reading.changes.length > 0 || reading.bases.length > 0)
    if (dimension === "share" || dimension === "points") return true;
  return codes.some((code) => unitFits(unit, code, vocabulary));
}

/** 类别 under a title of 水质: the name's end, completed by a text further out. */
function bySuffix(
  reading: Reading,
  suffix: Reading["suffixes"][number],
): Guess<IndicatorCode>[] {
  const confirmed = completedBy(suffix.completions, suffix.depth, reading);
  const codes =
    confirmed.size > 0
      ? confirmed
      : new Set(suffix.completions.map(({ code }) => code));
  const confidence =
    confirmed.size === 0 ? 0.5 : codes.size === 1 ? BY_CONTEXT : OPEN;
  return [...codes].map((code, index) => ({
    value: code,
    words: suffix.words,
    confidence: Math.max(0.3, confidence - index / 20),
  }));
}
