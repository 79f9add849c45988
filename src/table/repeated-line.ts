import { kind, kindMask } from "../model/cell-kind.ts";
import type { CellRange } from "../model/sheet.ts";
import { isMeta } from "./line-words.ts";
import type { Line, Lines } from "./lines.ts";

/** Shorter words than this in all cells of a row are marks of it: 是, 良. */
const shortest = 2;

/** Cells side by side with the same text, from one place among the filled cells of a line to another. */
interface Run {
  readonly from: number;
  readonly to: number;
}

/**
 * The cells of a line above a table that repeat the words of one, as a title
 * and the lines below it do after their merged cells were taken apart and
 * filled: all say the same, or lie beside one that does, or say 单位：….
 */
export function repeatedTitles(index: number, lines: Lines): CellRange[] {
  const line = lines.lines[index];
  if (line === undefined || line.count < 2) return [];
  const runs = runsOf(line, lines);
  if (
    runs.length === line.count ||
    runs.some((run) => run.from === run.to && !saysMeta(line, run, lines))
  )
    return [];
  return runs
    .filter(({ from, to }) => to > from)
    .map((run) => areaOf(line, run, lines));
}

/** The cells of a line of a body, from the first column of the table on, that all repeat the words of one: the name of a group of rows, or a remark. */
export function repeatedWords(
  line: Line,
  lines: Lines,
  left: number,
): CellRange[] {
  if (line.count < 2 || line.left !== left) return [];
  const [first, second] = [line.at(0), line.at(1)];
  const { cells } = lines;
  if (!isText(first, lines) || !isText(second, lines)) return [];
  const text = cells.textAt(first);
  return text === cells.textAt(second) &&
    line.dense &&
    cells.textOf(text).trim().length >= shortest &&
    saysAll(line, text, lines)
    ? [areaOf(line, { from: 0, to: line.count - 1 }, lines)]
    : [];
}

function runsOf(line: Line, lines: Lines): Run[] {
  const { cells } = lines;
  const runs: { from: number; to: number }[] = [];
  for (let place = 0; place < line.count; place += 1) {
    const index = line.at(place);
    const last = runs.at(-1);
    const before = last === undefined ? -1 : line.at(last.to);
    if (
      last !== undefined &&
      isText(index, lines) &&
      isText(before, lines) &&
      cells.textAt(index) === cells.textAt(before) &&
      cells.columnAt(index) === cells.columnAt(before) + 1
    )
      last.to = place;
    else runs.push({ from: place, to: place });
  }
  return runs;
}

function saysAll(line: Line, text: number, lines: Lines): boolean {
  for (let place = 0; place < line.count; place += 1) {
    const index = line.at(place);
    if (!isText(index, lines) || lines.cells.textAt(index) !== text)
      return false;
  }
  return true;
}

function saysMeta(line: Line, { from }: Run, lines: Lines): boolean {
  return isMeta(lines.wordsAt(line.at(from)));
}

function areaOf(line: Line, { from, to }: Run, { cells }: Lines): CellRange {
  return {
    top: line.row,
    left: cells.columnAt(line.at(from)),
    bottom: line.row,
    right: cells.columnAt(line.at(to)),
  };
}

function isText(index: number, { cells }: Lines): boolean {
  return ((cells.kinds[index] ?? 0) & kindMask) === kind.text;
}
