import { cellRef, type CellRange } from "../model/sheet.ts";
import type { CellColumns } from "./cell-columns.ts";
import { CellElement } from "./cell-element.ts";
import {
  CellStore,
  type ArrayRange,
  type CellStoreOptions,
  type SharedMaster,
} from "./cell-store.ts";
import type { RowPosition, SheetDataPosition } from "./row-positions.ts";
import { closesRow, opensRow, RowTag } from "./row-tag.ts";
import {
  SheetFeatures,
  type ColumnRun,
  type LinkElement,
} from "./sheet-features.ts";
import { StrayTags } from "./stray-tags.ts";
import { TailBuffer } from "./tail-buffer.ts";
import {
  endsName,
  holdsBracket,
  localName,
  markupEnd,
  tagEnd,
  XmlCursor,
} from "./xml-cursor.ts";

export type { ArrayRange, SharedMaster } from "./cell-store.ts";
export type { ColumnRun } from "./sheet-features.ts";

const lt = 0x3c;
const slash = 0x2f;
const bang = 0x21;
const question = 0x3f;
const letterC = 0x63;

export interface ScanOptions extends CellStoreOptions {
  readonly maxElement: number;
}

/** Cells outside the sheet after which it is read no further: it is no sheet. */
const mostOutside = 1_000_000;

/**
 * Reads the cells of a worksheet part (UTF-8) in one pass over its bytes, as
 * they come. Lenient: whatever it does not know it passes over; whatever it
 * cannot read becomes an issue.
 */
export class SheetScanner {
  readonly hiddenRows = new Set<number>();
  /** Rows that are shown although the sheet hides rows by default; null when it does not. */
  shownRows: Set<number> | null = null;
  readonly rowPositions: RowPosition[] = [];
  sheetData: SheetDataPosition | null = null;
  failed = false;

  readonly #options: ScanOptions;
  readonly #store: CellStore;
  readonly #features: SheetFeatures;
  readonly #strays: StrayTags;
  readonly #element = new CellElement();
  readonly #rowReader = new RowTag();
  readonly #buffer: TailBuffer;
  /** Position in the part of the first byte at hand. */
  #base = 0;
  #data: Uint8Array = new Uint8Array(0);
  #row = -1;
  #column = -1;
  #inRows = false;
  /** Names of the elements that are open outside the rows. */
  readonly #open: string[] = [];
  #rootOpened = false;
  #rootClosed = false;

  constructor(options: ScanOptions) {
    this.#options = options;
    this.#store = new CellStore(options);
    this.#features = new SheetFeatures(options.sheet, options.issues);
    this.#strays = new StrayTags(options.sheet, options.issues);
    this.#buffer = new TailBuffer(options.maxElement);
  }

  get cells(): CellColumns {
    return this.#store.cells;
  }

  get merges(): readonly CellRange[] {
    return this.#features.merges;
  }

  get columnRuns(): readonly ColumnRun[] {
    return this.#features.columnRuns;
  }

  get links(): readonly LinkElement[] {
    return this.#features.links;
  }

  /** True when the sheet limits what a person may enter. */
  get ruled(): boolean {
    return this.#features.ruled;
  }

  get arrays(): readonly ArrayRange[] {
    return this.#store.arrays;
  }

  /** Master of each shared formula group. */
  get shared(): ReadonlyMap<string, SharedMaster> {
    return this.#store.shared;
  }

  /** Takes the next piece of the part. False when the sheet cannot be read further. */
  feed(piece: Uint8Array): boolean {
    if (this.failed) return false;
    const buffer = this.#buffer;
    for (let at = 0; at < piece.length;) {
      at += buffer.take(piece, at);
      if (!buffer.full) break;
      const used = this.#run(buffer.bytes());
      this.#base += used;
      if (this.failed) return false;
      if (!buffer.drop(used)) {
        this.failed = true;
        this.#issue("workbook.element_too_large");
        return false;
      }
    }
    return true;
  }

  /** Ends the scan; `whole` false when the part itself ends early. Stops now and then so that others may run. */
  *finish(whole: boolean): Generator<undefined, void> {
    const data = this.#buffer.bytes();
    if (whole && !this.failed) {
      const used = this.#run(data);
      if (!this.#rootClosed || used < data.length)
        this.#issue("workbook.sheet_truncated");
    } else this.#issue("workbook.sheet_truncated");
    this.#buffer.clear();
    yield* this.#settle();
  }

  /** Reads a whole part at once, without a copy of it. */
  scanWhole(data: Uint8Array): void {
    const used = this.#run(data);
    if (!this.#rootClosed || used < data.length)
      this.#issue("workbook.sheet_truncated");
    const settling = this.#settle();
    while (settling.next().done !== true);
  }

  *#settle(): Generator<undefined, void> {
    this.#data = new Uint8Array(0);
    this.#store.finish();
    this.#strays.finish();
    this.#features.finish();
    const { sheet, issues } = this.#options;
    yield* this.cells.settling((row, column) => {
      const cell = cellRef(row, column);
      issues.add("workbook.duplicate_cell", "error", { sheet, cell });
    });
  }

  #issue(code: string): void {
    const { sheet, issues } = this.#options;
    issues.add(code, "error", { sheet });
  }

