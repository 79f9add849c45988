import { cellRef, type CellRange, type ClosureItem } from "../model/sheet.ts";
import {
  newCellXml,
  recachedCellXml,
  replacedCellXml,
  type CachedValue,
  type CellContent,
} from "./cell-xml.ts";
import type { RowPosition, SheetScanner } from "./sheet-scanner.ts";
import { applySplices, type Splice } from "./splice.ts";
import { columnRunAt } from "./stored-sheet.ts";
import { XmlCursor } from "./xml-cursor.ts";

/** One cell to write. `style` null keeps the style a cell has or gets by its row and column. */
export interface CellWrite {
  readonly row: number;
  readonly column: number;
  readonly style: number | null;
  readonly content: CellContent;
}

/** One formula result to store. */
export interface CacheWrite {
  readonly row: number;
  readonly column: number;
  readonly value: CachedValue;
}

/** Writes cells into one worksheet part (UTF-8), scanned with positions; all other bytes stay. */
export class SheetPatch {
  readonly #data: Uint8Array;
  readonly #scan: SheetScanner;
  readonly #sheet: string;
  readonly #part: string;
  readonly #rows: readonly RowPosition[];
  readonly closure: ClosureItem[] = [];

  constructor(
    data: Uint8Array,
    scan: SheetScanner,
    sheet: string,
    part: string,
  ) {
    this.#data = data;
    this.#scan = scan;
    this.#sheet = sheet;
    this.#part = part;
    this.#rows = [...scan.rowPositions].sort(
      (a, b) => a.row - b.row || a.start - b.start,
    );
  }

  /** True when the sheet has a place for cells. */
  get usable(): boolean {
    const { sheetData, rowPositions } = this.#scan;
    return (
      sheetData !== null &&
      sheetData.close !== -2 &&
      rowPositions.every(({ close }) => close !== -2)
    );
  }

  /** The first cell of the merged area an address lies in, or the address itself. */
  anchor(row: number, column: number): { row: number; column: number } {
    const area = this.#scan.merges.find((range) => inRange(range, row, column));
    return area === undefined
      ? { row, column }
      : { row: area.top, column: area.left };
  }

  /** Style a new cell takes: its row's, else its column's. */
  defaultStyle(row: number, column: number): number {
    const position = this.#rowAt(row);
    if (position !== undefined) {
      const cursor = new XmlCursor(this.#data, position.start, position.open);
      cursor.next();
      const custom = cursor.attribute("customFormat");
      const style = Number(cursor.attribute("s") ?? NaN);
      if ((custom === "1" || custom === "true") && Number.isInteger(style))
        return style;
    }
    return columnRunAt(this.#scan.columnRuns, column)?.style ?? 0;
  }

  #rowAt(row: number): RowPosition | undefined {
    const at = this.#firstRowFrom(row);
    return this.#rows[at]?.row === row ? this.#rows[at] : undefined;
  }

  #firstRowFrom(row: number): number {
    let from = 0;
    let to = this.#rows.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((this.#rows[middle]?.row ?? 0) < row) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  /** The part with the cells written. Addresses must be distinct. */
  write(
    writes: readonly CellWrite[],
    caches: readonly CacheWrite[],
  ): Uint8Array {
    const splices: Splice[] = [];
    const fresh = new Map<number, CellWrite[]>();
    for (const write of writes) {
      const index = this.#scan.cells.find(write.row, write.column);
      if (index < 0) {
        const row = fresh.get(write.row) ?? [];
        row.push(write);
        fresh.set(write.row, row);
        continue;
      }
      const { start, end } = this.#position(index);
      splices.push({
        start,
        end,
        text: replacedCellXml(
          this.#data,
          start,
          end,
          write.style,
          write.content,
        ),
      });
      this.#note(cellRef(write.row, write.column), "cell");
    }
    for (const { row, column, value } of caches) {
      const index = this.#scan.cells.find(row, column);
      if (index < 0) continue;
      const { start, end } = this.#position(index);
      const text = recachedCellXml(this.#data, start, end, value);
      if (text === null) continue;
      splices.push({ start, end, text });
      this.#note(cellRef(row, column), "cache");
    }
    splices.push(...this.#newCells(fresh));
    return applySplices(this.#data, splices);
  }

  #note(element: string, reason: ClosureItem["reason"]): void {
    this.closure.push({
      entry: this.#part,
      element,
      reason,
      sheet: this.#sheet,
    });
  }

  #position(index: number): { start: number; end: number } {
    const { positions } = this.#scan.cells;
    const start = positions?.starts[index];
    const end = positions?.ends[index];
    if (start === undefined || end === undefined)
      throw new Error(`no position kept for cell number ${index}`);
    return { start, end };
  }

  #newCells(fresh: ReadonlyMap<number, CellWrite[]>): Splice[] {
    const prefix = this.#scan.sheetData?.prefix ?? "";
    const splices: Splice[] = [];
    const newRows: { before: number; row: number; xml: string }[] = [];
    for (const row of [...fresh.keys()].sort((a, b) => a - b)) {
      const writes = [...(fresh.get(row) ?? [])].sort(
        (a, b) => a.column - b.column,
      );
      const xmlOf = (write: CellWrite): string =>
        newCellXml(
          prefix,
          row,
          write.column,
          write.style ?? this.defaultStyle(row, write.column),
          write.content,
        );
      for (const { column } of writes) this.#note(cellRef(row, column), "cell");
      const position = this.#rowAt(row);
      if (position === undefined) {
        const cells = writes.map(xmlOf).join("");
        newRows.push({
          before: this.#rows[this.#firstRowFrom(row)]?.start ?? -1,
          row,
          xml: `<${prefix}row r="${row + 1}">${cells}</${prefix}row>`,
        });
        this.#note(`row ${row + 1}`, "row");
      } else if (position.close === -1) {
        const cells = writes.map(xmlOf).join("");
        splices.push({
          start: position.open - 2,
          end: position.open,
          text: `>${cells}</${prefix}row>`,
        });
        this.#note(`row ${row + 1}`, "row");
      } else
        for (const write of writes) {
          const at = this.#cellBehind(row, write.column) ?? position.close;
          splices.push({ start: at, end: at, text: xmlOf(write) });
        }
    }
    if (newRows.length > 0) splices.push(...this.#rowSplices(newRows, prefix));
    return splices;
  }

  /** Start of the first cell of the row that stands right of a column. */
  #cellBehind(row: number, column: number): number | undefined {
    const { cells } = this.#scan;
    const at = this.#rowNumber(row);
    if (at < 0) return undefined;
    const to = cells.rowStarts[at + 1] ?? 0;
    for (let index = cells.rowStarts[at] ?? 0; index < to; index++)
      if ((cells.columns[index] ?? 0) > column)
        return this.#position(index).start;
    return undefined;
  }

  #rowNumber(row: number): number {
    const { rowNumbers } = this.#scan.cells;
    let from = 0;
    let to = rowNumbers.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((rowNumbers[middle] ?? 0) < row) from = middle + 1;
      else to = middle;
    }
    return rowNumbers[from] === row ? from : -1;
  }

  #rowSplices(
    rows: readonly { before: number; row: number; xml: string }[],
    prefix: string,
  ): Splice[] {
    const { sheetData } = this.#scan;
    if (sheetData === null) throw new Error("the sheet has no sheetData");
    if (sheetData.close === -1) {
      this.#note("sheetData", "row");
      const xml = rows.map((row) => row.xml).join("");
      return [
        {
          start: sheetData.open - 2,
          end: sheetData.open,
          text: `>${xml}</${prefix}sheetData>`,
        },
      ];
    }
    const { close } = sheetData;
    return rows.map(({ before, xml }) => {
      const at = before < 0 ? close : before;
      return { start: at, end: at, text: xml };
    });
  }
}

export function inRange(
  range: CellRange,
  row: number,
  column: number,
): boolean {
  return (
    range.top <= row &&
    row <= range.bottom &&
    range.left <= column &&
    column <= range.right
  );
}
