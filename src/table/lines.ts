import { kind, kindMask } from "../model/cell-kind.ts";
import { parseFormatCode } from "../model/format-code.ts";
import { displayText, serialToIso } from "../model/number-format.ts";
import type { Cell, CellRange, SheetView } from "../model/sheet.ts";
import { SheetCells } from "./sheet-cells.ts";
import { MergeIndex } from "./merge-index.ts";

/** A stored row with at least one cell; cells under a merge are left out. */
export interface Line {
  readonly row: number;
  /** Stored cells by column, styled blanks included; made when they are asked for. */
  readonly cells: readonly Cell[];
  /** Those that hold something. */
  readonly filled: readonly Cell[];
  /** How many there are of the former, and of the latter. */
  readonly size: number;
  readonly count: number;
  /** Columns of the first and of the last stored cell; of a line without any -1. */
  readonly left: number;
  readonly right: number;
  /** True where every column from `left` to `right` holds something. */
  readonly dense: boolean;
  /** The number of a filled cell, by its place among them. */
  at(place: number): number;
  /** The line without the cells outside some columns. */
  within(left: number, right: number): Line;
}

/** The stored rows of a sheet, top down, with its merges. */
export interface Lines {
  readonly lines: readonly Line[];
  readonly merges: MergeIndex;
  readonly date1904: boolean;
  readonly cells: SheetCells;
  /** The number of the cell at an address; -1 where none is stored. */
  indexAt(row: number, column: number): number;
  /** The cell there, made anew each time. */
  cellAt(row: number, column: number): Cell | undefined;
  /** As of a cell: see {@link isFilled}, {@link cellWords}. */
  isFilledAt(index: number): boolean;
  wordsAt(index: number): string;
  /** True for cells that say the same words; cheaper than to ask for those of both. */
  sameWords(here: number, there: number): boolean;
}

export function isFilled(cell: Cell): boolean {
  if (cell.type === "blank") return false;
  return cell.type !== "text" || cell.raw.trim() !== "";
}

/** What a header or stub cell says: texts without outer blanks and line breaks, dates as they are shown. */
export function cellWords(cell: Cell, date1904: boolean): string {
  if (cell.type === "blank") return "";
  if (cell.type === "number" && cell.format === "General") return cell.raw;
  const text =
    cell.type === "text"
      ? cell.raw
      : (shortDate(cell, date1904) ?? displayText(cell, date1904));
  return wordsOf(text);
}

/** A text on one line, without blanks around it or several in a row. */
function wordsOf(text: string): string {
  return text
    .replace(/[\r\n\t]+/g, " ")
    .replace(/[ \u3000]+/g, " ")
    .trim();
}

const shortDates = new Map<string, "day" | "month" | null>();

/** `5/1` and `1-May` of a date as 5月1日, `May-22` as 2022年5月; null for what a reader needs no help with. The year of a day that does not show it is whatever it was typed in. */
function shortDate(
  { type, value, format }: Cell,
  date1904: boolean,
): string | null {
  if (type !== "number" || typeof value !== "number") return null;
  let shown = shortDates.get(format);
  if (shown === undefined) {
    shown = shownOf(format);
    shortDates.set(format, shown);
  }
  const date = shown === null ? null : serialToIso(value, date1904)?.date;
  if (date === undefined || date === null) return null;
  const [year, month, day] = date.split("-").map(Number);
  return shown === "day" ? `${month}月${day}日` : `${year}年${month}月`;
}

/** What a format shows of a date, where it is a day without its year or a month by name. */
function shownOf(format: string): "day" | "month" | null {
  const [section] = parseFormatCode(format);
  const parts = (section?.tokens ?? []).flatMap((token) =>
    token.type === "date" ? [token.text] : [],
  );
  const has = (letter: string): boolean =>
    parts.some((part) => part.startsWith(letter));
  if (!has("m") || has("h") || has("s")) return null;
  if (has("d")) return has("y") || has("e") ? null : "day";
  return has("y") && parts.some((part) => /^m{3}/.test(part)) ? "month" : null;
}

