import { readerOf, type BiffRecord } from "./biff-records.ts";
import { formulaText, type FormulaContext } from "./biff-formula.ts";
import type { BiffReader } from "./biff-text.ts";
import { errorText } from "./error-text.ts";
import type { SheetBuilder } from "./sheet-builder.ts";
import type { XlsGlobals } from "./xls-globals.ts";
import { readLink } from "./xls-link.ts";

interface Tokens {
  readonly tokens: Uint8Array;
  readonly extra: Uint8Array;
}

/** A formula whose text is found when all masters are known. */
interface Waiting extends Tokens {
  readonly index: number;
  readonly row: number;
  readonly column: number;
}

/** Takes the records of one sheet into its builder. */
export class XlsSheetReader {
  readonly #globals: XlsGlobals;
  readonly #sheet: SheetBuilder;
  readonly #waiting: Waiting[] = [];
  /** Shared and array formulas by the cell they stand in. */
  readonly #masters = new Map<number, Tokens & { readonly shared: boolean }>();
  readonly #notes: {
    readonly row: number;
    readonly column: number;
    readonly object: number;
    readonly author: string;
  }[] = [];
  readonly #objectTexts = new Map<number, string>();
  #lastObject = -1;
  #lastCell = 0;
  /** Where the text of the formula before goes. */
  #pendingText = -1;

  constructor(globals: XlsGlobals, sheet: SheetBuilder) {
    this.#globals = globals;
    this.#sheet = sheet;
  }

  take(record: BiffRecord): void {
    const reader = readerOf(record);
    switch (record.type) {
      case 0x0203:
      case 0x0003:
        this.#cell(reader, (row, column, format) =>
          this.#number(row, column, reader.f64(), format),
        );
        return;
      case 0x0002:
        this.#cell(reader, (row, column, format) =>
          this.#number(row, column, reader.u16(), format),
        );
        return;
      case 0x027e:
        this.#cell(reader, (row, column, format) =>
          this.#number(row, column, rkNumber(reader.u32()), format),
        );
        return;
      case 0x00bd:
        this.#many(reader, 6, (row, column, format) =>
          this.#number(row, column, rkNumber(reader.u32()), format),
        );
        return;
      case 0x00be:
        this.#many(reader, 2, (row, column, format) =>
          this.#sheet.blank(row, column, format),
        );
        return;
      case 0x0201:
      case 0x0001:
        this.#cell(reader, (row, column, format) =>
          this.#sheet.blank(row, column, format),
        );
        return;
      case 0x00fd:
        this.#cell(reader, (row, column, format) =>
          this.#shared(row, column, reader.u32(), format),
        );
        return;
      case 0x0204:
      case 0x0004:
      case 0x00d6:
        this.#cell(reader, (row, column, format) => {
          const count = this.#globals.version === 2 ? reader.u8() : reader.u16(); // prettier-ignore
          const text = this.#globals.text(reader, count);
          return this.#sheet.text(row, column, text, format);
        });
        return;
      case 0x0205:
      case 0x0005:
        this.#cell(reader, (row, column, format) =>
          this.#flag(row, column, reader.u8(), reader.u8() !== 0, format),
        );
        return;
      case 0x0006:
      case 0x0206:
      case 0x0406:
        this.#formula(reader);
        return;
      case 0x0207:
      case 0x0007:
        this.#formulaResult(reader);
        return;
      case 0x04bc:
        reader.skip(8);
        this.#master(reader, true);
        return;
      case 0x0221:
      case 0x0021:
        reader.skip(this.#globals.version === 2 ? 7 : this.#globals.version < 5 ? 8 : 12); // prettier-ignore
        this.#master(reader, false);
        return;
      case 0x0208:
      case 0x0008:
        this.#row(reader);
        return;
      case 0x0225:
        this.#sheet.hidesRows = (reader.u16() & 2) !== 0;
        return;
      case 0x007d: {
        const [first, last, width] = [reader.u16(), reader.u16(), reader.u16()];
        reader.skip(2);
        const hidden = (reader.u16() & 1) !== 0;
        this.#sheet.columns({ first, last, width: width / 256, hidden });
        return;
      }
      case 0x00e5: {
        const count = reader.u16();
        for (let index = 0; index < count && reader.left >= 8; index++) {
          const [top, bottom, left] = [
            reader.u16(),
            reader.u16(),
            reader.u16(),
          ];
          this.#sheet.merge(top, left, bottom, reader.u16());
        }
        return;
      }
      case 0x01b8: {
        const { range, target } = readLink(reader, this.#globals.decoder);
        if (target !== "") this.#sheet.link(range, target);
        return;
      }
      case 0x001c:
        this.#note(reader);
        return;
      case 0x005d:
        if (this.#globals.version === 8 && reader.u16() === 0x15) {
          reader.skip(4);
          this.#lastObject = reader.u16();
        }
        return;
      case 0x01b6:
        if (record.parts.length > 1) {
          reader.skip(10);
          const count = reader.u16();
          reader.skip((record.parts[0]?.length ?? 0) - 12);
          const wide = (reader.u8() & 1) === 1;
          this.#objectTexts.set(
            this.#lastObject,
            reader.characters(count, wide),
          );
        }
    }
  }

  /** Formulas and notes, when every record was seen; yields the bytes gone over now and then. */
  *finish(): Generator<number> {
    const context = this.#globals.context();
    let work = 0;
    for (const waiting of this.#waiting) {
      this.#sheet.formula(waiting.index, this.#textOf(waiting, context));
      work += waiting.tokens.length + 16;
      if (work < 8192) continue;
      yield work;
      work = 0;
    }
    for (const { row, column, object, author } of this.#notes) {
      const text = this.#objectTexts.get(object);
      if (text !== undefined && text !== "")
        this.#sheet.note(row, column, text, author);
    }
  }

  #textOf(
    { tokens, extra, row, column }: Waiting,
    context: FormulaContext,
  ): string {
    const [type] = tokens;
    if (type === 0x02) return "TABLE()";
    if (type !== 0x01)
      return formulaText(tokens, extra, row, column, context) ?? "";
    const at = (tokens[1] ?? 0) | ((tokens[2] ?? 0) << 8);
    const master = this.#masters.get(at * 65536 + ((tokens[3] ?? 0) | ((tokens[4] ?? 0) << 8))); // prettier-ignore
    if (master === undefined) return "";
    const [fromRow, fromColumn] = master.shared ? [row, column] : [0, 0];
    return (
      formulaText(master.tokens, master.extra, fromRow, fromColumn, context) ??
      ""
    );
  }

  /** The address and format of a cell; old editions put the format in the cell. */
  #cell(
    reader: BiffReader,
    add: (row: number, column: number, format: string) => number,
  ): number {
    const row = reader.u16();
    const column = reader.u16();
    let format: string;
    if (this.#globals.version === 2) {
      const style = reader.u8() & 0x3f;
      const number = reader.u8() & 0x3f;
      reader.skip(1);
      format =
        style === 0x3f
          ? this.#globals.formatOf(style)
          : this.#globals.formatOf(style, number);
    } else {
      const style = reader.u16();
      format = this.#globals.formatOf(style);
      this.#sheet.look = this.#globals.lookOf(style);
    }
    if (reader.ended) return -1;
    this.#pendingText = -1;
    this.#lastCell = row * 65536 + column;
    return add(row, column, format);
  }

  #many(
    reader: BiffReader,
    size: number,
    add: (row: number, column: number, format: string) => number,
  ): void {
    const row = reader.u16();
    const first = reader.u16();
    // The last column stands behind the cells.
    const count = Math.floor((reader.left - 2) / size);
    for (let index = 0; index < count; index++) {
      const style = reader.u16();
      this.#sheet.look = this.#globals.lookOf(style);
      add(row, first + index, this.#globals.formatOf(style));
    }
  }

  #number(row: number, column: number, value: number, format: string): number {
    return Number.isFinite(value)
      ? this.#sheet.number(row, column, value, format)
      : this.#sheet.text(row, column, "#NUM!", format, "error");
  }

  #shared(row: number, column: number, at: number, format: string): number {
    const text = this.#globals.strings[at];
    if (text !== undefined) return this.#sheet.text(row, column, text, format);
    this.#sheet.missingString(row, column, at);
    return this.#sheet.blank(row, column, format);
  }

  #flag(
    row: number,
    column: number,
    value: number,
    isError: boolean,
    format: string,
  ): number {
    return isError
      ? this.#sheet.text(row, column, errorText(value), format, "error")
      : this.#sheet.boolean(row, column, value !== 0, format);
  }

  #formula(reader: BiffReader): void {
    const { version } = this.#globals;
    let at = { row: 0, column: 0 };
    let awaitsText = false;
    const index = this.#cell(reader, (row, column, format) => {
      at = { row, column };
      const result = reader.bytes(8);
      if (result[6] !== 0xff || result[7] !== 0xff) {
        const view = new DataView(result.buffer);
        const value = result.length === 8 ? view.getFloat64(0, true) : 0;
        return this.#number(row, column, value, format);
      }
      const value = result[2] ?? 0;
      if (result[0] === 1) return this.#flag(row, column, value, false, format);
      if (result[0] === 2) return this.#flag(row, column, value, true, format);
      awaitsText = result[0] === 0;
      return this.#sheet.text(row, column, "", format);
    });
    if (index < 0) return;
    if (awaitsText) this.#pendingText = this.#sheet.cells.texts.length - 1;
    reader.skip(version === 2 ? 1 : version < 5 ? 2 : 6);
    const tokens = this.#tokens(reader);
    this.#waiting.push({ index, ...at, ...tokens });
  }

  #tokens(reader: BiffReader): Tokens {
    const size = this.#globals.version === 2 ? reader.u8() : reader.u16();
    return { tokens: reader.bytes(size), extra: reader.bytes(reader.left) };
  }

  #formulaResult(reader: BiffReader): void {
    if (this.#pendingText < 0) return;
    const count = this.#globals.version === 2 ? reader.u8() : reader.u16();
    this.#sheet.cells.texts[this.#pendingText] = this.#globals.text(
      reader,
      count,
    );
    this.#pendingText = -1;
  }

  #master(reader: BiffReader, shared: boolean): void {
    this.#masters.set(this.#lastCell, { ...this.#tokens(reader), shared });
  }

  #row(reader: BiffReader): void {
    const row = reader.u16();
    reader.skip(10);
    const hidden =
      this.#globals.version === 2 ? false : (reader.u16() & 0x20) !== 0;
    if (hidden) this.#sheet.hideRows(row, row);
    else this.#sheet.showRow(row);
  }

  #note(reader: BiffReader): void {
    const row = reader.u16();
    const column = reader.u16();
    if (this.#globals.version === 8) {
      reader.skip(2);
      const object = reader.u16();
      const author = reader.unicode(reader.u16());
      this.#notes.push({ row, column, object, author });
      return;
    }
    // A long note goes on in records whose row is none.
    const total = reader.u16();
    const text = this.#globals.decoder.decode(
      reader.bytes(Math.min(total, reader.left)),
    );
    const last = this.#sheet.notes.pop();
    if (row === 0xffff && last !== undefined)
      this.#sheet.note(last.row, last.column, last.text + text);
    else {
      if (last !== undefined) this.#sheet.notes.push(last);
      if (row !== 0xffff) this.#sheet.note(row, column, text);
    }
  }
}

/** 30 bits of a double or an integer, perhaps of hundredths. */
function rkNumber(rk: number): number {
  let value = rk >> 2;
  if ((rk & 2) === 0) {
    const view = new DataView(new ArrayBuffer(8));
    view.setUint32(4, rk & 0xfffffffc, true);
    value = view.getFloat64(0, true);
  }
  return (rk & 1) === 0 ? value : value / 100;
}
