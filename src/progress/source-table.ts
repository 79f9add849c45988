import type { Source } from "../model/observation.ts";
import { cellText, packCell } from "../model/packed-cell.ts";

/** Where the sheets of sources are kept once, and cells as numbers. */
export class SourceTable {
  readonly #ids = new Map<string, number>();
  readonly #sheets: Omit<Source, "cell">[] = [];
  readonly #cellIds = new Map<string, number>();
  readonly #cells: string[] = [];
  #last: Source | null = null;
  #lastId = 0;

  /** The number of a source's file and sheet. */
  idOf(source: Source): number {
    const last = this.#last;
    if (
      last !== null &&
      last.sheet === source.sheet &&
      last.sha === source.sha &&
      last.file === source.file
    )
      return this.#lastId;
    const key = JSON.stringify([source.file, source.sha, source.sheet]);
    let id = this.#ids.get(key);
    if (id === undefined) {
      id = this.#sheets.length;
      this.#ids.set(key, id);
      this.#sheets.push({
        file: source.file,
        sha: source.sha,
        sheet: source.sheet,
      });
    }
    this.#last = source;
    this.#lastId = id;
    return id;
  }

  /** A1 references become row and column in one number; any other text is kept under a negative one. */
  cellOf(cell: string): number {
    const packed = packCell(cell);
    if (packed >= 0) return packed;
    let id = this.#cellIds.get(cell);
    if (id === undefined) {
      id = this.#cells.length;
      this.#cellIds.set(cell, id);
      this.#cells.push(cell);
    }
    return -1 - id;
  }

  at(id: number, cell: number): Source {
    const sheet = this.#sheets[id];
    if (sheet === undefined) throw new Error(`no source has the number ${id}`);
    return {
      file: sheet.file,
      sha: sheet.sha,
      sheet: sheet.sheet,
      cell: cell >= 0 ? cellText(cell) : (this.#cells[-1 - cell] ?? ""),
    };
  }
}
