import { describe, expect, it } from "vitest";
import { findTables } from "../../src/table/find-tables.ts";
import { matcher } from "../shipped-matcher.ts";
import { type SheetOptions, sheetOf, type TestCell } from "../sheet-of.ts";

type Rows = readonly (readonly TestCell[])[];

function found(rows: Rows, options: SheetOptions = {}) {
  return findTables(sheetOf(rows, options), matcher).map((table) => ({
    title: table.title.map(({ text }) => text),
    meta: table.meta.map(({ text }) => text),
    left: table.range.left,
    top: table.body.top,
    columns: table.columns.map(({ path }) =>
      path.map(({ text }) => text).join(" > "),
    ),
  }));
}

describe("tables beside each other", () => {
  it("are two where the names of the second stand below another header depth", () => {
    const tables = found(
      [
        ["2024年6月各市PM10", "", "", "", "2020年各市二氧化硫排放量"],
        ["城市", "PM10（μg/m³）", "", "", "城市", "二氧化硫排放量（吨）"],
        ["", "扣沙", "不扣沙", "", "太原市", 15632],
        ["太原市", 80, 104, "", "大同市", 26582],
        ["大同市", 58, 69, "", "阳泉市", 7285],
      ],
      { merges: ["A1:C1", "A2:A3", "B2:C2"] },
    );
    expect(tables).toEqual([
      expect.objectContaining({
        title: ["2024年6月各市PM10"],
        top: 3,
        columns: ["PM10（μg/m³） > 扣沙", "PM10（μg/m³） > 不扣沙"],
      }),
      expect.objectContaining({
        title: ["2020年各市二氧化硫排放量"],
        top: 2,
        columns: ["二氧化硫排放量（吨）"],
      }),
    ]);
  });

  it("share a line of an office, a date and a unit above the first", () => {
    const tables = found(
      [
        ["临汾市散乱污企业动态清零统计表"],
        ["截至2024年7月底", "", "单位：家"],
        ["县区", "排查企业", "完成整治", "县区", "排查企业", "完成整治"],
        ["尧都区", 37, 34, "吉县", 26, 24],
        ["曲沃县", 51, 49, "大宁县", 24, 23],
      ],
      { merges: ["A1:F1"] },
    );
    expect(tables).toHaveLength(2);
    for (const { title, meta } of tables) {
      expect(title).toContain("截至2024年7月底");
      expect(meta).toEqual(["单位：家"]);
    }
  });

  it("are halves of one list whatever it calls its names", () => {
    expect(
      found([
        ["单位", "PM2.5", "PM10", "单位", "PM2.5", "PM10"],
        ["郊区", 51, 97, "平定县", 43, 84],
        ["城区", 32, 94, "盂县", 65, 71],
      ]).map(({ left, columns }) => [left, columns]),
    ).toEqual([
      [0, ["PM2.5", "PM10"]],
      [3, ["PM2.5", "PM10"]],
    ]);
  });

  it("are one table where measures repeat below two indicators", () => {
    expect(
      found(
        [
          ["城市", "PM2.5", "", "PM10", ""],
          ["", "浓度", "同比", "浓度", "同比"],
          ["太原市", 35, 1, 80, 2],
        ],
        { merges: ["A1:A2", "B1:C1", "D1:E1"] },
      ),
    ).toHaveLength(1);
  });
});

describe("two columns of words", () => {
  it("are a table below a month, and a card below a date of its own", () => {
    const rows: Rows = [
      ["按日连续处罚", 1],
      ["查封扣押", 6],
      ["限产停产", 0],
    ];
    const kinds = (head: readonly TestCell[]) =>
      findTables(sheetOf([head, ...rows]), matcher).map(
        ({ pairs }) => pairs.length > 0,
      );
    expect(kinds(["案件类型", "2月"])).toEqual([false]);
    expect(kinds(["完成时限", "2024年2月"])).toEqual([true]);
  });
});
