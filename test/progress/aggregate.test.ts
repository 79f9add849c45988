import { describe, expect, it } from "vitest";
import type { Catalog } from "../../src/model/catalog.ts";
import type { Aggregation, Indicator } from "../../src/model/indicator.ts";
import type { Observation } from "../../src/model/observation.ts";
import { parsePeriod } from "../../src/model/period.ts";
import { numberOrNull } from "../../src/progress/row-fields.ts";
import { ProgressRows } from "../../src/progress/progress-rows.ts";
import { regionTree } from "./region-tree.ts";
import { observation, smallCatalog, target } from "./small-catalog.ts";
import { wordsOf } from "./words-of.ts";

const why = { reason: { zh: "试", en: "test" }, source: "test" };
const rules: Readonly<Record<string, Aggregation>> = {
  "emis.so2": { rule: "sum", ...why },
  "air.pm25": { rule: "mean", weight: "air.valid_days", ...why },
  "air.good_rate": {
    rule: "ratioOfSums",
    numerator: "air.good_days",
    denominator: "air.valid_days",
    ...why,
  },
  "rect.open": { rule: "worst", ...why },
  "waste.cover": { rule: "none", ...why },
};

const base = smallCatalog();
const catalog: Catalog = {
  ...base,
  regions: regionTree,
  indicators: new Map(
    [...base.indicators].map(([code, one]): [string, Indicator] => {
      const aggregation = rules[code];
      return [code, aggregation === undefined ? one : { ...one, aggregation }];
    }),
  ),
};

const at = (
  code: string,
  region: string,
  value: number | null,
  period = "2021",
) => observation(code, period, value, { region });

function rowsOf(observations: readonly Observation[]): ProgressRows {
  const kept = new ProgressRows(catalog);
  for (const one of observations) kept.add(one);
  return kept;
}

function figure(
  observations: readonly Observation[],
  code: string,
  period = "2021",
  region = "c",
) {
  const indicator = catalog.indicators.get(code);
  const when = parsePeriod(period);
  if (indicator === undefined || when === null) throw new Error(code);
  const found = rowsOf(observations).derivation.aggregateAt(
    indicator,
    region,
    when,
    "",
    "",
  );
  return found === null
    ? null
    : {
        value: numberOrNull(found.value),
        partial: numberOrNull(found.partial),
        reason: found.reason,
        missing: found.missing,
        changed: found.changed,
        unweighted: found.unweighted,
      };
}

const whole = { reason: "", missing: [], changed: [], unweighted: false };

