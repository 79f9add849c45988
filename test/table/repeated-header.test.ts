import { expect, test } from "vitest";
import { findTables } from "../../src/table/find-tables.ts";
import { matcher } from "../shipped-matcher.ts";
import { type SheetOptions, sheetOf, type TestCell } from "../sheet-of.ts";

type Rows = readonly (readonly TestCell[])[];

function headers(rows: Rows, options: SheetOptions = {}): string[][] {
  return findTables(sheetOf(rows, options), matcher).map(
    ({ columns, title }) => [
      ...title.map(({ text }) => `title ${text}`),
      ...columns.map(({ path }) => path.map(({ text }) => text).join(">")),
    ],
  );
}

const body: Rows = [
  ["太原市", 5.1, 3, 35, 2, 24],
  ["大同市", 4.2, 1, 31, 1, 26],
];
const wanted = [
  "综合指数>值",
  "综合指数>排名",
  "PM2.5（μg/m³）>浓度",
  "PM2.5（μg/m³）>排名",
  "优良天数（天）",
];

test.each<[string, Rows]>([
  [
    "filled across and down",
    [
      ["城市", "综合指数", "综合指数", "PM2.5（μg/m³）", "PM2.5（μg/m³）", "优良天数（天）"],
      ["城市", "值", "排名", "浓度", "排名", "优良天数（天）"],
    ],
  ],
  [
    "filled across",
    [
      ["城市", "综合指数", "综合指数", "PM2.5（μg/m³）", "PM2.5（μg/m³）", "优良天数（天）"],
      ["", "值", "排名", "浓度", "排名", ""],
    ],
  ],
  [
    "filled down",
    [
      ["城市", "综合指数", "", "PM2.5（μg/m³）", "", "优良天数（天）"],
      ["城市", "值", "排名", "浓度", "排名", "优良天数（天）"],
    ],
  ],
  [
    "left blank",
    [
      ["城市", "综合指数", "", "PM2.5（μg/m³）", "", "优良天数（天）"],
      ["", "值", "排名", "浓度", "排名", ""],
    ],
  ],
])("a header taken apart and %s reads as one of merged cells", (_, header) => {
  expect(headers([...header, ...body])).toEqual([wanted]);
}); // prettier-ignore

test("of three levels, in which equal words under other ones stay apart", () => {
  expect(
    headers([
      ["流域", "断面数（个）", "2024年", "2024年", "2023年", "2023年"],
      ["流域", "断面数（个）", "比例", "比例", "比例", "比例"],
      ["流域", "断面数（个）", "Ⅰ—Ⅲ类", "劣Ⅴ类", "Ⅰ—Ⅲ类", "劣Ⅴ类"],
      ["汾河流域", 25, 72, 0, 64, 4],
    ]),
  ).toEqual([
    [
      "断面数（个）",
      "2024年>比例>Ⅰ—Ⅲ类",
      "2024年>比例>劣Ⅴ类",
      "2023年>比例>Ⅰ—Ⅲ类",
      "2023年>比例>劣Ⅴ类",
    ],
  ]);
});

test("rows of words with the same name are no header", () => {
  const rows: Rows = [
    ["县区", "企业名称", "问题", "整改状态"],
    ["平城区", "甲厂", "未批先建", "已完成"],
    ["平城区", "乙厂", "未批先建", "整改中"],
  ];
  const [table] = findTables(sheetOf(rows), matcher);
  expect(table?.headerRows).toEqual({ top: 0, bottom: 0 });
  expect(table?.bodyRows).toEqual([1, 2]);
});

test("equal words over figures merged across the same columns head one column", () => {
  const rows: Rows = [
    ["月份", "平城区", "平城区", "云州区", "云州区"],
    ["1月", 35, undefined, 31, undefined],
    ["2月", 33, undefined, 30, undefined],
  ];
  const [table] = findTables(
    sheetOf(rows, { merges: ["B2:C2", "D2:E2", "B3:C3", "D3:E3"] }),
    matcher,
  );
  expect(
    table?.columns.map(({ path }) => path.map(({ column }) => column)),
  ).toEqual([[1], [1], [3]]);
});

test.each<[string, Rows]>([
  ["a title", [Array<string>(6).fill("2024年6月空气质量")]],
  [
    "a title over two rows",
    [
      Array<string>(6).fill("2024年6月空气质量"),
      Array<string>(6).fill("2024年6月空气质量"),
    ],
  ],
  [
    "a title and its unit",
    [
      Array<string>(6).fill("2024年6月空气质量"),
      ["", "", "", "", "单位：μg/m³", "单位：μg/m³"],
    ],
  ],
])("%s filled across stays above the table", (_, above) => {
  const [found, ...others] = headers([
    ...above,
    ["城市", "PM2.5", "PM10", "SO2", "NO2", "O3"],
    ["太原市", 35, 60, 9, 30, 140],
  ]);
  expect(others).toEqual([]);
  expect(found).toEqual([
    "title 2024年6月空气质量",
    ...["PM2.5", "PM10", "SO2", "NO2", "O3"],
  ]);
});

test("the name of a group filled across names the rows below it", () => {
  const [table] = findTables(
    sheetOf([
      ["断面", "上年同期", "本月"],
      ["汾河流域", "汾河流域", "汾河流域"],
      ["上兰", "Ⅱ类", "Ⅱ类"],
      ["小店桥", "Ⅴ类", "Ⅳ类"],
    ]),
    matcher,
  );
  expect(
    table?.rows.map(({ path }) => path.map(({ text }) => text).join(">")),
  ).toEqual(["汾河流域>上兰", "汾河流域>小店桥"]);
});
