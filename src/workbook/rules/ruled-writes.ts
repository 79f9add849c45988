import type { PlannedWrite } from "../edit-planner.ts";
import { inRange } from "../merge-anchors.ts";
import type { Validation } from "./sheet-rules.ts";

/** A write and the rule on its cell. */
export interface RuledWrite {
  readonly write: PlannedWrite;
  readonly rule: Validation;
}

/**
 * Finds the rule on each cell that is written, the first in the file where
 * there are several. Goes from ranges to writes, so that neither the size of a
 * range nor their number times that of the writes is gone through.
 */
export function ruledWrites(
  writes: readonly PlannedWrite[],
  rules: readonly Validation[],
): RuledWrite[] {
  const byColumn = new Map<number, PlannedWrite[]>();
  for (const write of [...writes].sort((a, b) => a.row - b.row)) {
    const column = byColumn.get(write.column);
    if (column === undefined) byColumn.set(write.column, [write]);
    else column.push(write);
  }
  const found: RuledWrite[] = [];
  for (const rule of rules)
    for (const range of rule.ranges) {
      if (byColumn.size === 0) return found;
      for (const column of columnsOf(byColumn, range.left, range.right)) {
        const waiting = byColumn.get(column) ?? [];
        const from = firstBelow(waiting, range.top);
        let to = from;
        for (
          let write = waiting[to];
          write !== undefined;
          write = waiting[to]
        ) {
          if (!inRange(range, write.row, write.column)) break;
          found.push({ write, rule });
          to += 1;
        }
        if (to === from) continue;
        waiting.splice(from, to - from);
        if (waiting.length === 0) byColumn.delete(column);
      }
    }
  return found;
}

/** The columns written in that lie in a range, whichever of the two is fewer to go through. */
function columnsOf(
  byColumn: ReadonlyMap<number, unknown>,
  left: number,
  right: number,
): number[] {
  const columns: number[] = [];
  if (right - left < byColumn.size) {
    for (let column = left; column <= right; column++)
      if (byColumn.has(column)) columns.push(column);
    return columns;
  }
  for (const column of byColumn.keys())
    if (left <= column && column <= right) columns.push(column);
  return columns;
}

/** Index of the first write that is not above a row. */
function firstBelow(writes: readonly PlannedWrite[], row: number): number {
  let from = 0;
  let to = writes.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((writes[middle]?.row ?? 0) < row) from = middle + 1;
    else to = middle;
  }
  return from;
}
