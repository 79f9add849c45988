import type { Source } from "../model/observation.ts";

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

const columnSpan = 2 ** 15;
const lastRow = 2 ** 21;

/** `B5` → a number; -1 for what is not written so (`$B$5`, `b5`, `B05`, a range). */
function packCell(cell: string): number {
  let column = 0;
  let at = 0;
  for (; at < cell.length && at < 4; at += 1) {
    const letter = cell.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  if (at === 0 || at > 3 || column >= columnSpan) return -1;
  let row = 0;
  const first = at;
  for (; at < cell.length; at += 1) {
    const digit = cell.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9 || (at === first && digit === 0)) return -1;
    row = row * 10 + digit;
    if (row >= lastRow) return -1;
  }
  return row === 0 ? -1 : row * columnSpan + column;
}

function cellText(packed: number): string {
  let column = packed % columnSpan;
  let letters = "";
  while (column > 0) {
    const letter = (column - 1) % 26;
    letters = String.fromCharCode(65 + letter) + letters;
    column = (column - 1 - letter) / 26;
  }
  return `${letters}${Math.floor(packed / columnSpan)}`;
}
