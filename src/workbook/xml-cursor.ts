import { decodeXmlText, plainText, unknownReference } from "./xml-text.ts";

const lt = 0x3c;
const gt = 0x3e;
const slash = 0x2f;
const bang = 0x21;
const question = 0x3f;
const colon = 0x3a;
const quote = 0x22;
const apostrophe = 0x27;
const equals = 0x3d;

export function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** True for a byte that cannot stand in a name. */
export function endsName(byte: number | undefined): boolean {
  return byte === gt || byte === slash || isSpace(byte);
}

/** Where the local name of a tag begins, its prefix passed over. */
export function localName(data: Uint8Array, at: number, stop: number): number {
  for (let p = at; p < stop; p++) {
    const byte = data[p];
    if (byte === colon) return p + 1;
    if (endsName(byte) || byte === quote) break;
  }
  return at;
}

/** Position behind the `>` of a tag that starts before `at`, quotes respected; -1 when it is not in the data. */
export function tagEnd(data: Uint8Array, at: number, stop: number): number {
  for (; at < stop; at++) {
    const byte = data[at];
    if (byte === gt) return at + 1;
    if (byte === quote || byte === apostrophe) {
      at += 1;
      while (at < stop && data[at] !== byte) at += 1;
    }
  }
  return -1;
}

function find(
  data: Uint8Array,
  at: number,
  stop: number,
  first: number,
  second: number,
  third: number,
): number {
  for (; at + 2 < stop; at++)
    if (data[at] === first && data[at + 1] === second && data[at + 2] === third)
      return at + 3;
  return -1;
}

/** True where a tag's bytes hold a `<`: its end is missing, and it swallows what follows. */
export function holdsBracket(
  data: Uint8Array,
  from: number,
  to: number,
): boolean {
  for (let at = from; at < to; at++) if (data[at] === lt) return true;
  return false;
}

/**
 * True for a tag whose attributes are spelt as XML wants them: names of ASCII
 * letters with quoted values, nothing between them. `nameEnd` is behind the
 * tag's name, `end` behind its `>`.
 */
export function isSoundTag(
  data: Uint8Array,
  nameEnd: number,
  end: number,
): boolean {
  let at = nameEnd;
  for (;;) {
    while (isSpace(data[at])) at += 1;
    if (at >= end - 1) return at === end - 1;
    if (data[at] === slash) return at === end - 2;
    const start = at;
    while (at < end && isNameByte(data[at] ?? 0)) at += 1;
    if (at === start) return false;
    while (isSpace(data[at])) at += 1;
    if (data[at] !== equals) return false;
    at += 1;
    while (isSpace(data[at])) at += 1;
    const mark = data[at];
    if (mark !== quote && mark !== apostrophe) return false;
    at = data.indexOf(mark, at + 1) + 1;
    if (at <= 0 || at >= end) return false;
    if (!isSpace(data[at]) && data[at] !== slash && data[at] !== gt)
      return false;
  }
}

/** Letters, digits, `-`, `.`, `:` and `_`. */
function isNameByte(byte: number): boolean {
  const letter = byte | 0x20;
  return (
    (letter >= 0x61 && letter <= 0x7a) ||
    (byte >= 0x2d && byte <= 0x3a && byte !== slash) ||
    byte === 0x5f
  );
}

/** True at `<![CDATA[`. */
export function isCdata(data: Uint8Array, at: number): boolean {
  return (
    data[at + 1] === bang && data[at + 2] === 0x5b && data[at + 3] === 0x43
  );
}

/** Position behind a comment, CDATA, instruction or doctype that starts at `at`; -1 when it is not closed. */
export function markupEnd(data: Uint8Array, at: number, stop: number): number {
  if (data[at + 1] === question) {
    for (let p = at + 2; p + 1 < stop; p++)
      if (data[p] === question && data[p + 1] === gt) return p + 2;
    return -1;
  }
  if (isCdata(data, at)) return find(data, at + 9, stop, 0x5d, 0x5d, gt);
  if (data[at + 2] === 0x2d) return find(data, at + 4, stop, 0x2d, 0x2d, gt);
  let depth = 0;
  for (let p = at + 2; p < stop; p++) {
    const byte = data[p];
    if (byte === 0x5b) depth += 1;
    else if (byte === 0x5d) depth -= 1;
    else if (byte === gt && depth <= 0) return p + 1;
    else if (byte === quote || byte === apostrophe) {
      p += 1;
      while (p < stop && data[p] !== byte) p += 1;
    }
  }
  return -1;
}

export type XmlToken = "open" | "empty" | "close" | "text" | "end";

/**
 * Walks over the tags and texts of XML bytes (UTF-8) with their positions.
 * Comments, instructions and a doctype are passed over; entities a doctype
 * declares are never expanded. Names are local names, whatever their prefix.
 */
export class XmlCursor {
  readonly data: Uint8Array;
  readonly stop: number;
  kind: XmlToken = "end";
  /** Position of the token, and behind it. */
  start: number;
  end: number;
  /** The local name of a tag. */
  nameStart = 0;
  nameEnd = 0;
  /** True when the data ended inside a token. */
  cut = false;
  /** The first reference in a text that was read which XML does not know. */
  unknown: string | null = null;
  /** Set by a reader that met text which belongs to no element. */
  misplaced = false;
  #cdata = false;

