import type { ColumnSays } from "../column-says.ts";
import type { RankedBy } from "./ranked-by.ts";

/** 名次 before the figures ranks those the title speaks of, or the first of them; under 同比变化率排名 it ranks the changes. */
export function leadingRank(
  column: ColumnSays,
  at: number,
  columns: readonly ColumnSays[],
  by: RankedBy,
): ColumnSays {
  if (column.kind !== "value" || column.measure?.value !== "rank")
    return column;
  if (column.facets.indicator.length > 0 || column.beside !== null)
    return column;
  if (columns.slice(0, at).some(({ kind }) => kind === "value")) return column;
  const figures = columns
    .slice(at + 1)
    .filter(({ measure }) => (measure?.value ?? "actual") === "actual");
  const ranked = figures.filter(({ facets }) =>
    by.indicators.some((code) => code === facets.indicator[0]?.value),
  );
  // 空气质量排名 over several pollutants and no index: by which, nobody says.
  const several = new Set(
    figures.map(({ facets }) => facets.indicator[0]?.value),
  );
  if (ranked.length === 0 && by.indicators.length > 0 && several.size > 1)
    return column;
  const [figure] = [...ranked, ...figures];
  const guess = figure?.facets.indicator[0];
  const measure =
    by.changes && !columns.some(ranksChange)
      ? { ...column.measure, value: "changeRank" as const }
      : column.measure;
  // Without names of their own the figures are those of the title, as the places are.
  return guess === undefined
    ? { ...column, measure }
    : {
        ...column,
        measure,
        beside: { ...guess, confidence: Math.min(guess.confidence, 0.9) },
        period: column.period ?? figure?.period ?? null,
      };
}

function ranksChange({ measure }: ColumnSays): boolean {
  return measure?.value === "changeRank";
}
