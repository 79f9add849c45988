import type { ColumnSays } from "../column-says.ts";

/**
 * 排名 after a change ranks the change when the figure itself is ranked
 * already, or when the table has no figure beside the change.
 */
export function rankKinds(columns: readonly ColumnSays[]): ColumnSays[] {
  let indicator: string | undefined;
  let ranked = false;
  let figure = false;
  let changed = false;
  return columns.map((column) => {
    const own = column.facets.indicator[0];
    const code =
      own !== undefined && own.confidence >= 0.8
        ? own.value
        : (column.beside?.value ?? own?.value);
    if (code !== indicator) {
      indicator = code;
      [ranked, figure, changed] = [false, false, false];
    }
    const measure = column.measure?.value ?? "actual";
    if (measure === "change" || measure === "changeRate") changed = true;
    else if (measure === "actual")
      // The next figure (1-3月 beside 3月) has ranks of its own; 名次 before the first ranks that.
      [ranked, figure, changed] = [ranked && !figure, true, false];
    if (measure !== "rank" || column.measure === null) return column;
    if (column.settled?.measure !== undefined) return column;
    // 上月排名 behind 同比 is a rank of another time.
    const another = column.facets.period.some(
      ({ value }) => value.kind === "relative" && value.which === "lastMonth",
    );
    if (changed && !another && (ranked || !figure))
      return { ...column, measure: { ...column.measure, value: "changeRank" } };
    ranked = true;
    return column;
  });
}
