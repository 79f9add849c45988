import { CellTag } from "./cell-tag.ts";
import { readStringItem } from "./string-item.ts";
import { takeText, TextSpan } from "./text-span.ts";
import {
  endsName,
  holdsBracket,
  isSoundTag,
  localName,
  markupEnd,
  tagEnd,
  XmlCursor,
} from "./xml-cursor.ts";
import { unknownReference } from "./xml-text.ts";

const lt = 0x3c;
const gt = 0x3e;
const slash = 0x2f;
const bang = 0x21;
const question = 0x3f;
const letter = { c: 0x63, f: 0x66, i: 0x69, s: 0x73, t: 0x74, v: 0x76 };

/** What one `<c>` element says, as positions in the bytes at hand; one object serves all cells. */
export class CellElement extends CellTag {
  readonly value = new TextSpan();
  readonly inline = new TextSpan();
  readonly formula = new TextSpan();
  /** Where the formula's tag begins; -1 without one. */
  formulaTag = -1;
  /** True when that tag has attributes. */
  formulaNamed = false;

  /**
   * Reads from behind the element's name; `row` and `column` are where a cell
   * stands that does not say. Returns the position behind the element, or -1
   * when its end is not at hand.
   */
  read(
    data: Uint8Array,
    from: number,
    stop: number,
    row: number,
    column: number,
  ): number {
    this.row = row;
    this.column = column;
    this.style = 0;
    this.typeEnd = this.typeStart = 0;
    this.badStart = -1;
    this.value.from = -1;
    this.value.joined = null;
    this.value.broken = this.formula.broken = false;
    this.inline.from = -1;
    this.formulaTag = -1;
    this.stray = "";
    const at = this.readTag(data, from, stop);
    if (at < 0 || data[at - 2] === slash) return at;
    return this.#children(data, at, stop);
  }

  /** Position behind the closing tag; -1 when it is not at hand. */
  #children(data: Uint8Array, from: number, stop: number): number {
    let at = from;
    for (;;) {
      while (at < stop && data[at] !== lt) at += 1;
      if (at + 2 >= stop) return -1;
      const byte = data[at + 1];
      if (byte === slash) return this.#closing(data, at, stop);
      if (byte === bang || byte === question) {
        at = markupEnd(data, at, stop);
        if (at < 0) return -1;
        continue;
      }
      let name = at + 1;
      if (!endsName(data[name + 1])) name = localName(data, name, stop);
      const one = endsName(data[name + 1]) ? data[name] : 0;
      if (one === letter.v) at = this.#value(data, at, name, stop);
      else if (one === letter.f) at = this.#formula(data, at, name, stop);
      else if (data[name] === letter.i && data[name + 1] === letter.s)
        at = this.#inline(data, at, name, stop);
      else at = this.#other(data, at, stop);
      if (at < 0) return -1;
      if (this.value.broken || this.formula.broken) this.stray = "v";
    }
  }

  /** A tag that closes something else leaves the cell where it stands. */
  #closing(data: Uint8Array, at: number, stop: number): number {
    let name = at + 2;
    if (!endsName(data[name + 1])) name = localName(data, name, stop);
    if (name + 1 >= stop) return -1;
    if (data[name] !== letter.c || !endsName(data[name + 1])) {
      this.stray = "c";
      return at;
    }
    let end = name + 1;
    while (end < stop && data[end] !== gt) end += 1;
    return end < stop ? end + 1 : -1;
  }

  #value(data: Uint8Array, tag: number, name: number, stop: number): number {
    const open =
      data[name + 1] === gt ? name + 2 : tagEnd(data, name + 1, stop);
    if (open < 0) return -1;
    if (open > name + 2 && holdsBracket(data, name, open)) this.stray = "v";
    const { value } = this;
    value.clear();
    if (data[open - 2] === slash) {
      value.from = value.to = open;
      return open;
    }
    return takeText(value, data, tag, open, stop);
  }

  #formula(data: Uint8Array, tag: number, name: number, stop: number): number {
    const open =
      data[name + 1] === gt ? name + 2 : tagEnd(data, name + 1, stop);
    if (open < 0) return -1;
    if (
      open > name + 2 &&
      (!isSoundTag(data, name + 1, open) ||
        unknownReference(data, name, open) !== null)
    )
      this.stray = "f";
    this.formulaTag = tag;
    this.formulaNamed = data[name + 1] !== gt;
    const { formula } = this;
    formula.clear();
    if (data[open - 2] === slash) {
      formula.from = formula.to = open;
      return open;
    }
    return takeText(formula, data, tag, open, stop);
  }

  #inline(data: Uint8Array, tag: number, name: number, stop: number): number {
    const { inline } = this;
    // `<is><t>…</t></is>`, as nearly every writer has it.
    if (
      name === tag + 1 &&
      data[tag + 3] === gt &&
      data[tag + 5] === letter.t &&
      data[tag + 6] === gt
    ) {
      inline.clear();
      const end = inline.take(data, tag + 7, stop);
      if (end < 0 || end + 9 > stop) return -1;
      if (
        data[end + 1] === slash &&
        data[end + 2] === letter.t &&
        data[end + 3] === gt &&
        data[end + 5] === slash &&
        data[end + 6] === letter.i &&
        data[end + 7] === letter.s &&
        data[end + 8] === gt
      )
        return end + 9;
    }
    const cursor = new XmlCursor(data, tag, stop);
    if (!cursor.next()) return -1;
    if (!cursor.opens("is")) return this.#other(data, tag, stop);
    inline.clear();
    inline.from = cursor.end;
    inline.joined = readStringItem(cursor);
    inline.unknown = cursor.unknown;
    if (cursor.misplaced) this.stray = "is";
    inline.to = cursor.start;
    inline.marked = true;
    return inline.joined === null ? -1 : cursor.end;
  }

  #other(data: Uint8Array, tag: number, stop: number): number {
    const cursor = new XmlCursor(data, tag, stop);
    if (!cursor.next()) return -1;
    const name = cursor.name();
    if (!cursor.skip()) return -1;
    if (name !== "extLst") this.stray = name;
    return cursor.end;
  }
}
