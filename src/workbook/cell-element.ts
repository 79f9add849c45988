import { readElementText, readStringItem } from "./string-item.ts";
import {
  endsName,
  holdsBracket,
  isSoundTag,
  isSpace,
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
const quote = 0x22;
const apostrophe = 0x27;
const equals = 0x3d;
const ampersand = 0x26;
const underscore = 0x5f;
const carriageReturn = 0x0d;
const letter = {
  c: 0x63,
  f: 0x66,
  i: 0x69,
  r: 0x72,
  s: 0x73,
  t: 0x74,
  v: 0x76,
};

/** Rows and columns are counted no further: a letter a million times over has no name. */
const farOutside = 1e9;

/** Text as it stands, or decoded where it is more than one run of characters. */
export class TextSpan {
  /** -1 when there is no text. */
  from = -1;
  to = -1;
  /** True when the bytes hold what must be decoded, or checked. */
  marked = false;
  /** Set where the text had to be put together; `from` and `to` are then around its markup. */
  joined: string | null = null;
  /** True when the tag that closes it is broken. */
  broken = false;
  /** A reference in a joined text that XML does not know. */
  unknown: string | null = null;

  clear(): void {
    this.from = -1;
    this.marked = false;
    this.broken = false;
    this.joined = null;
  }

  /**
   * Takes the characters up to the next `<` and returns its position; -1 when
   * it is not at hand.
   */
  take(data: Uint8Array, from: number, stop: number): number {
    let at = from;
    let marked = false;
    for (; at < stop; at++) {
      const byte = data[at] ?? 0;
      if (byte === lt) break;
      if (
        byte >= 0x80 ||
        byte === ampersand ||
        byte === underscore ||
        byte === carriageReturn
      )
        marked = true;
    }
    if (at + 1 >= stop) return -1;
    this.from = from;
    this.to = at;
    this.marked = marked;
    return at;
  }
}

/** What one `<c>` element says, as positions in the bytes at hand; one object serves all cells. */
export class CellElement {
  row = 0;
  column = 0;
  style = 0;
  typeStart = 0;
  typeEnd = 0;
  /** A reference that is none; -1 when there is no such. */
  badStart = -1;
  badEnd = -1;
  readonly value = new TextSpan();
  readonly inline = new TextSpan();
  readonly formula = new TextSpan();
  /** Where the formula's tag begins; -1 without one. */
  formulaTag = -1;
  /** True when that tag has attributes. */
  formulaNamed = false;
  /** Local name of a child no cell has, or `c` where the cell's own tags are broken; empty without one. */
  stray = "";

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
    const at = this.#attributes(data, from, stop);
    if (at < 0 || data[at - 2] === slash) return at;
    return this.#children(data, at, stop);
  }

  /** Position behind the opening tag; -1 when it is not at hand. */
  #attributes(data: Uint8Array, from: number, stop: number): number {
    let at = from;
    for (;;) {
      while (isSpace(data[at])) at += 1;
      if (at >= stop) return -1;
      const first = data[at];
      if (first === gt) return at + 1;
      if (first === slash) {
        if (at + 1 >= stop) return -1;
        if (data[at + 1] === gt) return at + 2;
        this.stray = "c";
        at += 1;
        continue;
      }
      // `r="B5"`, as nearly every attribute is spelt.
      if (
        data[at + 1] === equals &&
        data[at + 2] === quote &&
        (first === letter.r || first === letter.s || first === letter.t)
      ) {
        const start = at + 3;
        at = start;
        if (first === letter.r) {
          let letters = 0;
          let byte = data[at] ?? 0;
          for (; byte >= 0x41 && byte <= 0x5a && at - start < 3;) {
            letters = letters * 26 + byte - 0x40;
            byte = data[++at] ?? 0;
          }
          const digits = at;
          let number = 0;
          for (; byte >= 0x30 && byte <= 0x39 && at - digits < 7;) {
            number = number * 10 + byte - 0x30;
            byte = data[++at] ?? 0;
          }
          if (byte === quote && letters > 0 && number > 0) {
            this.column = letters - 1;
            this.row = number - 1;
            at += 1;
            continue;
          }
          at = start;
        }
        while (at < stop && data[at] !== quote) at += 1;
        if (at >= stop) return -1;
        this.#take(first, data, start, at);
        at += 1;
        continue;
      }
      const nameStart = at;
      while (at < stop && data[at] !== equals && data[at] !== gt) at += 1;
      if (at >= stop) return -1;
      if (data[at] === gt) {
        this.stray = "c";
        continue;
      }
      const single = at - nameStart === 1 || isSpace(data[nameStart + 1]);
      if (!isName(data, nameStart, at)) this.stray = "c";
      at += 1;
      while (isSpace(data[at])) at += 1;
      const mark = data[at];
      if (mark !== quote && mark !== apostrophe) {
        if (at >= stop) return -1;
        this.stray = "c";
        continue;
      }
      const start = at + 1;
      at = start;
      while (at < stop && data[at] !== mark) at += 1;
      if (at >= stop) return -1;
      if (single) this.#take(first, data, start, at);
      at += 1;
    }
  }

  /** Takes the value of an attribute of one letter. */
  #take(
    name: number | undefined,
    data: Uint8Array,
    from: number,
    to: number,
  ): void {
    if (name === letter.r) this.#reference(data, from, to);
    else if (name === letter.s) this.#readStyle(data, from, to);
    else if (name === letter.t) {
      this.typeStart = from;
      this.typeEnd = to;
    }
  }

  #reference(data: Uint8Array, from: number, to: number): void {
    let at = from;
    let letters = 0;
    for (; at < to; at++) {
      const value = ((data[at] ?? 0) | 0x20) - 0x60;
      if (value < 1 || value > 26) break;
      letters = Math.min(farOutside, letters * 26 + value);
    }
    const digitsStart = at;
    let digits = 0;
    for (; at < to; at++) {
      const value = (data[at] ?? 0) - 0x30;
      if (value < 0 || value > 9) break;
      digits = Math.min(farOutside, digits * 10 + value);
    }
    if (at === to && letters > 0 && at > digitsStart && digits > 0) {
      this.column = letters - 1;
      this.row = digits - 1;
    } else {
      this.badStart = from;
      this.badEnd = to;
    }
  }

  #readStyle(data: Uint8Array, from: number, to: number): void {
    let style = 0;
    for (let at = from; at < to; at++) {
      const digit = (data[at] ?? 0) - 0x30;
      if (digit < 0 || digit > 9) this.stray = "c";
      style = style * 10 + digit;
    }
    this.style = style >= 0 && style <= 0xffffffff ? style : 0;
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

/** False for what cannot be an attribute's name: something is lost before it. */
function isName(data: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const byte = data[at] ?? 0;
    const letters = (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
    // `-`, `.`, digits and `:`; spaces before the sign.
    const others =
      (byte >= 0x2d && byte <= 0x3a && byte !== slash) ||
      byte === underscore ||
      isSpace(byte);
    if (!letters && !others) return false;
  }
  return true;
}

/** The text of an element that opens at `tag` and whose content begins at `open`; returns what follows it, or -1. */
function takeText(
  span: TextSpan,
  data: Uint8Array,
  tag: number,
  open: number,
  stop: number,
): number {
  let at = span.take(data, open, stop);
  if (at < 0) return -1;
  if (data[at + 1] === slash) {
    at += 2;
    for (; at < stop && data[at] !== gt; at++)
      if (data[at] === equals || data[at] === lt) span.broken = true;
    return at < stop ? at + 1 : -1;
  }
  const cursor = new XmlCursor(data, tag, stop);
  cursor.next();
  span.joined = readElementText(cursor);
  span.unknown = cursor.unknown;
  span.to = cursor.start;
  span.marked = true;
  return span.joined === null ? -1 : cursor.end;
}
