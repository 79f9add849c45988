import { lastColumn, lastRow, type SheetBuilder } from "./sheet-builder.ts";

interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Where the cells of a table fall on the sheet: beside those of rows above that reach down. */
export class HtmlGrid {
  readonly #sheet: SheetBuilder;
  readonly #merges: Area[] = [];
  /** Of each column, the row from which it is free again, and the last column that is free with it. */
  #freeFrom = new Uint32Array(0);
  #until = new Uint16Array(0);
  #column = 0;
  row: number;

  constructor(sheet: SheetBuilder, firstRow: number) {
    this.#sheet = sheet;
    this.row = firstRow - 1;
  }

  nextRow(): void {
    this.row += 1;
    this.#column = 0;
  }

  /** The column of the row's next cell. Spans are cut at the edges of a sheet. */
  place(columns: number, rows: number, merged: boolean): number {
    let left = this.#column;
    while ((this.#freeFrom[left] ?? 0) > this.row)
      left = (this.#until[left] ?? left) + 1;
    const right = Math.min(left + columns - 1, lastColumn);
    const bottom = Math.min(this.row + rows - 1, lastRow);
    this.#column = Math.max(right, left) + 1;
    if (left > lastColumn) return left;
    if (bottom > this.row) this.#fill(left, right, bottom + 1);
    if (merged && (bottom > this.row || right > left))
      this.#merges.push({ top: this.row, left, bottom, right });
    return left;
  }

  #fill(left: number, right: number, free: number): void {
    if (right >= this.#freeFrom.length) {
      const size = Math.max(64, 2 ** Math.ceil(Math.log2(right + 1)));
      const [rows, columns] = [this.#freeFrom, this.#until];
      this.#freeFrom = new Uint32Array(size);
      this.#until = new Uint16Array(size);
      this.#freeFrom.set(rows);
      this.#until.set(columns);
    }
    for (let column = left; column <= right; column++) {
      if ((this.#freeFrom[column] ?? 0) >= free) continue;
      this.#freeFrom[column] = free;
      this.#until[column] = right;
    }
  }

  /** Hands over the merged areas; those that reach below the table end with it. Gives its last row. */
  finish(): number {
    for (const { top, left, bottom, right } of this.#merges)
      this.#sheet.merge(top, left, Math.min(bottom, this.row), right);
    return this.row;
  }
}
