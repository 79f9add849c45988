import { cellRef, parseRange, type CellRange } from "../model/sheet.ts";
import { CellColumns, kind } from "./cell-columns.ts";
import type { IssueList } from "./issue-list.ts";
import { joinBytes } from "./inflate.ts";
import { readElementText, readStringItem } from "./string-item.ts";
import { isSpace, markupEnd, tagEnd, XmlCursor } from "./xml-cursor.ts";
import { decodeXmlText, plainText, unescapeCellText } from "./xml-text.ts";

const lt = 0x3c;
const gt = 0x3e;
const slash = 0x2f;
const bang = 0x21;
const question = 0x3f;
const quote = 0x22;
const apostrophe = 0x27;
const equals = 0x3d;
const ampersand = 0x26;
const underscore = 0x5f;
const colon = 0x3a;
const letter = {
  c: 0x63,
  f: 0x66,
  i: 0x69,
  r: 0x72,
  s: 0x73,
  t: 0x74,
  v: 0x76,
};

const maxRow = 1048575;
const maxColumn = 16383;

/** A run of columns that share width, visibility and style. */
export interface ColumnRun {
  readonly first: number;
  readonly last: number;
  readonly width: number | undefined;
  readonly hidden: boolean;
  readonly style: number;
}

/** Where a row's element stands; `close` is its closing tag's position, -1 for a self-closed one. */
export interface RowPosition {
  readonly row: number;
  readonly start: number;
  readonly open: number;
  close: number;
}

/** Where the rows stand; `close` -1 for a self-closed `<sheetData/>`. */
export interface SheetDataPosition {
  readonly start: number;
  readonly open: number;
  readonly prefix: string;
  close: number;
}

/** The cell that holds a shared formula's text. */
export interface SharedMaster {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** Cells under one array formula or data table; the first holds it. */
export interface ArrayRange {
  readonly range: CellRange;
  readonly text: string;
}

export interface ScanOptions {
  readonly sheet: string;
  readonly issues: IssueList;
  readonly sharedCount: number;
  readonly maxElement: number;
  /** Keep where every cell and row stands, for patching. */
  readonly positions: boolean;
}

/**
 * Reads the cells of a worksheet part (UTF-8) in one pass over its bytes, as
 * they come. Lenient: whatever it does not know it passes over; whatever it
 * cannot read becomes an issue.
 */
export class SheetScanner {
  readonly cells: CellColumns;
  readonly merges: CellRange[] = [];
  readonly columnRuns: ColumnRun[] = [];
  readonly hiddenRows = new Set<number>();
  /** Rows that are shown although the sheet hides rows by default; null when it does not. */
  shownRows: Set<number> | null = null;
  readonly arrays: ArrayRange[] = [];
  /** Master of each shared formula group. */
  readonly shared = new Map<string, SharedMaster>();
  readonly rowPositions: RowPosition[] = [];
  sheetData: SheetDataPosition | null = null;
  failed = false;

  readonly #options: ScanOptions;
  #tail: Uint8Array = new Uint8Array(0);
  /** Position in the part of the first byte at hand. */
  #base = 0;
  #data: Uint8Array = new Uint8Array(0);
  #row = -1;
  #column = -1;
  #inRows = false;
  #inColumns = false;
  #inMerges = false;
  #rootClosed = false;
  #outside = 0;
  #firstOutside = "";

  constructor(options: ScanOptions) {
    this.#options = options;
    this.cells = new CellColumns(options.positions);
  }

  /** Takes the next piece of the part. False when the sheet cannot be read further. */
  feed(piece: Uint8Array, last: boolean): boolean {
    if (this.failed) return false;
    this.#data =
      this.#tail.length === 0 ? piece : joinBytes([this.#tail, piece]);
    const used = this.#run();
    if (last) this.#finish(used);
    else if (this.#data.length - used > this.#options.maxElement) {
      this.failed = true;
      this.#issue("workbook.element_too_large", "error");
    } else {
      this.#tail = this.#data.slice(used);
      this.#base += used;
    }
    this.#data = new Uint8Array(0);
    return !this.failed;
  }

