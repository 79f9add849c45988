import type { CellRange, SheetView } from "../model/sheet.ts";
import type { Table } from "../model/table.ts";
import { tableOf } from "./find-tables.ts";
import { headerDepth } from "./header-depth.ts";
import type { HeaderReader } from "./header-reader.ts";
import { isMeta, isNote, isSignature } from "./line-words.ts";
import type { Line, Lines } from "./lines.ts";
import { linesWithin } from "./lines-within.ts";

/** Lines above a table that are looked at for titles. */
const mostAbove = 6;
/** More cells in a line than this are no title. */
const widestTitle = 3;

/** A table in a place that a person says: what stands above it may be titles, what follows notes. */
export function tableAt(
  sheet: SheetView,
  range: CellRange,
  headerRows: number,
  lines: Lines,
  reader: HeaderReader,
): Table {
  const inside = linesWithin(lines, range).lines;
  const bodyTop = range.top + headerRows;
  const columns = [
    ...new Set(inside.flatMap(({ cells }) => cells.map((cell) => cell.column))),
  ].sort((a, b) => a - b);
  return tableOf(
    sheet,
    {
      above: titlesAbove(lines.lines, range.top),
      header: inside.filter(({ row }) => row < bodyTop),
      body: inside.filter(({ row }) => row >= bodyTop),
      groups: new Set(),
      notes: notesBelow(lines.lines, range.bottom),
      pairs: [],
      outer: [],
    },
    { left: range.left, right: range.right, columns },
    lines,
    reader,
  );
}

/** How many rows of a rectangle are its header: at least one, and never all. */
export function headerRowsIn(
  range: CellRange,
  lines: Lines,
  reader: HeaderReader,
): number {
  const inside = linesWithin(lines, range);
  const depth = headerDepth(inside, 0, reader);
  const last = inside.lines[Math.max(0, depth - 1)]?.row ?? range.top;
  return Math.max(1, Math.min(last + 1 - range.top, range.bottom - range.top));
}

/** The last row of a table whose header ends above `top`: the one before an empty row between its columns, or a note. */
export function lastRowFrom(
  top: number,
  { left, right }: Pick<CellRange, "left" | "right">,
  lines: Lines,
): number {
  let last = top - 1;
  for (const line of lines.lines) {
    if (line.row < top) continue;
    const { filled } = line.within(left, right);
    if (filled.length === 0) continue;
    if (line.row > last + 1 || isClosing(filled)) break;
    last = line.row;
  }
  return Math.max(top, last);
}

function titlesAbove(lines: readonly Line[], top: number): Line[] {
  const above: Line[] = [];
  const before = lines.filter(({ row }) => row < top);
  for (const line of before.slice(-mostAbove).reverse()) {
    const { filled } = line;
    const words = filled.every(({ type }) => type === "text");
    const metas = filled.some((cell) => isMeta(cell.raw));
    if (!metas && (!words || filled.length > widestTitle)) break;
    if (filled.length > 0) above.unshift(line);
  }
  return above;
}

function notesBelow(lines: readonly Line[], bottom: number): Line[] {
  const notes: Line[] = [];
  for (const line of lines) {
    if (line.row <= bottom) continue;
    if (!isClosing(line.filled)) break;
    notes.push(line);
  }
  return notes;
}

function isClosing([first]: Line["filled"]): boolean {
  return (
    first?.type === "text" && (isNote(first.raw) || isSignature(first.raw))
  );
}
