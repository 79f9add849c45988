import type { IndicatorCode } from "../model/codes.ts";
import type { ChangeFind, CueFind, Reading } from "./reading.ts";
import { dimensionOf, indicatorDimension } from "./settle-units.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** An indicator that may be meant. */
export interface Candidate {
  readonly code: IndicatorCode;
  readonly confidence: number;
  /** Its own words, where others name another indicator. */
  readonly words?: string;
}

const OPEN = 0.6;

const relativeMeasures: ReadonlySet<string> = new Set([
  "change",
  "changeRate",
  "completion",
  "rank",
  "changeRank",
]);

/**
 * A pollutant in one text and the kind of figure in another: 下降 against a
 * base or in % makes `emis.so2` the cut `emis.so2_cut`, 减排量 the saving
 * `emis.so2_saved`. Null when the words name no such kind, when a nearer text
 * names the level (2015年排放量 under 较2015年下降), or when the catalog has no
 * such indicator. Where words and units leave two kinds open, both stay, unsure.
 */
export function figureKind(
  candidates: readonly Candidate[],
  reading: Reading,
  measureDepth: number,
  vocabulary: Vocabulary,
): Candidate[] | null {
  const fall = fallIn(reading, measureDepth);
  const saving = nearest(reading.cues.filter(({ figure }) => figure));
  const depth = Math.min(fall?.depth ?? Infinity, saving?.depth ?? Infinity);
  if (depth === Infinity || namesLevel(reading, depth)) return null;
  const { catalog } = vocabulary;
  const as = (kind: "cut" | "saved"): Candidate[] =>
    candidates.flatMap(({ code, confidence }) =>
      catalog.indicators.has(`${code}_${kind}`)
        ? [{ code: `${code}_${kind}`, confidence }]
        : [],
    );
  const [cuts, savings] = [as("cut"), as("saved")];
  // The % of a 同比 or a 完成率 is not the figure's.
  const relative = reading.measures.some(
    (find) => find.depth < depth && relativeMeasures.has(find.measure),
  );
  const unit = relative
    ? undefined
    : reading.units.find((find) => find.depth <= depth);
  const dimension =
    unit === undefined ? null : dimensionOf(unit.code, vocabulary);
  if (saving !== undefined && saving.depth === depth && savings.length > 0) {
    if (dimension === "share") return cuts.length > 0 ? cuts : null;
    if (speaksOfBoth(reading, depth) && !saysTask(reading, depth))
      return unsure([...savings, ...candidates]);
    const fits = savings.some(
      ({ code }) => indicatorDimension(code, vocabulary) === dimension,
    );
    return fits || saving.words.endsWith("量")
      ? savings
      : unsure([...savings, ...cuts]);
  }
  if (fall === undefined || cuts.length === 0) return null;
  return reading.bases.length > 0 || dimension === "share"
    ? cuts
    : unsure([...cuts, ...candidates]);
}

/** 排放量及减排情况 may head figures of both. */
function speaksOfBoth({ texts }: Reading, depth: number): boolean {
  return bothKinds.test(texts[depth] ?? "");
}

const bothKinds =
  /排放(?:总?量)?[、及和与](?:工程)?减排|减排(?:量|情况)?[、及和与](?:污染物)?排放/;

/** True for words nearer than `depth` of what is to be done, or was: 任务 and 完成 are of savings. */
function saysTask({ measures }: Reading, depth: number): boolean {
  return measures.some(
    (find) =>
      find.depth < depth &&
      (find.measure === "target" ||
        find.measure === "completion" ||
        find.words.includes("完成")),
  );
}

/** The words of a fall, unless they compare with last year and with nothing else. */
function fallIn(
  { changes, measures, bases }: Reading,
  measureDepth: number,
): ChangeFind | undefined {
  const compared = measures.some(
    ({ measure, depth }) =>
      depth === measureDepth &&
      (measure === "change" || measure === "changeRate"),
  );
  return compared && bases.length === 0
    ? undefined
    : nearest(changes.filter(({ direction }) => direction === "fall"));
}

/** True when a text nearer than the kind of figure says 排放量 or 排放基数: the level itself. */
function namesLevel(
  { cues, measures, indicators }: Reading,
  depth: number,
): boolean {
  return (
    cues.some(
      (cue) => cue.depth < depth && isEmission(cue) && cue.figure === undefined,
    ) ||
    [...measures, ...indicators].some(
      (find) => find.depth < depth && find.words.includes("排放"),
    )
  );
}

function isEmission({ topics, strict }: CueFind): boolean {
  return strict && topics.includes("emis");
}

function nearest<T extends { readonly depth: number }>(
  finds: readonly T[],
): T | undefined {
  return finds.reduce<T | undefined>(
    (best, find) =>
      best === undefined || find.depth < best.depth ? find : best,
    undefined,
  );
}

function unsure(candidates: readonly Candidate[]): Candidate[] {
  return candidates.map(({ code, confidence }) => ({
    code,
    confidence: Math.min(OPEN, confidence),
  }));
}
