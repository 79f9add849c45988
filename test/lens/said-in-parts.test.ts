import { describe, expect, it } from "vitest";
import { bound } from "./bound.ts";

describe("names said in parts", () => {
  it("期间 is the days of the title, of figures that have a name of their own", () => {
    const { lines, questions } = bound(
      [
        ["2023年11月3日-5日污染过程各市逐日AQI"],
        [
          "城市",
          "AQI",
          null,
          null,
          "期间PM2.5平均浓度（μg/m³）",
          "过程超标天数（天）",
        ],
        [null, "11月3日", "11月4日", "11月5日", null, null],
        ["太原", 82, 185, 175, 97, 2],
      ],
      { merges: ["A2:A3", "B2:D2", "E2:E3", "F2:F3"] },
    );
    expect(questions).toEqual([]);
    expect(lines).toContain(
      "E4 air.pm25|140100|2023-11-03/2023-11-05|actual|| = 97",
    );
    expect(lines).toContain(
      "F4 air.bad_days|140100|2023-11-03/2023-11-05|actual|| = 2",
    );
  });

  it("年底 of a goal is the year, whatever month the sheet is of", () => {
    const { lines, questions } = bound([
      ["全省城市生活垃圾分类情况（2023年6月底）"],
      ["市", "小区覆盖率（%）", "年底覆盖率目标（%）"],
      ["太原市", 74, 80],
    ]);
    expect(questions).toEqual([]);
    expect(lines).toEqual([
      "B3 waste.cover|140100|2023-06|actual|| = 74",
      "C3 waste.cover|140100|2023|target|| = 80",
    ]);
  });

  it.each([
    ["县（市、区）政府（个）", "acct.talked_counties"],
    ["市政府（个）", "acct.talked_cities"],
    ["重点排污单位（家）", "acct.talked_units"],
  ])("约谈 over %s is %s", (leaf, code) => {
    const { lines, questions } = bound(
      [
        ["2023年度全省生态环境领域约谈和问责情况"],
        ["市", "约谈", null, "问责人数（人）"],
        [null, leaf, "人数（人）", null],
        ["太原市", 3, 17, 21],
      ],
      { merges: ["A2:A3", "B2:C2", "D2:D3"] },
    );
    expect(questions).toEqual([]);
    expect(lines[0]).toBe(`B4 ${code}|140100|2023|actual|| = 3`);
  });

  it("小计 below 适用配套办法的五类案件 is what the group is called", () => {
    const { lines, questions } = bound(
      [
        ["2023年一季度配套办法案件情况"],
        ["市", "适用配套办法的五类案件（件）", null, null],
        [null, "按日连续处罚", "查封扣押", "小计"],
        ["太原市", 3, 17, 20],
      ],
      { merges: ["A2:A3", "B2:D2"] },
    );
    expect(questions).toEqual([]);
    expect(lines).toContain(
      "D4 enf.five_cases|140100|2023-01/2023-03|actual|| = 20",
    );
  });
});
