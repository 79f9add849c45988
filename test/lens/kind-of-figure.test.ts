import { describe, expect, it } from "vitest";
import { bound } from "./bound.ts";

/** What each cell is bound to, without regions and values. */
function keys(rows: Parameters<typeof bound>[0], merges: string[] = []) {
  return bound(rows, { merges }).lines.map((line) => {
    const [cell = "", key = ""] = line.split(" ");
    const [indicator, , period, measure, , base] = key.split("|");
    return [cell, indicator, period, measure, base]
      .filter((part) => part !== "")
      .join(" ");
  });
}

describe("a pollutant in the row and the kind of figure in the column", () => {
  it("reads levels, savings, their completion and cuts apart", () => {
    expect(
      keys([
        ["2021年主要污染物减排任务完成情况表"],
        [
          "地区",
          "污染物",
          "2020年排放基数（吨）",
          "2021年较2015年目标下降（%）",
          "2021年减排任务（吨）",
          "1—6月减排量（吨）",
          "完成率（%）",
          "序时进度（%）",
        ],
        ["太原市", "二氧化硫", 7000, 5, 120, 60, 50, 50],
      ]),
    ).toEqual([
      "C3 emis.so2 2020 baseline",
      "D3 emis.so2_cut 2021 target 2015",
      "E3 emis.so2_saved 2021 target",
      "F3 emis.so2_saved 2021-01/2021-06 actual",
      "G3 emis.so2_saved 2021-01/2021-06 completion",
    ]);
  });

  it("takes a fall against a base year from the title, and a level from a nearer header", () => {
    expect(
      keys([
        ["各市主要污染物排放总量较2015年累计下降比例（%）"],
        ["城市", "氮氧化物", null, "COD排放量（吨）"],
        [null, "2019年完成", "2020年目标", "2019年"],
        ["太原市", 15.6, 19.6, 1000],
      ]),
    ).toEqual([
      "B4 emis.nox_cut 2019 actual 2015",
      "C4 emis.nox_cut 2020 target 2015",
      "D4 emis.cod 2019 actual",
    ]);
  });

  it("counts a cut of a five-year plan from the year before it", () => {
    expect(
      keys([
        ["太原市“十三五”主要污染物排放总量下降比例（%）"],
        ["污染物", "2020年目标"],
        ["二氧化硫", 22],
      ]),
    ).toEqual(["B3 emis.so2_cut 2020 target 2015"]);
  });

  it("asks about a saving of a part nobody knows", () => {
    const { lines, questions } = bound([
      ["2021年太原市减排完成表"],
      ["污染物", "电力行业减排量（吨）"],
      ["二氧化硫", 12],
    ]);
    expect(lines).toEqual([]);
    expect(questions).toEqual(["indicator B2 电力行业减排量（吨）"]);
  });

  it("takes the % of 同比 for the change and not for a cut", () => {
    expect(
      keys([
        ["2021年上半年重点工程减排量（单位：吨）"],
        ["地区", "污染物", "减排量", "同比（%）"],
        ["太原市", "二氧化硫", 12, 3],
      ]),
    ).toEqual([
      "C3 emis.so2_saved 2021-01/2021-06 actual",
      "D3 emis.so2_saved 2021-01/2021-06 changeRate",
    ]);
  });
});

