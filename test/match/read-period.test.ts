import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPeriod } from "../../src/match/read-period.ts";
import { parsePeriod } from "../../src/model/period.ts";

/** Codes, `from-to` months and relative words, sure or not. */
function hints(text: string): string[] {
  return readPeriod(text).map(({ value }) => {
    if (value.kind === "period") return value.code;
    if (value.kind === "relative") return value.which;
    if (value.kind === "day") return `day ${value.day}`;
    if (value.kind === "since")
      return `since ${value.year ?? ""}-${value.month}-${value.day}`;
    return `${value.from}-${value.to}${value.day === undefined ? "" : `:${value.day}`}`;
  });
}

describe("readPeriod", () => {
  it.each([
    ["2021年1-6月", "2021-01/2021-06"],
    ["2021年1—6月", "2021-01/2021-06"],
    ["2021年1~6月", "2021-01/2021-06"],
    ["2021年1～6月", "2021-01/2021-06"],
    ["2021年1月-6月", "2021-01/2021-06"],
    ["2021年1-12月", "2021"],
    ["4月1日以来", "since -4-1"],
    ["2022年4月1日以来", "since 2022-4-1"],
    ["自2021年10月至今", "since 2021-10-1"],
    ["1月以来", "toDate"],
    ["2021年4-6月", "2021-Q2"],
    ["2021年上半年", "2021-01/2021-06"],
    ["2021H1", "2021-01/2021-06"],
    ["2021年二季度", "2021-Q2"],
    ["2021年第二季度", "2021-Q2"],
    ["2021年一季度", "2021-01/2021-03"],
    ["2021年前三季度", "2021-01/2021-09"],
    ["2021Q3", "2021-Q3"],
    ["2021年6月", "2021-06"],
    ["21年6月", "2021-06"],
    ["二〇二一年六月", "2021-06"],
    ["2021年", "2021"],
    ["2021年度", "2021"],
    ["2021", "2021"],
    ["十三五", "2016/2020"],
    ["“十四五”期间", "2021/2025"],
    ["十四五末", "2025"],
    ["期间PM2.5平均浓度", "current"],
    ["污染过程期间超标天数", "current"],
    ["过程均值", "current"],
    ["2023年1-6月期间", "2023-01/2023-06"],
    ["年底覆盖率目标", "year"],
    ["2022年年底", "2022"],
    ["2016—2020年", "2016/2020"],
    ["2020—2021年秋冬季", "2020-10/2021-03"],
    ["2020年秋冬季", "2020-10/2021-03"],
    ["2021年10月-2022年3月", "2021-10/2022-03"],
    ["2019年10月1日-2020年3月31日", "2019-10/2020-03"],
    ["2022年1月1日—2022年6月15日", "2022-01-01/2022-06-15"],
    ["截止2022年6月15日", "2022-06-15"],
    ["截至2021年6月30日", "2021-06"],
    ["截至2021年12月31日", "2021-12"],
    ["2021年度任务完成情况（截至2021年12月31日）", "2021-12"],
    ["2021年1-12月（截至2021年12月31日）", "2021"],
    ["截至12月31日", "12-12"],
    ["截至2020年底", "2020"],
    ["到2025年", "2025"],
    ["到2025年底", "2025"],
    ["2021年到2025年", "2021/2025"],
    ["截至2023年12月底", "2023-12"],
    ["截止到2023年12月末", "2023-12"],
    ["2020年（1-6月）", "2020-01/2020-06"],
    ["2021-06", "2021-06"],
    ["2021.6", "2021-06"],
    ["202106", "2021-06"],
    ["2021/6/15", "2021-06-15"],
    ["20210615", "2021-06-15"],
    ["2021.1-6", "2021-01/2021-06"],
    ["2021-22", "2021/2022"],
    ["1至6月", "1-6"],
    ["1-11月", "1-11"],
    ["11月", "11-11"],
    ["上半年", "1-6"],
    ["四季度", "10-12"],
    ["截至6月15日", "6-6:15"],
    ["截至6月30日", "6-6"],
    ["当月", "month"],
    ["本月", "month"],
    ["累计", "toDate"],
    ["年初至今", "toDate"],
    ["1-N月累计类别", "toDate"],
    ["上年同期", "lastYear"],
    ["本期", "current"],
    ["上月", "lastMonth"],
    ["全年", "year"],
  ])("reads %s as %s", (text, expected) => {
    expect(hints(text)).toEqual([expected]);
  });

  it.each([
    ["2021年6月及1-6月", ["2021-06", "2021-01/2021-06"]],
    ["2020年12月及1-12月", ["2020-12", "2020"]],
    ["6月及1-6月", ["6-6", "1-6"]],
    ["6月累计", ["1-6", "6-6"]],
    ["2021年累计", ["toDate", "2021"]],
  ])("reads two periods in %s", (text, expected) => {
    expect(hints(text)).toEqual(expected);
  });

  it("is sure of neither of two periods", () => {
    for (const { confidence } of readPeriod("2021年6月及1-6月"))
      expect(confidence).toBeLessThan(0.8);
  });

  it.each([
    "Ⅰ~Ⅲ类",
    "Ⅰ－Ⅲ",
    "I-III",
    "1-3类",
    "PM10月均浓度",
    "PM2.5年均浓度",
    "O3-8h-90per",
    "2021年13月",
    "2021年2月30日",
    "较上月",
    "国庆期间",
    "63.6",
  ])("finds no month, year or day in %s", (text) => {
    expect(hints(text).filter((hint) => hint !== "2021")).toEqual([]);
  });

  it("gives only canonical codes", () => {
    const part = fc.constantFrom(
      ..."2021年6月1-日季度上半截至底及累计.0/Q十三五秋冬".split(""),
      "2020年",
      "1-6月",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        for (const { value, confidence } of readPeriod(parts.join(""))) {
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThanOrEqual(1);
          if (value.kind === "period")
            expect(parsePeriod(value.code)?.code).toBe(value.code);
        }
      }),
      { numRuns: 500 },
    );
  });
});
