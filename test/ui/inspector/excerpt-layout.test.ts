import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layOutExcerpt } from "../../../src/ui/inspector/excerpt-layout.ts";
import type { SheetExcerpt } from "../../../src/worker/api.ts";

const excerpt = (of: Partial<SheetExcerpt>): SheetExcerpt => ({
  file: "a.xlsx",
  sheet: "表",
  row: 9,
  column: 3,
  rows: [0, 1, 8, 9, 10],
  columns: [0, 2, 3],
  widths: [null, null, null],
  cells: [],
  merges: [],
  ...of,
});
const cell = (row: number, column: number, text: string) => ({
  row,
  column,
  text,
  role: "header" as const,
  numeric: false,
});

describe("layOutExcerpt", () => {
  it("cuts a merged area to what is shown and keeps its words", () => {
    const [first] = layOutExcerpt(
      excerpt({
        cells: [cell(0, 1, "标题")],
        merges: [{ top: 0, left: 1, bottom: 4, right: 9 }],
      }),
    );
    expect(
      first?.map(({ columnSpan, rowSpan, cell: at }) => [
        columnSpan,
        rowSpan,
        at?.text,
      ]),
    ).toEqual([
      [1, 1, undefined],
      [2, 2, "标题"],
    ]);
  });

  it("marks the figure and where rows and columns are left out", () => {
    const laid = layOutExcerpt(excerpt({})).flat();
    expect(laid.filter(({ here }) => here)).toMatchObject([
      { row: 9, column: 3 },
    ]);
    expect(
      new Set(laid.filter((at) => at.gapAbove).map(({ row }) => row)),
    ).toEqual(new Set([8]));
    expect(
      new Set(laid.filter((at) => at.gapBefore).map(({ column }) => column)),
    ).toEqual(new Set([2]));
  });

  it("covers every shown place exactly once", () => {
    const places = fc
      .uniqueArray(fc.integer({ min: 0, max: 12 }), { minLength: 1 })
      .map((all) => [...all].sort((a, b) => a - b));
    fc.assert(
      fc.property(
        places,
        places,
        fc.nat(12),
        fc.nat(12),
        fc.nat(6),
        fc.nat(6),
        (rows, columns, top, left, high, wide) => {
          const merge = { top, left, bottom: top + high, right: left + wide };
          const laid = layOutExcerpt(
            excerpt({ rows, columns, merges: [merge] }),
          ).flat();
          const area = laid.reduce(
            (sum, { rowSpan, columnSpan }) => sum + rowSpan * columnSpan,
            0,
          );
          expect(area).toBe(rows.length * columns.length);
        },
      ),
    );
  });
});
