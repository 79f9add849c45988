import { describe, expect, it } from "vitest";
import { parsePeriod } from "../../../src/model/period.ts";
import { seriesOption } from "../../../src/ui/chart/series-option.ts";
import { timeTicks } from "../../../src/ui/chart/time-ticks.ts";
import type { Series } from "../../../src/worker/api.ts";

function point(period: string, value: number | null) {
  const range = parsePeriod(period);
  if (range === null) throw new Error(`not a period: ${period}`);
  return {
    period,
    start: range.start,
    end: range.end,
    value,
    missing: "",
    stated: false,
  };
}

const series: Series = {
  indicator: "air.pm25",
  region: "140000",
  unit: "μg/m3",
  decimals: 0,
  points: [point("2018", 55), point("2019", null), point("2020", 46)],
  path: [
    [18627, 46],
    [20453, 39],
  ],
  target: {
    value: 39,
    comparator: "<=",
    day: 20453,
    source: "",
    unverified: false,
  },
  forecast: [],
  limit: { value: 35, label: { zh: "标准", en: "Standard" } },
};
const words = {
  language: "zh",
  actual: "实际",
  path: "序时线",
  target: "目标",
  limit: "标准",
  forecast: "预测",
  band: "预测区间",
  stated: "上年同期",
  unit: "μg/m³",
} as const;
const look = {
  text: "#000",
  muted: "#000",
  line: "#000",
  surface: "#fff",
  actual: "#000",
  path: "#000",
  target: "#000",
  limit: "#000",
  forecast: "#000",
  font: "sans-serif",
};

