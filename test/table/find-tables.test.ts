import { expect, test } from "vitest";
import type { Table } from "../../src/model/table.ts";
import { rangeText } from "../../src/model/sheet.ts";
import { findTables } from "../../src/table/find-tables.ts";
import { matcher } from "../shipped-matcher.ts";
import { type SheetOptions, sheetOf, type TestCell } from "../sheet-of.ts";

function tables(
  rows: readonly (readonly TestCell[])[],
  options: SheetOptions = {},
): Table[] {
  return findTables(sheetOf(rows, options), matcher);
}

function paths(table: Table | undefined): string[] {
  return (table?.columns ?? []).map(({ path }) =>
    path.map(({ text }) => text).join(">"),
  );
}

function stubs(table: Table | undefined): string[] {
  return (table?.rows ?? []).map(({ path }) =>
    path.map(({ text }) => text).join(">"),
  );
}

test("titles, meta lines, a two-level header, body, total and notes", () => {
  const [table, ...others] = tables(
    [
      ["附件1"],
      ["2019年执法情况表"],
      ["填报单位：大同市生态环境局", "", "", "单位：起"],
      ["地区", "行政处罚", undefined, "备注"],
      [undefined, "决定书(份)", "罚款(万元)", undefined],
      ["平城区", 12, 30.5, ""],
      ["合计", 12, 30.5, ""],
      ["注：数据为快报"],
      ["填报人：张三", "", "审核人：李四"],
    ],
    { merges: ["A2:D2", "A4:A5", "B4:C4", "D4:D5"] },
  );
  expect(others).toEqual([]);
  expect(table?.title.map(({ text }) => text)).toEqual(["2019年执法情况表"]);
  expect(table?.meta.map(({ text }) => text)).toEqual([
    "附件1",
    "填报单位：大同市生态环境局",
    "单位：起",
  ]);
  expect(table?.headerRows).toEqual({ top: 3, bottom: 4 });
  expect(paths(table)).toEqual([
    "行政处罚>决定书(份)",
    "行政处罚>罚款(万元)",
    "备注",
  ]);
  expect(stubs(table)).toEqual(["平城区", "合计"]);
  expect(table?.notes.map(({ text }) => text)).toEqual([
    "注：数据为快报",
    "填报人：张三",
    "审核人：李四",
  ]);
  expect(table === undefined ? "" : rangeText(table.range)).toBe("A1:D9");
});

test("a label and its words in two cells make one meta text", () => {
  const [table] = tables([
    ["空气质量"],
    ["填报单位：", "大同市生态环境局"],
    ["指标", "数值"],
    ["PM2.5", 33],
  ]);
  expect(table?.meta.map(({ text }) => text)).toEqual([
    "填报单位：大同市生态环境局",
  ]);
});

test("an unmerged parent heads the blanks to its right", () => {
  const [table] = tables([
    ["城市", "PM2.5", "", "PM10", "", "备注"],
    ["", "浓度", "排名", "浓度", "排名", ""],
    ["太原市", 56, 11, 107, 11, ""],
  ]);
  expect(paths(table)).toEqual([
    "PM2.5>浓度",
    "PM2.5>排名",
    "PM10>浓度",
    "PM10>排名",
    "备注",
  ]);
});

test("years as numbers are headers under a merged parent", () => {
  const [table] = tables(
    [
      ["城市", "PM2.5(μg/m³)", undefined],
      [undefined, 2018, 2019],
      ["太原市", 59, 56],
    ],
    { merges: ["A1:A2", "B1:C1"] },
  );
  expect(paths(table)).toEqual(["PM2.5(μg/m³)>2018", "PM2.5(μg/m³)>2019"]);
});

test("three levels and a row of units", () => {
  const [table] = tables(
    [
      ["城市", "2019年", undefined, undefined],
      [undefined, "PM2.5", undefined, "PM10"],
      [undefined, "浓度", "排名", "浓度"],
      ["单位", "μg/m³", "位", "μg/m³"],
      ["太原市", 56, 11, 107],
    ],
    { merges: ["A1:A3", "B1:D1", "B2:C2"] },
  );
  expect(table?.headerRows).toEqual({ top: 0, bottom: 3 });
  expect(paths(table)[0]).toBe("2019年>PM2.5>浓度（μg/m³）");
  expect(stubs(table)).toEqual(["太原市"]);
});

