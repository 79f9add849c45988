import type { CellRange } from "../../model/sheet.ts";
import type {
  ReviewBinding,
  ReviewCell,
  ReviewRows,
  ReviewSheet,
} from "../../worker/api.ts";

/** A drawn cell: its place in the sheet, and in pixels from the first cell. */
export interface LaidCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
  /** Undefined for a cell without content. */
  readonly cell: ReviewCell | undefined;
  /** True for words that run over the empty cells beside them. */
  readonly spills: boolean;
  readonly bindings: readonly ReviewBinding[];
}

export interface LaidRow {
  readonly row: number;
  readonly top: number;
  readonly height: number;
  readonly cells: readonly LaidCell[];
}

/** Width of the row numbers and height of the column letters, in pixels. */
export const headWidth = 44;
export const headHeight = 22;

/** Words outside the body of a table. */
const spilling: ReadonlySet<ReviewCell["role"]> = new Set([
  "title",
  "meta",
  "note",
  "plain",
]);

const defaultWidth = 9;
const mostColumns = 200;
/** Bounds of a fitted width in pixels. */
const narrowest = 48;
const widest = 170;
const rowHeight = 22;
const lineHeight = 16;
const mostLines = 4;

/** Merges taller than this are kept apart, so that none is unrolled over its rows. */
const tallest = 64;

/**
 * Where everything of a sheet stands; rows are laid out when they come into
 * view. Rows that were not sent with the sheet are one line high, before and
 * after they come, so that nothing moves.
 */
export class SheetLayout {
  readonly rows: number;
  readonly columns: number;
  /** Tops of the rows and lefts of the columns in pixels, and the end of the last. */
  readonly tops: readonly number[];
  readonly lefts: readonly number[];
  /** Columns that were read and are not drawn. */
  readonly columnsLeft: number;
  readonly #cells = new Map<number, ReviewCell>();
  readonly #bindings = new Map<number, ReviewBinding[]>();
  /** The merges that touch a row, and those too tall for it. */
  readonly #merges = new Map<number, CellRange[]>();
  readonly #tall: CellRange[] = [];
  readonly #width: number;
  readonly #styled: boolean;

