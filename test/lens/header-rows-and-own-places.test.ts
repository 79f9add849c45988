import { describe, expect, it } from "vitest";
import { bound } from "./bound.ts";

const keys = (lines: readonly string[]): string[] =>
  lines.map((line) => line.split(" ")[1] ?? "");

describe("the upper of two header rows", () => {
  it("is found by its merges where the lower one alone would do", () => {
    const { lines, questions } = bound(
      [
        ["2019年1-11月全省地表水监测断面分流域水质类别统计"],
        ["流域", "断面数（个）", "Ⅰ～Ⅲ类", null, "劣Ⅴ类", null],
        [null, null, "个数", "占比%", "个数", "占比%"],
        ["汾河流域", 15, 8, 53.3, 3, 20],
      ],
      { merges: ["A2:A3", "B2:B3", "C2:D2", "E2:F2"] },
    );
    expect(questions).toEqual([]);
    expect(keys(lines)).toEqual(
      ["sections", "good_n", "good_rate", "worse5_n", "worse5_rate"].map(
        (code) => `water.${code}|basin-fenhe|2019-01/2019-11|actual||`,
      ),
    );
  });

  it("is found where it says less than the months below", () => {
    const { lines, questions } = bound(
      [
        ["内蒙古自治区各盟市1-6月环境空气质量对比"],
        ["盟市", "PM2.5平均浓度（微克/立方米）", null, null],
        [null, "2022年1-6月", "2023年1-6月", "2023年同比（%）"],
        ["呼和浩特市", 15, 21, 40],
        ["全区", 17, 28, 64.7],
      ],
      { merges: ["A2:A3", "B2:D2"] },
    );
    expect(questions.filter((text) => !text.startsWith("period A1"))).toEqual(
      [],
    );
    expect(keys(lines)).toEqual(
      ["150100", "150000"].flatMap((region) => [
        `air.pm25|${region}|2022-01/2022-06|actual||`,
        `air.pm25|${region}|2023-01/2023-06|actual||`,
        `air.pm25|${region}|2023-01/2023-06|changeRate||`,
      ]),
    );
  });
});

describe("a comparison of a year beside figures of parts of it", () => {
  it("of which nobody says which it is of is asked for", () => {
    const { lines, questions } = bound([
      ["太原市各县区空气质量对比"],
      ["县区", "PM2.5（μg/m³）", null, null],
      [null, "2023年6月", "2023年1-6月", "2023年同比（%）"],
      ["小店区", 21, 34, 4],
      ["迎泽区", 23, 33, -2],
    ]);
    expect(lines).toHaveLength(4);
    expect(questions).toEqual([expect.stringMatching(/^period D3/)]);
  });
});

describe("plain years under a title of months", () => {
  const rows = (title: string, ...years: string[]) => [
    [title],
    ["县区", ...years.map((year) => `${year}PM2.5`)],
    ["小店区", ...years.map((_, at) => 23 + at)],
  ];
  const periods = (title: string, ...years: string[]): string[] =>
    bound(rows(title, ...years)).lines.map((line) => line.split("|")[2] ?? "");

  it("are those months of each year", () => {
    expect(
      periods("太原市2023年1-6月空气质量对比", "2022年", "2023年"),
    ).toEqual(["2022-01/2022-06", "2023-01/2023-06"]);
    expect(periods("太原市2023年5月空气质量对比", "2022年", "2023年")).toEqual([
      "2022-05",
      "2023-05",
    ]);
    expect(
      periods("太原市2023年二季度空气质量对比", "2022年", "2023年"),
    ).toEqual(["2022-Q2", "2023-Q2"]);
    expect(
      periods("太原市近三年1-6月空气质量对比", "2021年", "2022年", "2023年"),
    ).toEqual(["2021-01/2021-06", "2022-01/2022-06", "2023-01/2023-06"]);
  });

  it("are years where the title's year is none of them, or is over", () => {
    expect(
      periods("太原市2023年1-6月空气质量对比", "2021年", "2022年"),
    ).toEqual(["2021", "2022"]);
    expect(
      periods("太原市2023年1-12月空气质量对比", "2022年", "2023年"),
    ).toEqual(["2022", "2023"]);
  });

  it("are years beside a column that says the months", () => {
    expect(
      periods("太原市2023年1-6月空气质量", "2022年", "2023年1-6月"),
    ).toEqual(["2022", "2023-01/2023-06"]);
  });

  it("are asked for where the title only says how far the data go", () => {
    const { lines, questions } = bound(
      rows("太原市空气质量（截至2023年6月底）", "2022年", "2023年"),
    );
    expect(lines).toEqual([]);
    expect(questions).not.toEqual([]);
  });
});

describe("the place a sheet is of", () => {
  it("is no city of its name beside 全省", () => {
    const { lines, questions } = bound([
      ["吉林省2023年4月环境空气质量状况"],
      ["城市", "PM2.5（μg/m³）"],
      ["吉林", 36],
      ["全省", 35],
    ]);
    expect(keys(lines)).toEqual([
      "air.pm25|220200|2023-04|actual||",
      "air.pm25|220000|2023-04|actual||",
    ]);
    expect(questions).toEqual([]);
  });

  it("may be called by its short name", () => {
    const { lines } = bound([
      ["山西省2023年4月环境空气质量状况"],
      ["城市", "PM2.5（μg/m³）"],
      ["太原", 36],
      ["山西", 35],
    ]);
    expect(keys(lines)).toEqual([
      "air.pm25|140100|2023-04|actual||",
      "air.pm25|140000|2023-04|actual||",
    ]);
  });

  it("is no province under 全区", () => {
    const { lines } = bound([
      ["山西省2023年4月环境空气质量状况"],
      ["城市", "PM2.5（μg/m³）"],
      ["太原", 36],
      ["全区", 35],
    ]);
    expect(lines).toHaveLength(1);
  });
});

describe("a township that the list knows", () => {
  it("is itself among those it does not, in its county's sheet", () => {
    const rows = (county: string) => [
      [`${county}2022年11月各镇街PM2.5浓度排名`],
      ["名次", "镇街", "PM2.5（μg/m³）"],
      [1, "羊山镇", 44],
      [2, "化雨镇", 54],
    ];
    expect(keys(bound(rows("金乡县")).lines)).toEqual([
      "air.pm25|370828-huayu|2022-11|rank||",
      "air.pm25|370828-huayu|2022-11|actual||",
    ]);
    expect(bound(rows("平遥县")).lines).toEqual([]);
  });
});