describe("the figure of a region from its parts", () => {
  it("adds amounts up", () => {
    expect(
      figure([at("emis.so2", "r1", 1.25), at("emis.so2", "r2", 2)], "emis.so2"),
    ).toEqual({ value: 3.25, partial: 3.25, ...whole });
  });

  it("weighs means by their valid days", () => {
    // (30·300 + 60·100) / 400
    expect(
      figure(
        [
          at("air.pm25", "r1", 30),
          at("air.pm25", "r2", 60),
          at("air.valid_days", "r1", 300),
          at("air.valid_days", "r2", 100),
        ],
        "air.pm25",
      ),
    ).toEqual({ value: 37.5, partial: 37.5, ...whole });
  });

  it("weighs them the same where a part does not state its days, and says so", () => {
    expect(
      figure(
        [
          at("air.pm25", "r1", 30),
          at("air.pm25", "r2", 60),
          at("air.valid_days", "r1", 300),
        ],
        "air.pm25",
      ),
    ).toEqual({ value: 45, partial: 45, ...whole, unweighted: true });
  });

  it("takes a ratio from sums, never from the parts' ratios", () => {
    expect(
      figure(
        [
          at("air.good_days", "r1", 300),
          at("air.valid_days", "r1", 300),
          at("air.good_days", "r2", 0),
          at("air.valid_days", "r2", 100),
          // Stated ratios of the parts are not averaged.
          at("air.good_rate", "r1", 100),
          at("air.good_rate", "r2", 0),
        ],
        "air.good_rate",
      ),
    ).toEqual({ value: 75, partial: 75, ...whole });
  });

  it("takes the worst by the way that is better", () => {
    expect(
      figure([at("rect.open", "r1", 3), at("rect.open", "r2", 8)], "rect.open"),
    ).toMatchObject({ value: 8 });
  });

  it("is none without a rule, with the rule none, or without parts", () => {
    const parts = [at("waste.cover", "r1", 3), at("waste.cover", "r2", 8)];
    expect(figure(parts, "waste.cover")).toBeNull();
    expect(figure(parts, "air.composite")).toBeNull();
    expect(
      figure([at("emis.so2", "r1", 3)], "emis.so2", "2021", "r1"),
    ).toBeNull();
  });

  it("is missing when a part is, named, with what there is beside it", () => {
    expect(figure([at("emis.so2", "r2", 2)], "emis.so2")).toEqual({
      value: null,
      partial: 2,
      reason: "progress.children_missing",
      missing: ["r1"],
      changed: [],
      unweighted: false,
    });
    expect(
      figure([at("emis.so2", "r1", null), at("emis.so2", "r2", 2)], "emis.so2"),
    ).toMatchObject({ value: null, missing: ["r1"] });
  });

  it("keeps to the parts of the time, and is missing over a change of them", () => {
    const before = [
      at("emis.so2", "r1", 1, "2018-03"),
      at("emis.so2", "old", 2, "2018-03"),
    ];
    expect(figure(before, "emis.so2", "2018-03")).toMatchObject({ value: 3 });
    const after = [
      at("emis.so2", "r1", 1, "2018-04"),
      at("emis.so2", "r2", 2, "2018-04"),
    ];
    expect(figure(after, "emis.so2", "2018-04")).toMatchObject({ value: 3 });
    expect(
      figure(
        [
          at("emis.so2", "r1", 1, "2018"),
          at("emis.so2", "r2", 2, "2018"),
          at("emis.so2", "old", 2, "2018"),
        ],
        "emis.so2",
        "2018",
      ),
    ).toMatchObject({
      value: null,
      partial: 1,
      reason: "progress.children_changed",
      changed: ["r2", "old"],
    });
  });

  it("never counts zones, groups or basins among the parts", () => {
    expect(
      figure(
        [
          at("emis.so2", "r1", 1),
          at("emis.so2", "r2", 2),
          at("emis.so2", "z", 4),
        ],
        "emis.so2",
      ),
    ).toMatchObject({ value: 3 });
  });
});

describe("a target of a region", () => {
  const goal = target({
    id: "c-so2",
    indicator: "emis.so2",
    region: "c",
    comparator: "<=",
    goal: "5",
    unit: "万吨",
    from: "2020",
    deadline: "2021",
  });
  const rowOf = (observations: readonly Observation[]) => {
    const kept = rowsOf(observations);
    kept.setTargets([goal]);
    const row = kept
      .rows("2021-12-31")
      .find(({ targetId }) => targetId === goal.id);
    if (row === undefined) throw new Error("no row");
    return row;
  };

  it("is judged on the parts where nobody states the whole, and says on which", () => {
    const row = rowOf([at("emis.so2", "r1", 1.5), at("emis.so2", "r2", 2)]);
    expect(row).toMatchObject({ actual: 3.5, status: "已达标" });
    expect(row.trace.map((step) => wordsOf(step, "zh"))).toContain(
      "2021 由 2 个下级相加得 3.5 万吨：东区 1.5、西区 2",
    );
  });

  it("is not judged on some of the parts, and says which are missing", () => {
    const row = rowOf([at("emis.so2", "r2", 2)]);
    expect(row).toMatchObject({ actual: null, status: "无法判定" });
    expect(row.reasons["actual"]).toBe("progress.children_missing");
    expect(row.trace.map((step) => wordsOf(step, "zh"))).toContain(
      "2021 无数据（东区）",
    );
  });

  it("is judged on the stated figure, with the computed one beside it", () => {
    const parts = [at("emis.so2", "r1", 1.5), at("emis.so2", "r2", 2)];
    const differ = rowOf([...parts, at("emis.so2", "c", 4)]);
    expect(differ.actual).toBe(4);
    expect(differ.trace.map((step) => wordsOf(step, "zh"))).toContain(
      "2021 所报 4 万吨 与由 2 个下级算得的 3.5 相差 0.5：东区 1.5、西区 2",
    );
    const agree = rowOf([...parts, at("emis.so2", "c", 3.5)]);
    expect(agree.trace.map(({ code }) => code)).toContain(
      "progress.step_parts_agree",
    );
    const partly = rowOf([at("emis.so2", "r1", 1.5), at("emis.so2", "c", 4)]);
    expect(partly.actual).toBe(4);
    expect(partly.trace.map((step) => wordsOf(step, "en"))).toContain(
      "2021: parts are missing (西区); those there come to 1.5 万吨, which is not the figure of the whole: 东区 1.5",
    );
  });
});
