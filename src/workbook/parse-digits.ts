import { isSpace } from "./xml-cursor.ts";
import { plainText } from "./xml-text.ts";

const powers = Array.from({ length: 16 }, (_, index) => 10 ** index);

/**
 * Reads numbers from their digits, by hand where they fit a double exactly: 15
 * digits over a power of ten up to 22.
 */
export class DigitReader {
  /** NaN when the bytes are no number, or none that a double can hold. */
  value = 0;
  /** True when `value` is written as these bytes. */
  shortest = true;
  /** The bytes without the space around them; empty when there are none. */
  from = 0;
  to = 0;

  read(data: Uint8Array, from: number, to: number): void {
    while (from < to && isSpace(data[from])) from += 1;
    while (to > from && isSpace(data[to - 1])) to -= 1;
    this.from = from;
    this.to = to;
    let at = from;
    const negative = data[at] === 0x2d;
    if (negative) at += 1;
    const start = at;
    let mantissa = 0;
    let point = -1;
    for (; at < to; at++) {
      const byte = data[at] ?? 0;
      if (byte >= 0x30 && byte <= 0x39) mantissa = mantissa * 10 + byte - 0x30;
      else if (byte === 0x2e && point < 0) point = at;
      else break;
    }
    const digits = to - start - (point < 0 ? 0 : 1);
    if (at < to || digits <= 0 || digits > 15) {
      this.#readText(data, at === to && digits > 0);
      return;
    }
    const places = point < 0 ? 0 : to - point - 1;
    const size = places === 0 ? mantissa : mantissa / (powers[places] ?? 1);
    const whole = (point < 0 ? to : point) - start;
    this.value = negative ? -size : size;
    this.shortest =
      point !== to - 1 &&
      (places === 0 || data[to - 1] !== 0x30) &&
      (whole === 1 || (whole > 1 && data[start] !== 0x30)) &&
      (size === 0 ? !negative && digits === 1 : size >= 1e-6);
  }

  /** `plain`: the bytes are digits with at most one point and a minus. */
  #readText(data: Uint8Array, plain: boolean): void {
    const text = asciiText(data, this.from, this.to);
    const value =
      plain || /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text)
        ? Number(text)
        : NaN;
    this.value = Number.isFinite(value) ? value : NaN;
    // Whether they are its shortest text costs more to find out than to keep them.
    this.shortest = false;
  }
}

/** Sixteen at once: adding one character at a time makes a chain that is slow to read. */
function asciiText(data: Uint8Array, from: number, to: number): string {
  if (to - from > 40) return plainText(data, from, to);
  let text = "";
  let at = from;
  if (to - from >= 16) {
    text = String.fromCharCode(
      data[from] ?? 0, data[from + 1] ?? 0, data[from + 2] ?? 0, data[from + 3] ?? 0,
      data[from + 4] ?? 0, data[from + 5] ?? 0, data[from + 6] ?? 0, data[from + 7] ?? 0,
      data[from + 8] ?? 0, data[from + 9] ?? 0, data[from + 10] ?? 0, data[from + 11] ?? 0,
      data[from + 12] ?? 0, data[from + 13] ?? 0, data[from + 14] ?? 0, data[from + 15] ?? 0,
    ); // prettier-ignore
    at += 16;
  }
  for (; at < to; at++) text += String.fromCharCode(data[at] ?? 0);
  return text;
}
