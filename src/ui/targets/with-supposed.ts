import type { ProgressRow } from "../../model/progress.ts";
import { trendKey } from "../state/progress-id.ts";

/** One target of one series, whatever period its figure is of. */
function rowKey(row: ProgressRow): string {
  return `${row.targetId ?? ""}|${trendKey(row)}`;
}

/** Rows with those that something was supposed about in their places; the rows themselves where nothing was. */
export function withSupposed(
  rows: readonly ProgressRow[],
  supposed: readonly ProgressRow[] | null,
): readonly ProgressRow[] {
  if (supposed === null) return rows;
  const byKey = new Map(supposed.map((row) => [rowKey(row), row]));
  return rows.map((row) => byKey.get(rowKey(row)) ?? row);
}

/** The row that takes the place of this one; undefined where there is none. */
export function supposedFor(
  row: ProgressRow,
  rows: readonly ProgressRow[],
): ProgressRow | undefined {
  return rows.find((other) => rowKey(other) === rowKey(row));
}
