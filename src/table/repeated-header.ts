import { kind, kindMask } from "../model/cell-kind.ts";
import type { CellRange } from "../model/sheet.ts";
import type { Line, Lines } from "./lines.ts";
import type { LookCache } from "./look-cache.ts";
import { countsUp } from "./row-look.ts";

/** Rows of a header that are looked at. */
const deepest = 6;

const nothing = -1;

/** What stands in the columns of a row: equal texts have equal numbers, `nothing` where there is none. */
type Row = readonly number[];

/**
 * The areas of a header that starts at a line in which every cell repeats the
 * words of one: 地区 over 地区, PM2.5 beside PM2.5 over 浓度 and 同比, as a merged
 * header is after its cells were taken apart and filled. No row of a body says
 * below a header what the header says, so a row with a word repeated right
 * above it is a level of that header. Beside each other equal words are one
 * cell above a lower level, and under one cell.
 */
export function repeatedHeader(index: number, looks: LookCache): CellRange[] {
  const { lines } = looks;
  const first = lines.lines[index];
  if (first === undefined || first.count < 2) return [];
  const rows = levelsOf(index, first, lines);
  if (rows.length < 2) return overMergedBody(index, first, lines);
  const left = lines.cells.columnAt(first.at(0));
  const areas = areasOf(rows, first.row, left);
  return looks.isCorner(first.at(0)) ||
    rows.every((_, level) => saysHeaders(index + level, looks)) ||
    leavesNone(rows, areas, first.row, left)
    ? areas
    : [];
}

/** True where every cell above the lowest row is part of an area, as in no body. */
function leavesNone(
  rows: readonly Row[],
  areas: readonly CellRange[],
  top: number,
  left: number,
): boolean {
  return rows
    .slice(0, -1)
    .every((row, level) =>
      row.every(
        (words, at) =>
          words === nothing ||
          areas.some(
            (area) =>
              area.top <= top + level &&
              top + level <= area.bottom &&
              area.left <= left + at &&
              left + at <= area.right,
          ),
      ),
    );
}

/** Words alone or beside equal ones above figures that are merged across just those columns. */
function overMergedBody(index: number, first: Line, lines: Lines): CellRange[] {
  const { cells, merges } = lines;
  const below = first.row + 1;
  if (lines.lines[index + 1]?.row !== below || !merges.touches(below))
    return [];
  const areas: CellRange[] = [];
  for (let place = 0; place < first.count; place += 1) {
    const own = first.at(place);
    const left = cells.columnAt(own);
    const merge = isText(own, lines) ? merges.at(below, left) : undefined;
    if (merge?.left !== left || merge.right === left) continue;
    const figure = lines.indexAt(below, left);
    if (figure >= 0 && isText(figure, lines)) continue;
    // The same words or nothing in the columns that are one below.
    const words = cells.textAt(own);
    let alike = true;
    for (let next = place + 1; next < first.count; next += 1) {
      const other = first.at(next);
      if (cells.columnAt(other) > merge.right) break;
      alike &&= isText(other, lines) && cells.textAt(other) === words;
    }
    if (!alike) continue;
    if (merges.at(first.row, left) !== undefined) continue;
    areas.push({ ...merge, top: first.row, bottom: first.row });
  }
  return areas;
}

/** The rows from a line on that repeat a word of the row above each. */
function levelsOf(index: number, first: Line, lines: Lines): Row[] {
  const near: Line[] = [];
  for (let level = 0; level < deepest; level += 1) {
    const line = lines.lines[index + level];
    if (line?.row !== first.row + level || lines.merges.touches(line.row))
      break;
    near.push(line);
  }
  const left = lines.cells.columnAt(first.at(0));
  const right = Math.max(...near.map((line) => line.right));
  const rows: Row[] = [];
  for (const line of near) {
    const above = rows.at(-1);
    if (
      above !== undefined &&
      !repeats(line, above, left, lines) &&
      !divides(line, above, left, lines)
    )
      break;
    const row = wordsOf(line, left, right, lines);
    if (row === null) break;
    rows.push(row);
  }
  return completed(rows);
}

/** True for a line that holds in some column the text that the row above it holds there. */
function repeats(line: Line, above: Row, left: number, lines: Lines): boolean {
  const { cells } = lines;
  for (let place = 0; place < line.count; place += 1) {
    const index = line.at(place);
    if (isText(index, lines))
      if (cells.textAt(index) === above[cells.columnAt(index) - left])
        return true;
  }
  return false;
}

