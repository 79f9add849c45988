import { cellRef, parseRange, type CellRange } from "../model/sheet.ts";
import { CellColumns, kind } from "./cell-columns.ts";
import type { CellElement } from "./cell-element.ts";
import type { IssueList } from "./issue-list.ts";
import { DigitReader } from "./parse-digits.ts";
import { TextCache } from "./text-cache.ts";
import type { TextSpan } from "./text-span.ts";
import { XmlCursor } from "./xml-cursor.ts";
import {
  decodeXmlText,
  isUtf8,
  plainText,
  unescapeCellText,
  unknownReference,
} from "./xml-text.ts";

export const lastRow = 1048575;
export const lastColumn = 16383;

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

/** A shared string whose text could not be read as it stands. */
export interface FlawedText {
  readonly code: "workbook.unknown_entity" | "workbook.bad_utf8";
  readonly text: string;
}

export interface CellStoreOptions {
  readonly sheet: string;
  readonly issues: IssueList;
  /** How many shared strings there are. */
  readonly sharedCount: number;
  /** Those that are not what the file says. */
  readonly flawedStrings?: ReadonlyMap<number, FlawedText>;
  /** Keep where every cell and row stands, for patching. */
  readonly positions: boolean;
}

const bytesOf = { b: 0x62, d: 0x64, e: 0x65, i: 0x69, n: 0x6e, s: 0x73 };

/** Turns cell elements into values; what cannot be read becomes an issue at its cell. */
export class CellStore {
  readonly cells: CellColumns;
  readonly arrays: ArrayRange[] = [];
  /** Master of each shared formula group. */
  readonly shared = new Map<string, SharedMaster>();
  readonly #options: CellStoreOptions;
  readonly #digits = new DigitReader();
  readonly #cache = new TextCache();
  /** Cells met outside the sheet. */
  outside = 0;
  #firstOutside = "";
  #row = 0;
  #column = 0;

  constructor(options: CellStoreOptions) {
    this.#options = options;
    this.cells = new CellColumns(options.positions);
  }

