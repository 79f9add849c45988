import { cellRef, columnName } from "../../model/sheet.ts";
import { biffFunctions } from "./biff-functions.ts";
import { BiffReader } from "./biff-text.ts";
import { errorText } from "./error-text.ts";

/** What the tokens of a formula refer to. */
export interface FormulaContext {
  /** 2, 3, 4, 5 or 8. */
  readonly version: number;
  readonly decoder: TextDecoder;
  /** `Sheet!` or `'Sheet 2'!` for a reference to another sheet; null where it is not known. */
  sheetPrefix(reader: BiffReader): string | null;
  /** The defined name with this number, from 1. */
  name(index: number): string | null;
  /** The name of another workbook or add-in that the next bytes refer to. */
  externalName(reader: BiffReader): string | null;
}

const operators: readonly (string | undefined)[] = [
  undefined, undefined, undefined, "+", "-", "*", "/", "^", "&", "<", "<=", "=", ">=", ">", "<>", " ", ",", ":",
]; // prettier-ignore

/**
 * The tokens of a formula as text without `=`. Relative references of shared
 * formulas are counted from `row` and `column`. Null where a token is not known.
 */
export function formulaText(
  tokens: Uint8Array,
  extra: Uint8Array,
  row: number,
  column: number,
  context: FormulaContext,
): string | null {
  return new Decompiler(tokens, extra, row, column, context).text();
}

class Decompiler {
  readonly #reader: BiffReader;
  readonly #size: number;
  readonly #extra: BiffReader;
  readonly #stack: string[] = [];
  readonly #row: number;
  readonly #column: number;
  readonly #context: FormulaContext;

  constructor(
    tokens: Uint8Array,
    extra: Uint8Array,
    row: number,
    column: number,
    context: FormulaContext,
  ) {
    this.#reader = new BiffReader([tokens]);
    this.#size = tokens.length;
    this.#extra = new BiffReader([extra]);
    this.#row = row;
    this.#column = column;
    this.#context = context;
  }

  text(): string | null {
    while (this.#reader.at < this.#size)
      if (!this.#token(this.#reader.u8()) || this.#reader.ended) return null;
    return this.#stack.length === 1 ? (this.#stack[0] ?? null) : null;
  }

  #push(text: string | null): boolean {
    if (text === null) return false;
    this.#stack.push(text);
    return true;
  }

  #wrap(before: string, after: string): boolean {
    const operand = this.#stack.pop();
    return operand !== undefined && this.#push(before + operand + after);
  }

