import { bareWords } from "../match/bare-words.ts";
import type { Cell } from "../model/sheet.ts";
import type { HeaderText } from "../model/table.ts";
import { cellWords, type Line, type Lines } from "./lines.ts";

/**
 * The header texts over one column, outermost first, each merge once and
 * without quotes and the number that says which of the columns it heads
 * (`3.排名`). The
 * blank to the right of an unmerged parent belongs to that parent when the
 * parent has words of its own below it.
 */
export function headerPath(
  column: number,
  header: readonly Line[],
  lines: Lines,
  left: number,
): HeaderText[] {
  const path: HeaderText[] = [];
  header.forEach((line, level) => {
    const cell =
      ownCell(line.row, column, lines) ??
      (level < header.length - 1
        ? openParent(line, level, column, header, lines, left)
        : undefined);
    if (cell === undefined) return;
    const text = bareWords(cellWords(cell, lines.date1904));
    const last = path.at(-1);
    if (text === "" || (last?.row === cell.row && last.column === cell.column))
      return;
    path.push({ text, row: cell.row, column: cell.column });
  });
  return path;
}

/** The filled cell at an address, looking through merges to their first cell. */
export function ownCell(
  row: number,
  column: number,
  lines: Lines,
): Cell | undefined {
  const index = ownIndex(row, column, lines);
  return index < 0 ? undefined : lines.cells.cell(index);
}

/** The number of that cell; -1 without one. */
export function ownIndex(row: number, column: number, lines: Lines): number {
  const merge = lines.merges.at(row, column);
  return merge === undefined
    ? filledIndex(row, column, lines)
    : filledIndex(merge.top, merge.left, lines);
}

/** The number of the filled cell at an address itself; -1 without one. */
export function filledIndex(row: number, column: number, lines: Lines): number {
  const index = lines.indexAt(row, column);
  return index >= 0 && lines.isFilledAt(index) ? index : -1;
}

function openParent(
  line: Line,
  level: number,
  column: number,
  header: readonly Line[],
  lines: Lines,
  left: number,
): Cell | undefined {
  if (!hasWordsBelow(column, level, header, lines)) return undefined;
  let parent: Cell | undefined;
  for (const cell of line.filled) {
    if (cell.column < column && cell.column >= left) parent = cell;
  }
  if (parent === undefined) return undefined;
  if (lines.merges.at(parent.row, parent.column) !== undefined)
    return undefined;
  return hasWordsBelow(parent.column, level, header, lines)
    ? parent
    : undefined;
}

function hasWordsBelow(
  column: number,
  level: number,
  header: readonly Line[],
  lines: Lines,
): boolean {
  return header.some(
    (line, index) => index > level && ownIndex(line.row, column, lines) >= 0,
  );
}