  constructor(data: Uint8Array, at = 0, stop = data.length) {
    this.data = data;
    this.stop = stop;
    this.start = at;
    this.end = at;
  }

  /** Moves to the next token; false at the end. */
  next(): boolean {
    const { data, stop } = this;
    let at = this.end;
    for (;;) {
      this.start = at;
      if (at >= stop) return this.#finish(false);
      if (data[at] !== lt) {
        while (at < stop && data[at] !== lt) at += 1;
        this.kind = "text";
        this.#cdata = false;
        this.end = at;
        return true;
      }
      const byte = data[at + 1];
      if (byte === bang || byte === question) {
        const end = markupEnd(data, at, stop);
        if (end < 0) return this.#finish(true);
        if (isCdata(data, at)) {
          this.kind = "text";
          this.#cdata = true;
          this.end = end;
          return true;
        }
        at = end;
        continue;
      }
      const end = tagEnd(data, at + 1, stop);
      if (end < 0) return this.#finish(true);
      this.kind =
        byte === slash ? "close" : data[end - 2] === slash ? "empty" : "open";
      this.end = end;
      this.#readName(byte === slash ? at + 2 : at + 1);
      return true;
    }
  }

  #finish(cut: boolean): boolean {
    this.kind = "end";
    this.cut = cut;
    this.end = this.stop;
    return false;
  }

  #readName(at: number): void {
    const { data } = this;
    this.nameStart = at;
    for (; at < this.end; at++) {
      const byte = data[at];
      if (byte === colon) this.nameStart = at + 1;
      else if (byte === gt || byte === slash || isSpace(byte)) break;
    }
    this.nameEnd = at;
  }

  /** True at an opening or empty tag with this local name. */
  opens(name: string): boolean {
    return (
      (this.kind === "open" || this.kind === "empty") && this.#isNamed(name)
    );
  }

  closes(name: string): boolean {
    return this.kind === "close" && this.#isNamed(name);
  }

  #isNamed(name: string): boolean {
    if (this.nameEnd - this.nameStart !== name.length) return false;
    for (let index = 0; index < name.length; index++)
      if (this.data[this.nameStart + index] !== name.charCodeAt(index))
        return false;
    return true;
  }

  /** Local name of the tag. */
  name(): string {
    return plainText(this.data, this.nameStart, this.nameEnd);
  }

  /** The tag's prefix with its colon; empty without one. */
  prefix(): string {
    const from = this.start + (this.kind === "close" ? 2 : 1);
    return plainText(this.data, from, this.nameStart);
  }

  attributes(): XmlAttribute[] {
    return readAttributes(this.data, this.nameEnd, this.end);
  }

  /** Value of the attribute with this local name; null without one. */
  attribute(name: string): string | null {
    for (const found of this.attributes())
      if (found.local === name)
        return decodeXmlText(this.data, found.valueStart, found.valueEnd);
    return null;
  }

  /** The text of a text token. */
  text(): string {
    if (this.#cdata) return plainText(this.data, this.start + 9, this.end - 3);
    const text = decodeXmlText(this.data, this.start, this.end);
    if (text.includes("&"))
      this.unknown ??= unknownReference(this.data, this.start, this.end);
    return text;
  }

  /** True for a tag without anything between its attributes. */
  get sound(): boolean {
    return isSoundTag(this.data, this.nameEnd, this.end);
  }

  /** From an opening tag to its closing one; false when it never closes. */
  skip(): boolean {
    if (this.kind !== "open") return true;
    for (let depth = 1; depth > 0;) {
      if (!this.next()) return false;
      if (this.kind === "open") depth += 1;
      else if (this.kind === "close") depth -= 1;
    }
    return true;
  }
}

export interface XmlAttribute {
  readonly name: string;
  readonly local: string;
  readonly start: number;
  readonly end: number;
  readonly valueStart: number;
  readonly valueEnd: number;
}

/** The attributes between a tag's name and its end, with positions. */
export function readAttributes(
  data: Uint8Array,
  from: number,
  to: number,
): XmlAttribute[] {
  const found: XmlAttribute[] = [];
  let at = from;
  while (at < to) {
    while (at < to && isSpace(data[at])) at += 1;
    const start = at;
    while (at < to && data[at] !== equals && data[at] !== gt) at += 1;
    if (data[at] !== equals) return found;
    let nameEnd = at;
    while (nameEnd > start && isSpace(data[nameEnd - 1])) nameEnd -= 1;
    at += 1;
    while (at < to && isSpace(data[at])) at += 1;
    const mark = data[at];
    if (mark !== quote && mark !== apostrophe) return found;
    const valueStart = at + 1;
    at = valueStart;
    while (at < to && data[at] !== mark) at += 1;
    const name = plainText(data, start, nameEnd);
    found.push({
      name,
      local: name.slice(name.indexOf(":") + 1),
      start,
      end: at + 1,
      valueStart,
      valueEnd: at,
    });
    at += 1;
  }
  return found;
}
