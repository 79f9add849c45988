import { describe, expect, it } from "vitest";
import { dayNumber } from "../../src/model/calendar.ts";
import { expectedPath } from "../../src/progress/path.ts";
import { seriesOf } from "../../src/progress/series.ts";
import { observation, smallCatalog, target } from "./small-catalog.ts";

describe("series", () => {
  const mixed = [
    observation("air.pm25", "2021-02", 60),
    observation("air.pm25", "2021-01", 70),
    observation("air.pm25", "2021-03", null, { missing: "未监测" }),
    observation("air.pm25", "2020", 46),
    observation("air.pm25", "2021", 44),
    observation("air.pm25", "2021-01", 1, { region: "140100" }),
    observation("air.pm25", "2021-01", 55, { measure: "previous" }),
  ];

  it("keeps months and years apart, takes the finest with two values, and leaves gaps", () => {
    const series = seriesOf(mixed, "air.pm25", "140000");
    expect(series.granularity).toBe("month");
    expect(series.points.map(({ period, value }) => [period, value])).toEqual([
      ["2021-01", 70],
      ["2021-02", 60],
      ["2021-03", null],
    ]);
  });

  it("is annual when no span has two values", () => {
    const series = seriesOf(
      [
        observation("air.pm25", "2021-01", 70),
        observation("air.pm25", "2020", 46),
      ],
      "air.pm25",
      "140000",
    );
    expect(series.granularity).toBe("year");
    expect(series.points).toHaveLength(1);
  });

  it("is empty without figures", () => {
    expect(seriesOf([], "air.pm25", "140000")).toEqual({
      granularity: null,
      points: [],
    });
  });
});

describe("expected path", () => {
  const catalog = smallCatalog();

  it("runs straight from the end of the base year to the deadline", () => {
    expect(
      expectedPath(
        target({
          indicator: "air.pm25",
          comparator: "<=",
          goal: "39",
          unit: "μg/m3",
          from: "2020",
          deadline: "2025",
          baseline: { value: "46", period: "2020" },
        }),
        catalog,
      ),
    ).toEqual([
      [dayNumber(2021, 1, 1), 46],
      [dayNumber(2026, 1, 1), 39],
    ]);
  });

  it("starts a reduction at nothing, and shows the goal alone without a baseline", () => {
    expect(expectedPath(target({}), catalog)[0]).toEqual([
      dayNumber(2016, 1, 1),
      0,
    ]);
    const pm25 = target({
      indicator: "air.pm25",
      comparator: "<=",
      goal: "39",
    });
    expect(expectedPath({ ...pm25, unit: "μg/m3" }, catalog)).toHaveLength(1);
    expect(expectedPath({ ...pm25, unit: "μg/m3" }, catalog, 46)[0]?.[1]).toBe(
      46,
    );
    expect(expectedPath(pm25, catalog)).toEqual([]);
  });
});
