import { describe, expect, it } from "vitest";
import type { Observation } from "../../src/model/observation.ts";
import type { ProgressRow } from "../../src/model/progress.ts";
import type { Target } from "../../src/model/target.ts";
import { computeProgress } from "../../src/progress/compute-progress.ts";
import { wordsOf } from "./words-of.ts";
import {
  indicator,
  observation,
  smallCatalog,
  target,
} from "./small-catalog.ts";

const catalog = smallCatalog();

function compute(
  observations: readonly Observation[],
  targets: readonly Target[],
  asOf = "2019-12-31",
): ProgressRow[] {
  return computeProgress({ observations, targets, catalog, asOf });
}

function only(
  observations: readonly Observation[],
  targets: readonly Target[],
  asOf?: string,
): ProgressRow {
  const rows = compute(observations, targets, asOf);
  expect(rows).toHaveLength(1);
  const [row] = rows;
  if (row === undefined) throw new Error("no row");
  return row;
}

describe("reductions against 2015, at the end of 2019", () => {
  const targets = [
    target({ id: "so2", indicator: "emis.so2_cut", base: "2015" }),
    target({ id: "nox", indicator: "emis.nox_cut", base: "2015" }),
  ];

  it("calls a met goal 目前达标 while its window is open", () => {
    const row = only(
      [
        observation("emis.so2_cut", "2019", 25.8, {
          base: "2015",
          decimals: 1,
        }),
      ],
      targets.slice(0, 1),
    );
    expect(row).toMatchObject({
      actual: 25.8,
      target: 20,
      progress: 1.29,
      timeShare: 0.8,
      paceRatio: 1.6125,
      expected: 16,
      gap: -5.8,
      status: "目前达标",
      remaining: { kind: "none", reason: "progress.nothing_left" },
    });
  });

  it("puts 17.9 of 20 after four of five years ahead of its path", () => {
    const row = only(
      [
        observation("emis.nox_cut", "2019", 17.9, {
          base: "2015",
          decimals: 1,
        }),
      ],
      targets.slice(1),
    );
    expect(row).toMatchObject({
      period: "2019",
      deadline: "2020",
      progress: 0.895,
      timeShare: 0.8,
      paceRatio: 1.11875,
      gap: 2.1,
      status: "超序时",
      remaining: {
        kind: "change",
        total: 2.1,
        perPeriod: 2.1,
        periodsLeft: 1,
        per: "year",
      },
    });
    expect(row.trace.map((step) => wordsOf(step, "zh"))).toContain(
      "时间进度：2015 年底至 2020 年底共 5 年，2019 年底过 4 年，为 0.8",
    );
  });

  it("takes a reduction whose base year the sheet leaves out, and says so", () => {
    const row = only(
      [observation("emis.nox_cut", "2019", 17.9)],
      [target({ base: "2015" })],
    );
    expect(row.progress).toBe(0.895);
    expect(row.trace.map(({ code }) => code)).toContain(
      "progress.step_base_assumed",
    );
  });

  it("does not take a reduction against another year", () => {
    const rows = compute(
      [observation("emis.nox_cut", "2019", 17.9, { base: "2013" })],
      [target({ base: "2015" })],
    );
    expect(rows.map(({ actual, status }) => [actual, status])).toEqual([
      [17.9, "无法判定"],
      [null, "无法判定"],
    ]);
  });

  it("judges a missed deadline 严重滞后 and a met one 已达标", () => {
    const at2020 = (value: number) =>
      only(
        [observation("emis.nox_cut", "2020", value, { base: "2015" })],
        [target({ base: "2015" })],
        "2021-06-30",
      );
    expect(at2020(19.9).status).toBe("严重滞后");
    expect(at2020(19.9).reasons["status"]).toBe("progress.missed");
    expect(at2020(20).status).toBe("已达标");
  });

  it("says that the last figure is missing after the deadline", () => {
    const row = only(
      [observation("emis.nox_cut", "2019", 17.9, { base: "2015" })],
      [target({ base: "2015" })],
      "2021-06-30",
    );
    expect(row.status).toBe("无法判定");
    expect(row.reasons["status"]).toBe("progress.final_missing");
    expect(row.remaining).toEqual({
      kind: "none",
      reason: "progress.final_missing",
    });
    expect(row.reasons["final"]).toBe("progress.final_missing");
  });
});

