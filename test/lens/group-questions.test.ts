import { describe, expect, it } from "vitest";
import { bound } from "./bound.ts";

describe("questions", () => {
  it("are one for the columns under one group header", () => {
    const { tables } = bound(
      [
        ["2022年5月长治市县区空气质量"],
        ["县区", "优良天数", "主导因子分布（天）", null, null, null],
        [null, null, "PM2.5", null, "PM10", null],
        [null, null, "天数", "同比", "天数", "同比"],
        ["潞州区", 20, 12, -2, 5, 1],
      ],
      { merges: ["A2:A4", "B2:B4", "C2:F2", "C3:D3", "E3:F3"] },
    );
    const [asked, ...others] = tables.flatMap(({ unmatched }) => unmatched);
    expect(others).toEqual([]);
    expect(asked?.cell).toBe("C4");
    expect(asked?.also).toContain("E4");
  });

  it("are one for columns that name nothing anybody knows", () => {
    const { tables } = bound([
      ["2022年5月长治市空气质量"],
      ["县区", "优良天数", "机组数", "吊车数"],
      ["潞州区", 20, 12, 2],
    ]);
    expect(
      tables.flatMap(({ unmatched }) =>
        unmatched.map(({ cell, also }) => [cell, ...(also ?? [])]),
      ),
    ).toEqual([["C2", "D2"]]);
  });

  it("are one for such columns in several groups", () => {
    const { tables } = bound(
      [
        ["2022年5月长治市信访举报和执法情况"],
        [
          "县区",
          "来源（件）",
          null,
          "核查（件）",
          null,
          "责令停工（家）",
          "罚款金额（万元）",
        ],
        [null, "来电", "来信", "属实", "不属实", null, null],
        ["潞州区", 20, 12, 2, 5, 1, 6.5],
        ["上党区", 20, 12, 2, 5, 1, 7.5],
      ],
      { merges: ["A2:A3", "B2:C2", "D2:E2", "F2:F3", "G2:G3"] },
    );
    expect(
      tables.flatMap(({ unmatched }) =>
        unmatched.map(({ cell, also }) => [cell, ...(also ?? [])]),
      ),
    ).toEqual([["B3", "C3", "D3", "E3", "F2"]]);
  });

  it("are none about things with a pollutant in their name", () => {
    expect(
      bound([
        ["2022年设备采购清单"],
        ["序号", "设备名称", "单位", "数量"],
        [1, "PM2.5连续监测仪", "台", 6],
        [2, "SO2分析仪", "台", 4],
      ]).questions,
    ).toEqual([]);
  });

  it("are none about 序时进度 and 环比", () => {
    expect(
      bound([
        ["2021年6月各市空气质量"],
        ["城市", "PM2.5", "环比（%）", "序时进度（%）"],
        ["太原市", 35, 2, 50],
      ]).questions,
    ).toEqual([]);
  });
});
