import type { ClosureItem } from "../model/sheet.ts";
import { fixedBuiltin } from "./builtin-formats.ts";
import { applySplices, type Splice } from "./splice.ts";
import { XmlCursor } from "./xml-cursor.ts";
import { escapeAttribute, plainText } from "./xml-text.ts";

/** A style as it stands: what it says beside its number format, in a form that can be compared. */
interface StyleElement {
  readonly start: number;
  readonly end: number;
  readonly open: number;
  readonly format: number;
  readonly rest: string;
}

interface ListPosition {
  readonly open: number;
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
    const count = cursor.attributes().find((one) => one.local === "count");
    const position = {
      open: cursor.end,
      countStart: count?.valueStart ?? -1,
      countEnd: count?.valueEnd ?? -1,
    };
    const { kind } = cursor;
    if (kind === "empty") return null;
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

  /** Number of the style that is `style` with another number format, given by code or by builtin number. */
  withFormat(style: number, format: string | number): number {
    const id = typeof format === "number" ? format : this.#formatId(format);
    const base = this.#xfs[style] ?? this.#newXfs[style - this.#xfs.length];
    const rest = base?.rest ?? ">";
    const same = (one: { format: number; rest: string }): boolean =>
      one.format === id && one.rest === rest;
    const known = this.#xfs.findIndex(same);
    if (known >= 0) return known;
    const added = this.#newXfs.findIndex(same);
    if (added >= 0) return this.#xfs.length + added;
    const number = this.#xfs.length + this.#newXfs.length;
    this.#newXfs.push({ format: id, rest, xml: this.#styleXml(rest, id) });
    this.closure.push({
      entry: this.#part,
      element: `cellXfs/xf[${number}]`,
      reason: "style",
    });
    return number;
  }

  #styleXml(rest: string, id: number): string {
    const cut = rest.indexOf(">");
    const attributes = rest.slice(0, cut);
    const inner = rest.slice(cut + 1);
    const open = `<${this.#prefix}xf numFmtId="${id}"${attributes === "" ? "" : " "}${attributes} applyNumberFormat="1"`;
    return inner === "" ? `${open}/>` : `${open}>${inner}</${this.#prefix}xf>`;
  }

  #formatId(code: string): number {
    const fixed = fixedBuiltin(code);
    if (fixed !== undefined && !this.#codes.has(fixed)) return fixed;
    for (const [id, known] of this.#codes) if (known === code) return id;
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
  const splices: Splice[] = [{ start: list.close, end: list.close, text }];
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