describe("which targets count", () => {
  const seen = [observation("emis.nox_cut", "2019", 17.9, { base: "2015" })];

  it("leaves out targets declared later or opening later", () => {
    const rows = compute(seen, [
      target({ id: "later", base: "2015", declared: "2020-01-01" }),
      target({ id: "next", base: "2015", from: "2020", deadline: "2025" }),
    ]);
    expect(rows.map(({ targetId }) => targetId)).toEqual([null]);
  });

  it("lets a stored target hide an unverified one with the same goal only", () => {
    const rows = compute(seen, [
      target({ id: "stored", base: "2015" }),
      target({
        id: "same",
        base: "2015",
        goal: "20.0",
        confidence: "unverified",
      }),
      target({
        id: "other",
        base: "2015",
        goal: "18",
        confidence: "unverified",
      }),
    ]);
    expect(rows.map(({ targetId }) => targetId)).toEqual(["other", "stored"]);
  });

  it("reads a 目标 column as a target of its period", () => {
    const row = only(
      [
        observation("waste.cover", "2021", 95),
        observation("waste.cover", "2021", 100, { measure: "target" }),
        observation("waste.cover", "2021", 60, { measure: "baseline" }),
      ],
      [],
      "2021-12-31",
    );
    expect(row).toMatchObject({
      targetId: "sheet:waste.cover|140000|2021|target||",
      comparator: ">=",
      deadline: "2021",
      target: 100,
      baseline: 60,
      progress: 0.875,
      timeShare: 1,
      status: "严重滞后",
    });
  });

  it("starts a sheet's target for a reduction at its base year", () => {
    const row = only(
      [
        observation("emis.nox_cut", "2019", 17.9, { base: "2015" }),
        observation("emis.nox_cut", "2020", 20, {
          base: "2015",
          measure: "target",
        }),
      ],
      [],
    );
    expect(row).toMatchObject({ progress: 0.895, timeShare: 0.8 });
  });

  it("converts a goal stated in another unit, and refuses one of another kind", () => {
    const pm = [observation("air.pm25", "2019", 48)];
    const of = (goal: string, unit: string) =>
      only(pm, [
        target({ indicator: "air.pm25", comparator: "<=", goal, unit }),
      ]);
    expect(of("0.035", "mg/m3").target).toBe(35);
    expect(of("35", "万吨")).toMatchObject({
      status: "无法判定",
      reasons: { status: "progress.unit_mismatch" },
    });
  });
});

