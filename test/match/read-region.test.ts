import { describe, expect, it } from "vitest";
import { catalog, matcher, sure } from "./shipped-matcher.ts";

function places(text: string, parent?: string, asOf?: string) {
  return matcher
    .region(text, parent, asOf)
    .map(({ value, confidence }) => [value, confidence]);
}

describe("region", () => {
  it("reads every name, traditional name and alias of the list", () => {
    for (const region of catalog.regions.values()) {
      const texts = [
        region.name,
        region.traditional,
        region.short,
        ...region.aliases,
      ];
      for (const text of texts)
        if (text !== "")
          expect([
            text,
            ...matcher.region(text).map(({ value }) => value),
          ]).toContain(region.code);
    }
  });

  it.each([
    ["太原市", "140100"],
    ["呂梁", "141100"],
    ["全省", "140000"],
    ["山西省太原市", "140100"],
    ["晋城市城区", "140502"],
    ["综改示范区", "140171"],
  ])("is sure that %s is %s", (text, code) => {
    expect(places(text)).toEqual([[code, 1]]);
  });

  it("asks which 城区 is meant, unless the city is known", () => {
    const open = places("城区");
    expect(open.length).toBeGreaterThan(1);
    for (const [, confidence] of open)
      expect(confidence).toBeLessThanOrEqual(0.5);
    expect(places("城区", "140500")).toEqual([["140502", 1]]);
    expect(sure("晋城市", "城区")["region"]).toBe("140502");
    for (const [, confidence] of places("城区", "140900"))
      expect(confidence).toBeLessThan(0.5);
  });

  it.each(["中心城区", "主城区", "古郊区"])("knows no place in %s", (text) => {
    expect(places(text)).toEqual([]);
    expect(matcher.read(text).region).toEqual([]);
  });

  it.each(["各市城区", "2024年城区", "城区和郊区"])(
    "finds 城区 in %s",
    (text) => {
      expect(matcher.read(text).region.length).toBeGreaterThan(1);
    },
  );

  it.each([
    "（扣沙前后）",
    "（剔除沙尘天气影响）",
    "黑臭水体消除情况",
    "拆除情况",
  ])("is sure of the place of a title with %s", (words) => {
    const { region } = matcher.read(`太原市${words}`);
    expect(region[0]?.confidence).toBeGreaterThanOrEqual(0.8);
  });

  it("is not sure of a place less another, beside dust too", () => {
    const { region } = matcher.read("太原市（扣除沙尘、不含综改区）");
    expect(region[0]?.confidence).toBeLessThan(0.8);
  });

  it("knows when a code was in use", () => {
    expect(places("南郊区", "140200", "2017-12-31")).toEqual([["140211", 1]]);
    expect(places("南郊区", "140200", "2019-12-31")).toEqual([]);
    expect(places("南郊区")[0]?.[1]).toBeLessThan(0.8);
  });

  it("takes 全市 for the city of the sheet, and asks about 市本级", () => {
    expect(places("全市", "140200")).toEqual([["140200", 1]]);
    expect(places("全市")).toEqual([]);
    expect(places("市本级", "140200")).toEqual([["140200", 0.6]]);
  });

  it.each([
    ["2019年山西省环境空气质量情况", "140000"],
    ["忻州市各县（市、区）2020年11月环境空气质量综合指数排名", "140900"],
    ["填报单位：太原市生态环境局", "140100"],
  ])("finds the place in %s", (text, code) => {
    expect(places(text)).toEqual([[code, 0.9]]);
  });

  it("doubts a place with a part left out", () => {
    expect(places("太原市（不含综改区）")).toEqual([["140100", 0.7]]);
  });

  it.each([
    "大同煤矿集团有限公司",
    "太原路",
    "全省排名",
    "建成区生活垃圾分类覆盖率",
  ])("is not sure of a place in %s", (text) => {
    expect(sure(text)["region"]).toBeUndefined();
  });

  it("keeps the built-up area apart from the city", () => {
    expect(sure("大同市建成区生活垃圾分类覆盖率")).toEqual({
      indicator: "waste.cover",
      region: "140200-built",
    });
  });
});
