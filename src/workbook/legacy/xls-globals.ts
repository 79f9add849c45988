import type { CellLook, CellRange, SheetView } from "../../model/sheet.ts";
import { builtinFormats } from "../builtin-formats.ts";
import type { FormulaContext } from "./biff-formula.ts";
import { readerOf, type BiffRecord } from "./biff-records.ts";
import { BiffReader, codePageDecoder } from "./biff-text.ts";
import { XlsLooks } from "./xls-looks.ts";

/** A sheet as the workbook lists it. */
export interface XlsSheet {
  readonly name: string;
  /** Position of its records. */
  readonly start: number;
  readonly state: SheetView["state"];
  /** 0 for cells; charts, macros and modules are others. */
  readonly type: number;
}

interface XlsName {
  readonly name: string;
  readonly tokens: Uint8Array;
  /** Sheet it belongs to, from 0; null for the whole workbook. */
  readonly sheet: number | null;
}

interface SupBook {
  readonly internal: boolean;
  readonly sheets: readonly string[];
  readonly names: string[];
}

/** What the records before the sheets say. */
export class XlsGlobals {
  /** 2, 3, 4, 5 or 8. */
  version = 8;
  decoder = codePageDecoder(1252);
  date1904 = false;
  readonly sheets: XlsSheet[] = [];
  readonly names: XlsName[] = [];
  strings: string[] = [];
  readonly #formats = new Map<number, string>();
  /** Old editions number their formats by order. */
  readonly #listed: string[] = [];
  readonly #styles: number[] = [];
  readonly #looks = new XlsLooks();
  readonly #books: SupBook[] = [];
  readonly #externSheets: { book: number; first: number; last: number }[] = [];

  /** A byte string, or a text with its flags in the newest edition. */
  text(reader: BiffReader, count: number): string {
    return this.version === 8
      ? reader.unicode(count)
      : this.decoder.decode(reader.bytes(count));
  }

  take(record: BiffRecord): void {
    const reader = readerOf(record);
    switch (record.type) {
      case 0x0042:
        this.decoder = codePageDecoder(reader.u16());
        return;
      case 0x0022:
        this.date1904 = reader.u16() === 1;
        return;
      case 0x0085: {
        const start = reader.u32();
        const state = reader.u8() & 3;
        const type = reader.u8();
        this.sheets.push({
          name: this.text(reader, reader.u8()),
          start,
          state:
            state === 1 ? "hidden" : state === 2 ? "veryHidden" : "visible",
          type,
        });
        return;
      }
      case 0x00fc:
        return;
      case 0x041e:
        if (this.version < 5) {
          reader.skip(2);
          this.#listed.push(this.text(reader, reader.u8()));
        } else {
          const id = reader.u16();
          const count = this.version === 8 ? reader.u16() : reader.u8();
          this.#formats.set(id, this.text(reader, count));
        }
        return;
      case 0x001e:
        this.#listed.push(this.text(reader, reader.u8()));
        return;
      case 0x00e0: {
        const font = reader.u16();
        this.#styles.push(reader.u16());
        this.#looks.takeStyle(reader, font, this.version);
        return;
      }
      case 0x0031:
        this.#looks.takeFont(reader, this.version);
        return;
      case 0x0092:
        this.#looks.takePalette(reader);
        return;
      case 0x0243:
      case 0x0443:
        reader.skip(1);
        this.#styles.push(reader.u8());
        return;
      case 0x0043:
        reader.skip(2);
        this.#styles.push(reader.u8() & 0x3f);
        return;
      case 0x0018:
      case 0x0218:
        this.#takeName(reader);
        return;
      case 0x01ae:
        this.#takeBook(reader);
        return;
      case 0x0023:
      case 0x0223:
        this.#takeExternName(reader);
        return;
      case 0x0017:
        this.#takeExternSheet(reader);
    }
  }

  /** The shared texts; gives way after every thousand. */
  *takeStrings(record: BiffRecord): Generator<undefined> {
    const reader = readerOf(record);
    reader.skip(4);
    const count = reader.u32();
    for (let index = 0; index < count && !reader.ended; index++) {
      const text = reader.unicode(reader.u16());
      if (reader.ended && text === "") return;
      this.strings.push(text);
      if (index % 1000 === 999) yield;
    }
  }

