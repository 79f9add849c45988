import { describe, expect, it } from "vitest";
import type { Region } from "../../src/model/region.ts";
import { computeProgress } from "../../src/progress/compute-progress.ts";
import { plainRow } from "../../src/progress/row.ts";
import { spreadTargets } from "../../src/progress/spread-targets.ts";
import { rowOf, stepsOf } from "./rows-of.ts";
import {
  indicator,
  observation,
  smallCatalog,
  target,
} from "./small-catalog.ts";

const region = (
  code: string,
  parent: string,
  level: Region["level"],
  validTo = "",
): Region => ({
  code,
  parent,
  level,
  name: code,
  short: "",
  traditional: code,
  english: code,
  aliases: [],
  validFrom: "",
  validTo: validTo as Region["validTo"],
});

const lists = {
  ...smallCatalog([
    indicator("air.pm25_cut", {
      kind: "reduction",
      decimals: null,
      of: "air.pm25",
    }),
    indicator("emis.co2_gdp", {
      kind: "reduction",
      decimals: null,
      compounds: true,
    }),
    indicator("x.done", { kind: "sum", unit: "个", decimals: 0 }),
  ]),
  regions: new Map(
    [
      region("140000", "100000", "province"),
      region("140100", "140000", "city"),
      region("140200", "140000", "city"),
      region("140105", "140100", "county"),
      region("140299", "140000", "city", "2015-12-31"),
    ].map((one) => [one.code, one]),
  ),
};

describe("a count to zero with a deadline", () => {
  const list = {
    indicator: "x.done",
    comparator: "=" as const,
    goal: "1819",
    unit: "个",
    from: "2018-05-29",
    deadline: "2018-06",
  };

  it("counts what was done since the list was made, and the pieces a week that are left", () => {
    const row = rowOf(
      [observation("x.done", "2018-05-29/2018-06-15", 1500)],
      list,
      "2018-06-15",
      lists,
    );
    expect(row).toMatchObject({
      remaining: {
        kind: "amount",
        total: 319,
        perPeriod: 148.866666666667,
        per: "week",
      },
      status: "超序时",
    });
    expect(row.timeShare).toBeCloseTo(18 / 33, 10);
  });

  it("takes a figure that counts from earlier in the year", () => {
    const row = rowOf(
      [observation("x.done", "2018-01-01/2018-06-15", 1500)],
      list,
      "2018-06-15",
      lists,
    );
    expect(row).toMatchObject({ actual: 1500, status: "超序时" });
  });

  it("is met for good as soon as all are done, before the deadline", () => {
    expect(
      rowOf(
        [observation("x.done", "2018-05-29/2018-06-20", 1819)],
        list,
        "2018-06-20",
        lists,
      ).status,
    ).toBe("已达标");
  });

  it("is missed once the deadline has passed", () => {
    expect(
      rowOf(
        [observation("x.done", "2018-05-29/2018-06-30", 1818)],
        list,
        "2018-06-30",
        lists,
      ),
    ).toMatchObject({ status: "严重滞后", gap: 1 });
  });

  it("adds years up from the day the window opened", () => {
    const row = rowOf(
      [
        observation("x.done", "2018", 3),
        observation("x.done", "2019", 4),
        observation("x.done", "2020", 2),
      ],
      { ...list, goal: "10", deadline: "2021" },
      "2020-12-31",
      lists,
    );
    expect(row).toMatchObject({ actual: 9, progress: 0.9 });
  });
});

describe("a target that is only for some regions", () => {
  const of = {
    indicator: "air.pm25_cut",
    base: "2015",
    goal: "18",
    from: "2015",
    deadline: "2020",
    only: {
      indicator: "air.pm25",
      comparator: ">" as const,
      value: "35",
      unit: "μg/m3",
      period: "2015",
    },
  };
  const cut = observation("air.pm25_cut", "2019", 20, { base: "2015" });

  it("is judged where the region missed the standard", () => {
    const row = rowOf(
      [observation("air.pm25", "2015", 60), cut],
      of,
      "2019-12-31",
      lists,
    );
    expect(row.status).toBe("目前达标");
    expect(stepsOf(row)).toContain("condition_holds");
  });

  it("is not for a region that met it, judged rounded", () => {
    const row = rowOf(
      [observation("air.pm25", "2015", 35.4), cut],
      of,
      "2019-12-31",
      lists,
    );
    expect(row).toMatchObject({
      status: "无法判定",
      target: 18,
      reasons: { status: "progress.not_applicable" },
    });
    expect(stepsOf(row)).toContain("condition_fails");
  });

  it("is undecided where nobody knows", () => {
    expect(rowOf([cut], of, "2019-12-31", lists).reasons["status"]).toBe(
      "progress.condition_unknown",
    );
  });
});