describe("a group header over short words", () => {
  it("completes names by their beginning and by their noun", () => {
    expect(
      keys(
        [
          ["2021年6月地表水水质类别统计"],
          ["地区", "各类别断面数（个）", null, "断面比例（%）", null],
          [null, "Ⅰ类", "劣Ⅴ类", "Ⅰ-Ⅲ类", "劣Ⅴ类"],
          ["太原市", 1, 2, 80, 10],
        ],
        ["A2:A3", "B2:C2", "D2:E2"],
      ),
    ).toEqual([
      "B4 water.class1_n 2021-06 actual",
      "C4 water.worse5_n 2021-06 actual",
      "D4 water.good_rate 2021-06 actual",
      "E4 water.worse5_rate 2021-06 actual",
    ]);
  });

  it("lets no unit of the group contradict a rate of it", () => {
    expect(
      keys(
        [
          ["2021年6月各市督察整改进展"],
          ["地区", "整改任务（项）", null, null],
          [null, "应完成", "已完成", "完成率（%）"],
          ["太原市", 10, 9, 90],
        ],
        ["A2:A3", "B2:D2"],
      ),
    ).toEqual([
      "B4 rect.tasks_due 2021-06 actual",
      "C4 rect.tasks_done 2021-06 actual",
      "D4 rect.tasks_rate 2021-06 actual",
    ]);
  });

  it("asks about the rate of a group nobody knows", () => {
    const { lines, questions } = bound(
      [
        ["2021年各市环境质量达标情况"],
        ["城市", "环境空气", null, "重点排污单位"],
        [null, "优良天数（天）", "优良率（%）", "达标率（%）"],
        ["太原市", 301, 82.5, 91.9],
      ],
      { merges: ["A2:A3", "B2:C2"] },
    );
    expect(lines).toHaveLength(2);
    expect(questions).toEqual(["indicator D3 达标率（%）"]);
  });

  it("takes a number of tasks for those of no topic by its counting word", () => {
    const { lines } = bound([
      ["2021年10月太原市道路硬化进展情况"],
      ["县区", "任务数（户）", "优良天数"],
      ["小店区", 100, 20],
    ]);
    expect(lines.join()).not.toContain("rect.tasks");
  });

  it("takes 完成率 behind a target and its fulfilment for their completion", () => {
    expect(
      keys([
        ["2021年10月各市清洁取暖改造完成情况"],
        ["城市", "任务（万户）", "完成（万户）", "完成率"],
        ["太原市", 1.2, 1.1, "91.7%"],
      ]),
    ).toEqual([
      "B3 heat.homes 2021-10 target",
      "C3 heat.homes 2021-10 actual",
      "D3 heat.homes 2021-10 completion",
    ]);
  });

  it("reads 整治完成率 as the title's", () => {
    expect(
      keys([
        ["2021年6月晋城市“散乱污”企业整治进度表"],
        ["县区", "整治完成率（%）"],
        ["泽州县", 91.7],
      ]),
    ).toEqual(["B3 firm.scattered_rate 2021-06 actual"]);
  });
});

describe("ranks", () => {
  it("ranks the figure before it and, ranked already, the change behind it", () => {
    expect(
      keys([
        ["2021年6月各市环境空气质量"],
        ["名次", "城市", "综合指数", "同比（%）", "名次"],
        [1, "太原市", 4.5, -3, 2],
      ]),
    ).toEqual([
      "A3 air.composite 2021-06 rank",
      "C3 air.composite 2021-06 actual",
      "D3 air.composite 2021-06 changeRate",
      "E3 air.composite 2021-06 changeRank",
    ]);
  });

  it("begins anew with the next figure", () => {
    expect(
      keys(
        [
          ["忻州市2021年3月及1-3月空气质量"],
          ["县区", "3月", null, null, "1-3月", null],
          [null, "综合指数", "排序", "同比%", "综合指数", "排序"],
          ["忻府区", 6, 11, 13, 5, 10],
        ],
        ["A2:A3", "B2:D2", "E2:F2"],
      ).slice(-2),
    ).toEqual([
      "E4 air.composite 2021-01/2021-03 actual",
      "F4 air.composite 2021-01/2021-03 rank",
    ]);
  });

  it("keeps no 排名变化: places gained are worked out from the ranks", () => {
    const { lines, questions, issues } = bound([
      ["2021年6月各市环境空气质量"],
      ["城市", "综合指数", "排名", "排名变化"],
      ["太原市", 4.5, 1, 2],
    ]);
    expect(questions).toEqual([]);
    expect(lines).toHaveLength(2);
    expect(issues.map(({ code, params }) => [code, params])).toEqual([
      ["lens.computed_columns", { columns: "排名变化" }],
    ]);
  });
});

describe("figures that only make sense in another unit", () => {
  it("are asked about, and others of the column stand", () => {
    const { lines, questions } = bound([
      ["2021年6月各市空气质量"],
      ["城市", "CO（mg/m³）", "PM2.5（μg/m³）"],
      ["太原市", 1300, 35],
      ["大同市", 1.2, 0.035],
    ]);
    expect(lines.map((line) => line.split(" ")[0])).toEqual(["C3", "B4"]);
    expect(questions).toEqual([
      "unit B2 CO（mg/m³）",
      "unit C2 PM2.5（μg/m³）",
    ]);
  });
});

describe("O3 with a zero", () => {
  it("is ozone beside a unit, and never March's figure", () => {
    const { lines } = bound([
      ["2021年6月各市空气质量"],
      ["城市", "03-8h（微克/立方米）", "03(ug/m3)"],
      ["太原市", 130, 130],
    ]);
    expect(lines.every((line) => line.includes("air.o3"))).toBe(true);
    expect(lines).toHaveLength(2);
  });
});

describe("days over the limit of one pollutant", () => {
  it("are not the days over any limit", () => {
    const { lines, questions } = bound([
      ["2021年6月各市空气质量"],
      ["城市", "PM2.5超标天数（天）", "优良天数（天）"],
      ["太原市", 3, 20],
    ]);
    expect(lines.join()).not.toMatch(/bad_days|pm25/);
    expect(questions).toEqual(["indicator B2 PM2.5超标天数（天）"]);
  });
});
