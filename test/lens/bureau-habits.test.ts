import { describe, expect, it } from "vitest";
import { bound } from "./bound.ts";

describe("what was done of a target", () => {
  it.each(["完成量", "累计完成量", "实际完成数", "目前完成"])(
    "%s below a pollutant is of that pollutant",
    (done) => {
      const { lines, questions } = bound(
        [
          ["阳泉市2023年1—6月主要污染物重点工程减排量"],
          ["县区", "化学需氧量（吨）", null, "氨氮（吨）", null],
          [null, "全年任务量", done, "全年任务量", done],
          ["平定县", 120, 60.5, 8, 3.1],
          ["盂县", 98, 41, 6.2, 2.4],
        ],
        { merges: ["A2:A3", "B2:C2", "D2:E2"] },
      );
      expect(questions).toEqual([]);
      expect(lines[0]).toBe("B4 emis.cod_saved|140321|2023|target|| = 120");
      expect(lines[3]).toBe(
        "E4 emis.nh3n_saved|140321|2023-01/2023-06|actual|| = 3.1",
      );
    },
  );

  it("占全年任务比例 is of the time the sheet is of", () => {
    const { lines, questions } = bound([
      ["阳泉市2023年1—6月清洁取暖改造进展"],
      ["县区", "全年任务（户）", "累计完成（户）", "占全年任务比例（%）"],
      ["平定县", 2000, 900, 45],
    ]);
    expect(questions).toEqual([]);
    expect(lines.at(-1)).toBe(
      "D3 heat.homes|140321|2023-01/2023-06|completion|| = 45",
    );
  });

  it("上半年目标 is the goal of half a year", () => {
    const { lines } = bound([
      ["太原市2023年优良天数比例目标"],
      ["县（市、区）", "上半年目标（%）", "全年目标（%）"],
      ["迎泽区", 62, 65],
    ]);
    expect(lines.map((line) => line.split("|")[2])).toEqual([
      "2023-01/2023-06",
      "2023",
    ]);
  });
});

describe("小计 of a group of kinds", () => {
  const rows = (last: string, group = "五类案件（件）") => [
    ["临汾市2023年一季度环境执法情况"],
    ["县（市、区）", group, null, null],
    [null, "按日连续处罚", "查封扣押", last],
    ["尧都区", 1, 2, 3],
  ];
  const merges = ["A2:A3", "B2:D2"];

  it("is what the group is called", () => {
    const { lines, questions } = bound(rows("小计"), { merges });
    expect(questions).toEqual([]);
    expect(lines.at(-1)).toBe(
      "D4 enf.five_cases|141002|2023-01/2023-03|actual|| = 3",
    );
  });

  it("is none where the group is no figure", () => {
    const { lines } = bound(rows("小计", "办案情况（件）"), { merges });
    expect(lines).toHaveLength(2);
  });
});

describe("zones among the counties of their city", () => {
  it.each([
    ["大同市", "经开区", "140271"],
    ["朔州市", "开发区", "140671"],
    ["晋城市", "经济技术开发区", "140500-dev"],
    ["太原市", "综改示范区", "140171"],
    ["朔州市", "朔州市经济开发区", "140671"],
  ])("in %s %s is its own place", (city, zone, code) => {
    const { lines, questions } = bound([
      [`${city}2023年5月各县区空气质量`],
      ["县区", "PM2.5（μg/m³）"],
      [zone, 31],
    ]);
    expect(questions).toEqual([]);
    expect(lines).toEqual([`B3 air.pm25|${code}|2023-05|actual|| = 31`]);
  });

  it("are asked about where the city has none", () => {
    const { lines, questions } = bound([
      ["吕梁市2023年5月各县区空气质量"],
      ["县区", "PM2.5（μg/m³）"],
      ["离石区", 31],
      ["高新区", 33],
    ]);
    expect(questions).toHaveLength(1);
    expect(lines).toHaveLength(1);
  });
});

describe("a verdict of a section", () => {
  it.each(["不评价", "未监测", "断流", "—"])("is none in %s", (words) => {
    const { lines } = bound([
      ["吕梁市2023年5月断面水质"],
      ["序号", "断面名称", "所在河流", "水质目标", "本月类别", "是否达标"],
      [1, "碧村", "蔚汾河", "Ⅲ类", "Ⅱ类", "是"],
      [2, "曲立", "湫水河", "Ⅳ类", "断流", words],
    ]);
    expect(lines).toContain("F3 section#碧村.pass = 是");
    expect(lines).toContain(`F4 section#曲立.pass = null(${words})`);
  });
});

describe("figures that no list has a code for", () => {
  it.each([
    "PM2.5分指数",
    "O3贡献率（%）",
    "PM10日均最大值",
    "首要污染物为臭氧的天数",
  ])("%s is named, not bound and not asked about", (head) => {
    const { lines, questions, issues } = bound([
      ["2023年5月各市空气质量"],
      ["城市", "综合指数", head],
      ["太原市", 4.2, 1.1],
    ]);
    expect(lines).toHaveLength(1);
    expect(questions).toEqual([]);
    expect(issues.map(({ code }) => code)).toEqual(["lens.computed_columns"]);
  });

  it("nor are days by pollutant below 首要污染物", () => {
    const { lines, questions } = bound(
      [
        ["2023年5月各市空气质量"],
        ["城市", "优良天数", "首要污染物（天）", null],
        [null, null, "PM2.5", "O3"],
        ["太原市", 24, 3, 12],
      ],
      { merges: ["A2:A3", "B2:B3", "C2:D2"] },
    );
    expect(lines).toHaveLength(1);
    expect(questions).toEqual([]);
  });

  it("figures of hours are told about once", () => {
    const { lines, questions, issues } = bound([
      ["时间", "城市", "PM2.5", "PM10"],
      ["2023-05-03 07:00", "太原市", 31, 66],
      ["2023-05-03 08:00", "太原市", 35, 70],
    ]);
    expect(lines).toEqual([]);
    expect(questions).toEqual([]);
    expect(issues.filter(({ code }) => code === "lens.hours")).toMatchObject([
      { cell: "A2" },
    ]);
  });
});

describe("tasks of any office", () => {
  const rows = (title: string) => [
    [title],
    ["单位", "任务数", "已完成", "完成率（%）", "排名"],
    ["城区分局", 20, 18, 90, 1],
    ["矿区分局", 25, 15, 60, 2],
  ];

  it("are not ours to ask about", () => {
    const { lines, questions, issues } = bound(
      rows("2023年各分局干部网络培训学习完成情况"),
    );
    expect(lines).toEqual([]);
    expect(questions).toEqual([]);
    expect(issues.map(({ code }) => code)).toContain("lens.no_indicator");
  });

  it("are asked about where the sheet speaks of the environment", () => {
    const { questions } = bound(rows("2023年各分局生态环境重点任务完成情况"));
    expect(questions.length).toBeGreaterThan(0);
  });
});
