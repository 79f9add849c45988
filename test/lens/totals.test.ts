import { describe, expect, it } from "vitest";
import { cellRef } from "../../src/model/sheet.ts";
import type { TestCell } from "../sheet-of.ts";
import { bound, type BoundOptions } from "./bound.ts";

/** What is bound as a total, and what is reported about totals. */
function totals(
  rows: readonly (readonly TestCell[])[],
  options: BoundOptions = {},
): { readonly kept: string[]; readonly issues: (string | undefined)[][] } {
  const { tables, issues, sheet } = bound(rows, options);
  return {
    kept: tables.flatMap(({ bindings }) =>
      bindings
        .filter(({ role }) => role === "aggregate")
        .map(({ row, column }) => cellRef(row, column)),
    ),
    issues: issues
      .filter(({ code }) => /(?:total|mean)_differs$/.test(code))
      .map(({ code, sheet: name = sheet.name, cell, params }) => [
        code,
        name,
        cell,
        String(params?.computed),
      ]),
  };
}

const cases = (total: readonly TestCell[]) => [
  ["2023年1-6月各市行政处罚情况"],
  ["城市", "行政处罚案件数（起）", "罚款金额（万元）", "同比（%）"],
  ["太原市", 20, 32.5, 3],
  ["大同市", 12, 41.25, -2],
  ["阳泉市", 7, 6, 1.5],
  total,
];

describe("nameless totals", () => {
  it("are kept as such, and right ones are not spoken of", () => {
    expect(totals(cases(["合计", 39, 79.75, 0.9]))).toEqual({
      kept: ["B6", "C6", "D6"],
      issues: [],
    });
  });

  it("are reported with sheet and cell where they are not what they cover", () => {
    expect(totals(cases(["合计", 40, 79.75, 0.9]), { name: "六月" })).toEqual({
      kept: ["B6", "C6", "D6"],
      issues: [["lens.total_differs", "六月", "B6", "39"]],
    });
  });

  it("may round what is written", () => {
    expect(totals(cases(["合计", 39, 79.8, null])).issues).toEqual([]);
  });

  it("cover the rows since the total before, or those below, or the totals", () => {
    const rows = (last: number) => [
      ["2023年1-6月各县区行政处罚情况"],
      ["地区", "行政处罚案件数（起）", "罚款金额（万元）"],
      ["平城区", 20, 30],
      ["云冈区", 12, 40],
      ["小计", 32, 70],
      ["城区", 5, 10],
      ["矿区", 6, 20],
      ["小计", 11, last],
      ["合计", 43, 100],
    ];
    expect(totals(rows(30)).issues).toEqual([]);
    expect(totals(rows(31)).issues.map((issue) => issue[2])).toContain("C8");
  });

  it("at the top cover what stands below", () => {
    const rows = (total: number) => [
      ["2023年1-6月各市行政处罚情况"],
      ["城市", "行政处罚案件数（起）", "罚款金额（万元）"],
      ["合计", total, 70],
      ["太原市", 20, 30],
      ["大同市", 12, 40],
    ];
    expect(totals(rows(32)).issues).toEqual([]);
    expect(totals(rows(33)).issues).toEqual([
      ["lens.total_differs", "Sheet1", "B3", "32"],
    ]);
  });

  it("count cities once where their counties stand below them", () => {
    expect(
      totals([
        ["2023年1-6月行政处罚情况"],
        ["地区", "行政处罚案件数（起）", "罚款金额（万元）"],
        ["大同市", 32, 70],
        ["平城区", 20, 30],
        ["云冈区", 12, 40],
        ["阳泉市", 8, 10],
        ["合计", 40, 80],
      ]).issues,
    ).toEqual([]);
  });

  it("hold what is missing, and may be no less than the rest", () => {
    const rows = (total: number) => [
      ["2023年1-6月各市行政处罚情况"],
      ["城市", "行政处罚案件数（起）", "罚款金额（万元）"],
      ["太原市", 20, 30],
      ["大同市", "—", 40],
      ["阳泉市", 8, 5],
      ["合计", total, 75],
    ];
    expect(totals(rows(28)).issues).toEqual([]);
    expect(totals(rows(33)).issues).toEqual([]);
    expect(totals(rows(27)).issues.map((issue) => issue[2])).toEqual(["B6"]);
  });

  it("say nothing where none of a row is of these figures", () => {
    expect(totals(cases(["合计", 140, 179.75, 0.9])).issues).toEqual([]);
  });
});

describe("平均", () => {
  const sheet = (mean: readonly number[]) => [
    ["2023年6月各市PM2.5浓度（μg/m³）"],
    ["月份", "太原市", "大同市", "阳泉市", "平均"],
    ["5月", 30, 24, 32, mean[0] ?? 0],
    ["6月", 25, 26, 21, mean[1] ?? 0],
  ];

  it("across places is the mean of what stands beside it", () => {
    expect(totals(sheet([28.7, 24]))).toEqual({
      kept: ["E3", "E4"],
      issues: [],
    });
    expect(totals(sheet([28.7, 34])).issues).toEqual([
      ["lens.mean_differs", "Sheet1", "E4", "24"],
    ]);
  });

  it("月均值 below the days of a month is one too", () => {
    const { kept, issues } = totals([
      ["平遥县2022年6月空气质量逐日统计表"],
      ["日期", "SO2（μg/m³）", "PM2.5（μg/m³）"],
      ["6.1", 10, 25],
      ["6.2", 17, 22],
      ["月均值", 14, 34],
    ]);
    expect(kept).toEqual(["B5", "C5"]);
    expect(issues).toEqual([["lens.mean_differs", "Sheet1", "C5", "23.5"]]);
  });
});

describe("totals of figures of several kinds, and below records", () => {
  it("are kept, of no indicator", () => {
    const { kept, issues } = totals([
      ["2023年晋城市企业搬迁目标任务"],
      ["序号", "企业类型", "搬迁目标（家）"],
      [1, "煤化工企业搬迁", 1],
      [2, "钢铁铸造企业搬迁", 7],
      [null, "合计", 9],
    ]);
    expect(kept).toEqual(["C5"]);
    expect(issues).toEqual([["lens.total_differs", "Sheet1", "C5", "8"]]);
  });

  it("below a ledger are held against its records", () => {
    const ledger = (fine: number) => [
      ["晋城市2022年1-6月行政处罚案件台账"],
      [
        "序号",
        "处罚决定书文号",
        "当事人",
        "违法行为",
        "处罚日期",
        "罚款金额（万元）",
      ],
      [1, "晋市环罚〔2022〕3号", "甲公司", "未批先建", "2022-01-06", 9.6],
      [2, "晋市环罚〔2022〕4号", "乙公司", "超标排放", "2022-02-06", 12.2],
      ["合计", null, null, null, null, fine],
    ];
    expect(totals(ledger(21.8))).toEqual({ kept: ["F5"], issues: [] });
    expect(totals(ledger(22.8))).toEqual({
      kept: ["F5"],
      issues: [["lens.total_differs", "Sheet1", "F5", "21.8"]],
    });
  });
});
