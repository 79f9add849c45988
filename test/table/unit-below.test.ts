import { describe, expect, it } from "vitest";
import { findTables } from "../../src/table/find-tables.ts";
import { matcher } from "../shipped-matcher.ts";
import { type SheetOptions, sheetOf, type TestCell } from "../sheet-of.ts";

type Rows = readonly (readonly TestCell[])[];

/** The header paths of the only table. */
function paths(rows: Rows, options: SheetOptions = {}): string[] {
  const [table, more] = findTables(sheetOf(rows, options), matcher);
  expect(more).toBeUndefined();
  return (table?.columns ?? []).map(({ path }) =>
    path.map(({ text }) => text).join(" > "),
  );
}

describe("a row of units below the header", () => {
  it.each([
    ["without brackets", ["", "μg/m³", "%", "天"]],
    ["in brackets", ["", "（μg/m³）", "(%)", "（天）"]],
    ["called 单位", ["单位", "μg/m³", "%", "天"]],
  ])("stands behind the names: %s", (_, units) => {
    expect(
      paths([
        ["2024年6月各市空气质量"],
        ["城市", "PM2.5", "同比", "优良天数"],
        units,
        ["太原市", 35, -5.2, 24],
      ]),
    ).toEqual([
      expect.stringMatching(/^PM2\.5（μg\/m³）$/),
      "同比（%）",
      "优良天数（天）",
    ]);
  });

  it("is of the lowest level, and leaves out columns without one", () => {
    expect(
      paths(
        [
          ["城市", "清洁取暖改造", "", "", ""],
          ["", "年度任务", "已完成", "完成率", "排名"],
          ["", "户", "户", "%", ""],
          ["太原市", 1200, 600, 50, 3],
        ],
        { merges: ["A1:A3", "B1:E1"] },
      ),
    ).toEqual([
      "清洁取暖改造 > 年度任务（户）",
      "清洁取暖改造 > 已完成（户）",
      "清洁取暖改造 > 完成率（%）",
      "清洁取暖改造 > 排名",
    ]);
  });

  it("finds the header above it whatever that calls its columns", () => {
    expect(
      paths([
        ["流域", "断面数", "优良断面", "劣Ⅴ类"],
        ["", "个", "个", "个"],
        ["汾河流域", 18, 9, 1],
      ]),
    ).toEqual(["断面数（个）", "优良断面（个）", "劣Ⅴ类（个）"]);
  });

  it("tells columns under one name apart, and repeats no unit", () => {
    expect(
      paths(
        [
          ["城市", "优良断面", "", "PM2.5（μg/m³）"],
          ["", "个", "%", "μg/m³"],
          ["太原市", 9, 50, 35],
        ],
        { merges: ["A1:A2", "B1:C1"] },
      ),
    ).toEqual(["优良断面 > 个", "优良断面 > %", "PM2.5（μg/m³） > μg/m³"]);
  });
});
