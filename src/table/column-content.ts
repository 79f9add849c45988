import { kind } from "../model/cell-kind.ts";
import type { HeaderReader } from "./header-reader.ts";
import { ownIndex } from "./header-paths.ts";
import type { Line, Lines } from "./lines.ts";
import { type CellLook, cellLook, isWording, mayBeYear } from "./row-look.ts";

/** How many cells of a column hold words, figures and years. */
export interface Content {
  readonly words: number;
  readonly figures: number;
  readonly years: number;
}

/** Rows looked at to tell what a column holds. */
const sample = 60;

/** Tells what the columns of a table hold; what a text looks like is found out once. */
export class ColumnContents {
  readonly #body: readonly Line[];
  readonly #lines: Lines;
  readonly #reader: HeaderReader;
  /** By number of the text. */
  readonly #looks = new Map<number, CellLook>();

  constructor(body: readonly Line[], lines: Lines, reader: HeaderReader) {
    this.#body = body.slice(0, sample);
    this.#lines = lines;
    this.#reader = reader;
  }

  of(column: number): Content {
    let words = 0;
    let figures = 0;
    let years = 0;
    for (const { row } of this.#body) {
      const index = ownIndex(row, column, this.#lines);
      const look = index < 0 ? "empty" : this.#lookOf(index);
      if (look === "data") figures += 1;
      else if (look === "year") years += 1;
      else if (look !== "empty") words += 1;
    }
    return { words, figures, years };
  }

  #lookOf(index: number): CellLook {
    const { cells, date1904 } = this.#lines;
    const own = cells.kinds[index];
    if (
      own === kind.number &&
      !mayBeYear(cells.numberAt(index)) &&
      cells.formatOf(cells.styles[index] ?? 0) === "General"
    )
      return "data";
    if (own !== kind.text)
      return cellLook(cells.cell(index), this.#reader, date1904);
    const text = cells.textAt(index);
    let look = this.#looks.get(text);
    if (look === undefined) {
      // Whether anybody knows a wording is not asked, which takes longer.
      look = isWording(this.#lines.wordsAt(index), this.#reader)
        ? "unknown"
        : cellLook(cells.cell(index), this.#reader, date1904);
      this.#looks.set(text, look);
    }
    return look;
  }
}
