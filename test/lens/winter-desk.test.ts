import { describe, expect, it } from "vitest";
import { matcher } from "../shipped-matcher.ts";
import { bound } from "./bound.ts";

describe("a third of a month", () => {
  it.each([
    ["2025年1月上旬", "2025-01-01/2025-01-10"],
    ["2024年2月下旬", "2024-02-21/2024-02-29"],
    ["2023年11月份中旬", "2023-11-11/2023-11-20"],
  ])("is ten days, or what is left of the month: %s", (text, code) => {
    expect(matcher.period(text)[0]?.value).toEqual({ kind: "period", code });
  });

  it("of no year takes that of the sheet, and lends it to its days", () => {
    const { lines } = bound([
      ["2025年1月上旬各县（市、区）AQI"],
      ["县区", "1月3日", "1月4日"],
      ["盐湖区", 266, 129],
    ]);
    expect(lines).toEqual([
      "B3 air.aqi|140802|2025-01-03|actual|| = 266",
      "C3 air.aqi|140802|2025-01-04|actual|| = 129",
    ]);
  });
});

describe("a ledger of a winter", () => {
  it("has its deadlines on either side of New Year, and ends at the line that counts it", () => {
    const { lines } = bound([
      ["洪洞县2023-2024年秋冬季重点企业整治台账"],
      ["序号", "企业名称", "所属行业", "存在问题", "整治措施", "完成时限"],
      [1, "甲焦化厂", "焦化", "除尘不正常", "维修", "11月15日前"],
      [2, "乙洗煤公司", "洗煤", "未封闭", "封闭", "2月底前"],
      ["共2家"],
    ]);
    const text = lines.join("\n");
    expect(text).toContain("2023-11-15");
    expect(text).toContain("2024-02-29");
    expect(text).not.toContain("共2家");
  });
});

describe("a unit behind a name, without brackets", () => {
  it.each(["PM2.5 微克/立方米", "SO2 μg/m3", "PM10 微克 / 立方米"])(
    "is that of the row: %s",
    (name) => {
      const { lines, questions } = bound([
        ["晋城市2023年空气质量"],
        ["指标", "10月", "11月"],
        [name, 34, 42],
      ]);
      expect(lines).toHaveLength(2);
      expect(questions).toEqual([]);
    },
  );
});

describe("整改完成数", () => {
  const sheet = (...head: readonly string[]) =>
    bound([
      ["2024年省级督察整改进度（截至3月22日）"],
      ["市", ...head],
      ["太原", 82, 77],
    ]).lines.join(" ");

  it("behind problems is of them, behind tasks of those", () => {
    expect(sheet("交办问题数（个）", "整改完成数（个）")).toContain(
      "rect.problems_done",
    );
    expect(sheet("整改任务数（项）", "整改完成数（项）")).toContain(
      "rect.tasks_done",
    );
  });
});
