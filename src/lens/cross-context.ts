import type { Catalog } from "../model/catalog.ts";
import type { PeriodCode } from "../model/codes.ts";
import type { Facets, Guess } from "../model/facets.ts";
import { CERTAIN } from "./certain.ts";
import type { ColumnSays } from "./column-says.ts";
import type { ResolveContext } from "./resolve-context.ts";
import type { RowRest, RowSays } from "./row-says.ts";
import type { Surroundings } from "./surroundings.ts";

/** What the headers of a table say together of each of its cells. */
export function crossContext(
  columns: readonly ColumnSays[],
  rows: readonly RowSays[],
  surroundings: Surroundings,
  catalog: Catalog,
): ResolveContext {
  const saysTarget = ({ measure }: Pick<Facets, "measure">): boolean =>
    measure.some(({ value }) => value === "target");
  const bases = new Set([
    ...[...columns, ...rows.map(({ rest }) => rest)].flatMap(({ facets }) =>
      facets.base.map(({ value }) => value),
    ),
    ...columns.flatMap(baselineYear),
  ]);
  const [base = null] = bases;
  return {
    catalog,
    surroundings,
    base: bases.size === 1 ? base : null,
    fallsNamed: columns.some(({ words }) => namesFall.test(words)),
    saves:
      surroundings.headings.some((text) => savesOnly.test(text)) &&
      columns.some(({ measure }) => measure?.value === "completion") &&
      !columns.some(({ words }) => /排放|总量/.test(words)),
    topics: topicsOf(columns, new Set(rows.map(({ rest }) => rest))),
    targets:
      surroundings.targets &&
      !columns.some(({ facets }) => saysTarget(facets)) &&
      !rows.some(({ rest }) => saysTarget(rest.facets)),
  };
}

/** 2020年排放基数 says the year falls are counted from, as 较2020年 does. */
function baselineYear({ measure, period }: ColumnSays): PeriodCode[] {
  return measure?.value === "baseline" &&
    period?.value.kind === "period" &&
    /^\d{4}$/.test(period.value.code)
    ? [period.value.code]
    : [];
}

const namesFall = /下降|降低|削减|减少|降幅|减排/;

/** 主要污染物总量减排任务完成情况; not 排放量及减排情况. */
const savesOnly = /^(?!.*排放).*减排/;

/** The topics of the indicators that columns and rows name for certain. */
function topicsOf(
  columns: readonly ColumnSays[],
  rests: ReadonlySet<RowRest>,
): Set<string> {
  const topics = new Set<string>();
  const add = (guess: Guess<string> | undefined): void => {
    const topic = guess?.value.split(".")[0];
    if (
      guess !== undefined &&
      topic !== undefined &&
      guess.confidence >= CERTAIN
    )
      topics.add(topic);
  };
  for (const column of columns) add(column.facets.indicator[0]);
  for (const rest of rests) add(rest.facets.indicator[0]);
  return topics;
}
