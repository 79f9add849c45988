import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SheetLayout } from "../../../src/ui/review/sheet-layout.ts";
import type { ReviewSheet } from "../../../src/worker/api.ts";
import { reviewSheet } from "../review-file.ts";

const all = { top: 0, left: 0, bottom: 9, right: 9 };

describe("the layout of a sheet", () => {
  it("spans merged cells and leaves out the ones they cover", () => {
    const rows = new SheetLayout(reviewSheet()).window(all, null);
    expect(rows.map(({ cells }) => cells.length)).toEqual([1, 2, 2]);
    expect(rows[0]?.cells[0]).toMatchObject({ columnSpan: 2, rowSpan: 1 });
    expect(rows[2]?.cells[1]?.cell?.text).toBe("48");
  });

  it("draws a merge that reaches into the window from outside, in its own row", () => {
    const sheet = {
      ...reviewSheet(),
      merges: [{ top: 0, left: 0, bottom: 2, right: 0 }],
    };
    const rows = new SheetLayout(sheet).window(
      { top: 2, left: 0, bottom: 2, right: 1 },
      null,
    );
    expect(rows.map(({ row }) => row)).toEqual([0, 2]);
    expect(rows[0]?.cells).toMatchObject([{ row: 0, column: 0, rowSpan: 3 }]);
  });

  it("cuts a merge where the drawn rows end", () => {
    const sheet = {
      ...reviewSheet(),
      merges: [{ top: 1, left: 0, bottom: 1_048_575, right: 16_383 }],
    };
    expect(new SheetLayout(sheet).cellAt(2, 1)).toMatchObject({
      row: 1,
      column: 0,
      rowSpan: 2,
      columnSpan: 2,
    });
  });

  it("has room for rows that come later, and does not move when they come and go", () => {
    const layout = new SheetLayout({ ...reviewSheet(), rows: 9 });
    const { height } = layout;
    expect(layout.tops).toHaveLength(10);
    expect(layout.cellAt(7, 1)?.cell).toBeUndefined();
    const later = {
      cells: [
        {
          row: 7,
          column: 1,
          text: "很长的说明".repeat(20),
          role: "record" as const,
          numeric: false,
        },
      ],
      bindings: [],
    };
    layout.add(later);
    expect(layout.cellAt(7, 1)?.cell?.text).toContain("很长");
    expect(layout.height).toBe(height);
    layout.remove(later);
    expect(layout.cellAt(7, 1)?.cell).toBeUndefined();
  });

  it("gives words one line where the sheet does not wrap them", () => {
    const long = "城镇污水处理率".repeat(4);
    const heights = (wrap: boolean, styled: boolean) => {
      const sheet = reviewSheet();
      const layout = new SheetLayout({
        ...sheet,
        styled,
        merges: [],
        cells: [
          {
            row: 1,
            column: 0,
            text: long,
            role: "header",
            numeric: false,
            ...(wrap ? { wrap } : {}),
          },
        ],
      });
      return (layout.tops[2] ?? 0) - (layout.tops[1] ?? 0);
    };
    expect(heights(false, true)).toBe(22);
    expect(heights(true, true)).toBeGreaterThan(22);
    expect(heights(false, false)).toBe(heights(true, true));
  });

  it("finds tall merges without a list for each of their rows", () => {
    const layout = new SheetLayout({
      ...reviewSheet(),
      rows: 90_000,
      merges: Array.from({ length: 50 }, (_, column) => ({
        top: 5,
        left: column * 2,
        bottom: 1_048_575,
        right: column * 2 + 1,
      })),
      columns: 120,
    });
    expect(layout.cellAt(80_000, 3)).toMatchObject({
      row: 5,
      column: 2,
      rowSpan: 89_995,
    });
  });

  it("gives a column without a width the usual one", () => {
    expect(new SheetLayout(reviewSheet()).lefts).toEqual([0, 146, 215]);
  });

  it("makes a row as high as its words need, and figures take one line", () => {
    const sheet = reviewSheet();
    const { tops } = new SheetLayout({
      ...sheet,
      cells: [
        {
          row: 1,
          column: 1,
          text: "二氧化硫年平均浓度",
          role: "header",
          numeric: false,
        },
        {
          row: 2,
          column: 1,
          text: "123456789012345",
          role: "value",
          numeric: true,
        },
      ],
    });
    const heights = tops.slice(1).map((end, at) => end - (tops[at] ?? 0));
    expect(heights[1]).toBeGreaterThan(heights[0] ?? 0);
    expect(heights[2]).toBe(heights[0]);
  });

  it("finds rows and columns by their pixels", () => {
    const layout = new SheetLayout(reviewSheet());
    for (const [row, top] of layout.tops.slice(0, -1).entries()) {
      expect(layout.rowAt(top)).toBe(row);
      expect(layout.rowBoundary(top + 3)).toBe(row);
    }
    expect(layout.columnBoundary(layout.width + 50)).toBe(2);
    expect(layout.rowAt(1e9)).toBe(2);
  });

  it("draws every cell of a window once, whatever the merges", () => {
    const size = 12;
    const place = fc.nat({ max: size - 1 });
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(place, place, fc.nat({ max: 3 }), fc.nat({ max: 3 })),
          {
            maxLength: 6,
          },
        ),
        place,
        place,
        (wanted, top, left) => {
          const merges: ReviewSheet["merges"][number][] = [];
          for (const [row, column, down, right] of wanted) {
            const merge = {
              top: row,
              left: column,
              bottom: row + down,
              right: column + right,
            };
            const apart = merges.every(
              (other) =>
                other.bottom < merge.top ||
                other.top > merge.bottom ||
                other.right < merge.left ||
                other.left > merge.right,
            );
            if (apart) merges.push(merge);
          }
          const layout = new SheetLayout({
            ...reviewSheet(),
            rows: size,
            shownRows: size,
            columns: size,
            merges,
          });
          const window = { top, left, bottom: size - 1, right: size - 1 };
          const cells = layout.window(window, null).flatMap((row) => row.cells);
          const covered = new Map<string, number>();
          for (const cell of cells)
            for (let row = 0; row < cell.rowSpan; row += 1)
              for (let column = 0; column < cell.columnSpan; column += 1) {
                const key = `${cell.row + row} ${cell.column + column}`;
                covered.set(key, (covered.get(key) ?? 0) + 1);
              }
          for (let row = top; row < size; row += 1)
            for (let column = left; column < size; column += 1)
              expect(covered.get(`${row} ${column}`)).toBe(1);
        },
      ),
    );
  });
});
