import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgePasted, middleSize } from "../../../src/ui/grid/paste-doubt.ts";
import { planPaste } from "../../../src/ui/grid/paste-plan.ts";
import { movePoint, readPasted } from "../../../src/ui/grid/pasted-figure.ts";

describe("a copied figure", () => {
  it.each([
    ["48", "48", false, ""],
    ["1,234,567.80", "1234567.80", false, ""],
    ["１２，３４５．６", "12345.6", false, ""],
    ["63.6%", "63.6", true, ""],
    ["63.6％", "63.6", true, ""],
    [" -3.5 ", "-3.5", false, ""],
    ["−3.5", "-3.5", false, ""],
    ["+5", "5", false, ""],
    [".5", "0.5", false, ""],
    ["1e-3", "0.001", false, ""],
    ["48 μg/m³", "48", false, "μg/m3"],
    ["2.2万", "2.2", false, "万"],
    ["0.048mg/m3", "0.048", false, "mg/m3"],
  ])("%s", (text, number, percent, unit) => {
    expect(readPasted(text)).toEqual({ kind: "number", number, percent, unit });
  });

  it.each([
    "2021/6/30",
    "1,23",
    "↓4",
    "3.25（3.76）",
    "约60",
    "12-13",
    "1 234",
  ])("%s is text", (text) => {
    expect(readPasted(text)).toEqual({ kind: "text", text });
  });

  it("moves its point without losing a digit", () => {
    expect(movePoint("63.6", -2)).toBe("0.636");
    expect(movePoint("0.636", 2)).toBe("63.6");
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 0, max: 8 }),
        fc.integer({ min: -8, max: 8 }),
        (digits, scale, places) => {
          const number = movePoint(String(digits), -scale);
          expect(Number(movePoint(movePoint(number, places), -places))).toBe(
            Number(number),
          );
        },
      ),
    );
  });
});

const percent = { unit: "%", unitText: "%", usual: 62 };
const plain = { unit: "μg/m3", unitText: "μg/m³", usual: 45 };
const copied = (text: string, exact: string | null = null) => ({ text, exact });

describe("a figure for a row", () => {
  it("loses its percent sign where the row is in per cent, and keeps the stored digits", () => {
    expect(judgePasted(copied("63.6%"), percent)).toMatchObject({
      text: "63.6",
      doubt: null,
    });
    expect(judgePasted(copied("63.6%", "0.6365"), percent)).toMatchObject({
      text: "63.65",
      doubt: null,
    });
  });

  it("is asked about when per cent and other units meet", () => {
    expect(judgePasted(copied("63.6%"), plain)).toEqual({
      text: "63.6",
      doubt: "percent_into_other",
      instead: "0.636",
    });
    expect(judgePasted(copied("0.636"), percent)).toEqual({
      text: "0.636",
      doubt: "fraction_into_percent",
      instead: "63.6",
    });
    expect(judgePasted(copied("0.048mg/m3"), plain).doubt).toBe("unit");
    expect(judgePasted(copied("48 ug/m3"), plain).doubt).toBe("unit");
    expect(judgePasted(copied("48 µg/m³"), plain)).toMatchObject({
      text: "48",
      doubt: null,
    });
  });

  it("is asked about when it is far from the others of its row, and never when they are unknown", () => {
    expect(judgePasted(copied("48000"), plain).doubt).toBe("far_off");
    expect(judgePasted(copied("0.048"), plain).doubt).toBe("far_off");
    expect(judgePasted(copied("0"), plain).doubt).toBe(null);
    expect(judgePasted(copied("48000"), { ...plain, usual: null }).doubt).toBe(
      null,
    );
  });

  it("keeps the stored number of what is shown rounded, and not the serial of a date", () => {
    expect(
      judgePasted(copied("12,346", "12345.6"), { ...plain, usual: 12000 }),
    ).toMatchObject({ text: "12345.6", doubt: null });
    expect(judgePasted(copied("2021/6/30", "44377"), plain).text).toBe(
      "2021/6/30",
    );
  });

  it("is compared with the middle of the sizes", () => {
    expect(middleSize([])).toBe(null);
    expect(middleSize([-3, 100, 5])).toBe(5);
  });
});

const area = (top: number, left: number, bottom: number, right: number) => ({
  top,
  left,
  bottom,
  right,
});
const size = { rows: 10, columns: 6 };

describe("a block", () => {
  it("of one value goes into every selected cell once", () => {
    const { placements } = planPaste(
      { rows: 1, columns: 1 },
      [area(0, 0, 1, 1), area(1, 1, 2, 1)],
      size,
    );
    expect(placements.length).toBe(5);
  });

  it("lies at the first cell, and says what does not fit", () => {
    const plan = planPaste({ rows: 3, columns: 3 }, [area(8, 4, 8, 4)], size);
    expect(plan.area).toEqual(area(8, 4, 9, 5));
    expect(plan.placements.length).toBe(4);
    expect(plan.beyond).toEqual({ rows: 1, columns: 1 });
  });

  it("fills a selection that it fits evenly", () => {
    const plan = planPaste({ rows: 1, columns: 2 }, [area(0, 0, 2, 3)], size);
    expect(plan.placements.length).toBe(12);
    expect(
      plan.placements.every(
        ({ column, fromColumn, fromRow }) =>
          fromColumn === column % 2 && fromRow === 0,
      ),
    ).toBe(true);
  });

  it("sets every place at most once, inside the grid", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 5 }),
        fc.nat(9),
        fc.nat(5),
        (rows, columns, top, left) => {
          const { placements, beyond } = planPaste(
            { rows, columns },
            [area(top, left, top, left)],
            size,
          );
          const places = new Set(
            placements.map(({ row, column }) => `${row}:${column}`),
          );
          expect(places.size).toBe(placements.length);
          expect(placements.length).toBe(
            (rows - beyond.rows) * (columns - beyond.columns),
          );
          for (const { row, column } of placements) {
            expect(row).toBeLessThan(size.rows);
            expect(column).toBeLessThan(size.columns);
          }
        },
      ),
    );
  });
});
