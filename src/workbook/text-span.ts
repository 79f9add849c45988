import { readElementText } from "./string-item.ts";
import { XmlCursor } from "./xml-cursor.ts";

const lt = 0x3c;
const gt = 0x3e;
const slash = 0x2f;
const equals = 0x3d;
const ampersand = 0x26;
const underscore = 0x5f;
const carriageReturn = 0x0d;

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

/** The text of an element that opens at `tag` and whose content begins at `open`; returns what follows it, or -1. */
export function takeText(
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
