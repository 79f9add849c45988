import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extendSeries } from "../../../src/ui/grid/extend-series.ts";
import { fillDrag, fillLines } from "../../../src/ui/grid/fill-handle.ts";
import { nextPeriods } from "../../../src/ui/grid/next-periods.ts";

describe("a run that is dragged on", () => {
  it("goes on with its difference, to the last digit", () => {
    expect(extendSeries(["0.1", "0.3"], 3)).toEqual(["0.5", "0.7", "0.9"]);
    expect(extendSeries(["46", "44.5"], 2)).toEqual(["43.0", "41.5"]);
  });

  it("goes on along the nearest line when its differences are uneven, as in Excel", () => {
    // TREND({1,2,4},,{4,5}), TREND({46;44.5;41},,{4}) and TREND({1;3;2;5},,{5;6}).
    expect(extendSeries(["1", "2", "4"], 2)).toEqual([
      "5.33333333333333",
      "6.83333333333333",
    ]);
    expect(extendSeries(["46", "44.5", "41"], 1)).toEqual(["38.8333333333333"]);
    expect(extendSeries(["1", "3", "2", "5"], 2)).toEqual(["5.5", "6.6"]);
    expect(extendSeries(["3", "1", "2"], 1)).toEqual(["1"]);
  });

  it("leaves nothing over: what it adds lies on the line of the whole", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -9999, max: 9999 }), {
          minLength: 3,
          maxLength: 8,
        }),
        (run) => {
          const next = extendSeries(run.map(String), 2).map(Number);
          const n = run.length;
          const meanX = (n - 1) / 2;
          const meanY = run.reduce((sum, y) => sum + y, 0) / n;
          const slope =
            run.reduce((sum, y, x) => sum + (x - meanX) * (y - meanY), 0) /
            run.reduce((sum, _, x) => sum + (x - meanX) ** 2, 0);
          next.forEach((y, at) => {
            expect(y).toBeCloseTo(meanY + slope * (n + at - meanX), 6);
          });
        },
      ),
    );
  });

  it("is repeated when it is no run of numbers, and when Ctrl is held", () => {
    expect(extendSeries(["1", "甲", "4"], 4)).toEqual(["1", "甲", "4", "1"]);
    expect(extendSeries(["1", "2"], 3, "copy")).toEqual(["1", "2", "1"]);
    expect(extendSeries(["5"], 2)).toEqual(["5", "5"]);
    expect(extendSeries(["", "3"], 3)).toEqual(["", "3", ""]);
  });

  it("counts one number up when asked", () => {
    expect(extendSeries(["5.5"], 2, "step")).toEqual(["6.5", "7.5"]);
  });

  it("follows the months over the year's end", () => {
    expect(extendSeries(["11月"], 3)).toEqual(["12月", "1月", "2月"]);
    expect(extendSeries(["2021年11月"], 2)).toEqual([
      "2021年12月",
      "2022年1月",
    ]);
    expect(extendSeries(["3月", "6月"], 2)).toEqual(["9月", "12月"]);
    expect(extendSeries(["2021-Q3"], 2)).toEqual(["2021-Q4", "2022-Q1"]);
    expect(extendSeries(["13月"], 1)).toEqual(["13月"]);
  });

  it("is any arithmetic series continued", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1000, max: 1000 }),
        fc.integer({ min: -50, max: 50 }),
        fc.integer({ min: 2, max: 6 }),
        fc.integer({ min: 1, max: 6 }),
        (start, step, known, more) => {
          const all = Array.from({ length: known + more }, (_, i) =>
            String(start + step * i),
          );
          expect(extendSeries(all.slice(0, known), more)).toEqual(
            all.slice(known),
          );
        },
      ),
    );
  });
});

describe("the fill handle", () => {
  const source = { top: 2, left: 2, bottom: 3, right: 3 };

  it("fills the longer way, and nothing inside", () => {
    expect(fillDrag(source, { row: 3, column: 3 })).toBe(null);
    expect(fillDrag(source, { row: 6, column: 4 })).toMatchObject({
      target: { top: 4, left: 2, bottom: 6, right: 3 },
      along: "rows",
      back: false,
    });
    expect(fillDrag(source, { row: 2, column: 0 })).toMatchObject({
      target: { top: 2, left: 0, bottom: 3, right: 1 },
      along: "columns",
      back: true,
    });
  });

  it("goes through each line of the source in the direction of the drag", () => {
    const drag = fillDrag(source, { row: 0, column: 2 });
    if (drag === null) throw new Error("nothing is filled");
    expect(fillLines(drag)[0]).toEqual({
      from: [
        { row: 3, column: 2 },
        { row: 2, column: 2 },
      ],
      to: [
        { row: 1, column: 2 },
        { row: 0, column: 2 },
      ],
    });
  });
});

describe("the periods that follow", () => {
  it.each([
    [
      ["2021-05", "2021-06"],
      ["2021-07", "2021-08"],
    ],
    [["2021-12"], ["2022-01", "2022-02"]],
    [
      ["2019", "2020"],
      ["2021", "2022"],
    ],
    [["2021-Q3"], ["2021-Q4", "2022-01/2022-03"]],
    [["2021-01/2021-05"], ["2021-01/2021-06", "2021-01/2021-07"]],
    [["2020-01/2020-11"], ["2020", "2021-01"]],
    [
      ["2020-06", "2021-06"],
      ["2022-06", "2023-06"],
    ],
    [
      ["2021-06-14", "2021-06-15"],
      ["2021-06-16", "2021-06-17"],
    ],
    [
      ["2021-06", "2021"],
      ["2022", "2023"],
    ],
  ])("%j", (given, next) => {
    expect(nextPeriods(given, 2)).toEqual(next);
  });

  it("are none after what is no period", () => {
    expect(nextPeriods([], 2)).toEqual([]);
    expect(nextPeriods(["某月"], 2)).toEqual([]);
  });
});