describe("which figure counts", () => {
  const pm25 = target({
    indicator: "air.pm25",
    comparator: "<=",
    goal: "39",
    unit: "μg/m3",
    from: "2020",
    deadline: "2025",
    baseline: { value: "46", period: "2020" },
  });

  it("prefers the annual figure to later months", () => {
    const row = only(
      [
        observation("air.pm25", "2021", 44),
        observation("air.pm25", "2022-01/2022-03", 60),
        observation("air.pm25", "2022-03", 55),
      ],
      [pm25],
      "2022-04-15",
    );
    expect(row).toMatchObject({ period: "2021", timeShare: 0.2 });
  });

  it("never takes a figure that ends after the day", () => {
    const row = only(
      [
        observation("air.pm25", "2021", 44),
        observation("air.pm25", "2022", 42),
      ],
      [pm25],
      "2022-12-30",
    );
    expect(row.period).toBe("2021");
  });

  it("does not hold a month's mean against a year", () => {
    const row = only(
      [observation("air.pm25", "2021-06", 30)],
      [pm25],
      "2021-07-01",
    );
    expect(row).toMatchObject({
      actual: 30,
      status: "无法判定",
      progress: null,
      reasons: { status: "progress.period_not_comparable" },
    });
  });

  it("holds a month's count against a year", () => {
    const row = only(
      [observation("waste.cover", "2021-06", 90)],
      [
        target({
          indicator: "waste.cover",
          goal: "100",
          comparator: "=",
          from: "2020",
          deadline: "2021",
          baseline: { value: "80", period: "2020" },
        }),
      ],
      "2021-06-30",
    );
    expect(row).toMatchObject({ progress: 0.5, status: "达序时" });
    expect(row.timeShare).toBeCloseTo(181 / 365, 10);
    expect(row.remaining).toEqual({
      kind: "change",
      total: 10,
      perPeriod: 1.666666666667,
      periodsLeft: 6,
      per: "month",
    });
  });

  it("falls back over a missing value and says so", () => {
    const row = only(
      [
        observation("air.pm25", "2021", 44),
        observation("air.pm25", "2022", null, { missing: "未监测" }),
      ],
      [pm25],
      "2023-01-31",
    );
    expect(row.actual).toBe(44);
    expect(row.trace.map((step) => wordsOf(step, "zh"))).toContain(
      "2022 无数据（未监测），取此前最近一期",
    );
  });

  it("gives the reason when the only value is missing", () => {
    const row = only(
      [observation("air.pm25", "2021", null, { missing: "未监测" })],
      [pm25],
      "2022-01-31",
    );
    expect(row).toMatchObject({
      actual: null,
      target: 39,
      baseline: 46,
      status: "无法判定",
      reasons: {
        actual: "progress.actual_missing",
        status: "progress.actual_missing",
      },
    });
  });

  it("adds months up for an amount, and stops at a gap", () => {
    const coke = target({
      indicator: "cap.coke",
      goal: "100",
      unit: "万吨",
      from: "2021",
      deadline: "2021",
    });
    const months = ["2021-01", "2021-02", "2021-03", "2021-05"].map((code) =>
      observation("cap.coke", code, 10.5),
    );
    expect(only(months, [coke], "2021-06-30")).toMatchObject({
      period: "2021-01/2021-03",
      actual: 31.5,
      progress: 0.315,
      remaining: { kind: "amount", total: 68.5, periodsLeft: 9, per: "month" },
    });
  });

  it("lets an amount that only grows be met early", () => {
    const row = only(
      [observation("cap.coke", "2021-01/2021-06", 101)],
      [
        target({
          indicator: "cap.coke",
          goal: "100",
          unit: "万吨",
          from: "2021",
          deadline: "2021",
        }),
      ],
      "2021-06-30",
    );
    expect(row.status).toBe("已达标");
  });

  it("adds years up for a five-year cumulative amount", () => {
    const row = only(
      [
        observation("cap.coke", "2021", 20),
        observation("cap.coke", "2022", 25),
      ],
      [
        target({
          indicator: "cap.coke",
          goal: "100",
          unit: "万吨",
          from: "2020",
          deadline: "2025",
          cumulative: true,
        }),
      ],
      "2022-12-31",
    );
    expect(row).toMatchObject({
      actual: 45,
      progress: 0.45,
      timeShare: 0.4,
      paceRatio: 1.125,
      remaining: { kind: "amount", total: 55, periodsLeft: 3, per: "year" },
    });
  });

  it("says when a cap is already used up", () => {
    const cap = target({
      indicator: "air.heavy_days",
      comparator: "<=",
      goal: "7",
      unit: "天",
      from: "2021-10-01",
      deadline: "2021-10/2022-03",
    });
    const at = (value: number) =>
      only(
        [observation("air.heavy_days", "2021-10/2021-11", value)],
        [cap],
        "2021-12-01",
      );
    expect(at(0)).toMatchObject({
      status: "目前达标",
      remaining: { kind: "days", affordable: 7, daysLeft: 121 },
    });
    expect(at(9)).toMatchObject({
      status: "严重滞后",
      remaining: { kind: "outOfReach", by: 2 },
      reasons: { status: "progress.out_of_reach" },
    });
  });
});

