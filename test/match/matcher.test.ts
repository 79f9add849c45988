import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  SURE,
  candidates,
  catalog,
  matcher,
  read,
  sure,
} from "./shipped-matcher.ts";

describe("read", () => {
  it.each<[string, Record<string, unknown>]>([
    [
      "2021年1—6月PM2.5平均浓度(μg/m³)",
      { indicator: "air.pm25", period: "2021-01/2021-06", unit: "μg/m3" },
    ],
    [
      "SO2排放总量较2015年下降（%）",
      { indicator: "emis.so2_cut", base: "2015", unit: "%" },
    ],
    [
      "COD较2015年下降(%)",
      { indicator: "emis.cod_cut", base: "2015", unit: "%" },
    ],
    ["同比(百分点)", { measure: "change", unit: "pp" }],
    ["单位：微克/立方米", { unit: "μg/m3" }],
    ["劣Ⅴ类断面(个)", { indicator: "water.worse5_n", unit: "个" }],
    ["CO-95per", { indicator: "air.co" }],
    ["全市排名", { measure: "rank" }],
    ["目标值", { measure: "target" }],
    ["国考断面总数（个）", { indicator: "water.sections", unit: "个" }],
    ["2018年（上年同期）", { period: "2018", measure: "actual" }],
    ["2019年（本期）", { period: "2019" }],
    ["较上年变化（%）", { measure: "changeRate", unit: "%" }],
    ["处罚金额（亿元）", { indicator: "enf.fine", unit: "亿元" }],
    [
      "二氧化硫年均浓度同比下降(%)",
      { indicator: "air.so2", measure: "changeRate", unit: "%" },
    ],
    [
      "PM2.5同比(%)",
      { indicator: "air.pm25", measure: "changeRate", unit: "%" },
    ],
    [
      "优良天数比例同比(百分点)",
      { indicator: "air.good_rate", measure: "change", unit: "pp" },
    ],
    ["扣沙后PM2.5浓度", { indicator: "air.pm25", variant: "扣沙" }],
    ["綜合指數", { indicator: "air.composite" }],
    ["S02浓度", { indicator: "air.so2" }],
    ["N02", { indicator: "air.no2" }],
    ["C0(mg/m3)", { indicator: "air.co", unit: "mg/m3" }],
    ["本月目标", { period: "month", measure: "target" }],
    ["2015年基数", { period: "2015", measure: "baseline" }],
    ["截至本期完成", { period: "toDate", measure: "actual" }],
    ["上年同期排名", { period: "lastYear", measure: "rank" }],
    ["同比排名", { measure: "changeRank" }],
    ["累计值", { period: "toDate" }],
    ["Ⅰ～Ⅲ类断面比例（%）", { indicator: "water.good_rate", unit: "%" }],
    [
      "PM2.5完成率",
      { indicator: "air.pm25", measure: "completion", unit: "%" },
    ],
    ["臭氧日最大8小时第90百分位数", { indicator: "air.o3" }],
    ["SO2减排(吨)", { indicator: "emis.so2_saved", unit: "吨" }],
    ["SO2减排(%)", { indicator: "emis.so2_cut", unit: "%" }],
    ["生活垃圾产生量(吨/日)", { indicator: "waste.produced", unit: "吨/日" }],
    ["县(市、区)", { role: "region" }],
    ["指标\\地区", {}],
    ["合　计", { role: "aggregate" }],
    ["太原市小计", { region: "140100", role: "aggregate" }],
    ["数据来源", { role: "remark" }],
    ["序 号", { role: "ordinal" }],
  ])("reads %s", (text, expected) => {
    expect(sure(text)).toEqual(expected);
  });

  it("lets the unit or a noun decide what SO2 is", () => {
    expect(candidates("SO2")).toEqual(["air.so2", "emis.so2"]);
    expect(sure("SO2")).toEqual({});
    expect(sure("SO2(μg/m3)")["indicator"]).toBe("air.so2");
    expect(sure("二氧化硫(万吨)")["indicator"]).toBe("emis.so2");
    expect(sure("SO2浓度")["indicator"]).toBe("air.so2");
    expect(sure("SO2排放量")["indicator"]).toBe("emis.so2");
    expect(sure("二氧化硫(SO2)", "同比(%)")["indicator"]).toBeUndefined();
  });

  it.each([
    "CO2",
    "CO2排放量",
    "不达标天数",
    "达标率",
    "优良率",
    "回收利用率",
    "覆盖率(%)",
    "完成率",
    "类别",
    "浓度",
    "值",
    "COD浓度(mg/L)",
    "PM2.5(万吨)",
    "SO2排放浓度",
    "PM2.5环比(%)",
    "pm10_24h",
    "PM2.5分指数",
    "国考断面水质情况",
    "优良天数比例数",
  ])("is not sure which indicator %s is", (text) => {
    expect(sure(text)["indicator"]).toBeUndefined();
  });

  it("offers a good share, as the first of rivals, for the ambiguous words", () => {
    expect(candidates("达标率")).toContain("air.good_rate");
    expect(candidates("空气质量达标率")).toEqual(["air.good_rate"]);
    expect(candidates("断面达标率")).toEqual(["water.pass_rate"]);
    expect(candidates("类别")).toContain("water.class");
  });

  it("asks whether a % beside a share is a rate or points", () => {
    expect(
      read("优良天数比例同比(%)").measure.map(({ value }) => value),
    ).toEqual(["change", "changeRate"]);
    expect(sure("优良天数比例同比(%)")["measure"]).toBeUndefined();
    expect(sure("同比")["measure"]).toBeUndefined();
  });

  it("keeps the direction words of a change", () => {
    expect(read("二氧化硫年均浓度同比下降(%)").measure[0]?.words).toContain(
      "下降",
    );
    expect(read("PM2.5同比变化(%)").measure[0]?.words).not.toContain("下降");
  });

  it("takes 较2018年 beside 2019年 for 同比", () => {
    const facets = read("2019年PM2.5较2018年下降(%)");
    expect(facets.indicator[0]?.value).toBe("air.pm25");
    expect(facets.measure[0]?.value).toBe("changeRate");
    expect(facets.measure[0]?.words).toContain("下降");
    expect(facets.base).toEqual([]);
  });

  it("returns what it does not know", () => {
    expect(read("环比(%)").rest).toBe("环比");
    expect(read("较序时(百分点)").rest).toBe("较序时");
    expect(read("联系电话").rest).toBe("联系电话");
    expect(read("").rest).toBe("");
  });

  it("reads every spelling of the list as its indicator, or says that it is open", () => {
    let resolved = 0;
    for (const { code, label, aliases, kind } of catalog.indicators.values())
      for (const text of [label.zh, label.en, ...aliases]) {
        const guesses = matcher.read(text).indicator;
        const best = guesses[0];
        if (best === undefined) {
          expect([text, kind]).toEqual([text, "class"]);
        } else if (best.confidence >= SURE) {
          // 劣Ⅴ is a class of water too, which no header names.
          if (kind !== "class" || text !== "劣Ⅴ")
            expect([text, best.value]).toEqual([text, code]);
          resolved += 1;
        } else {
          expect([text, ...guesses.map(({ value }) => value)]).toContain(code);
        }
      }
    expect(resolved).toBeGreaterThan(1200);
  });

  it("orders guesses and keeps confidence between 0 and 1", () => {
    const word = fc.constantFrom(
      ...[
        "PM2.5",
        "SO2",
        "CO",
        "同比",
        "(%)",
        "排放",
        "浓度",
        "2021年",
        "1-6月",
        "太原市",
        "城区",
      ],
      ...[
        "下降",
        "较2015年",
        "排名",
        "目标",
        "完成率",
        "（",
        "）",
        "μg/m3",
        "合计",
        "x",
        " ",
        "：",
        "劣Ⅴ类",
      ],
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 7 }), (words) => {
        const facets = matcher.read(words.join(""));
        for (const guesses of [
          facets.indicator,
          facets.region,
          facets.period,
          facets.measure,
          facets.unit,
        ]) {
          const confidences = guesses.map(({ confidence }) => confidence);
          expect(confidences).toEqual([...confidences].sort((a, b) => b - a));
          for (const confidence of confidences) {
            expect(confidence).toBeGreaterThan(0);
            expect(confidence).toBeLessThanOrEqual(1);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("state", () => {
  it.each([
    ["已完成", "完成整改"],
    ["完成整改（2020年6月）", "完成整改"],
    ["交账销号。", "完成交账销号"],
    ["滞后序时", "未达到序时进度"],
    ["超序时进度", "超过序时进度"],
  ])("reads %s as %s", (text, state) => {
    expect(matcher.state(text)?.label.zh).toBe(state);
  });

  it.each(["未完成", "尚未完成整改", "2020年6月底前完成整改", ""])(
    "reads no state in %s",
    (text) => {
      expect(matcher.state(text)).toBeNull();
    },
  );
});

describe("placeholder", () => {
  it.each([
    "-",
    "—",
    "——",
    "－",
    "/",
    "NA",
    "n/a",
    "无",
    "断流",
    "未监测",
    "_",
    "＿",
  ])("knows %s", (text) => {
    expect(matcher.placeholder(text)).not.toBeNull();
  });

  it("does not take a figure or a word for one", () => {
    for (const text of ["0", "零", "3.2", "-3.2", "完成"])
      expect(matcher.placeholder(text)).toBeNull();
  });

  it("says what leaves a row out", () => {
    expect(matcher.placeholder("断流")?.excluded).toBe(true);
  });
});

describe("field", () => {
  it("names the fields of every kind a spelling belongs to", () => {
    const guesses = matcher.field("责任单位");
    expect(guesses.length).toBeGreaterThan(1);
    for (const { confidence } of guesses) expect(confidence).toBe(1);
  });

  it("overlooks a remark in brackets", () => {
    expect(matcher.field("断面名称（国考）")[0]).toMatchObject({
      value: { kind: "section", field: "name" },
      confidence: 0.95,
    });
  });

  it("is not sure of a spelling inside a longer text", () => {
    expect(matcher.field("本次整改时限")[0]?.confidence).toBe(0.7);
    expect(matcher.field("PM2.5")).toEqual([]);
  });
});
