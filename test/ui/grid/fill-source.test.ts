import { describe, expect, it } from "vitest";
import { filledArea, fillSource } from "../../../src/ui/grid/fill-source.ts";

const area = { top: 2, left: 3, bottom: 4, right: 5 };

describe("what the handle fills from", () => {
  it("is the one area of figures", () => {
    expect(fillSource([area], 1)).toBe(area);
  });

  it("is nothing of several areas, of names of rows and of nothing selected", () => {
    expect(fillSource([area, area], 1)).toBe(null);
    expect(fillSource([area], 4)).toBe(null);
    expect(fillSource([], 1)).toBe(null);
  });

  it("and what it filled are selected together, on whatever side", () => {
    const [from, to] = filledArea({
      source: area,
      target: { top: 0, left: 3, bottom: 1, right: 5 },
      along: "rows",
      back: true,
    });
    expect([from, to]).toEqual([
      { row: 0, column: 3 },
      { row: 4, column: 5 },
    ]);
  });
});