/** The lines of a sheet over its cells; none is read before it is looked at. */
export function linesOf(sheet: SheetView, date1904: boolean): Lines {
  return new SheetLines(sheet, date1904);
}

/** What is known of whether a text is blank. */
const unseen = 0;
const blank = 1;
const worded = 2;

class SheetLines implements Lines {
  readonly lines: readonly Line[];
  readonly merges: MergeIndex;
  readonly date1904: boolean;
  readonly cells: SheetCells;
  /** By number of the text. */
  readonly #blanks: Uint8Array;
  readonly #words: string[] = [];
  /** The row looked at last: tables are walked through row by row. */
  #row = -1;
  #place = -1;
  #from = 0;
  #to = 0;
  #left = 0;

  constructor(sheet: SheetView, date1904: boolean) {
    const cells = SheetCells.of(sheet);
    const merges = new MergeIndex(sheet.merges);
    this.cells = cells;
    this.merges = merges;
    this.date1904 = date1904;
    this.#blanks = new Uint8Array(cells.textCount);
    const lines: Line[] = [];
    const { rowNumbers, rowStarts } = cells;
    for (let at = 0; at < rowNumbers.length; at += 1) {
      const row = rowNumbers[at] ?? 0;
      const from = rowStarts[at] ?? 0;
      const to = rowStarts[at + 1] ?? from;
      const line = new SheetLine(
        row,
        this,
        from,
        merges.touches(row) ? this.#uncovered(row, from, to) : to,
      );
      if (line.size > 0) lines.push(line);
    }
    this.lines = lines;
  }

  /** The cells of a row that lie under no merge. */
  #uncovered(row: number, from: number, to: number): number[] {
    const own: number[] = [];
    for (let index = from; index < to; index += 1)
      if (!this.merges.covered(row, this.cells.columnAt(index)))
        own.push(index);
    return own;
  }

  indexAt(row: number, column: number): number {
    if (row !== this.#row) this.#goTo(row);
    const { columns } = this.cells;
    const direct = this.#from + column - this.#left;
    if (direct >= this.#from && direct < this.#to && columns[direct] === column)
      return direct;
    let from = this.#from;
    let to = this.#to;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((columns[middle] ?? 0) < column) from = middle + 1;
      else to = middle;
    }
    return from < this.#to && columns[from] === column ? from : -1;
  }

  #goTo(row: number): void {
    const { rowNumbers, rowStarts } = this.cells;
    let place = this.#place + 1;
    if (place >= rowNumbers.length || rowNumbers[place] !== row) {
      place = 0;
      let to = rowNumbers.length;
      while (place < to) {
        const middle = (place + to) >>> 1;
        if ((rowNumbers[middle] ?? 0) < row) place = middle + 1;
        else to = middle;
      }
    }
    const stored = place < rowNumbers.length && rowNumbers[place] === row;
    this.#row = row;
    this.#place = place;
    this.#from = stored ? (rowStarts[place] ?? 0) : 0;
    this.#to = stored ? (rowStarts[place + 1] ?? 0) : 0;
    this.#left = stored ? this.cells.columnAt(this.#from) : 0;
  }

  cellAt(row: number, column: number): Cell | undefined {
    const index = this.indexAt(row, column);
    return index < 0 ? undefined : this.cells.cell(index);
  }

  isFilledAt(index: number): boolean {
    const own = (this.cells.kinds[index] ?? 0) & kindMask;
    if (own !== kind.text) return own !== kind.blank;
    const text = this.cells.textAt(index);
    const known = this.#blanks[text];
    if (known !== unseen) return known !== blank;
    const filled = this.cells.textOf(text).trim() !== "";
    this.#blanks[text] = filled ? worded : blank;
    return filled;
  }

  wordsAt(index: number): string {
    if (this.cells.typeAt(index) !== "text")
      return cellWords(this.cells.cell(index), this.date1904);
    const text = this.cells.textAt(index);
    return (this.#words[text] ??= wordsOf(this.cells.textOf(text)));
  }

  sameWords(here: number, there: number): boolean {
    const { cells } = this;
    const { kinds, styles } = cells;
    // A plain number is written in digits: a name without any is another word, and the number's cell need not be made.
    if (
      kinds[here] === kind.number &&
      kinds[there] === kind.text &&
      !/\d/.test(this.wordsAt(there)) &&
      cells.formatOf(styles[here] ?? 0) === "General"
    )
      return false;
    return this.wordsAt(here) === this.wordsAt(there);
  }
}

