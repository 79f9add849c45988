import { cellRef, type ClosureItem } from "../model/sheet.ts";
import type { CacheWrite, CellWrite } from "./cell-write.ts";
import { recachedCellXml, replacedCellXml } from "./cell-xml.ts";
import { widenedDimension } from "./dimension.ts";
import { defaultStyle, newCells } from "./new-cells.ts";
import { MergeAnchors } from "./merge-anchors.ts";
import { RowPlaces } from "./row-places.ts";
import type { SheetScanner } from "./sheet-scanner.ts";
import { spliced, type Splice } from "./splice.ts";

/** Writes cells into one worksheet part (UTF-8), scanned with positions; all other bytes stay. */
export class SheetPatch {
  readonly #data: Uint8Array;
  readonly #scan: SheetScanner;
  readonly #sheet: string;
  readonly #part: string;
  #anchors: MergeAnchors | null = null;
  #places: RowPlaces | null = null;
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
    this.#anchors ??= new MergeAnchors(this.#scan.merges);
    return this.#anchors.at(row, column);
  }

  get #rows(): RowPlaces {
    this.#places ??= new RowPlaces(this.#data, this.#scan);
    return this.#places;
  }

  /** Style a new cell takes: its row's, else its column's. */
  defaultStyle(row: number, column: number): number {
    return defaultStyle(this.#rows, this.#scan, row, column);
  }

  /** The part with the cells written, in pieces. Addresses must be distinct. */
  write(
    writes: readonly CellWrite[],
    caches: readonly CacheWrite[],
  ): Uint8Array[] {
    const splices: Splice[] = [];
    const fresh: CellWrite[] = [];
    for (const write of writes) {
      const { row, column, style, content } = write;
      const place = this.#place(row, column);
      if (place === null) {
        fresh.push(write);
        continue;
      }
      const { start, end } = place;
      const text = replacedCellXml(this.#data, start, end, style, content);
      splices.push({ start, end, text });
      this.#note(cellRef(row, column), "cell");
    }
    for (const { row, column, value } of caches) {
      const place = this.#place(row, column);
      if (place === null) continue;
      const { start, end } = place;
      const text = recachedCellXml(this.#data, start, end, value);
      if (text === null) continue;
      splices.push({ start, end, text });
      this.#note(cellRef(row, column), "cache");
    }
    if (fresh.length > 0) splices.push(...this.#make(fresh));
    const held = writes.filter(({ content }) => content.kind !== "empty");
    const widened =
      held.length === 0
        ? null
        : widenedDimension(this.#data, this.#scan.sheetData?.start ?? 0, held);
    if (widened !== null) {
      splices.push(widened);
      this.#note("dimension/@ref", "property");
    }
    return spliced(this.#data, splices);
  }

  #make(writes: readonly CellWrite[]): Splice[] {
    const { sheetData } = this.#scan;
    if (sheetData === null) throw new Error("the sheet has no sheetData");
    const made = newCells(this.#scan, this.#rows, sheetData, writes);
    for (const cell of made.cells) this.#note(cell, "cell");
    for (const row of made.rows) this.#note(row, "row");
    return made.splices;
  }

  #note(element: string, reason: ClosureItem["reason"]): void {
    this.closure.push({
      entry: this.#part,
      element,
      reason,
      sheet: this.#sheet,
    });
  }

  #place(row: number, column: number): { start: number; end: number } | null {
    const { cells } = this.#scan;
    const index = cells.find(row, column);
    if (index < 0) return null;
    const place = cells.positionAt(index);
    if (place === null)
      throw new Error(`no position kept for cell number ${index}`);
    return place;
  }
}