  constructor(sheet: ReviewSheet) {
    this.rows = sheet.rows;
    this.columns = Math.min(sheet.columns, mostColumns);
    this.columnsLeft = sheet.columns - this.columns;
    this.#width = Math.max(1, sheet.columns);
    this.#styled = sheet.styled;
    this.add(sheet);
    for (const merge of sheet.merges) this.#addMerge(merge);
    const fitted = sheet.widths.every((width) => width === null)
      ? this.#fitted(sheet.cells)
      : [];
    this.lefts = sums(
      Array.from(
        { length: this.columns },
        (_, column) =>
          fitted[column] ?? columnPixels(sheet.widths[column] ?? null),
      ),
    );
    this.tops = sums(this.#heights(sheet.cells));
  }

  /** Cells and bindings of further rows. */
  add({ cells, bindings }: Pick<ReviewRows, "cells" | "bindings">): void {
    for (const cell of cells)
      this.#cells.set(this.#at(cell.row, cell.column), cell);
    for (const binding of bindings) {
      const key = this.#at(binding.row, binding.column);
      const known = this.#bindings.get(key);
      if (known === undefined) this.#bindings.set(key, [binding]);
      else known.push(binding);
    }
  }

  /** Lets the cells and bindings of rows go. */
  remove({ cells, bindings }: Pick<ReviewRows, "cells" | "bindings">): void {
    for (const { row, column } of cells)
      this.#cells.delete(this.#at(row, column));
    for (const { row, column } of bindings)
      this.#bindings.delete(this.#at(row, column));
  }

  get width(): number {
    return this.lefts[this.columns] ?? 0;
  }

  get height(): number {
    return this.tops[this.rows] ?? 0;
  }

  /** The row, or the column, at a distance in pixels. */
  rowAt(y: number): number {
    return stepAt(this.tops, y);
  }

  columnAt(x: number): number {
    return stepAt(this.lefts, x);
  }

  /** The boundary nearest to a distance: n is the start of row (column) n. */
  rowBoundary(y: number): number {
    return nearest(this.tops, y);
  }

  columnBoundary(x: number): number {
    return nearest(this.lefts, x);
  }

  /** The drawn cell that covers a place; undefined outside the sheet. */
  cellAt(row: number, column: number): LaidCell | undefined {
    if (row < 0 || column < 0 || row >= this.rows || column >= this.columns)
      return undefined;
    const merge = this.#mergeAt(row, column);
    return merge === undefined
      ? this.#laid(row, column, row, column)
      : this.#laid(merge.top, merge.left, merge.bottom, merge.right);
  }

  /** The rows of a window with their cells, merges that reach into it from outside included; `also` is drawn wherever it is. */
  window(range: CellRange, also: number | null): LaidRow[] {
    const wanted = new Map<number, Map<number, LaidCell>>();
    const add = (cell: LaidCell | undefined): void => {
      if (cell === undefined) return;
      const row = wanted.get(cell.row);
      if (row === undefined)
        wanted.set(cell.row, new Map([[cell.column, cell]]));
      else row.set(cell.column, cell);
    };
    const bottom = Math.min(range.bottom, this.rows - 1);
    const right = Math.min(range.right, this.columns - 1);
    const lines = Array.from(
      { length: Math.max(0, bottom - range.top + 1) },
      (_, at) => range.top + at,
    );
    if (also !== null && (also < range.top || also > bottom)) lines.push(also);
    for (const row of lines) {
      if (!wanted.has(row)) wanted.set(row, new Map());
      for (let column = range.left; column <= right; column += 1)
        add(this.cellAt(row, column));
    }
    return [...wanted]
      .sort(([a], [b]) => a - b)
      .map(([row, cells]) => ({
        row,
        top: this.tops[row] ?? 0,
        height: (this.tops[row + 1] ?? 0) - (this.tops[row] ?? 0),
        cells: [...cells.values()].sort((a, b) => a.column - b.column),
      }));
  }

  #at(row: number, column: number): number {
    return row * this.#width + column;
  }