  #takeName(reader: BiffReader): void {
    const { version } = this;
    const flags = reader.u8() | (version === 2 ? 0 : reader.u8() << 8);
    if (version === 2) reader.skip(1);
    reader.skip(1);
    const count = reader.u8();
    const size = version === 2 ? reader.u8() : reader.u16();
    let sheet = 0;
    if (version >= 5) {
      reader.skip(2);
      sheet = reader.u16();
      reader.skip(4);
    }
    const builtin = (flags & 0x20) !== 0;
    const name = this.text(reader, count);
    this.names.push({
      name: builtin
        ? `_xlnm.${builtinNames[name.charCodeAt(0)] ?? "Unknown"}`
        : name,
      tokens: reader.bytes(size),
      sheet: sheet === 0 ? null : sheet - 1,
    });
  }

  #takeBook(reader: BiffReader): void {
    const count = reader.u16();
    const size = reader.u16();
    if (size === 0x0401 || size === 0x3a01) {
      this.#books.push({ internal: size === 0x0401, sheets: [], names: [] });
      return;
    }
    reader.unicode(size);
    const sheets: string[] = [];
    for (let index = 0; index < count && !reader.ended; index++)
      sheets.push(reader.unicode(reader.u16()));
    this.#books.push({ internal: false, sheets, names: [] });
  }

  #takeExternName(reader: BiffReader): void {
    if (this.version >= 5) reader.skip(6);
    else if (this.version > 2) reader.skip(2);
    const name = this.text(reader, reader.u8());
    this.#books.at(-1)?.names.push(name);
  }

  #takeExternSheet(reader: BiffReader): void {
    if (this.version < 8) {
      const count = reader.u8();
      const own = reader.u8();
      const name = this.decoder.decode(reader.bytes(count));
      // Of other workbooks, the name has their path in a code of its own.
      this.#books.push({ internal: own === 3, sheets: [name], names: [] });
      return;
    }
    const count = reader.u16();
    for (let index = 0; index < count && !reader.ended; index++)
      this.#externSheets.push({
        book: reader.u16(),
        first: reader.u16(),
        last: reader.u16(),
      });
  }

  /** Number format code of a style; `format` is the one old editions put in the cell. */
  formatOf(style: number, format?: number): string {
    const id = format ?? this.#styles[style] ?? 0;
    if (this.version < 5) return this.#listed[id] ?? "General";
    const own = this.#formats.get(id);
    // The short date is the system's, whatever the file calls it.
    if (own === undefined || id === 14 || id === 22)
      return builtinFormats.get(id) ?? "General";
    return own === "GENERAL" || own === "" ? "General" : own;
  }

  /** How the cells of a style look. */
  lookOf(style: number): CellLook | undefined {
    return this.#looks.of(style);
  }

  /** What tokens of this workbook's formulas refer to. */
  context(): FormulaContext {
    return {
      version: this.version,
      decoder: this.decoder,
      sheetPrefix: (reader) => this.#sheetPrefix(reader),
      name: (index) => this.names[index - 1]?.name ?? null,
      externalName: (reader) => this.#externalName(reader),
    };
  }

  #sheetPrefix(reader: BiffReader): string | null {
    if (this.version < 8) return this.#oldPrefix(reader);
    const link = this.#externSheets[reader.u16()];
    const book = this.#books[link?.book ?? -1];
    if (link === undefined || book === undefined) return null;
    if (link.first >= 0xfffe) return "#REF!";
    const nameAt = (index: number) =>
      book.internal ? this.sheets[index]?.name : book.sheets[index];
    const first = nameAt(link.first);
    const last = nameAt(link.last);
    if (first === undefined || last === undefined) return null;
    const names = link.first === link.last ? first : `${first}:${last}`;
    const outside = book.internal ? "" : `[${link.book}]`;
    return `${quoteSheet(outside + names)}!`;
  }

  #oldPrefix(reader: BiffReader): string | null {
    const link = reader.i16();
    reader.skip(8);
    const first = reader.u16();
    const last = reader.u16();
    if (link < 0) {
      if (first === 0xffff) return "#REF!";
      const from = this.sheets[first]?.name;
      const to = this.sheets[last]?.name;
      if (from === undefined || to === undefined) return null;
      return `${quoteSheet(first === last ? from : `${from}:${to}`)}!`;
    }
    const book = this.#books[link - 1];
    const name = book?.sheets[0];
    if (book === undefined || name === undefined) return null;
    return `${quoteSheet(book.internal ? name : `[${link}]`)}!`;
  }

  #externalName(reader: BiffReader): string | null {
    if (this.version < 8) {
      reader.skip(10);
      const index = reader.u16();
      reader.skip(12);
      return this.names[index - 1]?.name ?? null;
    }
    const link = this.#externSheets[reader.u16()];
    const index = reader.u16();
    reader.skip(2);
    const book = this.#books[link?.book ?? -1];
    if (book === undefined) return null;
    const found = book.internal ? this.names[index - 1]?.name : undefined;
    return found ?? book.names[index - 1] ?? null;
  }

  /** The one range a name stands for: its sheet and cells; null for any other formula. */
  nameTarget(
    tokens: Uint8Array,
  ): { readonly sheet: string; readonly range: CellRange } | null {
    const reader = new BiffReader([tokens]);
    const type = (reader.u8() & 0x1f) | 0x20;
    if (type !== 0x3a && type !== 0x3b) return null;
    const sheet = this.#targetSheet(reader);
    if (sheet === null) return null;
    const wide = this.version === 8;
    const mask = wide ? 0xffff : 0x3fff;
    const top = reader.u16() & mask;
    const bottom = type === 0x3b ? reader.u16() & mask : top;
    const left = (wide ? reader.u16() : reader.u8()) & 0xff;
    const right =
      type === 0x3b ? (wide ? reader.u16() : reader.u8()) & 0xff : left;
    if (reader.ended || reader.left > 0) return null;
    return { sheet, range: { top, left, bottom, right } };
  }

  #targetSheet(reader: BiffReader): string | null {
    if (this.version === 8) {
      const link = this.#externSheets[reader.u16()];
      if (link === undefined || this.#books[link.book]?.internal !== true)
        return null;
      if (link.first !== link.last) return null;
      return this.sheets[link.first]?.name ?? null;
    }
    const link = reader.i16();
    reader.skip(8);
    const first = reader.u16();
    const last = reader.u16();
    if (link >= 0 || first !== last) return null;
    return this.sheets[first]?.name ?? null;
  }
}

const builtinNames: readonly string[] = [
  "Consolidate_Area", "Auto_Open", "Auto_Close", "Extract", "Database", "Criteria", "Print_Area", "Print_Titles",
  "Recorder", "Data_Form", "Auto_Activate", "Auto_Deactivate", "Sheet_Title", "_FilterDatabase",
]; // prettier-ignore

/** A sheet's name as formulas write it. */
export function quoteSheet(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name)
    ? name
    : `'${name.replaceAll("'", "''")}'`;
}
