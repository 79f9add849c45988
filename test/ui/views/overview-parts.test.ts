import { describe, expect, it } from "vitest";
import { lastMonthEnd } from "../../../src/ui/parts/period-choice.ts";
import { namesOf } from "../../../src/ui/state/names.ts";
import { headline, headlineChoices } from "../../../src/ui/views/headline.ts";
import {
  citiesShown,
  multiplesOf,
} from "../../../src/ui/views/multiples-of.ts";
import { progressChanges } from "../../../src/ui/views/progress-changes.ts";
import { setToMiss } from "../../../src/ui/views/set-to-miss.ts";
import type { RankChoice } from "../../../src/worker/api.ts";
import { catalog } from "../catalog.ts";
import { progressRow } from "../progress-row.ts";

const names = namesOf(catalog, "zh");
const from = { asOf: "2020-07-31", regions: new Set(["140100"]) };

describe("what changed between two days", () => {
  it("is a verdict that moved, whatever the period of the figure, worse first", () => {
    const before = [
      progressRow({ status: "达序时", period: "2020-01/2020-06" }),
      progressRow({ region: "140200", status: "严重滞后" }),
    ];
    const now = [
      progressRow({ region: "140200", status: "目前达标" }),
      progressRow({ status: "滞后" }),
    ];
    expect(
      progressChanges(before, now).moved.map(({ row, way }) => [
        row.region,
        way,
      ]),
    ).toEqual([
      ["140100", "worse"],
      ["140200", "better"],
    ]);
  });

  it("is a crossing of the goal only, where a verdict could not be given", () => {
    const unknown = progressRow({ status: "无法判定", gap: 2 });
    const met = progressRow({ status: "目前达标", gap: -1 });
    expect(progressChanges([unknown], [progressRow()])).toEqual({
      moved: [],
      first: [],
    });
    const ways = (before: typeof met, now: typeof met) =>
      progressChanges([before], [now]).moved.map(({ way }) => way);
    expect(ways(met, unknown)).toEqual(["worse"]);
    expect(ways(unknown, met)).toEqual(["better"]);
    expect(ways(progressRow({ ...unknown, gap: null }), met)).toEqual([]);
    // A month against the year so far is no crossing.
    expect(ways(progressRow({ ...unknown, period: "2020-06" }), met)).toEqual(
      [],
    );
    expect(
      ways(progressRow({ ...unknown, period: "2020-01/2020-06" }), met),
    ).toEqual(["better"]);
  });

  it("is a first report where there was no figure or no row", () => {
    const none = progressRow({ actual: null, status: "无法判定" });
    const other = progressRow({ region: "140200" });
    expect(progressChanges([none], [progressRow(), other]).first).toEqual([
      { indicator: "air.pm25", regions: ["140100", "140200"] },
    ]);
    expect(progressChanges([progressRow()], [none]).first).toEqual([]);
    // Two targets of one figure are one report.
    expect(
      progressChanges(
        [],
        [progressRow(), progressRow({ targetId: "t2", deadline: "2025" })],
      ).first,
    ).toEqual([{ indicator: "air.pm25", regions: ["140100"] }]);
  });

  it("leaves figures without a target alone", () => {
    const row = progressRow({ targetId: null });
    expect(progressChanges([], [row])).toEqual({ moved: [], first: [] });
  });

  it("counts from the end of the month before", () => {
    expect(lastMonthEnd("2021-06-30")).toBe("2021-05-31");
    expect(lastMonthEnd("2021-03-01")).toBe("2021-02-28");
    expect(lastMonthEnd("2021-01-15")).toBe("2020-12-31");
    expect(lastMonthEnd("")).toBe("");
  });
});

describe("set to miss", () => {
  it("is what is out of reach, or forecast on the wrong side once rounded", () => {
    const out = progressRow({ remaining: { kind: "outOfReach", by: 2 } });
    expect(setToMiss(out, from)).toBe("outOfReach");
    expect(setToMiss(progressRow({ forecast: 57.6 }), from)).toBe("forecast");
    expect(setToMiss(progressRow({ forecast: 57.4 }), from)).toBe(null);
    expect(
      setToMiss(progressRow({ forecast: 57, comparator: "<" }), from),
    ).toBe("forecast");
  });

  it("says nothing without a forecast, without a target, or after the deadline", () => {
    expect(setToMiss(progressRow(), from)).toBe(null);
    const out = { remaining: { kind: "outOfReach", by: 2 } } as const;
    expect(setToMiss(progressRow({ ...out, targetId: null }), from)).toBe(null);
    expect(setToMiss(progressRow({ ...out, deadline: "2019" }), from)).toBe(
      null,
    );
  });
});

const choice = (of: Partial<RankChoice>): RankChoice => ({
  indicator: "air.pm25",
  variant: "",
  base: "",
  level: "city",
  parent: "140000",
  periods: [{ code: "2021", n: 11 }],
  ...of,
});

describe("the headline indicator", () => {
  const few = choice({ indicator: "a", periods: [{ code: "2021", n: 3 }] });
  const many = choice({ indicator: "b" });
  const other = choice({ indicator: "c" });
  const counties = choice({ indicator: "d", level: "county" });

  it("is the first that most cities have, unless another is asked for", () => {
    expect(headline([counties, few, many, other], "")).toBe(many);
    expect(headline([few, many, other], "c")).toBe(other);
    expect(headline([few, many], "gone")).toBe(many);
    expect(headline([counties], "")).toBe(null);
  });

  it("is offered once an indicator, plain before variants", () => {
    const variant = choice({ variant: "扣沙" });
    const plain = choice({});
    expect(headlineChoices([plain, variant, other])).toEqual([plain, other]);
  });
});

describe("small charts side by side", () => {
  it("are there for every region, with the row of its target", () => {
    const [taiyuan, datong] = multiplesOf(
      {
        indicator: "air.pm25",
        variant: "",
        base: "",
        regions: ["140100", "140200"],
      },
      [],
      [
        progressRow({ variant: "扣沙", target: 1 }),
        progressRow({ targetId: null, target: null }),
        progressRow(),
      ],
      names,
    );
    expect(taiyuan).toMatchObject({ name: "太原", target: 57, status: "滞后" });
    expect(datong).toMatchObject({ points: [], target: null, status: null });
  });

  it("are the cities of the province with the most figures", () => {
    const more = [
      ...catalog.regions,
      {
        code: "130100",
        parent: "130000",
        level: "city",
        name: "石家庄市",
        short: "石家庄",
        english: "Shijiazhuang",
      },
    ];
    const all = namesOf({ ...catalog, regions: more }, "zh");
    expect(citiesShown(all, ["140200"])).toEqual(["140100", "140200"]);
    expect(citiesShown(all, ["130100"])).toEqual(["130100"]);
  });
});