  #laid(top: number, left: number, bottom: number, right: number): LaidCell {
    const x = this.lefts[left] ?? 0;
    return {
      row: top,
      column: left,
      rowSpan: bottom - top + 1,
      columnSpan: right - left + 1,
      left: x,
      width: (this.lefts[right + 1] ?? x) - x,
      height: (this.tops[bottom + 1] ?? 0) - (this.tops[top] ?? 0),
      cell: this.#cells.get(this.#at(top, left)),
      spills: this.#spills(top, left, right),
      bindings: this.#bindings.get(this.#at(top, left)) ?? [],
    };
  }

  /** True for unmerged words with room to the right. */
  #spills(row: number, column: number, right: number): boolean {
    const cell = this.#cells.get(this.#at(row, column));
    if (cell === undefined || cell.numeric || column !== right) return false;
    if (cell.fill !== undefined || !spilling.has(cell.role)) return false;
    const needed = textPixels(cell.text) + 10;
    const start = this.lefts[column] ?? 0;
    if (this.#styled ? cell.wrap === true : cell.text.includes("\n"))
      return false;
    for (let at = column + 1; ; at += 1) {
      const room = (this.lefts[at] ?? Infinity) - start;
      if (room >= needed) return at > column + 1;
      if (at >= this.columns) return true;
      if (
        this.#mergeAt(row, at) !== undefined ||
        this.#cells.has(this.#at(row, at))
      )
        return false;
    }
  }

  #addMerge(merge: CellRange): void {
    const drawn = {
      ...merge,
      bottom: Math.min(merge.bottom, this.rows - 1),
      right: Math.min(merge.right, this.columns - 1),
    };
    if (drawn.top > drawn.bottom || drawn.left > drawn.right) return;
    if (drawn.bottom - drawn.top >= tallest) {
      this.#tall.push(drawn);
      return;
    }
    for (let row = drawn.top; row <= drawn.bottom; row += 1) {
      const known = this.#merges.get(row);
      if (known === undefined) this.#merges.set(row, [drawn]);
      else known.push(drawn);
    }
  }

  #mergeAt(row: number, column: number): CellRange | undefined {
    return (
      this.#merges
        .get(row)
        ?.find(({ left, right }) => left <= column && column <= right) ??
      this.#tall.find(
        ({ top, left, bottom, right }) =>
          top <= row && row <= bottom && left <= column && column <= right,
      )
    );
  }

  /** Widths of a sheet that states none (CSV): as wide as its words, within bounds. */
  #fitted(cells: readonly ReviewCell[]): number[] {
    const widths: number[] = [];
    for (const { row, column, text } of cells) {
      if (column >= this.columns || this.#mergeAt(row, column) !== undefined)
        continue;
      // A title or a note over the columns is as long as it likes.
      const alone =
        !this.#cells.has(this.#at(row, column + 1)) &&
        (column === 0 || !this.#cells.has(this.#at(row, column - 1)));
      const needed = alone ? 0 : textPixels(text) + 12;
      widths[column] = Math.min(
        widest,
        Math.max(widths[column] ?? narrowest, needed),
      );
    }
    return widths;
  }

  /** Rows are as high as their words need at the column's width, up to a few lines; figures take one, and so do all where the sheet does not wrap them. */
  #heights(cells: readonly ReviewCell[]): number[] {
    const lines = new Array<number>(this.rows).fill(1);
    for (const { row, column, text, numeric, wrap } of cells) {
      if (this.#styled && wrap !== true) continue;
      if (numeric || column >= this.columns || row >= this.rows) continue;
      const merge = this.#mergeAt(row, column);
      if (merge !== undefined && merge.top !== merge.bottom) continue;
      const right = merge?.right ?? column;
      const width =
        (this.lefts[right + 1] ?? 0) - (this.lefts[column] ?? 0) - 10;
      const needed = this.#spills(row, column, right)
        ? 1
        : linesOf(text, width);
      if (needed > (lines[row] ?? 1)) lines[row] = needed;
    }
    return lines.map((count) => rowHeight + (count - 1) * lineHeight);
  }
}

/** Lines a text takes at a width, at most a few. */
function linesOf(text: string, width: number): number {
  const lines = text
    .split("\n")
    .reduce(
      (sum, line) => sum + wrappedLines(textPixels(line) / Math.max(12, width)),
      0,
    );
  return Math.min(mostLines, lines);
}

/** Lines of a text so many lines long: breaking between words takes more room. */
function wrappedLines(length: number): number {
  return length <= 1 ? 1 : Math.ceil(length * 1.2);
}

/** Width of a text in the sheet's font: Chinese characters are square. */
export function textPixels(text: string): number {
  let width = 0;
  for (const character of text) width += character > "\u02ff" ? 12 : 7;
  return width;
}

/** Spreadsheet widths are in characters of about seven pixels. */
function columnPixels(characters: number | null): number {
  return Math.round(
    Math.min(60, Math.max(3, characters ?? defaultWidth)) * 7 + 6,
  );
}

function sums(sizes: readonly number[]): number[] {
  const ends = [0];
  for (const size of sizes) ends.push((ends.at(-1) ?? 0) + size);
  return ends;
}

/** The last step that begins at or before a distance. */
function stepAt(ends: readonly number[], distance: number): number {
  let [low, high] = [0, Math.max(0, ends.length - 2)];
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((ends[middle] ?? 0) <= distance) low = middle;
    else high = middle - 1;
  }
  return low;
}

function nearest(ends: readonly number[], distance: number): number {
  const at = stepAt(ends, distance);
  const [before, after] = [ends[at] ?? 0, ends[at + 1] ?? Infinity];
  return distance - before <= after - distance ? at : at + 1;
}
