import type { Cell, CellRange } from "../model/sheet.ts";
import { isFilled, type Line, type Lines } from "./lines.ts";
import { MergeIndex } from "./merge-index.ts";

/** The cells of a line between two columns, both inclusive. */
export function lineWithin(line: Line, left: number, right: number): Line {
  const inside = ({ column }: { readonly column: number }): boolean =>
    column >= left && column <= right;
  return {
    row: line.row,
    cells: line.cells.filter(inside),
    filled: line.filled.filter(inside),
  };
}

/** The lines of a rectangle; whatever lies outside is no cell of theirs. */
export function linesWithin(
  lines: Lines,
  { top, left, bottom, right }: CellRange,
): Lines {
  return {
    ...lines,
    lines: lines.lines
      .filter(({ row }) => row >= top && row <= bottom)
      .map((line) => lineWithin(line, left, right)),
    cellAt: (row, column) =>
      row >= top && row <= bottom && column >= left && column <= right
        ? lines.cellAt(row, column)
        : undefined,
  };
}

/**
 * The lines of a rectangle with rows and columns exchanged: the cell in row 2
 * of column 5 is in row 5 of column 2. `merges` are those of the sheet.
 */
export function turnedLines(
  lines: Lines,
  merges: readonly CellRange[],
  within: CellRange,
): Lines {
  const rows = new Map<number, Map<number, Cell>>();
  for (const line of linesWithin(lines, within).lines)
    for (const cell of line.cells) {
      const turned = turnedCell(cell);
      const row = rows.get(turned.row);
      if (row === undefined)
        rows.set(turned.row, new Map([[turned.column, turned]]));
      else row.set(turned.column, turned);
    }
  const found = [...rows]
    .sort(([a], [b]) => a - b)
    .map(([row, byColumn]): Line => {
      const cells = [...byColumn.values()];
      return { row, cells, filled: cells.filter(isFilled) };
    });
  return {
    lines: found,
    merges: new MergeIndex(
      merges.filter((merge) => overlap(merge, within)).map(turnedRange),
    ),
    date1904: lines.date1904,
    cellAt: (row, column) => rows.get(row)?.get(column),
  };
}

/** A rectangle with rows and columns exchanged. */
export function turnedRange({
  top,
  left,
  bottom,
  right,
}: CellRange): CellRange {
  return { top: left, left: top, bottom: right, right: bottom };
}

/** True for rectangles that share a cell. */
export function overlap(a: CellRange, b: CellRange): boolean {
  return (
    a.top <= b.bottom &&
    b.top <= a.bottom &&
    a.left <= b.right &&
    b.left <= a.right
  );
}

function turnedCell({
  row,
  column,
  type,
  value,
  raw,
  formula,
  format,
  style,
}: Cell): Cell {
  return {
    row: column,
    column: row,
    type,
    value,
    raw,
    ...(formula === undefined ? {} : { formula }),
    format,
    style,
  };
}