test("merged and blank parents on the left are filled down, not past a total", () => {
  const [table] = tables(
    [
      ["市", "县", "PM2.5(μg/m³)"],
      ["太原市", "小店区", 60],
      [undefined, "迎泽区", 58],
      ["大同市", "平城区", 33],
      ["", "云冈区", 34],
      ["合计", "", 185],
    ],
    { merges: ["A2:A3"] },
  );
  expect(stubs(table)).toEqual([
    "太原市>小店区",
    "太原市>迎泽区",
    "大同市>平城区",
    "大同市>云冈区",
    "合计",
  ]);
});

test("tables stacked with and without a blank row between them", () => {
  const found = tables([
    ["2019年太原市空气"],
    ["指标", "数值"],
    ["PM2.5(μg/m3)", 56],
    [],
    ["2019年大同市空气"],
    ["指标", "数值"],
    ["PM2.5(μg/m3)", 33],
    ["2019年阳泉市空气"],
    ["城市", "PM10(μg/m3)"],
    ["阳泉市", 90],
  ]);
  expect(found.map(({ title }) => title[0]?.text)).toEqual([
    "2019年太原市空气",
    "2019年大同市空气",
    "2019年阳泉市空气",
  ]);
  expect(found.map(stubs)).toEqual([
    ["PM2.5(μg/m3)"],
    ["PM2.5(μg/m3)"],
    ["阳泉市"],
  ]);
});

test("tables beside each other are separated by a blank column", () => {
  const found = tables([
    ["2019年山西省空气质量"],
    ["城市", "PM2.5(μg/m3)", "", "城市", "PM2.5(μg/m3)"],
    ["太原市", 56, "", "大同市", 33],
    ["阳泉市", 48, "", "长治市", 49],
    ["晋城市", 50],
  ]);
  expect(found.map(({ range }) => rangeText(range))).toEqual([
    "A1:B5",
    "A1:E4".replace("A1", "D1"),
  ]);
  expect(found.map(stubs)).toEqual([
    ["太原市", "阳泉市", "晋城市"],
    ["大同市", "长治市"],
  ]);
  expect(found.map(({ title }) => title[0]?.text)).toEqual([
    "2019年山西省空气质量",
    "2019年山西省空气质量",
  ]);
});

test("a blank row inside a body does not end the table", () => {
  const found = tables([
    ["城市", "PM2.5(μg/m3)"],
    ["太原市", 56],
    [],
    ["大同市", 33],
  ]);
  expect(found).toHaveLength(1);
  expect(stubs(found[0])).toEqual(["太原市", "大同市"]);
});

test("a header printed again on the next page is not a row", () => {
  const [table] = tables([
    ["城市", "PM2.5(μg/m³)"],
    ["太原市", 56],
    ["城市", "PM2.5(μg/m³)"],
    ["大同市", 33],
  ]);
  expect(stubs(table)).toEqual(["太原市", "大同市"]);
});

test("group rows name the rows below them", () => {
  const [table] = tables(
    [
      ["断面名称", "水质类别", "考核目标"],
      ["汾河流域"],
      ["小店桥", "Ⅳ", "Ⅳ"],
      ["桑干河流域"],
      ["固定桥", "Ⅲ", "Ⅲ"],
    ],
    { merges: ["A2:C2", "A4:C4"] },
  );
  expect(stubs(table)).toEqual(["汾河流域>小店桥", "桑干河流域>固定桥"]);
});

test("an empty form has its rows to be filled as body", () => {
  const [table] = tables([
    ["空气质量排名表"],
    ["城市", "综合指数", "排名"],
    ["太原市", null, null],
    ["大同市", null, null],
    [null, null, null],
  ]);
  expect(stubs(table)).toEqual(["太原市", "大同市", ""]);
  expect(table?.body).toEqual({ top: 2, left: 1, bottom: 4, right: 2 });
});

test("hidden rows are read like others", () => {
  const [table] = tables(
    [
      ["城市", "PM2.5(μg/m3)"],
      ["太原市", 56],
      ["大同市", 33],
    ],
    { hiddenRows: [2] },
  );
  expect(stubs(table)).toEqual(["太原市", "大同市"]);
});

test("merges over whole rows and columns cost nothing", () => {
  const [table] = tables(
    [["2019年空气质量"], ["城市", "PM2.5(μg/m3)"], ["太原市", 56]],
    { merges: ["A1:XFD1", "AA2:AA1048576"] },
  );
  expect(stubs(table)).toEqual(["太原市"]);
  expect(table?.columns).toHaveLength(1);
});

test("words without a table are no table", () => {
  expect(tables([["会议纪要"], ["大家讨论了工作。"], []])).toEqual([]);
  expect(tables([])).toEqual([]);
});
