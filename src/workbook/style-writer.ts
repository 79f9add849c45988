import type { ClosureItem } from "../model/sheet.ts";
import { fixedBuiltin } from "./builtin-formats.ts";
import { applySplices, type Splice } from "./splice.ts";
import { XmlCursor } from "./xml-cursor.ts";
import { escapeAttribute, plainText } from "./xml-text.ts";

/** Cell styles Excel takes in one workbook. */
const mostStyles = 65_490;

/** A style as it stands: what it says beside its number format, in a form that can be compared. */
interface StyleElement {
  readonly start: number;
  readonly end: number;
  readonly open: number;
  readonly format: number;
  readonly rest: string;
}

interface ListPosition {
  /** Name of the tag, prefix included. */
  readonly tag: string;
  readonly open: number;
  /** Where the closing tag stands; -1 for a self-closed list. */
  readonly close: number;
  /** Where the value of `count` stands; -1 without one. */
  readonly countStart: number;
  readonly countEnd: number;
}

/** Appends cell styles to a styles part (UTF-8) without renumbering what is there. */
export class StyleWriter {
  readonly #data: Uint8Array;
  readonly #part: string;
  readonly #xfs: StyleElement[] = [];
  readonly #codes = new Map<number, string>();
  #cellXfs: ListPosition | null = null;
  #numFmts: ListPosition | null = null;
  #root = -1;
  #prefix = "";
  readonly #newXfs: {
    readonly format: number;
    readonly rest: string;
    readonly xml: string;
  }[] = [];
  readonly #newFormats: string[] = [];
  readonly closure: ClosureItem[] = [];

  constructor(data: Uint8Array, part: string) {
    this.#data = data;
    this.#part = part;
    this.#read();
  }

  #read(): void {
    const cursor = new XmlCursor(this.#data);
    while (cursor.next()) {
      if (this.#root < 0 && cursor.opens("styleSheet")) {
        this.#root = cursor.end;
        this.#prefix = cursor.prefix();
      } else if (cursor.opens("numFmts"))
        this.#numFmts = this.#readList(cursor, "numFmts", (item) => {
          const code = item.attribute("formatCode");
          if (code !== null)
            this.#codes.set(Number(item.attribute("numFmtId")), code);
          item.skip();
        });
      else if (cursor.opens("cellXfs"))
        this.#cellXfs = this.#readList(cursor, "cellXfs", (item) => {
          this.#xfs.push(this.#readStyle(item));
        });
      else if (cursor.kind === "open") cursor.skip();
    }
  }

  #readList(
    cursor: XmlCursor,
    name: string,
    item: (cursor: XmlCursor) => void,
  ): ListPosition | null {
    const empty = cursor.kind === "empty";
    const count = cursor.attributes().find((one) => one.local === "count");
    const position = {
      tag: cursor.prefix() + name,
      open: cursor.end,
      countStart: count?.valueStart ?? -1,
      countEnd: count?.valueEnd ?? -1,
    };
    if (empty) return { ...position, close: -1 };
    while (cursor.next()) {
      if (cursor.closes(name)) return { ...position, close: cursor.start };
      if (cursor.kind === "open" || cursor.kind === "empty") item(cursor);
    }
    return null;
  }

  #readStyle(cursor: XmlCursor): StyleElement {
    const { start, end: open, kind } = cursor;
    const attributes = cursor
      .attributes()
      .filter(
        ({ local }) => local !== "numFmtId" && local !== "applyNumberFormat",
      )
      .map((one) => plainText(this.#data, one.start, one.end))
      .sort();
    const format = Number(cursor.attribute("numFmtId") ?? 0);
    cursor.skip();
    const inner =
      kind === "empty" ? "" : plainText(this.#data, open, cursor.start);
    return {
      start,
      end: cursor.end,
      open,
      format,
      rest: `${attributes.join(" ")}>${inner}`,
    };
  }

  /** True when a style can be appended at all. */
  get usable(): boolean {
    return this.#cellXfs !== null && this.#root >= 0;
  }

  /** True when the style locks its cells on a protected sheet, as every style does that does not say otherwise. */
  locks(style: number): boolean {
    const rest = this.#xfs[style]?.rest ?? "";
    return !/<(?:\w+:)?protection\b[^>]*\blocked\s*=\s*["'](?:0|false)["']/.test(
      rest,
    );
  }

  /**
   * Number of the style that is `style` (the first one where the list does not
   * go that far) with another number format, given by code or by builtin
   * number. Null when the workbook has as many styles as Excel takes.
   */
  withFormat(style: number, format: string | number): number | null {
    const id = typeof format === "number" ? format : this.#knownFormat(format);
    const rest = (this.#xfs[style] ?? this.#xfs[0])?.rest ?? ">";
    if (id !== null) {
      const known = this.#styleLike(id, rest);
      if (known !== null) return known;
    }
    const number = this.#xfs.length + this.#newXfs.length;
    if (number >= mostStyles) return null;
    const made = id ?? this.#newFormat(String(format));
    const xml = this.#styleXml(rest, made);
    this.#newXfs.push({ format: made, rest, xml });
    this.closure.push({
      entry: this.#part,
      element: `cellXfs/xf[${number}]`,
      reason: "style",
    });
    return number;
  }

  #styleLike(id: number, rest: string): number | null {
    const same = (one: { format: number; rest: string }): boolean =>
      one.format === id && one.rest === rest;
    const known = this.#xfs.findIndex(same);
    if (known >= 0) return known;
    const added = this.#newXfs.findIndex(same);
    return added >= 0 ? this.#xfs.length + added : null;
  }

  #styleXml(rest: string, id: number): string {
    const cut = rest.indexOf(">");
    const attributes = rest.slice(0, cut);
    const inner = rest.slice(cut + 1);
    const open = `<${this.#prefix}xf numFmtId="${id}"${attributes === "" ? "" : " "}${attributes} applyNumberFormat="1"`;
    return inner === "" ? `${open}/>` : `${open}>${inner}</${this.#prefix}xf>`;
  }

  #knownFormat(code: string): number | null {
    const fixed = fixedBuiltin(code);
    if (fixed !== undefined && !this.#codes.has(fixed)) return fixed;
    for (const [id, known] of this.#codes) if (known === code) return id;
    return null;
  }

  #newFormat(code: string): number {
    const id = Math.max(163, ...this.#codes.keys()) + 1;
    this.#codes.set(id, code);
    this.#newFormats.push(
      `<${this.#prefix}numFmt numFmtId="${id}" formatCode="${escapeAttribute(code)}"/>`,
    );
    this.closure.push({
      entry: this.#part,
      element: `numFmts/numFmt[${id}]`,
      reason: "style",
    });
    return id;
  }

  /** The part with what was appended. */
  bytes(): Uint8Array {
    const splices: Splice[] = [];
    if (this.#newFormats.length > 0) {
      const text = this.#newFormats.join("");
      if (this.#numFmts !== null)
        splices.push(
          ...appendTo(this.#numFmts, text, this.#newFormats.length, this.#data),
        );
      else
        splices.push({
          start: this.#root,
          end: this.#root,
          text: `<${this.#prefix}numFmts count="${this.#newFormats.length}">${text}</${this.#prefix}numFmts>`,
        });
    }
    if (this.#newXfs.length > 0 && this.#cellXfs !== null)
      splices.push(
        ...appendTo(
          this.#cellXfs,
          this.#newXfs.map(({ xml }) => xml).join(""),
          this.#newXfs.length,
          this.#data,
        ),
      );
    return applySplices(this.#data, splices);
  }
}

function appendTo(
  list: ListPosition,
  text: string,
  added: number,
  data: Uint8Array,
): Splice[] {
  const { close, open, tag } = list;
  const splices: Splice[] = [
    close < 0
      ? { start: open - 2, end: open, text: `>${text}</${tag}>` }
      : { start: close, end: close, text },
  ];
  if (list.countStart >= 0) {
    const count = Number(plainText(data, list.countStart, list.countEnd));
    if (Number.isInteger(count))
      splices.push({
        start: list.countStart,
        end: list.countEnd,
        text: String(count + added),
      });
  }
  return splices;
}