/** True for a line of texts without a name before them, two of which stand below the same words, or below words and a blank to the right of them. */
function divides(line: Line, above: Row, left: number, lines: Lines): boolean {
  const { cells } = lines;
  if (line.count < 2 || cells.columnAt(line.at(0)) <= left) return false;
  const days = countsUp(line) === line.count;
  let found = false;
  for (let place = 0; place < line.count; place += 1) {
    const index = line.at(place);
    if (!days && !isText(index, lines)) return false;
    const at = cells.columnAt(index) - left;
    const [word = nothing, before = nothing] = [above[at], above[at - 1]];
    found ||=
      place > 0 &&
      before !== nothing &&
      (word === before || word === nothing) &&
      cells.columnAt(line.at(place - 1)) - left === at - 1;
  }
  return found;
}

/**
 * The rows with the words of their blanks: to the right of a word those above
 * cells of their own have that word, and below a word of one column nothing
 * else stands.
 */
function completed(rows: readonly Row[]): Row[] {
  const full = rows.map((row) => [...row]);
  full.forEach((row, level) => {
    const above = full[level - 1];
    const below = full[level + 1];
    row.forEach((word, at) => {
      if (word !== nothing) return;
      const before = row[at - 1] ?? nothing;
      const [here = nothing, beside = nothing] = [below?.[at], below?.[at - 1]];
      if (
        before !== nothing &&
        here !== nothing &&
        beside !== nothing &&
        beside !== before &&
        above?.[at] === above?.[at - 1]
      )
        row[at] = before;
      else if (
        above?.[at] !== undefined &&
        above[at] !== above[at - 1] &&
        above[at] !== above[at + 1]
      )
        row[at] = above[at] ?? nothing;
    });
  });
  return full;
}

function isText(index: number, { cells }: Lines): boolean {
  return ((cells.kinds[index] ?? 0) & kindMask) === kind.text;
}

/** Null for a row with computed cells or values that are neither texts nor whole numbers, as days and years are. */
function wordsOf(
  line: Line,
  left: number,
  right: number,
  lines: Lines,
): Row | null {
  const { cells } = lines;
  const row = Array.from({ length: right - left + 1 }, () => nothing);
  for (let place = 0; place < line.count; place += 1) {
    const index = line.at(place);
    const at = cells.columnAt(index) - left;
    if (at < 0 || at >= row.length || cells.hasFormula(index)) return null;
    const value = cells.numberAt(index);
    if (isText(index, lines)) row[at] = value;
    else if (
      cells.typeAt(index) === "number" &&
      Number.isInteger(value) &&
      value >= 0
    )
      // Apart from the numbers of texts.
      row[at] = cells.textCount + value;
    else return null;
  }
  return row;
}

function saysHeaders(index: number, looks: LookCache): boolean {
  const { data, known, unknown, meta } = looks.at(index);
  return data === 0 && !meta && known > 0 && known * 2 >= unknown;
}

/** The largest areas of equal words, from the top left on; in the lowest row only what reaches down into it. */
function areasOf(rows: readonly Row[], top: number, left: number): CellRange[] {
  const areas: CellRange[] = [];
  /** The number of the area of each column in the row above. */
  const owners = rows.map((row) => row.map(() => nothing));
  let count = 0;
  rows.forEach((row, level) => {
    const above = owners[level - 1];
    const own = owners[level] ?? [];
    for (let at = 0; at < row.length; at += 1) {
      if (own[at] !== nothing || row[at] === nothing) continue;
      let end = at;
      while (
        level < rows.length - 1 &&
        row[end + 1] === row[at] &&
        own[end + 1] === nothing &&
        above?.[end + 1] === above?.[at]
      )
        end += 1;
      let last = level;
      while (last + 1 < rows.length && holds(rows[last + 1], row, at, end))
        last += 1;
      for (let down = level; down <= last; down += 1)
        owners[down]?.fill(count, at, end + 1);
      count += 1;
      if (end > at || last > level)
        areas.push({
          top: top + level,
          left: left + at,
          bottom: top + last,
          right: left + end,
        });
    }
  });
  return areas;
}

/** True where a row says in all of some columns what another says there. */
function holds(
  row: Row | undefined,
  other: Row,
  from: number,
  to: number,
): boolean {
  for (let at = from; at <= to; at += 1)
    if (row?.[at] !== other[at]) return false;
  return true;
}
