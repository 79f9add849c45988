import { describe, expect, it } from "vitest";
import { readGoal } from "../../src/lens/read-goal.ts";
import { targetHeader } from "../../src/lens/target-columns.ts";

describe("goals as plans write them", () => {
  it.each([
    ["39", "39", null, ""],
    ["≤39", "39", "<=", ""],
    ["≥ 80%", "80", ">=", "%"],
    ["80%以上", "80", ">=", "%"],
    ["达到35%以上", "35", ">=", "%"],
    ["不低于71.3%", "71.3", ">=", "%"],
    ["39微克/立方米以内", "39", "<=", "微克/立方米"],
    ["控制在57以内", "57", "<=", ""],
    ["低于5%", "5", "<", "%"],
    ["＞80％", "80", ">", "%"],
    ["=100%", "100", "=", "%"],
    ["1,819个", "1819", null, "个"],
    ["0.9%以下", "0.9", "<=", "%"],
  ])("%s", (text, value, comparator, rest) => {
    expect(readGoal(text)).toEqual({
      value,
      comparator,
      cut: false,
      cumulative: false,
      rest,
    });
  });

  it.each([
    ["清零", "zero", undefined],
    ["全部清零", "zero", undefined],
    ["动态清零", "zero", undefined],
    ["归零", "zero", undefined],
    ["6月底前清零", "zero", "6月底"],
    ["2021年6月底前全部清零", "zero", "2021年6月底"],
    ["6月30日前实现清零", "zero", "6月30日"],
    ["年底前全部完成整改", "all", "年底"],
    ["2021年12月底前全部销号", "all", "2021年12月底"],
    ["全部办结", "all", undefined],
    ["按期完成", "onTime", undefined],
    ["全部按时限完成整改", "onTime", undefined],
    ["如期销号", "onTime", undefined],
  ])("%s closes things", (text, closing, when) => {
    expect(readGoal(text)).toEqual({
      value: "0",
      comparator: "=",
      cut: false,
      cumulative: false,
      rest: "",
      closing,
      ...(when === undefined ? {} : { when }),
    });
  });

  it.each(["完成80项", "6月底前完成30项", "完成率达到100%"])(
    "%s says a number",
    (text) => {
      expect(readGoal(text)?.closing).toBeUndefined();
    },
  );

  it("tells a cut and a cumulative figure", () => {
    expect(readGoal("下降18%")).toMatchObject({
      value: "18",
      comparator: ">=",
      cut: true,
    });
    expect(readGoal("累计下降15%以上")).toMatchObject({
      value: "15",
      cut: true,
      comparator: ">=",
    });
    expect(readGoal("〔18〕")).toMatchObject({ value: "18", cumulative: true });
    expect(readGoal("[10]%")).toMatchObject({ value: "10", cumulative: true });
  });

  it.each(["", "完成国家下达任务", "10—20", "—", "3.25（3.76）"])(
    "reads nothing from “%s”",
    (text) => {
      expect(readGoal(text)).toBeNull();
    },
  );
});

describe("headers of lists of targets", () => {
  it.each([
    ["指标名称", "indicator", null, ""],
    ["目标值(μg/m³)", "goal", null, "μg/m3"],
    ["2025年目标", "goal", 2025, ""],
    ["2025年目标值", "goal", 2025, ""],
    ["2020年基数", "baseline", 2020, ""],
    ["2020年现状值", "baseline", 2020, ""],
    ["完成时限", "deadline", null, ""],
    ["县（市、区）", "region", null, ""],
    ["备  注", "remark", null, ""],
  ])("%s", (text, field, year, unit) => {
    expect(targetHeader(text)).toEqual({ field, year, unit });
  });

  it.each(["PM2.5浓度", "2021年", "同比", "完成情况"])("not %s", (text) => {
    expect(targetHeader(text)).toBeNull();
  });
});
