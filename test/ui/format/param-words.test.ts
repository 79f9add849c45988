import { describe, expect, it } from "vitest";
import {
  describeNamed,
  paramWords,
} from "../../../src/ui/format/param-words.ts";
import { namesOf } from "../../../src/ui/state/names.ts";
import { catalog } from "../catalog.ts";

const zh = namesOf(catalog, "zh");
const en = namesOf(catalog, "en");

describe("paramWords", () => {
  it("prints comparators, units, periods and names, and keeps digits", () => {
    const params = {
      comparator: "<=",
      goal: 44,
      unit: "μg/m3",
      from: "2021-01-01",
      deadline: "2021-01/2021-06",
      plan: "—",
      source: "a.xlsx",
    };
    expect(describeNamed("progress.step_target", params, zh)).toBe(
      "目标：≤ 44 μg/m³，2021年1月1日 至 2021年1—6月（—；来源：a.xlsx）",
    );
    expect(paramWords("progress.step_target", params, en)).toMatchObject({
      comparator: "≤",
      deadline: "Jan–Jun 2021",
      goal: 44,
    });
  });

  it("names indicators, also in formulas", () => {
    expect(
      describeNamed(
        "progress.step_input",
        { indicator: "air.pm25", period: "2020", value: 46.125 },
        zh,
      ),
    ).toBe("计算用数：PM2.5浓度 2020年 为 46.125");
    expect(
      paramWords(
        "progress.step_derived",
        { formula: "air_pm25 / air_good_rate * 100" },
        zh,
      )["formula"],
    ).toBe("PM2.5浓度 ÷ 优良天数比例 × 100");
  });

  it("leaves a year alone where the sentence says the word itself", () => {
    expect(
      describeNamed(
        "progress.step_baseline_recorded",
        { period: "2015", value: 1, unit: "1" },
        zh,
      ),
    ).toContain("2015 年实际值");
  });

  it("takes the source of a conversion for a unit", () => {
    expect(
      paramWords("progress.step_converted", { from: "项" }, en)["from"],
    ).toBe("items");
  });

  it("leaves what is no code as it is", () => {
    expect(
      paramWords("x.y", { period: "—", region: "某地", text: "<=" }, zh),
    ).toEqual({ period: "—", region: "某地", text: "<=" });
  });
});