class SheetLine implements Line {
  readonly row: number;
  readonly size: number;
  readonly #lines: SheetLines;
  readonly #from: number;
  /** The numbers of its cells where they are not all from one on. */
  readonly #own: readonly number[] | null;
  /** Of those that hold something, where not all do. */
  #held: readonly number[] | null = null;
  #count = -1;
  #cells: readonly Cell[] | null = null;
  #filled: readonly Cell[] | null = null;

  /** `to`: the number behind its last cell, or the numbers of all. */
  constructor(
    row: number,
    lines: SheetLines,
    from: number,
    to: number | readonly number[],
  ) {
    this.row = row;
    this.#lines = lines;
    this.#from = from;
    this.#own = typeof to === "number" ? null : to;
    this.size = typeof to === "number" ? to - from : to.length;
  }

  #numberOf(place: number): number {
    return this.#own === null
      ? this.#from + place
      : (this.#own[place] ?? this.#from);
  }

  get left(): number {
    return this.size === 0 ? -1 : this.#columnAt(0);
  }

  get right(): number {
    return this.size === 0 ? -1 : this.#columnAt(this.size - 1);
  }

  #columnAt(place: number): number {
    return this.#lines.cells.columnAt(this.#numberOf(place));
  }

  get count(): number {
    if (this.#count < 0) this.#look();
    return this.#count;
  }

  get dense(): boolean {
    return this.count === this.size && this.right - this.left === this.size - 1;
  }

  at(place: number): number {
    if (this.#count < 0) this.#look();
    return this.#held === null
      ? this.#numberOf(place)
      : (this.#held[place] ?? this.#from);
  }

  #look(): void {
    const { kinds } = this.#lines.cells;
    const numbers = this.#own;
    const from = this.#from;
    let held: number[] | null = null;
    for (let place = 0; place < this.size; place += 1) {
      const index = numbers === null ? from + place : (numbers[place] ?? from);
      // Most cells are numbers, and hold something.
      if (kinds[index] === kind.number || this.#lines.isFilledAt(index))
        held?.push(index);
      else held ??= this.#first(place);
    }
    this.#held = held;
    this.#count = held?.length ?? this.size;
  }

  /** The numbers of its first cells. */
  #first(count: number): number[] {
    return Array.from({ length: count }, (_, place) => this.#numberOf(place));
  }

  get cells(): readonly Cell[] {
    return (this.#cells ??= Array.from({ length: this.size }, (_, place) =>
      this.#lines.cells.cell(this.#numberOf(place)),
    ));
  }

  get filled(): readonly Cell[] {
    return (this.#filled ??=
      this.count === this.size ? this.cells : this.cells.filter(isFilled));
  }

  within(left: number, right: number): Line {
    if (this.size === 0 || (this.left >= left && this.right <= right))
      return this;
    const inside: number[] = [];
    for (let place = 0; place < this.size; place += 1) {
      const column = this.#columnAt(place);
      if (column >= left && column <= right) inside.push(this.#numberOf(place));
    }
    return new SheetLine(this.row, this.#lines, this.#from, inside);
  }
}

/** Columns a cell takes up: its merge, or itself. */
export function spanOf(cell: Cell, merges: MergeIndex): CellRange {
  return (
    merges.at(cell.row, cell.column) ?? {
      top: cell.row,
      left: cell.column,
      bottom: cell.row,
      right: cell.column,
    }
  );
}
