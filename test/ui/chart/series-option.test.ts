import { describe, expect, it } from "vitest";
import { parsePeriod } from "../../../src/model/period.ts";
import { seriesOption } from "../../../src/ui/chart/series-option.ts";
import { timeTicks } from "../../../src/ui/chart/time-ticks.ts";
import type { Series } from "../../../src/worker/api.ts";

function point(period: string, value: number | null) {
  const range = parsePeriod(period);
  if (range === null) throw new Error(`not a period: ${period}`);
  return { period, start: range.start, end: range.end, value, missing: "" };
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
  limit: { value: 35, label: { zh: "标准", en: "Standard" } },
};
const words = {
  language: "zh",
  actual: "实际",
  path: "序时线",
  target: "目标",
  limit: "标准",
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
  font: "sans-serif",
};

describe("seriesOption", () => {
  it("leaves a gap where a value is missing", () => {
    const [actual] = seriesOption(series, words, look).series as {
      data: (number | null)[][];
      connectNulls: boolean;
    }[];
    expect(actual?.data.map(([, value]) => value)).toEqual([55, null, 46]);
    expect(actual?.connectNulls).toBe(false);
  });

  it("draws figures at the end of their period and the target on its day", () => {
    const [actual, , goal] = seriesOption(series, words, look).series as {
      data: number[][];
    }[];
    expect(actual?.data[2]?.[0]).toBe(18627);
    expect(goal?.data).toEqual([[20453, 39]]);
  });

  it("draws no target where there is none", () => {
    const [, , goal] = seriesOption({ ...series, target: null }, words, look)
      .series as { data: number[][] }[];
    expect(goal?.data).toEqual([]);
  });
});

describe("timeTicks", () => {
  it("labels the last days of years over a long span", () => {
    const ticks = timeTicks(17000, 20500, "zh");
    expect(ticks.days.map((day) => ticks.label(day))).toContain("2020年");
    expect(ticks.days).toContain(18627);
  });

  it("labels months over a short one, at most twelve", () => {
    const ticks = timeTicks(18628, 19200, "zh");
    expect(ticks.days.length).toBeLessThanOrEqual(12);
    expect(ticks.label(ticks.days[0] ?? 0)).toMatch(/^\d{4}-\d{2}$/);
  });
});
