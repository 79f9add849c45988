import type { IndicatorCode } from "../../model/codes.ts";
import type { Guess } from "../../model/facets.ts";
import { CERTAIN } from "../certain.ts";
import type { ColumnSays } from "../column-says.ts";
import { tidyWords } from "../naming-words.ts";
import type { ResolveContext } from "../resolve-context.ts";
import { unitNamed } from "../resolve-unit.ts";
import type { RowName } from "../row-says.ts";
import { sureUnit } from "../sure-unit.ts";
import { unitScale } from "../unit-scale.ts";

/** Chooses between indicators of one spelling by the unit that is stated, then by the topic of the rest of the table. */
export function settleIndicator(
  guesses: readonly Guess<IndicatorCode>[],
  column: ColumnSays,
  row: RowName,
  context: ResolveContext,
): Guess<IndicatorCode> | null {
  const settled = settledByUnit(guesses, column, row, context);
  if (settled === null || !context.saves) return settled;
  // 化学需氧量 over 目标, 完成 and 完成率 under a title of 总量减排.
  const saving = `${settled.value}_saved`;
  return context.catalog.indicators.has(saving)
    ? { ...settled, value: saving }
    : settled;
}

function settledByUnit(
  guesses: readonly Guess<IndicatorCode>[],
  column: ColumnSays,
  row: RowName,
  context: ResolveContext,
): Guess<IndicatorCode> | null {
  const [best] = guesses;
  if (best === undefined) return null;
  if (best.confidence >= CERTAIN) return best;
  // Words that nothing explains may name another thing, and so may those of two indicators: no context mends that.
  if (guesses.some(({ words }) => words !== best.words)) return best;
  const source = row.facets.indicator.includes(best)
    ? row.facets
    : column.facets;
  if (!best.words.includes(source.rest.trim())) return best;
  const { catalog, surroundings } = context;
  const kind =
    cutOfTitle(guesses, column, context) ??
    levelBesideFalls(guesses, column, context);
  if (kind !== null) return kind;
  const measure = column.measure?.value ?? "actual";
  const units =
    measure === "changeRate" ||
    measure === "completion" ||
    measure === "rank" ||
    measure === "changeRank"
      ? []
      : [
          sureUnit(column.facets)?.value ?? unitNamed(column) ?? undefined,
          row.unit?.value,
          sureUnit(row.facets)?.value,
          ...surroundings.units.map(({ value }) => value),
        ];
  for (const unit of units) {
    if (unit === undefined) continue;
    const fitting = guesses.filter(({ value }) => {
      const indicator = catalog.indicators.get(value);
      return (
        indicator !== undefined &&
        unitScale(unit, indicator.unit, catalog) !== null
      );
    });
    const [only] = fitting;
    // 任务数（户）: things are counted in many words, which say nothing of what is counted.
    const counted =
      guesses.length === 1 && catalog.units.get(unit)?.dimension === "count";
    if (fitting.length === 1 && only !== undefined && unit !== "%" && !counted)
      return { ...only, confidence: Math.max(only.confidence, 0.9) };
  }
  // 重点排污单位 over 达标率: a group nobody knows may have its own.
  const path = source === row.facets ? row.cells : column.cells;
  const unsaid = path.some(({ rest }) => {
    const words = rest.trim();
    // 联网情况 over 联网率 is of the same thing.
    return words !== "" && !best.words.includes(words);
  });
  if (guesses.length === 1 && unsaid) return best;
  const related = guesses.filter(({ value }) =>
    context.topics.has(value.split(".")[0] ?? ""),
  );
  const [only] = related;
  return related.length === 1 && only !== undefined
    ? { ...only, confidence: Math.max(only.confidence, 0.85) }
    : best;
}

/** 2020年 beside 较2015年下降 under a title of 排放量及减排情况: the amount, as the fall is said where it is meant. */
function levelBesideFalls(
  [saved, level]: readonly Guess<IndicatorCode>[],
  { words }: ColumnSays,
  { fallsNamed }: ResolveContext,
): Guess<IndicatorCode> | null {
  return fallsNamed &&
    level !== undefined &&
    saved?.value === `${level.value}_saved` &&
    !words.includes("减排")
    ? { ...level, confidence: 0.85 }
    : null;
}

/** 下降目标 below 化学需氧量 under a title of 较2020年下降 and 单位：%: the fall, not the amount. */
function cutOfTitle(
  guesses: readonly Guess<IndicatorCode>[],
  { facets, head }: ColumnSays,
  { surroundings }: ResolveContext,
): Guess<IndicatorCode> | null {
  const [cut, level] = guesses;
  if (guesses.length !== 2 || cut === undefined || level === undefined)
    return null;
  if (cut.value !== `${level.value}_cut`) return null;
  const { title, units } = surroundings;
  if (title.base.length === 0 || facets.unit.length > 0) return null;
  if (/[量值数]/.test(tidyWords(head.text))) return null;
  return units.length > 0 && units.every(({ value }) => value === "%")
    ? { ...cut, confidence: 0.9 }
    : null;
}
