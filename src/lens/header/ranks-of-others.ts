import type { ColumnSays } from "../column-says.ts";
import type { RankedBy } from "./ranked-by.ts";

/**
 * 名次 behind 得分, or behind a sum that no list has (奖惩金额（万元）), ranks that
 * and so has no code either; before all figures it ranks the score where one
 * stands in the table and the title names nothing else.
 */
export function withoutRanksOfOthers(
  columns: readonly ColumnSays[],
  by: RankedBy,
): ColumnSays[] {
  return columns.map((column, at) =>
    isBareRank(column) && isOfOther(columns, at, by)
      ? { ...column, kind: "computed" }
      : column,
  );
}

function isBareRank({ kind, measure, facets, settled }: ColumnSays): boolean {
  return (
    kind === "value" &&
    settled === undefined &&
    (measure?.value === "rank" || measure?.value === "changeRank") &&
    facets.indicator.length === 0 &&
    facets.rest === ""
  );
}

function isOfOther(
  columns: readonly ColumnSays[],
  at: number,
  { indicators }: RankedBy,
): boolean {
  let figures = false;
  for (let left = at - 1; left >= 0; left -= 1) {
    const column = columns[left];
    if (column === undefined) break;
    if (isScore(column)) return true;
    const { kind, facets, measure, beside } = column;
    if (kind === "ordinal" || kind === "skip") continue;
    figures = true;
    if (kind !== "value") continue;
    if (measure !== null && measure.value !== "actual") continue;
    if (facets.indicator.length > 0 || beside !== null) return false;
    if (facets.rest !== "" && facets.unit.length > 0) return true;
  }
  return !figures && indicators.length === 0 && columns.some(isScore);
}

/** 得分, 考核得分（分）, 综合评分: points that somebody gave. */
function isScore({ head, facets }: ColumnSays): boolean {
  return (
    facets.indicator.length === 0 &&
    /(?:得分|总分|评分|打分|积分|考核分|成绩)$/.test(
      head.text.replace(/[（(][^（()）]*[)）]\s*$/, "").trim(),
    )
  );
}
