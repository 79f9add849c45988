import { describe, expect, it } from "vitest";
import { unitExceptions } from "../../src/match/read-unit.ts";
import { catalog, matcher, sure } from "./shipped-matcher.ts";

function first(text: string): string | undefined {
  return matcher.unit(text)[0]?.value;
}

describe("unit", () => {
  it("reads every code and spelling of the list", () => {
    for (const unit of catalog.units.values())
      for (const text of [unit.code, ...unit.aliases])
        expect([text, first(text)]).toEqual([text, unit.code]);
  });

  it.each([
    ["μ g/m 3", "μg/m3"],
    ["µg/m³", "μg/m3"],
    ["㎍/㎥", "μg/m3"],
    ["（％）", "%"],
    ["个百分点", "pp"],
    ["单位：微克/立方米", "μg/m3"],
    ["计量单位：万吨", "万吨"],
    ["吨蒸汽", "蒸吨"],
    ["PM2.5浓度（μg/m³）", "μg/m3"],
    ["PM2.5浓度μg/m³", "μg/m3"],
    ["罚款/万元", "万元"],
    ["同比%", "%"],
  ])("reads %s as %s", (text, expected) => {
    expect(first(text)).toBe(expected);
  });

  it.each([
    "优良天数",
    "产生量(吨/季)",
    "县(市、区)",
    "CO-95%",
    "年度",
    "本期",
    "O3-90%",
  ])("finds no unit in %s", (text) => {
    expect(sure(text)["unit"]).toBeUndefined();
  });

  it.each([
    "单位：μg/m³（CO为mg/m³）",
    "浓度单位：µg/m3（CO：mg/m3）",
    "单位：微克/立方米、毫克/立方米(CO)",
  ])("keeps the exception of %s", (text) => {
    expect(first(text)).toBe("μg/m3");
    expect(sure(text, "PM2.5")["unit"]).toBe("μg/m3");
    expect(sure(text, "CO", "浓度")["unit"]).toBe("mg/m3");
    expect(unitExceptions(text, matcher, ["PM2.5", "CO", "综合指数"])).toEqual(
      new Map([["air.co", "mg/m3"]]),
    );
  });

  it("does not give a unit line's unit to what it does not fit", () => {
    expect(sure("单位：μg/m³", "综合指数")["unit"]).toBeUndefined();
    expect(sure("单位：μg/m³", "PM2.5", "排名")["unit"]).toBeUndefined();
  });
});