  /** Reads what is at hand and returns how much of it is done with. */
  #run(data: Uint8Array): number {
    this.#data = data;
    const stop = data.length;
    let at = 0;
    for (;;) {
      while (at < stop && data[at] !== lt) at += 1;
      if (at + 1 >= stop) return at;
      if (this.#inRows) {
        let name = at + 1;
        if (data[name] !== letterC || !endsName(data[name + 1]))
          name = localName(data, name, stop);
        if (data[name] === letterC && endsName(data[name + 1])) {
          const end = this.#cell(at, name + 1);
          if (end < 0) return at;
          at = end;
          continue;
        }
      }
      const byte = data[at + 1];
      if (byte === slash && this.#inRows && closesRow(data, at)) {
        this.#closeRow(at);
        at += 6;
        continue;
      }
      const end =
        byte === bang || byte === question
          ? markupEnd(data, at, stop)
          : tagEnd(data, at + 1, stop);
      if (end < 0) return at;
      if (byte !== bang && byte !== question) this.#tag(at, end);
      at = end;
    }
  }

  /** Any tag but a cell's. */
  #tag(start: number, end: number): void {
    if (holdsBracket(this.#data, start + 1, end))
      this.#strays.add("<", this.#row, this.#column);
    if (this.#inRows && opensRow(this.#data, start)) {
      this.#openRow(start, start + 4, end);
      return;
    }
    const cursor = new XmlCursor(this.#data, start, end);
    cursor.next();
    const name = cursor.name();
    if (name === "sheetData") this.#sheetData(cursor);
    else if (this.#inRows) this.#rowTag(cursor, name);
    else if (name === "worksheet") {
      if (cursor.kind !== "close") this.#rootOpened = true;
      if (cursor.kind === "open") return;
      if (!this.#rootOpened || this.#open.length > 0)
        this.#strays.add(name, this.#row, this.#column);
      this.#rootClosed = true;
    } else {
      if (cursor.kind === "open") this.#open.push(name);
      else if (cursor.kind === "close" && this.#open.pop() !== name)
        this.#strays.add(name, this.#row, this.#column);
      if (name === "row" && cursor.prefix() === (this.sheetData?.prefix ?? ""))
        this.#strays.add(name, this.#row, this.#column);
      this.#features.tag(cursor, name);
      if (this.#features.rowsHidden) this.shownRows ??= new Set<number>();
    }
  }

  #sheetData(cursor: XmlCursor): void {
    const opening = cursor.kind === "open";
    if (this.#inRows) this.#strays.leaveRows(this.#row, this.#column);
    if (cursor.kind !== "close" && this.sheetData !== null)
      this.#strays.add("sheetData", this.#row, this.#column);
    this.#inRows = opening && this.sheetData === null;
    if (cursor.kind === "close") {
      if (this.sheetData?.close === -2)
        this.sheetData.close = this.#base + cursor.start;
    } else
      this.sheetData ??= {
        start: this.#base + cursor.start,
        open: this.#base + cursor.end,
        prefix: cursor.prefix(),
        close: opening ? -2 : -1,
      };
  }

  /** A tag among the rows. */
  #rowTag(cursor: XmlCursor, name: string): void {
    if (name !== "row")
      this.#strays.tag(name, cursor.kind, this.#row, this.#column);
    else if (cursor.kind === "close") this.#closeRow(cursor.start);
    else this.#openRow(cursor.start, cursor.nameEnd, cursor.end);
  }

  #closeRow(start: number): void {
    this.#strays.row("close", this.#row, this.#column);
    if (this.#strays.skipping) return;
    const position = this.rowPositions.at(-1);
    if (position?.close === -2) position.close = this.#base + start;
  }

  /** A row's tag, from `start` to `end`, whose name ends at `nameEnd`. */
  #openRow(start: number, nameEnd: number, end: number): void {
    const data = this.#data;
    const kind = data[end - 2] === slash ? "empty" : "open";
    this.#strays.row(kind, this.#row, this.#column);
    if (this.#strays.skipping) return;
    const tag = this.#rowReader;
    tag.read(data, nameEnd, end);
    const row = tag.row < 0 ? this.#row + 1 : tag.row;
    this.#row = row;
    this.#column = -1;
    if (tag.broken) this.#strays.add("row", row, 0);
    if (tag.hidden) this.hiddenRows.add(row);
    else this.shownRows?.add(row);
    if (this.#options.positions)
      this.rowPositions.push({
        row,
        start: this.#base + start,
        open: this.#base + end,
        close: kind === "open" ? -2 : -1,
      });
  }

  /** One `<c>`, from its `<` and the end of its name; -1 when its end is not at hand. */
  #cell(start: number, at: number): number {
    const data = this.#data;
    const cell = this.#element;
    const row = this.#row < 0 ? 0 : this.#row;
    const end = cell.read(data, at, data.length, row, this.#column + 1);
    if (end < 0 || this.#strays.skipping) return end;
    this.#row = cell.row;
    this.#column = cell.column;
    const index = this.#store.keep(cell, data);
    if (cell.stray !== "") this.#strays.add(cell.stray, cell.row, cell.column);
    if (index < 0 && this.#store.outside > mostOutside) {
      this.failed = true;
      return -1;
    }
    if (this.#options.positions && index >= 0)
      this.cells.setPosition(index, this.#base + start, this.#base + end);
    return end;
  }
}
