import { describe, expect, it } from "vitest";
import { bound } from "./bound.ts";

const keys = (lines: readonly string[]): string[] =>
  lines.map((line) => line.split(" ")[1] ?? "");

describe("a line that says how far the figures go", () => {
  it("dates them below a title of a winter, its goal apart", () => {
    const { lines, questions } = bound(
      [
        ["2022-2023年秋冬季大气攻坚目标完成进度表"],
        ["统计时段：2022年10月—2023年2月"],
        ["城市", "PM2.5平均浓度（μg/m³）", null],
        [null, "秋冬季目标", "实际"],
        ["太原", 54, 64],
        ["大同", 34, 41],
      ],
      { merges: ["A3:A4", "B3:C3"] },
    );
    expect(questions).toEqual([]);
    expect(keys(lines)).toEqual(
      ["140100", "140200"].flatMap((region) => [
        `air.pm25|${region}|2022-10/2023-03|target||`,
        `air.pm25|${region}|2022-10/2023-02|actual||`,
      ]),
    );
  });

  it("dates them below a title of a year, its task apart", () => {
    const { lines, questions } = bound([
      ["大同市2023年燃煤锅炉淘汰进展情况"],
      ["截止时间：2023年10月20日"],
      ["县区", "年度任务（台）", "已完成（台）"],
      ["新荣区", 5252, 2732],
    ]);
    expect(questions).toEqual([]);
    expect(keys(lines)).toEqual([
      "boiler.removed|140212|2023|target||",
      "boiler.removed|140212|2023-10-20|actual||",
    ]);
  });

  it.each([
    ["数据截止：2022年6月30日", "2022-06"],
    ["截至日期：2022年6月30日", "2022-06"],
    ["截止时间：2022年6月15日", "2022-06-15"],
    ["填报单位：市城管局    数据截至：2022年6月30日", "2022-06"],
  ])("says what 截至 does: %s", (line, until) => {
    const { lines, questions } = bound(
      [
        ["朔州市生活垃圾分类工作进度表"],
        [line],
        ["县（市、区）", "居民小区总数（个）"],
        ["朔城区", 320],
      ],
      { file: "朔州市生活垃圾分类工作进度表（6月）.xls" },
    );
    expect(questions).toEqual([]);
    expect(keys(lines)).toEqual([`waste.total_n|140602|${until}|actual||`]);
  });

  it("is none where it says until when to report", () => {
    const { lines } = bound([
      ["朔州市2022年6月生活垃圾分类工作进度表"],
      ["报送截止时间：2022年7月5日"],
      ["县（市、区）", "居民小区总数（个）"],
      ["朔城区", 320],
    ]);
    expect(keys(lines)).toEqual(["waste.total_n|140602|2022-06|actual||"]);
  });

  it("leaves a title of months as it is", () => {
    const { lines } = bound([
      ["太原市2023年1-6月空气质量"],
      ["统计时段：2023年1月1日至2023年6月30日"],
      ["县区", "PM2.5（μg/m³）"],
      ["小店区", 40],
    ]);
    expect(keys(lines)).toEqual(["air.pm25|140105|2023-01/2023-06|actual||"]);
  });
});

describe("a task on a sheet that is only dated by how far it goes", () => {
  it.each([
    ["截至2023年7月25日", "2023-07-25"],
    ["截至2023年7月底", "2023-07"],
  ])("is of that year: %s", (line, until) => {
    const { lines, questions } = bound(
      [
        ["燃煤锅炉淘汰和工业炉窑治理进展调度表"],
        [line],
        ["市", "淘汰燃煤锅炉（台）", null],
        [null, "任务", "完成"],
        ["太原", 7, 5],
        ["大同", 9, 9],
      ],
      { merges: ["A3:A4", "B3:C3"] },
    );
    expect(questions).toEqual([]);
    expect(keys(lines)).toEqual(
      ["140100", "140200"].flatMap((region) => [
        `boiler.removed|${region}|2023|target||`,
        `boiler.removed|${region}|${until}|actual||`,
      ]),
    );
  });
});
