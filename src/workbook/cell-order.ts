import { NumberList } from "./number-list.ts";

/** Cells between two pauses. */
const stride = 1 << 18;

/** Cells by address. */
export interface CellOrder {
  /** Numbers of the cells, by row, then by column; of several at one address the last. */
  readonly order: Uint32Array;
  /** The rows that have cells, and where each begins in `order`. */
  readonly rows: NumberList;
  readonly starts: NumberList;
}

/**
 * Sorts cells that come in runs of one row each, by counting: the time grows
 * with the number of cells and rows, whatever order they are in. `onTwice` is
 * told every address that more than one cell stands at.
 */
export function* orderByAddress(
  runRows: Uint32Array,
  runStarts: Uint32Array,
  length: number,
  columnOf: (index: number) => number,
  onTwice: (row: number, column: number) => void,
): Generator<undefined, CellOrder> {
  const bottom = runRows.reduce((most, row) => Math.max(most, row), 0);
  const places = new Uint32Array(bottom + 2);
  for (let run = 0; run < runRows.length; run++) {
    const size = (runStarts[run + 1] ?? length) - (runStarts[run] ?? 0);
    const row = runRows[run] ?? 0;
    places[row + 1] = (places[row + 1] ?? 0) + size;
    if (run % stride === stride - 1) yield;
  }
  for (let row = 1; row < places.length; row++)
    places[row] = (places[row] ?? 0) + (places[row - 1] ?? 0);
  const byRow = new Uint32Array(length);
  const next = places.slice();
  let done = 0;
  for (let run = 0; run < runRows.length; run++) {
    const end = runStarts[run + 1] ?? length;
    const row = runRows[run] ?? 0;
    let at = next[row] ?? 0;
    for (let index = runStarts[run] ?? 0; index < end; index++)
      byRow[at++] = index;
    next[row] = at;
    done += end - (runStarts[run] ?? 0);
    if (done >= stride) {
      done = 0;
      yield;
    }
  }
  const rows = new NumberList();
  const starts = new NumberList();
  let kept = 0;
  for (let row = 0; row <= bottom; row++) {
    const from = places[row] ?? 0;
    const to = places[row + 1] ?? 0;
    if (from === to) continue;
    rows.push(row);
    starts.push(kept);
    const sorted = byColumn(byRow.subarray(from, to), columnOf);
    let told = -1;
    for (let at = 0; at < sorted.length; at++) {
      const index = sorted[at] ?? 0;
      const column = columnOf(index);
      const following = sorted[at + 1];
      if (following === undefined || columnOf(following) !== column)
        byRow[kept++] = index;
      else if (told !== column) {
        told = column;
        onTwice(row, column);
      }
    }
    done += to - from;
    if (done >= stride) {
      done = 0;
      yield;
    }
  }
  return { order: byRow.slice(0, kept), rows, starts };
}

/** Cells of one row by column, those of one column in the order they came. */
function byColumn(
  cells: Uint32Array,
  columnOf: (index: number) => number,
): Uint32Array {
  let ascending = true;
  for (let at = 1; at < cells.length; at++)
    if (columnOf(cells[at] ?? 0) < columnOf(cells[at - 1] ?? 0))
      ascending = false;
  if (ascending) return cells;
  const keys = Float64Array.from(
    cells,
    (index) => columnOf(index) * 2 ** 32 + index,
  ).sort();
  return Uint32Array.from(keys, (key) => key % 2 ** 32);
}
