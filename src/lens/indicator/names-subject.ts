import type { IndicatorCode } from "../../model/codes.ts";
import type { Guess } from "../../model/facets.ts";
import type { ColumnSays } from "../column-says.ts";
import { namesOwnPlace } from "../own-place.ts";
import { withoutCounter } from "../resolve-measure.ts";

/** True where a column whose words are open between `guesses`, or say none, may mean what the title names. */
export function meansSubject(
  column: ColumnSays,
  subject: Guess<IndicatorCode>,
  guesses: readonly Guess<IndicatorCode>[],
): boolean {
  const { value, words } = subject;
  // 煤改电 under 散煤替代户数: a word nobody knows may be another thing.
  return guesses.length === 0
    ? column.facets.rest.trim() === "" ||
        endsName(column, words) ||
        saysEndOf(column, words) ||
        countsSubject(column, words)
    : (guesses.some((guess) => guess.value === value) &&
        !hasStrangeLeaf(column)) ||
        endsName(column, words);
}

/** True for a column whose header says anything of figures, of their time or their place, or is the end of what the title names. */
export function speaksOfFigures(
  column: ColumnSays,
  { words }: Guess<IndicatorCode>,
  guesses: readonly Guess<IndicatorCode>[],
): boolean {
  const { facets, measure, head, kind } = column;
  return (
    guesses.length > 0 ||
    kind === "aggregate" ||
    measure !== null ||
    facets.period.length > 0 ||
    facets.region.length > 0 ||
    namesOwnPlace(head.text) ||
    facets.unit.length > 0 ||
    // 浓度 and 数值 are those of the title.
    /(?:浓度|值)$/.test(column.words.trim()) ||
    endsName(column, words) ||
    countsSubject(column, words)
  );
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

/** 案件数 under a caption of 危险废物类案件: the number of what the caption names, where nothing else is named. */
function countsSubject(column: ColumnSays, name: string): boolean {
  const counted = /^(.{2,})[数量]$/.exec(
    column.words.replace(/[（(][^（()）]*[)）]/g, "").trim(),
  )?.[1];
  return counted !== undefined && counted !== name && name.endsWith(counted);
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
