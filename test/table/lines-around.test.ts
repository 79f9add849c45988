import { describe, expect, it } from "vitest";
import { findTables } from "../../src/table/find-tables.ts";
import { isMeta, isSignature, isStamp } from "../../src/table/line-words.ts";
import { matcher } from "../shipped-matcher.ts";
import { sheetOf, type TestCell } from "../sheet-of.ts";

type Rows = readonly (readonly TestCell[])[];

const title = "2024年6月各市环境空气质量情况";
const header = ["城市", "PM2.5（μg/m³）", "优良天数（天）"];
const body: Rows = [
  ["太原市", 35, 24],
  ["大同市", 31, 26],
];

function found(rows: Rows) {
  return findTables(sheetOf(rows), matcher).map((table) => ({
    title: table.title.map(({ text }) => text),
    top: table.headerRows.top,
    rows: table.bodyRows.length,
    notes: table.notes.map(({ text }) => text),
  }));
}

describe("a line that says who made a table or how to keep it", () => {
  it.each([
    "制表：王五 审核：赵六",
    "审核： 复核：",
    "值班员：李××",
    "（内部资料，注意保存）",
    "（征求意见稿）",
  ])("is no title: %s", (line) => {
    expect(found([[title], [line], header, ...body])).toEqual([
      { title: [title], top: 2, rows: 2, notes: [] },
    ]);
  });

  it("below an office and a day leaves the header where it is", () => {
    expect(
      found([
        [title],
        ["山西省生态环境厅", "", "截至2024年6月底"],
        ["制表：王五"],
        header,
        ...body,
      ]),
    ).toEqual([expect.objectContaining({ top: 3, rows: 2 })]);
  });

  it("below a table ends it", () => {
    expect(
      found([[title], header, ...body, ["制表：王五", "审核：赵六"]]),
    ).toEqual([
      {
        title: [title],
        top: 1,
        rows: 2,
        notes: ["制表：王五", "审核：赵六"],
      },
    ]);
  });
});

describe("words that only look like it", () => {
  it("name things of a table", () => {
    expect(isMeta("审核率：")).toBe(false);
    expect(isMeta("编制进展：已完成")).toBe(false);
    expect(isSignature("编制方案")).toBe(false);
    expect(isStamp("内部使用锅炉淘汰情况：太原市")).toBe(false);
  });
});
