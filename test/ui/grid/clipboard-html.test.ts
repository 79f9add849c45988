import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CopiedCell,
  parseClipboardHtml,
  printClipboardHtml,
} from "../../../src/ui/grid/clipboard-html.ts";

const fixture = (name: string) =>
  readFileSync(`test/fixtures/clipboard/${name}.html`, "utf8");
const texts = (html: string) =>
  parseClipboardHtml(html)?.map((row) => row.map(({ text }) => text));
const exact = (html: string) =>
  parseClipboardHtml(html)?.map((row) => row.map((cell) => cell.exact));

describe("HTML of the clipboard", () => {
  it("from Excel 365: shown texts, merged headings, line breaks, entities", () => {
    expect(texts(fixture("excel-365"))).toEqual([
      ["2021年", "", "备注"],
      ["12,345", "63.6%", "第一行\n 第二行 & <5"],
      ["48", "", "μg/m3"],
    ]);
    expect(
      exact(fixture("excel-365"))
        ?.flat()
        .some((one) => one !== null),
    ).toBe(false);
  });

  it("from Excel 2003: the stored number beside the shown text", () => {
    expect(parseClipboardHtml(fixture("excel-2003"))).toEqual([
      [
        { text: "63.6%", exact: "0.63649999999999995" },
        { text: "12,346", exact: "12345.6" },
        { text: "48", exact: "48" },
        { text: "2021/6/30", exact: "44377" },
      ],
    ]);
  });

  it("from WPS: a cell merged over two rows leaves its place empty below", () => {
    expect(parseClipboardHtml(fixture("wps"))).toEqual([
      [
        { text: "太原市", exact: null },
        { text: "63.6%", exact: "0.636" },
        { text: "48", exact: "48" },
      ],
      [
        { text: "", exact: null },
        { text: "89.5%", exact: "0.895" },
        { text: "35.6", exact: "35.60" },
      ],
    ]);
  });

  it("from LibreOffice", () => {
    expect(parseClipboardHtml(fixture("libreoffice"))).toEqual([
      [
        { text: "63.6%", exact: "0.636" },
        { text: "48", exact: "48" },
      ],
    ]);
  });

  it("without a table is none", () => {
    expect(parseClipboardHtml("")).toBe(null);
    expect(parseClipboardHtml("<p>48</p>")).toBe(null);
  });

  it("of our own comes back", () => {
    const cell: fc.Arbitrary<CopiedCell> = fc.oneof(
      fc
        .string({ unit: fc.constantFrom("a", "中", "<", "&", '"', "\n", "5") })
        .filter((text) => text === text.trim())
        .map((text) => ({ text, exact: null })),
      fc.integer().map((n) => ({ text: String(n), exact: String(n) })),
    );
    const block = fc.integer({ min: 1, max: 4 }).chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 4,
      }),
    );
    fc.assert(
      fc.property(block, (rows) => {
        expect(parseClipboardHtml(printClipboardHtml(rows))).toEqual(rows);
      }),
    );
  });

  it("cut off or odd gives a block or nothing, and never throws", () => {
    const whole = ["excel-365", "excel-2003", "wps"].map(fixture);
    fc.assert(
      fc.property(
        fc.constantFrom(...whole),
        fc.nat(3000),
        fc.nat(3000),
        (html, from, length) => {
          const rows = parseClipboardHtml(
            html.slice(0, from) + html.slice(from + length),
          );
          const widths = new Set(rows?.map((row) => row.length));
          expect(widths.size).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});
