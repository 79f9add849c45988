import { describe, expect, it } from "vitest";
import { applyMarks } from "../../src/report/marks.ts";
import type { Cell, SheetView, WorkbookView } from "../../src/model/sheet.ts";

const words = {
  报告期: "2019年",
  地区: "山西省",
  填报日期: "2020年1月15日",
};

function bookOf(...texts: readonly string[]): WorkbookView {
  const cells = texts.map((text, row): Cell => ({
    row,
    column: 0,
    type: "text",
    value: text,
    raw: text,
    format: "General",
    style: 0,
  }));
  const sheet: SheetView = {
    name: "表1",
    part: "xl/worksheets/sheet1.xml",
    state: "visible",
    merges: [],
    hyperlinks: [],
    notes: [],
    bounds: { top: 0, left: 0, bottom: texts.length - 1, right: 0 },
    cellAt: (row, column) => (column === 0 ? cells[row] : undefined),
    cells: () => cells,
    rowHidden: () => false,
    columnHidden: () => false,
    columnWidth: () => undefined,
  };
  return {
    format: "xlsx",
    date1904: false,
    sheets: [sheet],
    names: [],
    writable: true,
  };
}

describe("applyMarks", () => {
  it("replaces known marks in the view and lists the edits", () => {
    const { workbook, edits, issues } = applyMarks(
      bookOf("{{地区}}{{ 报告期 }}完成情况", "不动"),
      words,
      "模板.xlsx",
    );
    expect(workbook.sheets[0]?.cellAt(0, 0)?.value).toBe(
      "山西省2019年完成情况",
    );
    expect(
      [...(workbook.sheets[0]?.cells() ?? [])].map((c) => c.value),
    ).toEqual(["山西省2019年完成情况", "不动"]);
    expect(edits).toEqual([
      {
        sheet: "表1",
        row: 0,
        column: 0,
        kind: "text",
        value: "山西省2019年完成情况",
        reason: "mark",
      },
    ]);
    expect(issues).toEqual([]);
  });

  it("leaves and reports a mark it does not know", () => {
    const { edits, issues } = applyMarks(bookOf("{{处室}}"), words, "a.xlsx");
    expect(edits).toEqual([]);
    expect(issues).toEqual([
      expect.objectContaining({
        code: "fill.unknown_mark",
        cell: "A1",
        params: { mark: "{{处室}}" },
      }),
    ]);
  });

  it("has nothing to do where a template was filled before", () => {
    const once = applyMarks(bookOf("{{报告期}}"), words, "a.xlsx");
    expect(applyMarks(once.workbook, words, "a.xlsx").edits).toEqual([]);
  });
});
