import type { Cell } from "../model/sheet.ts";
import { type HeaderReader } from "./header-reader.ts";
import { cellWords, type Line, type Lines, spanOf } from "./lines.ts";
import { countsUp, rowLook } from "./row-look.ts";

const deepest = 6;

/** A header cell of the level above, with the columns it heads. */
interface Parent {
  readonly cell: Cell;
  readonly left: number;
  readonly right: number;
}

/**
 * How many of the lines from `start` on are header. A row belongs to the
 * header when a merge of the header reaches into it, when its cells stand
 * under parents that are wider than one column or under nothing, or when it
 * holds only units.
 */
export function headerDepth(
  lines: Lines,
  start: number,
  reader: HeaderReader,
): number {
  const first = lines.lines[start];
  if (first === undefined) return 0;
  let depth = 1;
  let bottom = reach(first, lines);
  while (depth < deepest) {
    const previous = lines.lines[start + depth - 1];
    const line = lines.lines[start + depth];
    if (previous === undefined || line === undefined) break;
    if (line.row > Math.max(previous.row + 1, bottom)) break;
    if (line.row > bottom) {
      const above = lines.lines.slice(start, start + depth);
      if (!continuesHeader(line, above, lines, reader)) break;
    }
    bottom = Math.max(bottom, reach(line, lines));
    depth += 1;
  }
  while (depth > 1 && lines.lines[start + depth - 1]?.filled.length === 0)
    depth -= 1;
  return depth;
}

function reach(line: Line, lines: Lines): number {
  let bottom = line.row;
  for (const cell of line.filled) {
    const span = spanOf(cell, lines.merges);
    if (span.bottom - span.top < deepest)
      bottom = Math.max(bottom, span.bottom);
  }
  return bottom;
}

function continuesHeader(
  line: Line,
  above: readonly Line[],
  lines: Lines,
  reader: HeaderReader,
): boolean {
  const look = rowLook(line, reader, lines.date1904);
  if (look.filled === 0 || look.meta) return false;
  const parents = parentsOf(above, lines);
  const left = Math.min(...parents.map((parent) => parent.left));
  const leftmost = line.filled[0];
  if (leftmost === undefined) return false;
  if (leftmost.column < left)
    return look.data === 0 && look.known >= look.unknown;
  if (leftmost.column === left)
    return isUnitRow(line, look.data, lines, reader);
  // PM2.5 below each year: words of headers alone, and no name before them.
  if (look.data === 0 && look.unknown === 0 && look.known === look.filled)
    return look.filled > 1 || under(line, parents, lines, reader) === 1;
  const years = line.filled.filter((cell) => cell.type === "number").length;
  if (look.data > 0 && look.data !== years) return false;
  if (
    years > 0 &&
    countsUp(line) !== years &&
    !line.filled.every((cell) => isPlainYear(cell))
  ) {
    if (look.data > 0) return false;
  }
  return under(line, parents, lines, reader) * 10 >= line.filled.length * 6;
}

/** How many cells of a line continue the header above them. */
function under(
  line: Line,
  parents: readonly Parent[],
  lines: Lines,
  reader: HeaderReader,
): number {
  let count = 0;
  for (const cell of line.filled) {
    const parent = parents.find(
      (candidate) =>
        candidate.left <= cell.column && cell.column <= candidate.right,
    );
    if (
      parent === undefined ||
      parent.left < parent.right ||
      qualifies(cell, parent, lines, reader)
    )
      count += 1;
  }
  return count;
}

function isPlainYear(cell: Cell): boolean {
  return (
    typeof cell.value === "number" &&
    Number.isInteger(cell.value) &&
    cell.value >= 1949 &&
    cell.value <= 2100
  );
}

/** Under a parent of one column only a unit, a measure or a statistic continues the header. */
function qualifies(
  cell: Cell,
  parent: Parent,
  lines: Lines,
  reader: HeaderReader,
): boolean {
  if (reader.corner(cellWords(parent.cell, lines.date1904))) return false;
  const facets = reader.read(cellWords(cell, lines.date1904));
  return (
    facets.region.length === 0 &&
    facets.indicator.length === 0 &&
    (facets.unit.length > 0 || facets.measure.length > 0)
  );
}

/** `data`: how many of the cells look like those of a body. */
function isUnitRow(
  line: Line,
  data: number,
  lines: Lines,
  reader: HeaderReader,
): boolean {
  let units = 0;
  let strokes = 0;
  for (const cell of line.filled) {
    const words = cellWords(cell, lines.date1904);
    const facets = reader.read(words);
    if (facets.role === "unit" || onlyUnit(facets)) units += 1;
    // — below 综合指数: it has none.
    else if (reader.placeholder(words) !== null) strokes += 1;
  }
  return (
    units >= 2 && data <= strokes && units + strokes === line.filled.length
  );
}

function onlyUnit(facets: ReturnType<HeaderReader["read"]>): boolean {
  return (
    facets.unit.length > 0 &&
    facets.indicator.length === 0 &&
    facets.region.length === 0 &&
    facets.role === null
  );
}

/** The nearest header cell above each column; an unmerged one heads the blanks to its right. */
function parentsOf(above: readonly Line[], lines: Lines): Parent[] {
  const found: Parent[] = [];
  const last = above.at(-1);
  for (let level = above.length - 1; level >= 0; level -= 1) {
    const line = above[level];
    if (line === undefined) continue;
    line.filled.forEach((cell, index) => {
      const span = spanOf(cell, lines.merges);
      const next = line.filled[index + 1];
      const heads = span.left === span.right && line === last;
      const right = heads && next !== undefined ? next.column - 1 : span.right;
      found.push({ cell, left: span.left, right });
    });
  }
  return found;
}