  /** Ends the scan early, when the part itself ends early. */
  stop(): void {
    this.#finish(0);
  }

  #finish(used: number): void {
    if (!this.#rootClosed || used < this.#data.length)
      this.#issue("workbook.sheet_truncated", "error");
    if (this.#outside > 0)
      this.#options.issues.add(
        "workbook.cell_out_of_range",
        "error",
        { sheet: this.#options.sheet },
        { cell: this.#firstOutside, count: this.#outside },
      );
    for (const { row, column } of this.cells.settle())
      this.#issue("workbook.duplicate_cell", "error", row, column);
    this.columnRuns.sort((a, b) => a.first - b.first);
  }

  #issue(
    code: string,
    severity: "error" | "warning",
    row = -1,
    column = -1,
    text?: string,
  ): void {
    const { sheet, issues } = this.#options;
    issues.add(
      code,
      severity,
      row < 0 ? { sheet } : { sheet, cell: cellRef(row, column) },
      text === undefined ? undefined : { text },
    );
  }

  /** Reads what is at hand and returns how much of it is done with. */
  #run(): number {
    const data = this.#data;
    const stop = data.length;
    let at = 0;
    for (;;) {
      while (at < stop && data[at] !== lt) at += 1;
      if (at + 1 >= stop) return at;
      if (this.#inRows) {
        let name = at + 1;
        if (data[name] !== letter.c || !endsName(data[name + 1]))
          name = localName(data, name, stop);
        if (data[name] === letter.c && endsName(data[name + 1])) {
          const end = this.#cell(at, name + 1);
          if (end < 0) return at;
          at = end;
          continue;
        }
      }
      const byte = data[at + 1];
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
    const cursor = new XmlCursor(this.#data, start, end);
    cursor.next();
    const closing = cursor.kind === "close";
    const opening = cursor.kind === "open";
    switch (cursor.name()) {
      case "row":
        if (!this.#inRows) return;
        if (!closing) this.#openRow(cursor);
        else {
          const position = this.rowPositions.at(-1);
          if (position?.close === -2) position.close = this.#base + start;
        }
        return;
      case "sheetData":
        this.#inRows = opening && this.sheetData === null;
        if (closing && this.sheetData?.close === -2)
          this.sheetData.close = this.#base + start;
        else if (!closing && this.sheetData === null)
          this.sheetData = {
            start: this.#base + start,
            open: this.#base + end,
            prefix: cursor.prefix(),
            close: opening ? -2 : -1,
          };
        return;
      case "cols":
        this.#inColumns = opening;
        return;
      case "col":
        if (this.#inColumns && !closing) this.#columnRun(cursor);
        return;
      case "mergeCells":
        this.#inMerges = opening;
        return;
      case "mergeCell": {
        if (!this.#inMerges || closing) return;
        const text = cursor.attribute("ref") ?? "";
        const range = parseRange(text);
        if (range === null)
          this.#options.issues.add(
            "workbook.bad_merge",
            "warning",
            { sheet: this.#options.sheet },
            { text },
          );
        else this.merges.push(range);
        return;
      }
      case "sheetFormatPr":
        if (isTrue(cursor.attribute("zeroHeight")))
          this.shownRows = new Set<number>();
        return;
      case "worksheet":
        if (closing || cursor.kind === "empty") this.#rootClosed = true;
        return;
    }
  }

  #openRow(cursor: XmlCursor): void {
    const text = cursor.attribute("r");
    let row = this.#row + 1;
    if (text !== null) {
      const stated = Number(text);
      if (Number.isInteger(stated) && stated >= 1) row = stated - 1;
    }
    this.#row = row;
    this.#column = -1;
    if (isTrue(cursor.attribute("hidden"))) this.hiddenRows.add(row);
    else this.shownRows?.add(row);
    if (this.#options.positions)
      this.rowPositions.push({
        row,
        start: this.#base + cursor.start,
        open: this.#base + cursor.end,
        close: cursor.kind === "open" ? -2 : -1,
      });
  }

  #columnRun(cursor: XmlCursor): void {
    const first = Number(cursor.attribute("min") ?? NaN);
    const last = Number(cursor.attribute("max") ?? NaN);
    if (!(first >= 1 && last >= first)) return;
    const width = cursor.attribute("width");
    this.columnRuns.push({
      first: first - 1,
      last: last - 1,
      width: width === null || width === "" ? undefined : Number(width),
      hidden: isTrue(cursor.attribute("hidden")),
      style: Number(cursor.attribute("style") ?? 0) || 0,
    });
  }

  /** One `<c>`, from its `<` and the end of its name; -1 when its end is not at hand. */
  #cell(start: number, at: number): number {
    const data = this.#data;
    const stop = data.length;
    let row = this.#row < 0 ? 0 : this.#row;
    let column = this.#column + 1;
    let style = 0;
    let typeStart = 0;
    let typeEnd = 0;
    let empty = false;
    for (;;) {
      while (isSpace(data[at])) at += 1;
      if (at >= stop) return -1;
      if (data[at] === gt) {
        at += 1;
        break;
      }
      if (data[at] === slash) {
        if (at + 1 >= stop) return -1;
        at += 2;
        empty = true;
        break;
      }
      const nameStart = at;
      while (at < stop && data[at] !== equals && data[at] !== gt) at += 1;
      if (at >= stop) return -1;
      if (data[at] === gt) continue;
      const nameLength = at - nameStart;
      at += 1;
      while (isSpace(data[at])) at += 1;
      const mark = data[at];
      if (mark !== quote && mark !== apostrophe) {
        if (at >= stop) return -1;
        continue;
      }
      const from = at + 1;
      at = from;
      while (at < stop && data[at] !== mark) at += 1;
      if (at >= stop) return -1;
      const name = data[nameStart];
      if (nameLength === 1 || isSpace(data[nameStart + 1])) {
        if (name === letter.r) {
          let p = from;
          let letters = 0;
          for (; p < at; p++) {
            const value = ((data[p] ?? 0) | 0x20) - 0x60;
            if (value < 1 || value > 26) break;
            letters = letters * 26 + value;
          }
          let digits = 0;
          const digitsStart = p;
          for (; p < at; p++) {
            const value = (data[p] ?? 0) - 0x30;
            if (value < 0 || value > 9) break;
            digits = digits * 10 + value;
          }
          if (p === at && letters > 0 && p > digitsStart && digits > 0) {
            column = letters - 1;
            row = digits - 1;
          } else
            this.#issue(
              "workbook.bad_reference",
              "warning",
              row,
              Math.min(column, maxColumn),
              plainText(data, from, at),
            );
        } else if (name === letter.s) {
          style = 0;
          for (let p = from; p < at; p++)
            style = style * 10 + ((data[p] ?? 0x30) - 0x30);
          if (!(style >= 0 && style <= 0xffffffff)) style = 0;
        } else if (name === letter.t) {
          typeStart = from;
          typeEnd = at;
        }
      }
      at += 1;
    }
    let valueStart = -1;
    let valueEnd = -1;
    let valueText: string | null = null;
    let inline: string | null = null;
    let formula: XmlCursor | null = null;
    let formulaText = "";
    let special = false;
    while (!empty) {
      while (at < stop && data[at] !== lt) at += 1;
      if (at + 1 >= stop) return -1;
      const byte = data[at + 1];
      if (byte === slash) {
        while (at < stop && data[at] !== gt) at += 1;
        if (at >= stop) return -1;
        at += 1;
        break;
      }
      if (byte === bang || byte === question) {
        at = markupEnd(data, at, stop);
        if (at < 0) return -1;
        continue;
      }
      const child =
        data[at + 1] === letter.v && endsName(data[at + 2])
          ? at + 1
          : localName(data, at + 1, stop);
      const single = endsName(data[child + 1]);
      if (data[child] === letter.v && single) {
        const open =
          data[child + 1] === gt ? child + 2 : tagEnd(data, child + 1, stop);
        if (open < 0) return -1;
        if (data[open - 2] === slash) {
          valueStart = valueEnd = open;
          at = open;
          continue;
        }
        let p = open;
        special = false;
        while (p < stop && data[p] !== lt) {
          if (
            data[p] === ampersand ||
            data[p] === underscore ||
            data[p] === 0x0d
          )
            special = true;
          p += 1;
        }
        if (p + 1 >= stop) return -1;
        if (data[p + 1] === slash) {
          valueStart = open;
          valueEnd = p;
          while (p < stop && data[p] !== gt) p += 1;
          if (p >= stop) return -1;
          at = p + 1;
        } else {
          const cursor = new XmlCursor(data, at, stop);
          cursor.next();
          valueText = readElementText(cursor);
          if (valueText === null) return -1;
          at = cursor.end;
        }
        continue;
      }
      const cursor = new XmlCursor(data, at, stop);
      if (!cursor.next()) return -1;
      if (cursor.opens("f")) {
        const open = new XmlCursor(data, at, stop);
        open.next();
        const text = readElementText(cursor);
        if (text === null) return -1;
        formula = open;
        formulaText = text;
      } else if (cursor.opens("is")) {
        inline = readStringItem(cursor);
        if (inline === null) return -1;
      } else if (!cursor.skip()) return -1;
      at = cursor.end;
    }
    this.#row = row;
    this.#column = column;
    if (row > maxRow || column > maxColumn) {
      this.#outside += 1;
      if (this.#outside === 1) this.#firstOutside = cellRef(row, column);
      return at;
    }
    const index = this.#store(
      row, column, style, typeStart, typeEnd,
      valueStart, valueEnd, valueText, inline, special,
    ); // prettier-ignore
    if (formula !== null)
      this.#formula(index, row, column, formula, formulaText);
    this.cells.setPosition(index, this.#base + start, this.#base + at);
    return at;
  }

  #store(
    row: number,
    column: number,
    style: number,
    typeStart: number,
    typeEnd: number,
    valueStart: number,
    valueEnd: number,
    valueText: string | null,
    inline: string | null,
    special: boolean,
  ): number {
    const { cells } = this;
    const data = this.#data;
    const length = typeEnd - typeStart;
    const type = length === 0 ? 0x6e : data[typeStart];
    const hasValue = valueStart >= 0 || valueText !== null;
    const text = (): string =>
      valueText ??
      (special
        ? decodeXmlText(data, valueStart, valueEnd)
        : plainText(data, valueStart, valueEnd));
    if (inline !== null && (length > 3 || !hasValue))
      return cells.pushText(row, column, kind.text, style, inline);
    if (!hasValue) return cells.push(row, column, kind.blank, style, 0);
    if (length <= 1) {
      if (type === 0x6e) {
        if (valueText !== null) {
          const bytes = new TextEncoder().encode(valueText);
          return this.#number(row, column, style, bytes, 0, bytes.length);
        }
        return this.#number(row, column, style, data, valueStart, valueEnd);
      }
      if (type === letter.s) {
        const digits = text().trim();
        if (digits === "") return cells.push(row, column, kind.blank, style, 0);
        const index = /^\d+$/.test(digits) ? Number(digits) : -1;
        if (index >= 0 && index < this.#options.sharedCount)
          return cells.push(row, column, kind.shared, style, index);
        this.#issue("workbook.missing_string", "error", row, column, digits);
        return cells.push(row, column, kind.blank, style, 0);
      }
      const trimmed = text().trim();
      if (trimmed === "") return cells.push(row, column, kind.blank, style, 0);
      if (type === 0x62)
        return cells.push(
          row, column, kind.boolean, style,
          trimmed === "1" || trimmed === "true" ? 1 : 0,
        ); // prettier-ignore
      if (type === 0x65)
        return cells.pushText(row, column, kind.error, style, trimmed);
      if (type === 0x64)
        return cells.pushText(row, column, kind.date, style, trimmed);
      this.#issue(
        "workbook.bad_cell_type",
        "warning",
        row,
        column,
        plainText(data, typeStart, typeEnd),
      );
      return cells.pushText(row, column, kind.text, style, text());
    }
    return cells.pushText(
      row,
      column,
      kind.text,
      style,
      unescapeCellText(text()),
    );
  }

  /** A number, by hand where its digits fit a double exactly: 15 digits over a power of ten up to 22. */
  #number(
    row: number,
    column: number,
    style: number,
    data: Uint8Array,
    from: number,
    to: number,
  ): number {
    const { cells } = this;
    while (from < to && isSpace(data[from])) from += 1;
    while (to > from && isSpace(data[to - 1])) to -= 1;
    if (from === to) return cells.push(row, column, kind.blank, style, 0);
    let at = from;
    const negative = data[at] === 0x2d;
    if (negative) at += 1;
    const digitsStart = at;
    let mantissa = 0;
    let point = -1;
    for (; at < to; at++) {
      const byte = data[at] ?? 0;
      if (byte >= 0x30 && byte <= 0x39) mantissa = mantissa * 10 + byte - 0x30;
      else if (byte === 0x2e && point < 0) point = at;
      else break;
    }
    const digits = to - digitsStart - (point < 0 ? 0 : 1);
    if (at === to && digits > 0 && digits <= 15) {
      const places = point < 0 ? 0 : to - point - 1;
      const size = places === 0 ? mantissa : mantissa / (powers[places] ?? 1);
      const value = negative ? -size : size;
      const index = cells.push(row, column, kind.number, style, value);
      const whole = (point < 0 ? to : point) - digitsStart;
      const shortest =
        point !== to - 1 &&
        (places === 0 || data[to - 1] !== 0x30) &&
        (whole === 1 || (whole > 1 && data[digitsStart] !== 0x30)) &&
        (size === 0 ? !negative && digits === 1 : size >= 1e-6);
      if (!shortest) cells.setRaw(index, data, from, to);
      return index;
    }
    const text = plainText(data, from, to);
    const value = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text)
      ? Number(text)
      : NaN;
    if (!Number.isFinite(value)) {
      this.#issue(
        "workbook.bad_number",
        "error",
        row,
        column,
        text.slice(0, 40),
      );
      return cells.push(row, column, kind.blank, style, 0);
    }
    const index = cells.push(row, column, kind.number, style, value);
    if (String(value) !== text && to - from <= 255)
      cells.setRaw(index, data, from, to);
    return index;
  }

