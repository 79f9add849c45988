import type { Cell, CellRange, SheetView } from "../model/sheet.ts";
import type { Lines } from "./lines.ts";

/** The lines of a rectangle; whatever lies outside is no cell of theirs. */
export function linesWithin(
  lines: Lines,
  { top, left, bottom, right }: CellRange,
): Lines {
  const inside = (row: number, column: number): boolean =>
    row >= top && row <= bottom && column >= left && column <= right;
  return {
    lines: lines.lines
      .filter(({ row }) => row >= top && row <= bottom)
      .map((line) => line.within(left, right)),
    merges: lines.merges,
    date1904: lines.date1904,
    cells: lines.cells,
    indexAt: (row, column) =>
      inside(row, column) ? lines.indexAt(row, column) : -1,
    cellAt: (row, column) =>
      inside(row, column) ? lines.cellAt(row, column) : undefined,
    isFilledAt: (index) => lines.isFilledAt(index),
    wordsAt: (index) => lines.wordsAt(index),
    sameWords: (here, there) => lines.sameWords(here, there),
  };
}

/**
 * A rectangle of a sheet with rows and columns exchanged: the cell in row 2 of
 * column 5 is in row 5 of column 2. `lines` are those of the sheet.
 */
export function turnedSheet(
  sheet: SheetView,
  lines: Lines,
  within: CellRange,
): SheetView {
  const cells = linesWithin(lines, within)
    .lines.flatMap((line) => line.cells.map(turnedCell))
    .sort((a, b) => a.row - b.row || a.column - b.column);
  return {
    name: sheet.name,
    part: sheet.part,
    state: sheet.state,
    merges: sheet.merges
      .filter((merge) => overlap(merge, within))
      .map(turnedRange),
    hyperlinks: [],
    notes: [],
    bounds: turnedRange(within),
    cellAt: (row, column) =>
      cells.find((cell) => cell.row === row && cell.column === column),
    cells: () => cells,
    rowHidden: (row) => sheet.columnHidden(row),
    columnHidden: (column) => sheet.rowHidden(column),
    columnWidth: () => undefined,
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