  #token(type: number): boolean {
    const { version } = this.#context;
    const reader = this.#reader;
    const operator = operators[type];
    if (operator !== undefined) {
      const right = this.#stack.pop();
      const left = this.#stack.pop();
      if (left === undefined || right === undefined) return false;
      return this.#push(left + operator + right);
    }
    switch (type < 0x20 ? type : (type & 0x1f) | 0x20) {
      case 0x12:
        return this.#wrap("+", "");
      case 0x13:
        return this.#wrap("-", "");
      case 0x14:
        return this.#wrap("", "%");
      case 0x15:
        return this.#wrap("(", ")");
      case 0x16:
        return this.#push("");
      case 0x17:
        return this.#push(`"${this.#string(reader).replaceAll('"', '""')}"`);
      case 0x19:
        return this.#attribute();
      case 0x1c:
        return this.#push(errorText(reader.u8()));
      case 0x1d:
        return this.#push(reader.u8() === 0 ? "FALSE" : "TRUE");
      case 0x1e:
        return this.#push(String(reader.u16()));
      case 0x1f:
        return this.#push(String(reader.f64()));
      case 0x20:
        reader.skip(version === 2 ? 6 : 7);
        return this.#push(this.#array());
      case 0x21: {
        const known = biffFunctions.get(
          version < 4 ? reader.u8() : reader.u16(),
        );
        if (known?.count === undefined) return false;
        return this.#call(known.name, known.count);
      }
      case 0x22: {
        const count = reader.u8() & 0x7f;
        const id = version < 4 ? reader.u8() : reader.u16() & 0x7fff;
        return id === 255
          ? this.#callNamed(count)
          : this.#call(biffFunctions.get(id)?.name, count);
      }
      case 0x23: {
        const index = reader.u16();
        reader.skip(version === 8 ? 2 : version === 5 ? 12 : version === 2 ? 5 : 8); // prettier-ignore
        return this.#push(this.#context.name(index));
      }
      case 0x24:
        return this.#push(this.#reference(false));
      case 0x25:
        return this.#push(this.#area(false));
      case 0x26:
      case 0x27:
      case 0x28:
        reader.skip(version === 2 ? 4 : 6);
        return true;
      case 0x29:
        reader.skip(version === 2 ? 1 : 2);
        return true;
      case 0x2a:
        reader.skip(version === 8 ? 4 : 3);
        return this.#push("#REF!");
      case 0x2b:
        reader.skip(version === 8 ? 8 : 6);
        return this.#push("#REF!");
      case 0x2c:
        return this.#push(this.#reference(true));
      case 0x2d:
        return this.#push(this.#area(true));
      case 0x39:
        return this.#push(this.#context.externalName(reader));
      case 0x3a:
        return this.#pushIn(() => this.#reference(false));
      case 0x3b:
        return this.#pushIn(() => this.#area(false));
      case 0x3c:
        return this.#pushIn(() => this.#broken(version === 8 ? 4 : 3));
      case 0x3d:
        return this.#pushIn(() => this.#broken(version === 8 ? 8 : 6));
      default:
        return false;
    }
  }

  #pushIn(reference: () => string): boolean {
    const prefix = this.#context.sheetPrefix(this.#reader);
    return prefix !== null && this.#push(prefix + reference());
  }

  #broken(size: number): string {
    this.#reader.skip(size);
    return "#REF!";
  }

  #attribute(): boolean {
    const { version } = this.#context;
    const flags = this.#reader.u8();
    const data = version === 2 ? this.#reader.u8() : this.#reader.u16();
    if ((flags & 0x04) !== 0)
      this.#reader.skip((data + 1) * (version === 2 ? 1 : 2));
    return (flags & 0x10) === 0 || this.#call("SUM", 1);
  }

  #call(name: string | undefined, count: number): boolean {
    if (name === undefined || this.#stack.length < count) return false;
    const given = this.#stack.splice(this.#stack.length - count, count);
    return this.#push(`${name}(${given.join(",")})`);
  }

  /** A function of an add-in: its name is the first operand. */
  #callNamed(count: number): boolean {
    if (count < 1 || this.#stack.length < count) return false;
    const [name, ...given] = this.#stack.splice(
      this.#stack.length - count,
      count,
    );
    return this.#push(`${name ?? ""}(${given.join(",")})`);
  }

  #string(reader: BiffReader): string {
    const { version, decoder } = this.#context;
    const count = reader.u8();
    return version === 8
      ? reader.characters(count, (reader.u8() & 1) === 1)
      : decoder.decode(reader.bytes(count));
  }

  #array(): string {
    const { version, decoder } = this.#context;
    const extra = this.#extra;
    const first = extra.u8();
    const columns = version === 8 ? first + 1 : first === 0 ? 256 : first;
    const rows = extra.u16() + (version === 8 ? 1 : 0);
    const lines: string[] = [];
    for (let row = 0; row < rows && !extra.ended; row++) {
      const line: string[] = [];
      for (let column = 0; column < columns && !extra.ended; column++) {
        const type = extra.u8();
        if (type === 1) line.push(String(extra.f64()));
        else if (type === 2) {
          const text =
            version === 8
              ? extra.unicode(extra.u16())
              : decoder.decode(extra.bytes(extra.u8()));
          line.push(`"${text.replaceAll('"', '""')}"`);
        } else {
          const value = extra.u8();
          extra.skip(7);
          if (type === 4) line.push(value === 0 ? "FALSE" : "TRUE");
          else line.push(type === 16 ? errorText(value) : "");
        }
      }
      lines.push(line.join(","));
    }
    return `{${lines.join(";")}}`;
  }

  #reference(offset: boolean): string {
    const [place] = this.#places(1, offset);
    return place === undefined ? "" : placeText(place);
  }

  #area(offset: boolean): string {
    const [from, to] = this.#places(2, offset);
    if (from === undefined || to === undefined) return "";
    const bottom = this.#context.version === 8 ? 65535 : 16383;
    if (from.row === 0 && to.row === bottom)
      return `${dollar(from.columnFixed)}${columnName(from.column)}:${dollar(to.columnFixed)}${columnName(to.column)}`;
    if (from.column === 0 && to.column === 255)
      return `${dollar(from.rowFixed)}${from.row + 1}:${dollar(to.rowFixed)}${to.row + 1}`;
    return `${placeText(from)}:${placeText(to)}`;
  }

  /** One or two corners: rows come before columns. */
  #places(count: number, offset: boolean): Place[] {
    const reader = this.#reader;
    const { version } = this.#context;
    const rows = Array.from({ length: count }, () => reader.u16());
    return rows.map((row) => {
      const column = version === 8 ? reader.u16() : reader.u8();
      const flags = version === 8 ? column : row;
      const rowFixed = (flags & 0x8000) === 0;
      const columnFixed = (flags & 0x4000) === 0;
      const rowSize = version === 8 ? 0x10000 : 0x4000;
      const plainRow = row & (rowSize - 1);
      const plainColumn = column & 0xff;
      return {
        row: offset && !rowFixed ? (plainRow + this.#row) % rowSize : plainRow,
        column:
          offset && !columnFixed
            ? (plainColumn + this.#column) % 256
            : plainColumn,
        rowFixed,
        columnFixed,
      };
    });
  }
}

interface Place {
  readonly row: number;
  readonly column: number;
  readonly rowFixed: boolean;
  readonly columnFixed: boolean;
}

const dollar = (fixed: boolean): string => (fixed ? "$" : "");

function placeText({ row, column, rowFixed, columnFixed }: Place): string {
  if (!rowFixed && !columnFixed) return cellRef(row, column);
  return (
    dollar(columnFixed) +
    columnName(column) +
    dollar(rowFixed) +
    String(row + 1)
  );
}
