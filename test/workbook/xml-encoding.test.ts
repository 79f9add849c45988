import fc from "fast-check";
import { expect, it } from "vitest";
import {
  fromUtf8,
  toUtf8,
  Utf8Converter,
  xmlEncoding,
} from "../../src/workbook/xml-encoding.ts";

const declared = '<?xml version="1.0" encoding="UTF-16"?><a>';

function wide(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(`\ufeff${declared}${text}`, "utf16le"));
}

it("reads the same whatever pieces a part comes in", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", maxLength: 80 }),
      fc.boolean(),
      fc.array(fc.nat(300), { maxLength: 6 }),
      (text, isWide, cuts) => {
        const part = isWide
          ? wide(text)
          : new TextEncoder().encode(`<a>${text}</a>`);
        const whole = toUtf8(part);
        const convert = new Utf8Converter();
        const out: number[] = [];
        const places = [...cuts, 0, part.length]
          .map((at) => Math.min(at, part.length))
          .sort((a, b) => a - b);
        places.forEach((at, index) => {
          const piece = part.subarray(places[index - 1] ?? 0, at);
          out.push(...convert.push(piece, index === places.length - 1));
        });
        expect(Uint8Array.from(out)).toEqual(whole);
      },
    ),
  );
});

it("goes to UTF-8 and back where it says it can", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
      const part = wide(text);
      const encoding = xmlEncoding(part);
      expect(encoding.reversible).toBe(true);
      expect(fromUtf8(toUtf8(part), encoding)).toEqual(part);
    }),
  );
});

it("does not promise to bring half a pair back", () => {
  expect(xmlEncoding(wide("\ud800")).reversible).toBe(false);
  expect(xmlEncoding(wide("a").subarray(0, -1)).reversible).toBe(false);
});
