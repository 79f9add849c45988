import type { Table } from "../model/table.ts";
import type { Matcher } from "../match/matcher.ts";
import { columnRole } from "../table/column-role.ts";
import type { Lines } from "../table/lines.ts";
import { CERTAIN } from "./certain.ts";

/** Rows looked at. */
const sample = 60;

/** The heads of a column that holds figures of whatever its rows name. */
const values =
  /^(?:监测|实际|统计|指标|数据)?(?:数值|值|数据|结果|浓度值?)(?:[（(].*)?$/;

/**
 * True for a table with an observation in every row: a column headed 指标 or
 * 污染物 that names indicators, and one headed 数值. Its 月份, 城市 and 备注
 * are no fields of records, whatever lists have fields of those names.
 */
export function listsFigures(
  { stubColumns, stubHeaders, columns, bodyRows }: Table,
  lines: Lines,
  matcher: Matcher,
): boolean {
  const at = stubHeaders.findIndex(
    (path) => columnRole(path, matcher) === "indicator",
  );
  const column = stubColumns[at];
  if (column === undefined) return false;
  const figures = columns.filter(({ path }) =>
    values.test(path.at(-1)?.text.trim() ?? ""),
  );
  if (figures.length !== 1) return false;
  let named = 0;
  let filled = 0;
  for (const row of bodyRows.slice(0, sample)) {
    const index = lines.indexAt(row, column);
    if (index < 0 || !lines.isFilledAt(index)) continue;
    filled += 1;
    const [best] = matcher.read(lines.wordsAt(index)).indicator;
    if (best !== undefined && best.confidence >= CERTAIN) named += 1;
  }
  return filled > 0 && named * 2 > filled;
}
