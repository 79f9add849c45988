import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePeriod } from "../../../src/model/period.ts";
import type { Target } from "../../../src/model/target.ts";
import { namesOf } from "../../../src/ui/state/names.ts";
import {
  isRefused,
  readTargetField,
} from "../../../src/ui/targets/read-target-field.ts";
import {
  readDayText,
  readPeriodText,
} from "../../../src/ui/targets/read-period-text.ts";
import {
  fieldCode,
  fieldText,
  type TargetField,
  targetFields,
  unitsLike,
} from "../../../src/ui/targets/target-field.ts";
import { catalog } from "../catalog.ts";

const names = namesOf(catalog, "zh");

const target: Target = {
  id: "own-1",
  indicator: "air.pm25",
  region: "140100",
  variant: "",
  base: "",
  comparator: "<=",
  goal: "45",
  unit: "μg/m3",
  baseline: { value: "54", period: "2020" },
  from: "2020",
  deadline: "2025",
  declared: "2021-01-01",
  until: "2024-12-31",
  force: "binding",
  cumulative: false,
  plan: "十四五",
  source: "并政发〔2021〕1号",
  confidence: "user",
  remark: "市政府下达",
  milestones: [{ period: "2022", goal: "50" }],
  partOf: "whole",
  weight: "0.4",
  parts: "sum",
  each: "county",
  only: {
    indicator: "air.pm25",
    comparator: ">",
    value: "35",
    unit: "μg/m3",
    period: "2015",
  },
};

const read = (field: TargetField, text: string) =>
  readTargetField(field, text, target, names);

describe("a field of a target as it is typed", () => {
  it("is the same target when what it holds is typed again", () => {
    for (const field of targetFields)
      expect(read(field, fieldCode(field, target)), field).toEqual(
        field === "path" ? { ...target, path: "linear" } : target,
      );
  });

  it.each([
    ["goal", "≥１，２００.5", { comparator: ">=", goal: "1200.5" }],
    ["goal", "35μg/m³", { comparator: "<=", goal: "35" }],
    ["goal", "< 35", { comparator: "<", goal: "35" }],
    ["deadline", "2025年6月", { deadline: "2025-06" }],
    ["deadline", "2025.6.30", { deadline: "2025-06-30" }],
    ["baseline", "", { baseline: null }],
    ["baseline", "50", { baseline: { value: "50", period: "2020" } }],
    ["until", "2024年6月30日", { until: "2024-06-30" }],
    ["remark", "", { remark: "" }],
    ["base", "2015年", { base: "2015" }],
    ["cumulative", "yes", { cumulative: true }],
    [
      "milestones",
      "2021年：45；2023：42",
      {
        milestones: [
          { period: "2021", goal: "45" },
          { period: "2023", goal: "42" },
        ],
      },
    ],
    ["weight", "０.3", { weight: "0.3" }],
    ["parts", "mean", { parts: "mean" }],
    ["each", "city", { each: "city" }],
    [
      "only",
      "air.pm25 2015年 ≥ 35",
      {
        only: {
          indicator: "air.pm25",
          comparator: ">=",
          value: "35",
          unit: "μg/m3",
          period: "2015",
        },
      },
    ],
    ["indicator", "air.good_rate", { indicator: "air.good_rate", unit: "%" }],
  ] as const)("%s takes %s", (field, text, change) => {
    expect(read(field, text)).toMatchObject(change);
  });

  it.each([
    ["goal", "", "targets.refused.no_goal"],
    ["goal", "三十五", "targets.refused.number"],
    ["goal", "35万吨", "targets.refused.number"],
    ["baseline", "x", "targets.refused.number"],
    ["deadline", "", "targets.refused.period"],
    ["deadline", "2025年13月", "targets.refused.period"],
    ["deadline", "2019", "targets.refused.window"],
    ["from", "2026", "targets.refused.window"],
    ["declared", "2021", "targets.refused.day"],
    ["until", "2023-06-31", "targets.refused.day"],
    ["plan", " ", "targets.refused.no_plan"],
    ["source", "", "targets.refused.no_source"],
    ["region", "太原", "targets.refused.region"],
    ["indicator", "PM2.5", "targets.refused.indicator"],
    ["comparator", "≈", "targets.refused.comparator"],
    ["force", "硬", "targets.refused.choice"],
    ["parts", "硬", "targets.refused.choice"],
    ["each", "各家", "targets.refused.choice"],
    ["cumulative", "", "targets.refused.choice"],
    ["milestones", "2021年前后", "targets.refused.milestones"],
    ["weight", "三成", "targets.refused.number"],
    ["base", "去年", "targets.refused.period"],
    ["only", "未达标", "targets.refused.condition"],
    ["only", "air.none 2015 > 35", "targets.refused.condition"],
    ["only", "air.pm25 2015 > 35 吨", "targets.refused.condition"],
  ] as const)("%s does not take “%s”", (field, text, code) => {
    const result = read(field, text);
    expect(isRefused(result) ? result.code : null).toBe(code);
  });

  it("changes nothing but its own field, and never throws", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...targetFields),
        fc.string({ maxLength: 12 }),
        (field, text) => {
          const result = read(field, text);
          if (isRefused(result)) return;
          const own =
            field === "baselinePeriod" ? "baseline" : (field as keyof Target);
          const also: readonly string[] =
            field === "goal"
              ? ["comparator"]
              : field === "indicator"
                ? ["unit"]
                : [];
          for (const key of Object.keys(target) as (keyof Target)[])
            if (key !== own && !also.includes(key))
              expect(result[key]).toEqual(target[key]);
        },
      ),
    );
  });
});

describe("a condition as it is shown", () => {
  it.each(["zh", "en"] as const)("is read back (%s)", (language) => {
    const own = namesOf(catalog, language);
    expect(
      readTargetField("only", fieldText("only", target, own), target, own),
    ).toEqual(target);
    expect(
      readTargetField(
        "milestones",
        fieldText("milestones", target, own),
        target,
        own,
      ),
    ).toEqual(target);
  });
});

describe("periods as people write them", () => {
  it("are canonical, or none", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 16 }), (text) => {
        const code = readPeriodText(text);
        if (code !== null) expect(parsePeriod(code)?.code).toBe(code);
      }),
    );
    expect(readPeriodText("2021-q2")).toBe("2021-Q2");
    expect(readPeriodText("２０２５年")).toBe("2025");
    expect(readPeriodText("25年")).toBeNull();
    expect(readDayText("2025年6月")).toBeNull();
  });
});

describe("units of a kind", () => {
  it("begin with those that convert, and hold the unit itself in any case", () => {
    expect(unitsLike("μg/m3", names)).toEqual(["μg/m3"]);
    expect(unitsLike("尺", names)).toEqual(["尺"]);
  });
});
