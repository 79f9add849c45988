import type { IndicatorCode } from "../model/codes.ts";
import type { Guess } from "../model/facets.ts";
import type { Measure } from "../model/observation.ts";
import { refine } from "../match/refine.ts";
import { CERTAIN } from "./certain.ts";
import type { ColumnSays } from "./column-says.ts";
import { namesOwnPlace } from "./own-place.ts";
import type { FoundIndicator, ResolveContext } from "./resolve-context.ts";
import type { RowName } from "./row-says.ts";
import { countedWork, withoutCounter } from "./resolve-measure.ts";
import { unitNamed } from "./resolve-unit.ts";
import { sureUnit } from "./sure-unit.ts";
import { tidyWords } from "./surroundings.ts";
import { titleSubject } from "./title-subject.ts";
import { unitScale } from "./unit-scale.ts";

/** The indicator of a cell: what column and row name, else the figures beside it, else the title. */
export function resolveIndicator(
  column: ColumnSays,
  row: RowName,
  context: ResolveContext,
): FoundIndicator {
  const ofColumn = column.settled?.indicator;
  const said =
    ofColumn === undefined
      ? row.settled?.indicator
      : sameKindOf(row, ofColumn, context);
  if (said !== undefined)
    return {
      guess: { value: said, confidence: 1, words: column.words },
      at: ofColumn === undefined ? "row" : "column",
      candidates: [said],
    };
  const own = column.facets.indicator;
  const stub = row.facets.indicator;
  const at = stub.length > 0 || row.indicatorAsked ? "row" : "column";
  const codes = (guesses: readonly Guess<IndicatorCode>[]): string[] =>
    guesses.map(({ value }) => value);
  if (row.indicatorAsked) return { guess: null, at: "row", candidates: [] };
  const [a, b] = [own[0], stub[0]];
  const cells = [...row.cells, ...column.cells];
  const whole =
    cells.length === 0 ? null : refine(cells, context.surroundings.topic);
  const together = whole?.indicator ?? [];
  const joined = together[0];
  const isNew =
    joined !== undefined &&
    ![...own, ...stub].some(({ value }) => value === joined.value);
  const namesKind =
    isNew && isSure(joined) && ownKinds.has(column.measure?.value ?? "actual");
  const figure =
    column.of === null || namesKind ? null : figureOf(column.of, row, context);
  if (figure !== null) {
    // 首要污染物 over PM2.5 over 天数 and 同比: what is asked of the one holds for the other.
    if (column.sharesName && unitNamed(column) === null) return figure;
    if (b !== undefined && !isSure(a) && isSure(figure.guess)) return figure;
  }
  if (isSure(a) && isSure(b) && a.value !== b.value && !isNew)
    return {
      guess: null,
      at: "column",
      candidates: [...codes(own), ...codes(stub)],
    };
  // 处罚金额 under a caption of 危险废物类案件.
  if (stub.length === 0 && isSure(a) && !isNew) {
    const captioned = ofCaption(column, a, context);
    if (captioned !== null)
      return { guess: captioned, at, candidates: [captioned.value] };
  }
  const nearer =
    own.length > 0 && (a?.confidence ?? 0) >= (b?.confidence ?? 0) ? own : stub;
  const guesses = isNew ? together : nearer;
  // 完成率 below 氮氧化物, behind amounts whose unit says that they are 减排量.
  const [first] = guesses;
  if (
    !isNew &&
    figure !== null &&
    isSure(figure.guess) &&
    // 任务蒸吨数 behind 完成台数 counts another thing.
    unitNamed(column) === null &&
    first !== undefined &&
    !isSure(first) &&
    guesses.some(({ value }) => value === figure.guess?.value)
  )
    return figure;
  const best = settle(guesses, column, row, context);
  if (isNew)
    return {
      guess: best,
      at: "column",
      candidates: codes(guesses),
      measure: whole?.measure ?? [],
    };
  if (isSure(best)) return { guess: best, at, candidates: codes(guesses) };
  const explained = (nearer === own ? column.cells : row.cells).every(
    ({ rest }) => rest.trim() === "",
  );
  if (
    explained &&
    isSure(joined) &&
    guesses.some(({ value }) => value === joined.value)
  )
    return { guess: joined, at, candidates: codes(guesses) };
  // 完成率 behind a target and what was done of it.
  if (figure !== null && column.afterTarget && isSure(figure.guess))
    return figure;
  if (
    stub.length === 0 &&
    column.beside !== null &&
    !isSure(column.beside) &&
    figure !== null &&
    isSure(figure.guess)
  )
    return figure;
  if (stub.length === 0 && column.beside !== null)
    return {
      guess: column.beside,
      at: "column",
      candidates: [column.beside.value],
    };
  const ofTitle = titleSubject(column, context);
  const subject = ofTitle?.guess ?? null;
  const meant =
    subject !== null &&
    // 煤改电 under 散煤替代户数: a word nobody knows may be another thing.
    (guesses.length === 0
      ? (column.facets.rest.trim() === "" &&
          isSumOfKnown(column, subject, context)) ||
        endsName(column, subject.words) ||
        saysEndOf(column, subject.words) ||
        countsSubject(column, subject.words) ||
        isOnlyCounted(column.facets.rest, subject, context)
      : (guesses.some(({ value }) => value === subject.value) &&
          !hasStrangeLeaf(column)) ||
        endsName(column, subject.words));
  const speaks =
    guesses.length > 0 ||
    column.facets.role === "aggregate" ||
    column.measure !== null ||
    column.facets.period.length > 0 ||
    column.facets.region.length > 0 ||
    namesOwnPlace(column.head.text) ||
    column.facets.unit.length > 0 ||
    // 浓度 and 数值 are those of the title.
    /(?:浓度|值)$/.test(column.words.trim()) ||
    (subject !== null &&
      (endsName(column, subject.words) ||
        countsSubject(column, subject.words)));
  if (meant && speaks)
    return {
      guess: { ...subject, confidence: Math.min(subject.confidence, 0.9) },
      at,
      candidates: [subject.value],
      ...(ofTitle?.measure === undefined ? {} : { measure: ofTitle.measure }),
    };
  // Nothing in the cell's headers is about an indicator: the title is asked about, once.
  const silent =
    guesses.length === 0 &&
    column.facets.rest === "" &&
    column.facets.unit.length === 0 &&
    (column.facets.period.length > 0 || column.facets.region.length > 0);
  return silent
    ? {
        guess: null,
        at: "table",
        candidates: codes(context.surroundings.title.indicator),
      }
    : { guess: best, at, candidates: codes(guesses) };
}

