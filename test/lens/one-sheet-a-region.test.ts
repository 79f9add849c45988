import { describe, expect, it } from "vitest";
import { bound, type BoundOptions } from "./bound.ts";
import type { TestCell } from "../sheet-of.ts";

type Rows = readonly (readonly TestCell[])[];

const header = ["月份", "PM2.5（μg/m³）", "优良天数（天）"];
const body: Rows = [
  ["2024年1月", 60, 15],
  ["2024年2月", 52, 18],
];

function places(rows: Rows, options: BoundOptions): Set<string | undefined> {
  const { lines, questions } = bound(rows, options);
  expect(questions).toEqual([]);
  expect(lines).toHaveLength(4);
  return new Set(lines.map((line) => line.split("|")[1]));
}

describe("a sheet named after its region", () => {
  it("is of that region in a file of the city it lies in", () => {
    expect(
      places([header, ...body], {
        name: "小店区",
        file: "太原市2024年PM2.5逐月.xlsx",
      }),
    ).toEqual(new Set(["140105"]));
  });

  it("is so below a title of the city too", () => {
    expect(
      places([["太原市2024年空气质量逐月统计"], header, ...body], {
        name: "小店区",
      }),
    ).toEqual(new Set(["140105"]));
  });

  it("is of what its title says where that is no part of it", () => {
    expect(
      places([["小店区2024年空气质量逐月统计"], header, ...body], {
        name: "太原市",
      }),
    ).toEqual(new Set(["140105"]));
  });
});

describe("a sheet named 8月 in a file of 1-8月", () => {
  const rows: Rows = [
    ["县区", "PM2.5（μg/m³）"],
    ["忻府区", 33],
    ["定襄县", 31],
  ];

  it("is asked about where it is the only one", () => {
    const { questions } = bound(rows, {
      name: "8月",
      file: "2021年1-8月忻州市PM2.5平均浓度.xlsx",
    });
    expect(questions).toEqual([expect.stringMatching(/^period /)]);
  });

  it("is of the month its title says", () => {
    const { lines, questions } = bound(
      [["2021年8月忻州市各县区PM2.5"], ...rows],
      {
        name: "8月",
        file: "2021年1-8月忻州市PM2.5平均浓度.xlsx",
      },
    );
    expect(questions).toEqual([]);
    expect(lines.map((line) => line.split("|")[2])).toEqual([
      "2021-08",
      "2021-08",
    ]);
  });
});

describe("a list of one figure a row", () => {
  it("is none of records for its 月份, 城市 and 备注", () => {
    const { lines, questions, tables } = bound([
      ["序号", "年份", "月份", "城市", "指标", "数值", "单位", "备注"],
      [1, 2020, "1月", "太原市", "PM2.5", 44, "μg/m3", "新增"],
      [2, 2020, "1月", "太原市", "CO", 1.7, "mg/m3", ""],
    ]);
    expect(questions).toEqual([]);
    expect(tables.map(({ orientation }) => orientation)).toEqual(["long"]);
    expect(lines.map((line) => line.split(" ")[1])).toEqual([
      "air.pm25|140100|2020-01|actual||",
      "air.co|140100|2020-01|actual||",
    ]);
  });
});
