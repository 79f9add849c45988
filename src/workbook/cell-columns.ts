import { kindMask, withFormula } from "../model/cell-kind.ts";
import { CellBlocks } from "./cell-blocks.ts";
import { orderByAddress } from "./cell-order.ts";
import { lowerBound, NumberList } from "./number-list.ts";
import { RawDigits } from "./raw-digits.ts";
import { StoredFormulas, type StoredFormula } from "./stored-formulas.ts";

export { kind, kindMask, withFormula } from "../model/cell-kind.ts";
export type { StoredFormula } from "./stored-formulas.ts";
export { lowerBound } from "./number-list.ts";

/** Set in the kind of a number that has digits kept. */
const withDigits = 0x80;

/** Cells of one sheet in columns, in the order they were met until `settle` sorts them. */
export class CellColumns {
  length = 0;
  readonly texts: string[] = [];
  readonly formulas = new StoredFormulas();
  /** After `settle`: the rows that have cells, ascending, and the number of each one's first cell; one start more than rows. */
  rowNumbers = new Uint32Array(0);
  rowStarts = new Uint32Array(0);
  readonly #positions: boolean;
  store: CellBlocks;
  readonly #digits = new RawDigits();
  /** Row of each run of cells, and where it begins. */
  #runRows = new NumberList();
  #runStarts = new NumberList();
  #lastRow = -1;
  #lastColumn = -1;
  #sorted = true;
  /** The numbers cells had when they were added, where sorting changed them. */
  #order: Uint32Array | null = null;
  #run = 0;

  constructor(keepPositions: boolean) {
    this.#positions = keepPositions;
    this.store = new CellBlocks(keepPositions);
  }

  /** Adds a cell and returns its number. */
  push(
    row: number,
    column: number,
    cellKind: number,
    style: number,
    value: number,
  ): number {
    const index = this.length;
    if (row !== this.#lastRow) {
      if (row < this.#lastRow) this.#sorted = false;
      this.#lastRow = row;
      this.#runRows.push(row);
      this.#runStarts.push(index);
    } else if (column <= this.#lastColumn) this.#sorted = false;
    this.#lastColumn = column;
    this.store.push(column, cellKind, style, value);
    this.length = index + 1;
    return index;
  }

  pushText(
    row: number,
    column: number,
    cellKind: number,
    style: number,
    text: string,
  ): number {
    this.texts.push(text);
    return this.push(row, column, cellKind, style, this.texts.length - 1);
  }

  setPosition(index: number, start: number, end: number): void {
    if (this.#positions) this.store.setPosition(index, start, end);
  }

  /** Keeps the digits of the number added last as the file has them. */
  setRaw(index: number, data: Uint8Array, from: number, to: number): void {
    this.#digits.set(index, data, from, to);
    this.store.mark(index, withDigits);
  }

  rowAt(index: number): number {
    const starts = this.rowStarts;
    let run = this.#run;
    if (index < (starts[run] ?? 0) || index >= (starts[run + 1] ?? 0)) {
      run += 1;
      if (index < (starts[run] ?? 0) || index >= (starts[run + 1] ?? 0))
        run = lowerBound(starts, index + 1, 0, starts.length) - 1;
      this.#run = run;
    }
    return this.rowNumbers[run] ?? 0;
  }

  columnAt(index: number): number {
    return this.store.column(index);
  }

  /** One of `kind`, with the marks set in it. */
  markedKindAt(index: number): number {
    return this.store.kind(index);
  }

  /** One of `kind`. */
  kindAt(index: number): number {
    return this.store.kind(index) & kindMask;
  }

  styleAt(index: number): number {
    return this.store.style(index);
  }

  valueAt(index: number): number {
    return this.store.value(index);
  }

  /** Where a cell's element stands in the part; null where that was not kept. */
  positionAt(index: number): { start: number; end: number } | null {
    const end = this.store.end(index);
    return end < 0 ? null : { start: this.store.start(index), end };
  }

  /** The digits kept for a cell; undefined where they are the number's shortest text. */
  raw(index: number): string | undefined {
    return (this.store.kind(index) & withDigits) === 0
      ? undefined
      : this.#digits.get(this.source(index));
  }

  /** Notes that `formulas` holds one for the cell. */
  markFormula(index: number): void {
    this.store.mark(index, withFormula);
  }

  formula(index: number): StoredFormula | undefined {
    return this.hasFormula(index)
      ? this.formulas.get(this.source(index))
      : undefined;
  }

  hasFormula(index: number): boolean {
    return (this.store.kind(index) & withFormula) !== 0;
  }

  /** The number a cell had when it was added. */
  source(index: number): number {
    return this.#order?.[index] ?? index;
  }

  /**
   * Sorts by row and column where the file did not, indexes the rows and drops
   * all but the last of cells that stand at one address.
   */
  settle(): void {
    const run = this.settling(() => undefined);
    while (run.next().done !== true);
  }

  /**
   * `settle`, stopping now and then so that others may run. `onTwice` is told
   * every address that more than one cell stands at.
   */
  *settling(
    onTwice: (row: number, column: number) => void,
  ): Generator<undefined, void> {
    if (!this.#sorted) yield* this.#sort(onTwice);
    this.store.trim();
    this.#digits.trim();
    this.formulas.trim();
    this.rowNumbers = this.#runRows.view().slice();
    this.#runStarts.push(this.length);
    this.rowStarts = this.#runStarts.view().slice();
    this.#runRows = new NumberList();
    this.#runStarts = new NumberList();
  }

  *#sort(
    onTwice: (row: number, column: number) => void,
  ): Generator<undefined, void> {
    const from = this.store;
    const { order, rows, starts } = yield* orderByAddress(
      this.#runRows.view(),
      this.#runStarts.view(),
      this.length,
      (index) => from.column(index),
      onTwice,
    );
    const sorted = new CellBlocks(this.#positions);
    for (let index = 0; index < order.length; index++) {
      const source = order[index] ?? 0;
      sorted.push(
        from.column(source),
        from.kind(source),
        from.style(source),
        from.value(source),
      );
      sorted.setPosition(index, from.start(source), from.end(source));
      if ((index & 0x3ffff) === 0x3ffff) yield;
    }
    this.store = sorted;
    this.#runRows = rows;
    this.#runStarts = starts;
    this.length = order.length;
    this.#order = order;
  }

  /** Number of the cell at an address; -1 where none is stored. Needs `settle`. */
  find(row: number, column: number): number {
    const at = lowerBound(this.rowNumbers, row, 0, this.rowNumbers.length);
    if (this.rowNumbers[at] !== row) return -1;
    const to = this.rowStarts[at + 1] ?? 0;
    const index = this.firstFrom(column, this.rowStarts[at] ?? 0, to);
    return index < to && this.store.column(index) === column ? index : -1;
  }

  /** Of the cells of one row, numbered `from` to below `to`, the first that is not left of a column; `to` without one. */
  firstFrom(column: number, from: number, to: number): number {
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (this.store.column(middle) < column) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
