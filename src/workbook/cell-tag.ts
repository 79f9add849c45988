import { isSpace } from "./xml-cursor.ts";

const gt = 0x3e;
const slash = 0x2f;
const quote = 0x22;
const apostrophe = 0x27;
const equals = 0x3d;
const underscore = 0x5f;
const letter = { r: 0x72, s: 0x73, t: 0x74 };

/** Rows and columns are counted no further: a letter a million times over has no name. */
const farOutside = 1e9;

/** What the opening tag of a `<c>` says, as positions in the bytes at hand. */
export class CellTag {
  row = 0;
  column = 0;
  style = 0;
  typeStart = 0;
  typeEnd = 0;
  /** A reference that is none; -1 when there is no such. */
  badStart = -1;
  badEnd = -1;
  /** Local name of a child no cell has, or `c` where the cell's own tags are broken; empty without one. */
  stray = "";

  /** Position behind the opening tag; -1 when it is not at hand. */
  protected readTag(data: Uint8Array, from: number, stop: number): number {
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
}

/** False for what cannot be an attribute's name: something is lost before it. */
function isName(data: Uint8Array, from: number, to: number): boolean {
  if (isSpace(data[from]) || from === to) return false;
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