describe("a target for each region of a level", () => {
  const each = target({
    id: "t",
    indicator: "air.pm25",
    goal: "40",
    unit: "μg/m3",
    comparator: "<=",
    deadline: "2020",
    each: "city",
  });

  it("is one for each in use at the deadline", () => {
    expect(
      spreadTargets([each], lists).map(({ id, region: of, each: left }) => [
        id,
        of,
        left,
      ]),
    ).toEqual([
      ["t@140100", "140100", undefined],
      ["t@140200", "140200", undefined],
    ]);
    expect(spreadTargets([{ ...each, each: "county" }], lists)).toHaveLength(1);
  });

  it("makes a row for each", () => {
    const rows = computeProgress({
      observations: [
        observation("air.pm25", "2020", 39, { region: "140100" }),
        observation("air.pm25", "2020", 41, { region: "140200" }),
      ],
      targets: [each],
      catalog: lists,
      asOf: "2020-12-31",
    });
    expect(rows.map(({ region: of, status }) => [of, status])).toEqual([
      ["140100", "已达标"],
      ["140200", "严重滞后"],
    ]);
  });
});

describe("versions of a target", () => {
  const first = target({ id: "v1", goal: "20", declared: "2016-01-01" });
  const second = target({
    id: "v2",
    goal: "25",
    declared: "2018-06-01",
    replaces: "v1",
  });
  const held = (asOf: string, until?: string) =>
    computeProgress({
      observations: [],
      targets: [first, until === undefined ? second : { ...second, until }],
      catalog: lists,
      asOf,
    }).map(({ targetId }) => targetId);

  it("hold from their own day on", () => {
    expect(held("2015-12-31")).toEqual([]);
    expect(held("2018-05-31")).toEqual(["v1"]);
    expect(held("2018-06-01")).toEqual(["v2"]);
  });

  it("come back when the later one is retired", () => {
    expect(held("2019-06-30", "2019-06-30")).toEqual(["v2"]);
    expect(held("2019-07-01", "2019-06-30")).toEqual(["v1"]);
  });
});

describe("a reduction that no sheet states", () => {
  it("is computed from what is reduced, year against base year", () => {
    const row = rowOf(
      [
        observation("air.pm25", "2015", 56),
        observation("air.pm25", "2019", 48),
      ],
      {
        indicator: "air.pm25_cut",
        base: "2015",
        goal: "18",
        from: "2015",
        deadline: "2020",
      },
      "2019-12-31",
      lists,
    );
    // (56 − 48) ÷ 56 = 14.29 %, of 18 % after four of five years.
    expect(row).toMatchObject({ actual: 14.3, status: "滞后" });
    expect(row.trace.map(({ code }) => code)).toContain(
      "progress.step_reduction",
    );
  });

  it("takes the same months of the base year for part of one", () => {
    const row = rowOf(
      [
        observation("air.pm25", "2015-01/2015-06", 60),
        observation("air.pm25", "2015", 56),
        observation("air.pm25", "2019-01/2019-06", 51),
      ],
      {
        indicator: "air.pm25_cut",
        base: "2015",
        goal: "18",
        from: "2015",
        deadline: "2020",
      },
      "2019-06-30",
      lists,
    );
    expect(row.actual).toBe(15);
  });

  it("compounds where it is stated year by year", () => {
    const row = rowOf(
      [5, 4, 3].map((cut, at) =>
        observation("emis.co2_gdp", String(2016 + at), cut),
      ),
      {
        indicator: "emis.co2_gdp",
        base: "2015",
        goal: "18",
        from: "2015",
        deadline: "2020",
        cumulative: true,
      },
      "2018-12-31",
      lists,
    );
    // 1 − 0.95 × 0.96 × 0.97 = 11.536 %.
    expect(row.actual).toBe(11.5);
  });

  it("is not computed from a base that is no period", () => {
    const { reasons } = rowOf(
      [observation("air.pm25", "2019", 48)],
      {
        indicator: "air.pm25_cut",
        base: "some time",
        goal: "18",
        deadline: "2020",
      },
      "2019-12-31",
      lists,
    );
    expect(reasons["status"]).toBe("progress.no_actual");
  });

  it("gives way to a stated one", () => {
    expect(
      rowOf(
        [
          observation("air.pm25", "2015", 56),
          observation("air.pm25", "2019", 48),
          observation("air.pm25_cut", "2019", 14.6, { base: "2015" }),
        ],
        {
          indicator: "air.pm25_cut",
          base: "2015",
          goal: "18",
          from: "2015",
          deadline: "2020",
        },
        "2019-12-31",
        lists,
      ).actual,
    ).toBe(14.6);
  });
});

describe("traces", () => {
  it("are made once, when read", () => {
    const row = rowOf(
      [observation("emis.nox_cut", "2019", 17.9)],
      {},
      "2019-12-31",
    );
    expect(row.trace).toBe(row.trace);
    expect(structuredClone(plainRow(row)).trace).toEqual(row.trace);
  });
});
