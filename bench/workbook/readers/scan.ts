import { unzipSync } from "fflate";
import type { Reader } from "./reader.ts";

/**
 * The second floor: inflate, then one pass over the bytes that yields plain
 * arrays of JavaScript values. It trusts the file to be just like the generated
 * one (no prefix, no inline text, no other entities) and looks at nothing but
 * references, types and values, so no real reader can be much faster.
 */
export const read: Reader = (bytes) => {
  const entries = unzipSync(bytes);
  const part = (name: string): Uint8Array => {
    const found = entries[name];
    if (found === undefined) throw new Error(`no ${name}`);
    return found;
  };
  const strings = scanStrings(part("xl/sharedStrings.xml"));
  const rows = scanSheet(part("xl/worksheets/sheet1.xml"), strings);
  return Promise.resolve((tally) => {
    for (const row of rows) for (const value of row) tally.add(value);
  });
};

type Value = number | string | null;

const decoder = new TextDecoder();

function scanStrings(xml: Uint8Array): string[] {
  const texts = decoder.decode(xml).split("<si><t>");
  texts.shift();
  return texts.map((piece) => {
    const text = piece.slice(0, piece.indexOf("<"));
    return text.includes("&")
      ? text
          .replaceAll("&lt;", "<")
          .replaceAll("&gt;", ">")
          .replaceAll("&quot;", '"')
          .replaceAll("&amp;", "&")
      : text;
  });
}

const [lt, gt, slash, quote, space] = [0x3c, 0x3e, 0x2f, 0x22, 0x20];
const [c, f, r, t, v, w] = [0x63, 0x66, 0x72, 0x74, 0x76, 0x77];

function scanSheet(xml: Uint8Array, strings: readonly string[]): Value[][] {
  const rows: Value[][] = [];
  let row: Value[] = [];
  let column = 0;
  let shared = false;
  for (let at = xml.indexOf(lt); at >= 0 && at < xml.length; at++) {
    if (xml[at] !== lt) continue;
    const first = xml[at + 1];
    const second = xml[at + 2];
    if (first === c && second === space) {
      shared = false;
      at += 3;
      while (xml[at] !== gt) {
        const name = xml[at] ?? 0;
        // Attributes of a cell have names of one letter: x="…"
        at += 3;
        if (name === r) {
          column = 0;
          for (
            let letter = xml[at] ?? 0;
            letter >= 0x41;
            letter = xml[++at] ?? 0
          )
            column = column * 26 + letter - 0x40;
        } else if (name === t) shared = xml[at] === 0x73;
        while (xml[at] !== quote) at++;
        at++;
        while (xml[at] === space || xml[at] === slash) at++;
      }
    } else if (first === v && second === gt) {
      const start = at + 3;
      at = start;
      while (xml[at] !== lt) at++;
      const number = parseNumber(xml, start, at);
      while (row.length < column - 1) row.push(null);
      row.push(shared ? (strings[number] ?? null) : number);
      at += 3;
    } else if (first === f) {
      // A formula: skip to its end, so that nothing in it is taken for a value.
      while (!(xml[at] === lt && xml[at + 1] === slash)) at++;
    } else if (first === r && second === 0x6f && xml[at + 3] === w) {
      row = [];
      rows.push(row);
    }
  }
  return rows;
}

const powers = Array.from({ length: 23 }, (_, power) => 10 ** power);

/** Exact: up to 2^53 over a power of ten that a double holds is rounded once; anything else goes to `Number`. */
function parseNumber(xml: Uint8Array, start: number, end: number): number {
  let at = start;
  const negative = xml[at] === 0x2d;
  if (negative) at++;
  let digits = 0;
  let places = -1;
  for (; at < end; at++) {
    const digit = (xml[at] ?? 0) - 0x30;
    if (digit >= 0 && digit <= 9) {
      digits = digits * 10 + digit;
      if (places >= 0) places++;
    } else if (digit === -2 && places < 0) places = 0;
    else break;
  }
  if (at < end || digits > Number.MAX_SAFE_INTEGER || places > 22)
    return Number(String.fromCharCode(...xml.subarray(start, end)));
  const value = places > 0 ? digits / (powers[places] ?? NaN) : digits;
  return negative ? -value : value;
}