describe("seriesOption", () => {
  it("leaves a gap where a value is missing", () => {
    const [actual] = seriesOption(series, words, look).series as {
      data: { value: (number | null)[] }[];
      connectNulls: boolean;
    }[];
    expect(actual?.data.map(({ value }) => value[1])).toEqual([55, null, 46]);
    expect(actual?.connectNulls).toBe(false);
  });

  it("leaves a gap where months were left out, and speaks of no point there", () => {
    const months = ["2019-11", "2019-12", "2021-01", "2021-02"];
    const option = seriesOption(
      { ...series, points: months.map((month, i) => point(month, i)) },
      words,
      look,
    );
    const [actual] = option.series as { data: { value: unknown[] }[] }[];
    expect(actual?.data.map(({ value }) => value[1])).toEqual([
      0,
      1,
      "-",
      2,
      3,
    ]);
    const { formatter } = option.tooltip as {
      formatter: (items: object[]) => string;
    };
    const told = (dataIndex: number) =>
      formatter([
        {
          seriesName: "实际",
          seriesIndex: 0,
          dataIndex,
          value: actual?.data[dataIndex]?.value,
        },
      ]);
    expect(told(2)).toBe("");
    expect(told(3)).toBe("实际  2021年1月  2 μg/m³");
  });

  it("draws figures at the end of their period and the target on its day", () => {
    const [actual, , goal] = seriesOption(series, words, look).series as {
      data: unknown[];
    }[];
    expect(actual?.data[2]).toMatchObject({ value: [18627, 46] });
    expect(goal?.data).toEqual([[20453, 39]]);
  });

  it("draws what a later sheet states of last year hollow", () => {
    const [first, ...rest] = series.points;
    if (first === undefined) throw new Error("the series has points");
    const stated = {
      ...series,
      points: [{ ...first, stated: true }, ...rest],
    };
    const [actual] = seriesOption(stated, words, look).series as {
      data: { itemStyle?: { color: string } }[];
    }[];
    expect(actual?.data.map(({ itemStyle }) => itemStyle?.color)).toEqual([
      look.surface,
      undefined,
      undefined,
    ]);
  });

  it("says what the path is where it begins, unless it is a point", () => {
    const labels = (path: Series["path"]) => {
      const [, expected] = seriesOption({ ...series, path }, words, look)
        .series as { data: { label?: { formatter: string } }[] }[];
      return expected?.data.map(({ label }) => label?.formatter);
    };
    expect(labels(series.path)).toEqual(["序时线", undefined]);
    expect(labels([[20453, 39]])).toEqual([undefined]);
  });

  it("draws a forecast from the last known figure within its band, and nothing without one", () => {
    type Drawn = { name: string; stack?: string; data: number[][] }[];
    const plain = { ...series, limit: null };
    expect(seriesOption(plain, words, look).series).toHaveLength(3);
    const forecast = [
      { day: 18992, low: 40, value: 44, high: 49 },
      { day: 19357, low: 37, value: 42, high: 48 },
    ];
    const drawn = (
      seriesOption({ ...plain, forecast }, words, look).series as Drawn
    ).slice(3);
    expect(drawn[0]?.data).toEqual([
      [18627, 46],
      [18992, 44],
      [19357, 42],
    ]);
    // Stacked: the low edge, and the width of the band on it.
    expect(drawn.slice(1).map(({ data }) => data.map(([, y]) => y))).toEqual([
      [40, 37],
      [9, 11],
    ]);
    expect(drawn.slice(1).every(({ stack }) => stack === "band")).toBe(true);
  });

  it("draws a forecast of one day as an upright band with its words, joined to nothing", () => {
    const forecast = [{ day: 20453, low: 38, value: 41.5, high: 44 }];
    const drawn = (
      seriesOption({ ...series, limit: null, forecast }, words, look)
        .series as {
        data: { value: number[]; label?: { formatter: string } }[];
      }[]
    ).slice(3);
    expect(drawn).toHaveLength(1);
    expect(drawn[0]?.data.map(({ value }) => value)).toEqual([
      [20453, 38],
      [20453, 41.5],
      [20453, 44],
    ]);
    expect(drawn[0]?.data[1]?.label?.formatter).toBe("预测 41.5 (38.0–44.0)");
  });

  it("keeps the limit of the standard in sight, far as it may lie", () => {
    const drawn = seriesOption(series, words, look).series as {
      name: string;
      data: number[][];
      markLine?: { data: unknown[] };
    }[];
    const limit = drawn.find(({ name }) => name === "标准");
    expect(limit?.data.map(([, value]) => value)).toEqual([35]);
    expect(limit?.markLine?.data).toEqual([{ yAxis: 35 }]);
  });

  it("spans known figures, path, target and forecast only", () => {
    const early = {
      ...series,
      points: [point("2010", null), ...series.points],
    };
    const { xAxis } = seriesOption(early, words, look);
    const from = Array.isArray(xAxis) ? undefined : xAxis?.min;
    expect(Number(from)).toBeGreaterThan(17000);
  });

  it("draws no target where there is none", () => {
    const [, , goal] = seriesOption({ ...series, target: null }, words, look)
      .series as { data: number[][] }[];
    expect(goal?.data).toEqual([]);
  });
});

describe("timeTicks", () => {
  it("labels the last days of years over a long span", () => {
    const ticks = timeTicks(17000, 20500, "zh", true);
    expect(ticks.labels.map((day) => ticks.label(day))).toContain("2020年");
    expect(ticks.labels).toContain(18627);
    expect(ticks.ends).toEqual(ticks.labels);
  });

  it("puts the word of a year amid its shorter periods", () => {
    // 16 January 2019 to 15 January 2022.
    const ticks = timeTicks(17912, 19007, "zh", false);
    expect(ticks.labels.map((day) => ticks.label(day))).toEqual([
      "2019年",
      "2020年",
      "2021年",
    ]);
    for (const [i, end] of ticks.ends.entries())
      expect(end - (ticks.labels[i] ?? NaN)).toBe(183);
  });

  it("labels months over a short one, at most twelve", () => {
    const ticks = timeTicks(18628, 19200, "zh", false);
    expect(ticks.labels.length).toBeLessThanOrEqual(12);
    expect(ticks.label(ticks.labels[0] ?? 0)).toMatch(/^\d{4}年\d{1,2}月$/);
  });
});
