import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseTsv, printTsv } from "../../../src/ui/grid/tsv.ts";

const text = fc.string({
  unit: fc.constantFrom("a", "5", "中", '"', "\t", "\n", ",", " ", "%"),
  maxLength: 6,
});
/** Spreadsheets copy rectangles. */
const block = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(text, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );

describe("text of the clipboard", () => {
  it("comes back as it was printed", () => {
    fc.assert(
      fc.property(block, (rows) => {
        expect(parseTsv(printTsv(rows))).toEqual(rows);
      }),
    );
  });

  it("is read as Excel writes it: a line break at the end, quotes doubled, line breaks in cells", () => {
    expect(parseTsv("48\t63.6%\r\n1,234\t\r\n")).toEqual([
      ["48", "63.6%"],
      ["1,234", ""],
    ]);
    expect(parseTsv('"第一行\n第二行"\t"说""明"""\r\n')).toEqual([
      ["第一行\n第二行", '说"明"'],
    ]);
  });

  it("keeps quotes that are none of a cell", () => {
    expect(parseTsv('"半个\t5')).toEqual([['"半个', "5"]]);
    expect(parseTsv('"a"b\tc')).toEqual([['"a"b', "c"]]);
  });

  it("reads one cell without a line break, and an empty row in between", () => {
    expect(parseTsv("48")).toEqual([["48"]]);
    expect(parseTsv("1\r\n\r\n2\r\n")).toEqual([["1"], [""], ["2"]]);
  });
});
