import type { RowPosition } from "./row-positions.ts";
import type { SheetScanner } from "./sheet-scanner.ts";
import { XmlCursor } from "./xml-cursor.ts";

/** Where the rows of a sheet stand, by number, in whatever order the file has them. */
export class RowPlaces {
  readonly #data: Uint8Array;
  readonly #rows: readonly RowPosition[];

  constructor(data: Uint8Array, scan: SheetScanner) {
    this.#data = data;
    this.#rows = numbered(data, scan).sort(
      (a, b) => a.row - b.row || a.start - b.start,
    );
  }

  /** The first element of a row; undefined where the sheet has none. */
  at(row: number): RowPosition | undefined {
    const found = this.from(row);
    return found?.row === row ? found : undefined;
  }

  /** The first element of the first row that is not above `row`. */
  from(row: number): RowPosition | undefined {
    let from = 0;
    let to = this.#rows.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((this.#rows[middle]?.row ?? 0) < row) from = middle + 1;
      else to = middle;
    }
    return this.#rows[from];
  }

  /** The tag of a row's element. */
  tag(position: RowPosition): XmlCursor {
    return tagAt(this.#data, position);
  }

  /** Style the row gives to cells that have none; null where it gives none. */
  style(row: number): number | null {
    const position = this.at(row);
    if (position === undefined) return null;
    const tag = this.tag(position);
    const custom = tag.attribute("customFormat");
    const style = Number(tag.attribute("s") ?? NaN);
    return (custom === "1" || custom === "true") && Number.isInteger(style)
      ? style
      : null;
  }
}

function tagAt(data: Uint8Array, { start, open }: RowPosition): XmlCursor {
  const cursor = new XmlCursor(data, start, open);
  cursor.next();
  return cursor;
}

/** The rows, with those that do not state a number numbered by their first cell where that one does. */
function numbered(data: Uint8Array, scan: SheetScanner): RowPosition[] {
  const rows = [...scan.rowPositions];
  const { cells } = scan;
  const firstCell = new Map<number, number>();
  for (let index = 0; index < cells.length; index++) {
    const start = cells.positionAt(index)?.start ?? 0;
    const at = holder(rows, start);
    if (rows[at]?.row === cells.rowAt(index)) continue;
    const known = firstCell.get(at);
    if (known === undefined || start < (cells.positionAt(known)?.start ?? 0))
      firstCell.set(at, index);
  }
  for (const [at, index] of firstCell) {
    const position = rows[at];
    if (position === undefined) continue;
    if (tagAt(data, position).attribute("r") === null)
      rows[at] = { ...position, row: cells.rowAt(index) };
  }
  return rows;
}

/** Index of the row element a position lies in; rows are in file order. */
function holder(rows: readonly RowPosition[], position: number): number {
  let from = 0;
  let to = rows.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((rows[middle]?.start ?? 0) <= position) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}
