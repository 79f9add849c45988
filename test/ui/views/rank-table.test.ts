import { describe, expect, it } from "vitest";
import {
  amongId,
  chooseRank,
  seriesId,
} from "../../../src/ui/views/rank-choice.ts";
import {
  countChanges,
  goesBothWays,
  rankTable,
} from "../../../src/ui/views/rank-table.ts";
import type { RankChoice, Ranking, RankLine } from "../../../src/worker/api.ts";

const line = (of: Partial<RankLine>): RankLine => ({
  region: "140100",
  cell: {
    value: 30,
    missing: "",
    decimals: 0,
    status: "normal",
    edited: false,
    conflict: false,
  },
  value: 30,
  rank: 1,
  tied: false,
  change: -5,
  changeUnit: "%",
  changeComputed: true,
  changeRank: 2,
  changeTied: false,
  excluded: false,
  reason: "",
  ...of,
});
const ranking: Ranking = {
  unit: "μg/m3",
  decimals: 0,
  better: "lower",
  lines: [
    line({ region: "a" }),
    line({ region: "b", value: 40, rank: 2, change: -10, changeRank: 1 }),
    line({
      region: "c",
      value: 20,
      rank: null,
      change: 3,
      changeRank: null,
      excluded: true,
      reason: "_",
    }),
    line({
      region: "d",
      value: null,
      rank: null,
      change: null,
      changeRank: null,
      reason: "未监测",
      cell: { ...line({}).cell, value: null, missing: "未监测" },
    }),
  ],
};

describe("a ranking as it is shown", () => {
  it("stands in the order of the ranks ranked by, the unranked last", () => {
    const order = (by: "level" | "change") =>
      rankTable(ranking, by).map(({ line: { region }, rank }) => [
        region,
        rank,
      ]);
    expect(order("level")).toEqual([
      ["a", 1],
      ["b", 2],
      ["c", null],
      ["d", null],
    ]);
    expect(order("change")).toEqual([
      ["b", 1],
      ["a", 2],
      ["c", null],
      ["d", null],
    ]);
  });

  it("draws bars against the greatest, none for what is missing or left out", () => {
    expect(rankTable(ranking, "level").map(({ share }) => share)).toEqual([
      0.75,
      1,
      null,
      null,
    ]);
    expect(rankTable(ranking, "change").map(({ share }) => share)).toEqual([
      -1,
      -0.5,
      null,
      null,
    ]);
  });

  it("says why a value is missing, and signs changes", () => {
    const rows = rankTable(ranking, "level");
    expect(rows.map(({ value }) => value)).toEqual([
      "30",
      "40",
      "20",
      "未监测",
    ]);
    expect(rows.map(({ change }) => change)).toEqual([
      "-5.0",
      "-10.0",
      "+3.0",
      "—",
    ]);
  });

  it("puts bars to both sides only where some point each way", () => {
    expect(goesBothWays(rankTable(ranking, "change"))).toBe(false);
    const mixed = { ...ranking, lines: [line({}), line({ change: 4 })] };
    expect(goesBothWays(rankTable(mixed, "change"))).toBe(true);
  });

  it("counts who improved by which way is better, the excluded aside", () => {
    expect(countChanges(ranking)).toEqual({
      ranked: 2,
      better: 2,
      worse: 0,
      same: 0,
    });
    expect(countChanges({ ...ranking, better: "higher" })).toMatchObject({
      better: 0,
      worse: 2,
    });
  });
});

describe("what the route asks to rank", () => {
  const choice = (of: Partial<RankChoice>): RankChoice => ({
    indicator: "air.pm25",
    variant: "",
    base: "",
    level: "city",
    parent: "140000",
    periods: [
      { code: "2021-06", n: 11 },
      { code: "2021-05", n: 11 },
    ],
    ...of,
  });
  const city = choice({});
  const county = choice({ level: "county", parent: "140900" });
  const other = choice({ indicator: "air.o3" });
  const all = [city, county, other];

  it("is found by indicator, level and period", () => {
    expect(chooseRank(all, { level: "county", period: "2021-05" })).toEqual({
      choice: county,
      period: "2021-05",
    });
    expect(chooseRank(all, { indicator: "air.o3" })?.choice).toBe(other);
  });

  it("falls back to what there is, the newest period", () => {
    expect(chooseRank(all, {})).toEqual({ choice: city, period: "2021-06" });
    expect(chooseRank(all, { indicator: "gone", period: "1999" })).toEqual({
      choice: city,
      period: "2021-06",
    });
    expect(
      chooseRank(all, { indicator: "air.o3", level: "county" })?.choice,
    ).toBe(other);
    expect(chooseRank([], {})).toBe(null);
  });

  it("has ids that tell series and regions apart", () => {
    expect(seriesId(city)).toBe(seriesId(county));
    expect(amongId(city)).not.toBe(amongId(county));
  });
});
