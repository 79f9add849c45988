import { describe, expect, it } from "vitest";
import { matcher } from "../shipped-matcher.ts";
import { bound } from "./bound.ts";

describe("money of one kind of case beside that of all", () => {
  const sheet = (groups: readonly [string, string]) =>
    bound(
      [
        ["2023年1—11月各市行政处罚案件办理情况"],
        ["城市", groups[0], "", groups[1], ""],
        ["", "决定书（份）", "罚没款（万元）", "件数", "罚款（万元）"],
        ["太原市", 100, 52, 3, 7],
      ],
      { merges: ["A2:A3", "B2:C2", "D2:E2"] },
    ).lines.filter((line) => line.includes("enf.fine"));

  it("is passed over, and asked about no more", () => {
    expect(sheet(["行政处罚", "按日连续处罚"])).toEqual([
      expect.stringContaining("C4"),
    ]);
  });
});

describe("a fall that is written as a rise", () => {
  it.each([
    "万元地区生产总值能耗上升或下降（±%）",
    "万元GDP能耗上升或下降（±%）",
    "单位GDP能耗上升或下降（%）",
  ])("%s turns its sign", (head) => {
    const { lines } = bound([
      ["2022年分省主要能耗指标"],
      ["地区", head],
      ["山西", -5.1],
      ["辽宁", 1.5],
      ["浙江", 0],
      ["注：负数为下降。"],
    ]);
    expect(lines.map((line) => line.split(" = ")[1])).toEqual([
      "5.1",
      "-1.5",
      "0",
    ]);
  });

  it("is asked about where no note says what a negative figure is", () => {
    const { lines, questions } = bound([
      ["2022年分省主要能耗指标"],
      ["地区", "单位GDP能耗上升或下降（%）", "能源消费总量增速（%）"],
      ["山西", -5.1, 2.4],
      ["辽宁", 1.5, 3.1],
    ]);
    expect(lines).toEqual([]);
    expect(questions.length).toBeGreaterThan(0);
  });

  it("and a fall that is written as one keeps it", () => {
    const { lines } = bound([
      ["2022年分省主要能耗指标"],
      ["地区", "万元GDP能耗下降率（%）"],
      ["山西", 5.1],
      ["辽宁", -1.5],
    ]);
    expect(lines.map((line) => line.split(" = ")[1])).toEqual(["5.1", "-1.5"]);
  });
});

describe("what the name of a column says of its unit", () => {
  it("tells two indicators of one name apart, and scales the figures", () => {
    const { lines } = bound(
      [
        ["忻州市2022年锅炉综合整治进展情况统计表"],
        ["县区", "燃气锅炉低氮改造", "", "", ""],
        ["", "任务台数", "完成台数", "任务蒸吨数", "完成蒸吨数"],
        ["忻府区", 6, 5, 36, 30],
      ],
      { merges: ["A2:A3", "B2:E2"] },
    );
    expect(lines.map((line) => line.replace(/\|.*= /, " "))).toEqual([
      "B4 boiler.gas_n 6",
      "C4 boiler.gas_n 5",
      "D4 boiler.gas_cap 0.0036",
      "E4 boiler.gas_cap 0.003",
    ]);
  });
});

describe("places nobody lists", () => {
  it("below a province are not the province, and asked about together", () => {
    const { lines, questions } = bound(
      [
        ["2023年10月京津冀及周边城市空气质量"],
        ["省份", "城市", "PM2.5（μg/m³）"],
        ["河北", "甲山", 70],
        ["", "乙水", 49],
        ["", "邯郸", 77],
        ["山西", "太原", 54],
      ],
      { merges: ["A3:A5"] },
    );
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain("|130400|");
    expect(questions.filter((one) => one.includes("130000"))).toEqual([]);
  });

  it("新疆生产建设兵团 is not 新疆", () => {
    expect(matcher.region("新疆生产建设兵团")).toEqual([]);
    expect(matcher.region("新疆（含兵团）")[0]?.value).toBe("650000");
  });
});

describe("points that a share changed by", () => {
  it.each([
    "同比变化（百分点）",
    "较上年变化（百分点）",
    "同比增减（百分点）",
    "同比变化百分点",
  ])("%s is the change", (words) => {
    expect(matcher.read(words).measure).toEqual([
      expect.objectContaining({ value: "change", confidence: 1 }),
    ]);
  });
});
