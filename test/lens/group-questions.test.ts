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