describe("baselines", () => {
  const pm25 = target({
    indicator: "air.pm25",
    comparator: "<=",
    goal: "39",
    unit: "μg/m3",
    from: "2020",
    deadline: "2025",
  });

  it("gives no progress without one, and still the gap", () => {
    expect(
      only([observation("air.pm25", "2021", 44)], [pm25], "2021-12-31"),
    ).toMatchObject({
      progress: null,
      gap: 5,
      status: "无法判定",
      reasons: {
        progress: "progress.no_baseline",
        status: "progress.no_baseline",
      },
    });
  });

  it("takes the recorded figure of the base year and says so", () => {
    const row = only(
      [
        observation("air.pm25", "2020", 46),
        observation("air.pm25", "2021", 44),
      ],
      [pm25],
      "2021-12-31",
    );
    expect(row).toMatchObject({ baseline: 46, expected: 44.6 });
    expect(row.progress).toBeCloseTo(2 / 7, 11);
    expect(row.trace.map(({ code }) => code)).toContain(
      "progress.step_baseline_recorded",
    );
  });

  it("treats zero as a number", () => {
    const row = only(
      [observation("rect.open", "2021-03", 30)],
      [
        target({
          indicator: "rect.open",
          comparator: "=",
          goal: "0",
          unit: "个",
          from: "2021-01-01",
          deadline: "2021-06-30",
          baseline: { value: "60", period: "2020" },
        }),
      ],
      "2021-04-02",
    );
    expect(row).toMatchObject({ target: 0, progress: 0.5, gap: 30 });
    expect(row.remaining).toMatchObject({ kind: "change", per: "week" });
  });

  it("has no progress when the goal is the baseline, and goes by the comparator", () => {
    const at = (value: number) =>
      only(
        [observation("air.pm25", "2021", value)],
        [{ ...pm25, baseline: { value: "39", period: "2020" } }],
        "2021-12-31",
      );
    expect(at(39)).toMatchObject({
      progress: null,
      status: "目前达标",
      reasons: { progress: "progress.goal_equals_baseline" },
    });
    expect(at(41).status).toBe("倒退");
  });

  it("calls going away from the goal 倒退", () => {
    const row = only(
      [observation("air.pm25", "2021", 50)],
      [{ ...pm25, baseline: { value: "46", period: "2020" } }],
      "2021-12-31",
    );
    expect(row.status).toBe("倒退");
  });
});

describe("judging rounded", () => {
  it("lets 57.4 meet 57, and 57.5 not, where no decimals are judged", () => {
    const at = (value: number) =>
      only(
        [observation("air.pm25", "2020", value, { decimals: 1 })],
        [
          target({
            indicator: "air.pm25",
            comparator: "<=",
            goal: "57",
            unit: "μg/m3",
            from: "2020",
            deadline: "2020",
          }),
        ],
        "2020-12-31",
      ).status;
    expect(at(57.4)).toBe("已达标");
    expect(at(57.5)).toBe("严重滞后");
  });

  it("never judges coarser than the goal is written", () => {
    const row = only(
      [observation("air.pm25", "2020", 59.6, { decimals: 1 })],
      [
        target({
          indicator: "air.pm25",
          comparator: "<=",
          goal: "59.5",
          unit: "μg/m3",
          from: "2020",
          deadline: "2020",
        }),
      ],
      "2020-12-31",
    );
    expect(row).toMatchObject({ decimals: 1, gap: 0.1, status: "严重滞后" });
  });
});