  /** Keeps a cell and returns its number; -1 for one outside the sheet, which is only counted. */
  keep(cell: CellElement, data: Uint8Array): number {
    const { row, column } = cell;
    if (row > lastRow || column > lastColumn) {
      if (this.outside === 0) this.#firstOutside = cellRef(row, column);
      this.outside += 1;
      return -1;
    }
    this.#row = row;
    this.#column = column;
    if (cell.badStart >= 0)
      this.#issue(
        "workbook.bad_reference",
        "warning",
        plainText(data, cell.badStart, cell.badEnd),
      );
    const index = this.#store(cell, data);
    if (cell.formulaTag >= 0) this.#keepFormula(index, cell, data);
    return index;
  }

  /** Tells what was counted. */
  finish(): void {
    if (this.outside > 0)
      this.#options.issues.add(
        "workbook.cell_out_of_range",
        "error",
        { sheet: this.#options.sheet },
        { cell: this.#firstOutside, count: this.outside },
      );
  }

  #issue(code: string, severity: "error" | "warning", text: string): void {
    const { sheet, issues } = this.#options;
    const cell = cellRef(this.#row, this.#column);
    issues.add(code, severity, { sheet, cell }, { text });
  }

  #store(cell: CellElement, data: Uint8Array): number {
    const { value } = cell;
    const length = cell.typeEnd - cell.typeStart;
    const type = length === 0 ? bytesOf.n : data[cell.typeStart];
    // `str` and `inlineStr` are the only long ones.
    if (
      length > 1 &&
      !(length === 3 && type === bytesOf.s) &&
      !(length === 9 && type === bytesOf.i)
    )
      this.#badType(cell, data);
    if (cell.inline.from >= 0 && (length > 3 || value.from < 0))
      return this.#pushText(cell, kind.text, cell.inline, data);
    if (value.from < 0) return this.#blank(cell);
    if (length > 1) return this.#pushText(cell, kind.text, value, data);
    if (type === bytesOf.s) return this.#sharedString(cell, data);
    if (type === bytesOf.n) {
      if (value.joined === null && !value.marked)
        return this.#number(cell, data, value.from, value.to);
      const bytes = new TextEncoder().encode(this.#text(value, data));
      return this.#number(cell, bytes, 0, bytes.length);
    }
    const text = this.#text(value, data);
    const trimmed = text.trim();
    if (trimmed === "") return this.#blank(cell);
    const { row, column, style } = cell;
    switch (type) {
      case bytesOf.b: {
        const isTrue = trimmed === "1" || trimmed === "true";
        return this.#push(cell, kind.boolean, isTrue ? 1 : 0);
      }
      case bytesOf.e:
        return this.cells.pushText(row, column, kind.error, style, trimmed);
      case bytesOf.d:
        return this.cells.pushText(row, column, kind.date, style, trimmed);
      default:
        this.#badType(cell, data);
        return this.cells.pushText(row, column, kind.text, style, text);
    }
  }

  #badType(cell: CellElement, data: Uint8Array): void {
    this.#issue(
      "workbook.bad_cell_type",
      "warning",
      plainText(data, cell.typeStart, cell.typeEnd),
    );
  }

  #push(cell: CellElement, cellKind: number, value: number): number {
    return this.cells.push(cell.row, cell.column, cellKind, cell.style, value);
  }

  #blank(cell: CellElement): number {
    return this.#push(cell, kind.blank, 0);
  }

  #sharedString(cell: CellElement, data: Uint8Array): number {
    const { value } = cell;
    let index = 0;
    let at = value.from;
    for (; at < value.to; at++) {
      const digit = (data[at] ?? 0) - 0x30;
      if (digit < 0 || digit > 9) break;
      index = index * 10 + digit;
    }
    if (value.joined !== null || at < value.to || at === value.from) {
      const text = this.#text(value, data).trim();
      if (text === "") return this.#blank(cell);
      index = /^\d+$/.test(text) ? Number(text) : -1;
    }
    if (index >= 0 && index < this.#options.sharedCount) {
      const flawed = this.#options.flawedStrings?.get(index);
      if (flawed !== undefined) this.#issue(flawed.code, "error", flawed.text);
      return this.#push(cell, kind.shared, index);
    }
    const text = this.#text(value, data).trim();
    this.#issue("workbook.missing_string", "error", text);
    return this.#blank(cell);
  }

  #number(
    cell: CellElement,
    data: Uint8Array,
    from: number,
    to: number,
  ): number {
    const digits = this.#digits;
    digits.read(data, from, to);
    if (digits.from === digits.to) return this.#blank(cell);
    if (Number.isNaN(digits.value)) {
      const end = Math.min(digits.to, digits.from + 160);
      const text = plainText(data, digits.from, end).slice(0, 40);
      this.#issue("workbook.bad_number", "error", text);
      return this.#blank(cell);
    }
    const index = this.#push(cell, kind.number, digits.value);
    if (!digits.shortest && digits.to - digits.from <= 255)
      this.cells.setRaw(index, data, digits.from, digits.to);
    return index;
  }

  #pushText(
    cell: CellElement,
    cellKind: number,
    span: TextSpan,
    data: Uint8Array,
  ): number {
    const { texts } = this.cells;
    if (span.joined === null) {
      const known = this.#cache.find(data, span.from, span.to);
      if (known >= 0) return this.#push(cell, cellKind, known);
    }
    const text = this.#text(span, data);
    texts.push(
      span.joined === null || span === cell.value
        ? unescapeCellText(text)
        : text,
    );
    const number = texts.length - 1;
    // A text with a flaw is met anew each time, so that each cell says so.
    if (span.joined === null && !text.includes("&") && !text.includes("\ufffd"))
      this.#cache.keep(data, span.from, span.to, number);
    return this.#push(cell, cellKind, number);
  }

  /** The text of a span; says so where it is not what the file says. */
  #text(span: TextSpan, data: Uint8Array): string {
    const { from, to, joined } = span;
    const text =
      joined ??
      (span.marked ? decodeXmlText(data, from, to) : plainText(data, from, to));
    if (!span.marked) return text;
    const unknown =
      joined !== null
        ? span.unknown
        : text.includes("&")
          ? unknownReference(data, from, to)
          : null;
    if (unknown !== null)
      this.#issue("workbook.unknown_entity", "error", unknown);
    if (text.includes("\ufffd") && !isUtf8(data, from, to))
      this.#issue("workbook.bad_utf8", "error", text.slice(0, 40));
    return text;
  }

  #keepFormula(index: number, cell: CellElement, data: Uint8Array): void {
    const { formula } = cell;
    const { formulas } = this.cells;
    this.cells.markFormula(index);
    if (!cell.formulaNamed && formula.joined === null) {
      if (formula.marked) this.#text(formula, data);
      formulas.setXml(index, data, formula.from, formula.to);
      return;
    }
    const text = this.#text(formula, data);
    const tag = new XmlCursor(data, cell.formulaTag);
    tag.next();
    const type = tag.attribute("t") ?? "";
    const group = type === "shared" ? (tag.attribute("si") ?? "") : "";
    if (type === "shared" && group === "") cell.stray = "f";
    const { row, column } = cell;
    if (type === "shared" && text !== "" && !this.shared.has(group))
      this.shared.set(group, { row, column, text });
    const isArray = type === "array" || type === "dataTable";
    const shown =
      type === "dataTable" && text === ""
        ? `TABLE(${tag.attribute("r1") ?? ""},${tag.attribute("r2") ?? ""})`
        : text;
    formulas.set(index, {
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
