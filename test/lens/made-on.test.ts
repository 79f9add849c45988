import { describe, expect, it } from "vitest";
import { bound } from "./bound.ts";

const head = ["城市", "PM2.5（μg/m³）"];
const row = ["太原市", 31];

function periodOf(...lines: readonly (readonly string[])[]): string {
  const { lines: found } = bound([...lines, head, row]);
  return found[0]?.split("|")[2] ?? "";
}

describe("the day a paper was made", () => {
  it.each([
    "2024年7月5日",
    "（2024年7月5日）",
    "2024.7.5",
    "2024-07-05",
    "省厅大气处 2024年7月5日",
    "市生态环境局（章）　2024年7月5日",
    "2024年7月5日印发",
    "二〇二四年七月五日",
  ])("is no period of the figures: %s", (line) => {
    expect(periodOf(["2024年6月份各市环境空气质量"], [line])).toBe("2024-06");
    expect(periodOf(["2024年上半年各市环境空气质量"], [line])).toBe(
      "2024-01/2024-06",
    );
  });

  it("stands in a cell of its own beside the office, too", () => {
    expect(
      periodOf(["2024年6月份各市环境空气质量"], ["监测处", "2024年7月5日"]),
    ).toBe("2024-06");
  });

  it("lends its year to months without one", () => {
    expect(periodOf(["1—9月各市空气质量"], ["大气处 2023年10月8日"])).toBe(
      "2023-01/2023-09",
    );
    expect(periodOf(["12月各市空气质量"], ["大气处 2024年1月8日"])).toBe(
      "2023-12",
    );
  });

  it("may lie in the month the paper is about", () => {
    expect(periodOf(["2024年6月各市空气质量"], ["2024年6月30日"])).toBe(
      "2024-06",
    );
  });

  it("is the day of the figures of a daily, and how far a year's are counted", () => {
    expect(periodOf(["各市空气质量日报"], ["2024年5月12日"])).toBe(
      "2024-05-12",
    );
    expect(periodOf(["2024年5月各市空气质量日报"], ["2024年5月12日"])).toBe(
      "2024-05-12",
    );
    expect(periodOf(["2024年各市空气质量"], ["截至2024年5月12日"])).toBe(
      "2024-05-12",
    );
  });
});

describe("figures beside others of another time", () => {
  const title = ["金乡县2024年主要指标上半年完成情况"];
  it("去年同期 behind 1-6月 is of those months, whatever year stands before", () => {
    const { lines } = bound([
      title,
      ["指标", "单位", "2023年完成", "2024年目标", "1-6月完成", "去年同期"],
      ["PM2.5平均浓度", "μg/m³", 47, 45, 46, 49],
    ]);
    expect(lines.at(-1)).toContain("|2024-01/2024-06|previous|");
  });

  it("and is asked about where no year settles which is later", () => {
    const { lines } = bound([
      ["金乡县主要指标完成情况"],
      ["指标", "单位", "2023年完成", "1-6月完成", "去年同期"],
      ["PM2.5平均浓度", "μg/m³", 47, 46, 49],
    ]);
    expect(lines.filter((line) => line.includes("previous"))).toEqual([]);
  });

  it.each(["统计截止：2022年10月底", "2022年10月底", "截至2022年10月"])(
    "a task of the year under %s is the year's",
    (line) => {
      const { lines } = bound(
        [
          ["忻州市2022年锅炉综合整治进展情况"],
          [line],
          ["县（市、区）", "燃煤锅炉淘汰", ""],
          ["", "任务台数", "完成台数"],
          ["忻府区", 4, 3],
        ],
        { merges: ["B3:C3", "A3:A4"] },
      );
      expect(lines[0]).toContain("|2022|target|");
      expect(lines[1]).toContain("|2022-10|actual|");
    },
  );
});