describe("seasonal figures of part of a year", () => {
  const pm25 = target({
    indicator: "air.pm25",
    comparator: "<=",
    goal: "40",
    unit: "μg/m3",
    from: "2020",
    deadline: "2021",
    baseline: { value: "50", period: "2020" },
  });

  it("are compared with the same months of the base year", () => {
    const row = only(
      [
        observation("air.pm25", "2020-01/2020-06", 60),
        observation("air.pm25", "2021-01/2021-06", 54),
      ],
      [pm25],
      "2021-06-30",
    );
    // 54 × 50 ÷ 60 = 45: half of the way from 50 to 40.
    expect(row).toMatchObject({ progress: 0.5, status: "达序时" });
  });

  it("have no progress without those months, but still a quota", () => {
    const row = only(
      [observation("air.pm25", "2021-01/2021-06", 54)],
      [pm25],
      "2021-06-30",
    );
    expect(row).toMatchObject({
      progress: null,
      status: "无法判定",
      reasons: { progress: "progress.no_same_months" },
      remaining: { kind: "mean", daysLeft: 184 },
    });
  });

  it("are lost when not even clean air would do", () => {
    const row = only(
      [observation("air.pm25", "2021-01/2021-11", 60)],
      [pm25],
      "2021-11-30",
    );
    expect(row.status).toBe("严重滞后");
    expect(row.reasons["status"]).toBe("progress.out_of_reach");
    expect(row.remaining).toEqual({
      kind: "outOfReach",
      by: Number(((60 * 334) / 365 - 40).toFixed(12)),
    });
  });
});

describe("figures without a target and computed figures", () => {
  it("gives a row for every figure nobody set a target for", () => {
    const row = only([observation("air.pm25", "2019", 48)], []);
    expect(row).toMatchObject({
      targetId: null,
      actual: 48,
      status: "无法判定",
      reasons: { status: "progress.no_target" },
    });
  });

  it("shows a figure later than every target's window", () => {
    const rows = compute(
      [
        observation("waste.cover", "2016", 40),
        observation("waste.cover", "2019", 70),
      ],
      [target({ indicator: "waste.cover", goal: "45", deadline: "2016" })],
    );
    expect(rows.map(({ period, status }) => [period, status])).toEqual([
      ["2019", "无法判定"],
      ["2016", "严重滞后"],
    ]);
  });

  it("computes 劣Ⅴ 9 of 58 exactly and shows its inputs", () => {
    const rows = compute(
      [
        observation("water.sections", "2019", 58),
        observation("water.worse5_n", "2019", 9),
      ],
      [],
    );
    const row = rows.find((one) => one.indicator === "water.worse5_rate");
    expect(row).toMatchObject({ actual: 15.5, decimals: 1, period: "2019" });
    expect(row?.trace.map(({ code }) => code)).toEqual([
      "progress.step_input",
      "progress.step_input",
      "progress.step_derived",
    ]);
  });

  it("keeps a stated figure where there is one", () => {
    const rows = compute(
      [
        observation("water.sections", "2019", 58),
        observation("water.worse5_n", "2019", 9),
        observation("water.worse5_rate", "2019", 15.6),
      ],
      [],
    );
    expect(
      rows.find((one) => one.indicator === "water.worse5_rate")?.actual,
    ).toBe(15.6);
  });

  it("survives formulas that lead back to themselves", () => {
    const looped = smallCatalog([
      indicator("x.a", { formula: "x_b * 2" }),
      indicator("x.b", { formula: "x_a / 2" }),
    ]);
    const rows = computeProgress({
      observations: [observation("x.a", "2019", 3)],
      targets: [],
      catalog: looped,
      asOf: "2019-12-31",
    });
    expect(rows.map((row) => [row.indicator, row.actual])).toEqual([
      ["x.a", 3],
    ]);
  });

  it("gives the reason when an input of a formula is missing", () => {
    const rows = compute(
      [observation("water.worse5_n", "2019", 9)],
      [
        target({
          indicator: "water.worse5_rate",
          comparator: "<=",
          goal: "5",
        }),
      ],
    );
    expect(rows.at(-1)).toMatchObject({
      actual: null,
      reasons: { actual: "progress.input_missing" },
    });
  });

  it("keeps to the region and the indicators asked for", () => {
    const rows = computeProgress({
      observations: [
        observation("air.pm25", "2019", 48),
        observation("air.pm25", "2019", 50, { region: "140100" }),
        observation("waste.cover", "2019", 50, { region: "140100" }),
      ],
      targets: [],
      catalog,
      asOf: "2019-12-31",
      region: "140100",
      indicators: ["air.pm25"],
    });
    expect(rows.map((row) => row.actual)).toEqual([50]);
  });

  it("names a day that is none", () => {
    expect(() => compute([], [], "2019-13-01")).toThrow("2019-13-01");
  });
});