/** 后三个月控制浓度 below PM2.5: words nobody knows may make another figure of what stands above them. */
function hasStrangeLeaf({ cells }: ColumnSays): boolean {
  const leaf = cells.at(-1);
  return (
    cells.length > 1 &&
    leaf !== undefined &&
    leaf.rest.trim() !== "" &&
    leaf.indicator.length === 0
  );
}

/** Who says that a column is the saving of one pollutant says so of those that other rows name. */
function sameKindOf(
  { facets }: RowName,
  said: IndicatorCode,
  { catalog }: ResolveContext,
): IndicatorCode {
  const [, pollutant = "", kind = ""] =
    /^(emis\.\w+?)(_cut|_saved)?$/.exec(said) ?? [];
  const own = facets.indicator.flatMap(({ value }) =>
    value.startsWith("emis.") && catalog.indicators.has(value + kind)
      ? [value]
      : [],
  );
  const [first] = own;
  return pollutant === "" || first === undefined || own.includes(pollutant)
    ? said
    : first + kind;
}

/** 案件数 under a caption of 危险废物类案件: the number of what the caption names, where nothing else is named. */
function countsSubject(column: ColumnSays, name: string): boolean {
  const counted = /^(.{2,})[数量]$/.exec(
    column.words.replace(/[（(][^（()）]*[)）]/g, "").trim(),
  )?.[1];
  return counted !== undefined && counted !== name && name.endsWith(counted);
}

/** False for 合计 below words of which some may be of another thing than the title's. */
function isSumOfKnown(
  { facets, kind, cells }: ColumnSays,
  subject: Guess<IndicatorCode>,
  context: ResolveContext,
): boolean {
  return (
    facets.role !== "aggregate" ||
    kind !== "value" ||
    cells
      .slice(0, -1)
      .every(({ rest }) => rest === "" || isOnlyCounted(rest, subject, context))
  );
}

/** 完成改造户数 under a title of 散煤替代: of all that is done, only that is counted in 户. */
function isOnlyCounted(
  rest: string,
  { value }: Guess<IndicatorCode>,
  { catalog }: ResolveContext,
): boolean {
  const unit = countedWork(rest);
  if (unit === null || catalog.indicators.get(value)?.unit !== unit)
    return false;
  return [...catalog.indicators.values()].every(
    (other) => other.unit !== unit || other.code === value,
  );
}

/** 天数 under a title of 优良天数, 指数 under one of 综合指数. */
export function endsName({ words }: ColumnSays, name: string): boolean {
  const end = words.replace(/[（(][^（()）]*[)）]/g, "").trim();
  return end.length >= 2 && end !== name && name.endsWith(end);
}

/** 年度改造任务, 完成改造 and 已完成改造户数 under a title of 清洁取暖改造: what is to be done, or was, is what the title names. */
function saysEndOf(
  { facets, measure, cells }: ColumnSays,
  name: string,
): boolean {
  const rest = withoutCounter(facets.rest.trim());
  return (
    cells.length === 1 &&
    (measure?.value === "target" || measure?.value === "actual") &&
    rest.length >= 2 &&
    rest !== name &&
    name.endsWith(rest)
  );
}

/** What the caption of a table and a column name together, where that is another indicator of the same topic than the column's own. */
function ofCaption(
  column: ColumnSays,
  own: Guess<IndicatorCode>,
  { surroundings }: ResolveContext,
): Guess<IndicatorCode> | null {
  const { caption, captioned } = surroundings;
  const topicOf = (code: string): string | undefined => code.split(".")[0];
  const [named, rival] = caption.indicator;
  if (named === undefined || rival !== undefined || captioned === null)
    return null;
  if (named.value === own.value) return null;
  if (topicOf(named.value) !== topicOf(own.value)) return null;
  const [joined] = refine([captioned, ...column.cells]).indicator;
  return joined !== undefined &&
    isSure(joined) &&
    joined.value !== own.value &&
    joined.value !== named.value
    ? { ...joined, confidence: Math.min(joined.confidence, 0.85) }
    : null;
}

/** Measures whose words may name a kind of figure of their own: 减排任务, 下降比例. */
const ownKinds: ReadonlySet<Measure> = new Set<Measure>([
  "target",
  "change",
  "changeRate",
]);

/** The indicator of the figure beside, whose measure is not this column's. */
function figureOf(
  column: ColumnSays,
  row: RowName,
  context: ResolveContext,
): FoundIndicator {
  const { guess, at, candidates } = resolveIndicator(column, row, context);
  return { guess, at, candidates };
}

function isSure(
  guess: Guess<IndicatorCode> | null | undefined,
): guess is Guess<IndicatorCode> {
  return guess != null && guess.confidence >= CERTAIN;
}

/** Chooses between indicators of one spelling by the unit that is stated, then by the topic of the rest of the table. */
function settle(
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
