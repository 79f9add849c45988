import { describe, expect, it } from "vitest";
import { bound } from "./bound.ts";

describe("figures before and after dust is deducted", () => {
  it.each([
    ["剔除沙尘前", "剔除沙尘后"],
    ["剔沙前", "剔沙后"],
    ["扣除沙尘前", "扣除沙尘后"],
    ["剔除沙尘天气影响前", "剔除沙尘天气影响后"],
    ["未剔除沙尘", "剔除沙尘"],
  ])("%s keeps it, %s does not", (before, after) => {
    const { lines } = bound(
      [
        ["大同市2024年4月剔除沙尘天气影响前后空气质量对比表"],
        ["县区", "PM10（μg/m³）", "", "沙尘天数（天）", "优良天数（天）"],
        ["", before, after, "", ""],
        ["平城区", 85, 61, 6, 25],
      ],
      { merges: ["A2:A3", "B2:C2", "D2:D3", "E2:E3"] },
    );
    expect(lines.map((line) => line.split("|").slice(4).join("|"))).toEqual([
      "不扣沙| = 85",
      "扣沙| = 61",
      "| = 6",
      "| = 25",
    ]);
  });

  it("a title of deducted dust holds for all but the days of dust", () => {
    const { lines } = bound([
      ["大同市2024年4月空气质量（剔除沙尘后）"],
      ["县区", "PM10（μg/m³）", "沙尘天数（天）"],
      ["平城区", 61, 6],
    ]);
    expect(lines[0]).toContain("|扣沙|");
    expect(lines[1]).not.toContain("扣沙");
  });
});

describe("deadlines without a year", () => {
  const head = ["序号", "工作任务", "责任单位", "完成时限", "进度"];
  const deadlineIn = (title: string, line: string, text: string) =>
    bound([
      [title],
      [line],
      head,
      [1, "散煤复燃巡查", "各区县政府", text, "正常推进"],
    ]).lines.find((one) => one.includes(".deadline"));

  it.each([
    ["11月30日前", "2023-11-30"],
    ["12月15日前", "2023-12-15"],
    ["11月20日前", "2023-11-20"],
    ["12月底前", "2023-12-31"],
    ["1月15日前", "2024-01-15"],
    ["1月底前", "2024-01-31"],
  ])("%s lies near the day of the dispatch", (text, day) => {
    expect(
      deadlineIn(
        "攻坚行动周调度表（2023年第47周）",
        "调度日期：2023年11月24日",
        text,
      ),
    ).toContain(`= ${day}`);
  });

  it("that lie as near one year as the other stay as they are", () => {
    expect(
      deadlineIn("攻坚行动调度表", "调度日期：2023年11月24日", "6月30日前"),
    ).toContain("= 6月30日前");
  });
});

describe("answers that deny what their header asks", () => {
  it.each(["否", "×"])("%s is no state", (text) => {
    const { lines } = bound([
      ["魏县“散乱污”企业综合整治清单"],
      ["序号", "企业名称", "行业类型", "整治类型", "是否完成"],
      [1, "魏县甲木器加工部", "家具制造", "关停取缔", "是"],
      [2, "魏县丁印刷厂", "包装印刷", "升级改造", text],
    ]);
    const states = lines.filter((line) => line.includes(".state"));
    expect(states).toEqual([expect.stringContaining("完成整改")]);
  });
});

describe("排名 before the figures of several pollutants", () => {
  it("is of none of them where no index of all stands there", () => {
    const { lines } = bound([
      ["金乡县2023年9月空气质量排名"],
      ["排名", "县区", "PM2.5（μg/m³）", "PM10（μg/m³）"],
      [1, "金乡县", 30, 53],
    ]);
    expect(lines.filter((line) => line.includes("|rank|"))).toEqual([]);
  });
});