  #formula(
    index: number,
    row: number,
    column: number,
    tag: XmlCursor,
    text: string,
  ): void {
    const type = tag.attribute("t") ?? "";
    const group = type === "shared" ? (tag.attribute("si") ?? "") : "";
    if (type === "shared" && text !== "" && !this.shared.has(group))
      this.shared.set(group, { row, column, text });
    const isArray = type === "array" || type === "dataTable";
    const shown =
      type === "dataTable" && text === ""
        ? `TABLE(${tag.attribute("r1") ?? ""},${tag.attribute("r2") ?? ""})`
        : text;
    this.cells.formulas.set(index, {
      text: type === "shared" && text === "" ? null : shown,
      shared: group,
      array: isArray,
    });
    if (!isArray) return;
    const range = parseRange(tag.attribute("ref") ?? "");
    if (range === null) return;
    if (range.top === range.bottom && range.left === range.right) return;
    if (range.top <= row && row <= range.bottom && range.left <= column)
      this.arrays.push({ range, text: shown });
  }
}

const powers = Array.from({ length: 16 }, (_, index) => 10 ** index);

function endsName(byte: number | undefined): boolean {
  return byte === gt || byte === slash || isSpace(byte);
}

/** Where the local name of a tag begins, its prefix passed over. */
function localName(data: Uint8Array, at: number, stop: number): number {
  for (let p = at; p < stop; p++) {
    const byte = data[p];
    if (byte === colon) return p + 1;
    if (endsName(byte) || byte === quote) break;
  }
  return at;
}

function isTrue(text: string | null): boolean {
  return text === "1" || text === "true" || text === "on";
}
