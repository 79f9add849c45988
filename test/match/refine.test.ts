import { describe, expect, it } from "vitest";
import { refine } from "../../src/match/refine.ts";
import { matcher, read, sure } from "./shipped-matcher.ts";

describe("refine", () => {
  it.each<[readonly string[], Record<string, unknown>]>([
    [["PM2.5", "浓度"], { indicator: "air.pm25" }],
    [["综合指数", "值"], { indicator: "air.composite" }],
    [["综合指数", "排名"], { indicator: "air.composite", measure: "rank" }],
    [
      ["综合指数", "同比变化率", "排名"],
      { indicator: "air.composite", measure: "changeRank" },
    ],
    [["行政处罚", "罚款(万元)"], { indicator: "enf.fine", unit: "万元" }],
    [["行政处罚", "决定书(份)"], { indicator: "enf.cases", unit: "份" }],
    [["整改任务", "完成数"], { indicator: "rect.tasks_done" }],
    [["整改任务", "完成率(%)"], { indicator: "rect.tasks_rate", unit: "%" }],
    [
      ["2019年", "优良天数比例(%)"],
      { indicator: "air.good_rate", period: "2019", unit: "%" },
    ],
    [["SO2", "浓度"], { indicator: "air.so2" }],
    [["排放总量(万吨)", "SO2"], { indicator: "emis.so2", unit: "万吨" }],
    [
      ["SO2", "排放总量", "较2015年下降(%)"],
      { indicator: "emis.so2_cut", base: "2015", unit: "%" },
    ],
    [
      ["SO2排放总量较2015年下降(%)", "目标"],
      { indicator: "emis.so2_cut", base: "2015", unit: "%", measure: "target" },
    ],
    [
      ["PM2.5", "目标", "完成率(%)"],
      { indicator: "air.pm25", measure: "completion", unit: "%" },
    ],
    [
      ["同比(%)", "PM2.5"],
      { indicator: "air.pm25", measure: "changeRate", unit: "%" },
    ],
    [["目标", "PM2.5浓度"], { indicator: "air.pm25", measure: "target" }],
    [["2021年", "1-6月"], { period: "2021-01/2021-06" }],
    [["2021年6月", "累计"], { period: "2021-01/2021-06" }],
    [["2021年1-6月", "当月"], { period: "2021-06" }],
    [["2021年", "当月"], { period: "month" }],
    [["上年同期", "2018年"], { period: "2018", measure: "actual" }],
    [["五类案件", "移送行政拘留"], { indicator: "enf.transfer_detention" }],
    [["五类案件", "合计"], { indicator: "enf.five_cases" }],
    [["企业搬迁", "煤化工"], { indicator: "firm.moved_coalchem" }],
    [["燃煤锅炉超低排放改造", "台数"], { indicator: "boiler.coal_n" }],
    [["农村", "覆盖率(%)"], { indicator: "waste.rural_cover", unit: "%" }],
  ])("reads %j", (path, expected) => {
    expect(sure(...path)).toEqual(expected);
  });

  it("lets a title decide between indicators, and takes no measure from it", () => {
    expect(sure("2019年环境空气质量情况表", "SO2", "排名")).toEqual({
      indicator: "air.so2",
      period: "2019",
      measure: "rank",
    });
    expect(sure("环境空气质量情况表", "达标率(%)")["indicator"]).toBe(
      "air.good_rate",
    );
    expect(sure("国考断面水质", "1-N月累计类别")["indicator"]).toBe(
      "water.class",
    );
    expect(sure("生活垃圾分类进度表", "覆盖率(%)")["indicator"]).toBe(
      "waste.cover",
    );
    expect(sure("同比变化率排名情况汇总表", "综合指数", "值")).toEqual({
      indicator: "air.composite",
    });
  });

  it.each([
    ["PM2.5", "分指数"],
    ["行政处罚", "听证(次)"],
    ["PM2.5", "环比(%)"],
    ["SO2", "同比(%)"],
    ["SO2", "下降(%)"],
  ])("is not sure that %s, %s is the parent's indicator", (...path) => {
    expect(sure(...path)["indicator"]).toBeUndefined();
  });

  it("does not treat 完成率 as an indicator beside a sure one", () => {
    expect(read("PM2.5", "完成率").indicator.map(({ value }) => value)).toEqual(
      ["air.pm25"],
    );
  });

  it("returns a single text as it is", () => {
    const facets = matcher.read("PM2.5");
    expect(refine([facets])).toBe(facets);
  });

  it("merges facets no matcher made slot by slot", () => {
    const parent = { ...matcher.read("PM2.5(μg/m3)") };
    const child = { ...matcher.read("目标值") };
    const merged = refine([parent, child]);
    expect(merged.indicator[0]?.value).toBe("air.pm25");
    expect(merged.measure[0]?.value).toBe("target");
    expect(merged.unit[0]?.value).toBe("μg/m3");
  });

  it("refuses an empty path", () => {
    expect(() => refine([])).toThrow("at least one text");
  });
});
