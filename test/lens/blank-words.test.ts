import { describe, expect, it } from "vitest";
import { blankWords } from "../../src/lens/blank-words.ts";

describe("words with figures and periods blanked", () => {
  it.each([
    ["2021年6月全省环境空气质量", "2021年7月全省环境空气质量"],
    ["2021年1—6月PM2.5浓度", "2021年1—7月PM2.5浓度"],
    ["6月份", "7月份"],
    ["一季度", "二季度"],
    ["2021年上半年", "2021年下半年"],
    ["截至6月15日", "截至7月1日"],
    ["2021-06-15", "2021-07-01"],
    ["累计（1-6月）", "累计（1-11月）"],
    ["目标≤38", "目标≤36"],
    ["第三季度", "第四季度"],
    ["十二月", "一月"],
    ["2021.06", "2021.07"],
  ])("are the same on the next sheet: %s, %s", (one, other) => {
    expect(blankWords(one)).toBe(blankWords(other));
  });

  it.each([
    ["PM2.5", "PM10"],
    ["SO2", "NO2"],
    ["μg/m3", "mg/m3"],
    ["Ⅰ—Ⅲ类", "劣Ⅴ类"],
    ["本月", "累计"],
    ["25-30", "6月30日"],
    ["上年同期", "同比"],
  ])("stay apart where they mean other things: %s, %s", (one, other) => {
    expect(blankWords(one)).not.toBe(blankWords(other));
  });

  it("keep the digits that are part of a name", () => {
    expect(blankWords("PM₂.₅ 浓度（µg/m³）")).toBe("PM2.5浓度(μg/m3)");
  });
});
