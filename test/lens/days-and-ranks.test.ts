import { describe, expect, it } from "vitest";
import { bound } from "./bound.ts";

const periodsOf = (lines: readonly string[]): string[] =>
  lines.map((line) => line.split("|")[2] ?? "");

describe("spans of days", () => {
  it.each([
    ["1月1日-12月18日", "2023-01-01/2023-12-18"],
    ["年累计（1月1日至12月18日）", "2023-01-01/2023-12-18"],
    ["1.1-12.18", "2023-01-01/2023-12-18"],
    ["12月1-18日", "2023-12-01/2023-12-18"],
    ["12月累计（1日-18日）", "2023-12-01/2023-12-18"],
    ["12月18日", "2023-12-18"],
  ])("%s above a figure takes its year from the title", (head, period) => {
    const { lines, questions } = bound([
      ["2023年12月18日各县（市、区）空气质量日调度表"],
      ["县（市、区）", head, null, "剩余13天控制浓度"],
      [null, "PM2.5（μg/m³）", "同比（%）", null],
      ["尧都区", 65, -3.1, 40],
    ]);
    expect(questions).toEqual([]);
    expect(periodsOf(lines)).toEqual([period, period]);
  });

  it.each([
    ["2023年空气质量（1月1日-12月18日）", "2023-01-01/2023-12-18"],
    ["2023年12月1-18日空气质量", "2023-12-01/2023-12-18"],
  ])("%s dates the figures below it", (title, period) => {
    const { lines } = bound([
      [title],
      ["县（市、区）", "PM2.5（μg/m³）"],
      ["尧都区", 65],
    ]);
    expect(periodsOf(lines)).toEqual([period]);
  });

  it("of a month that nobody names date nothing", () => {
    const { lines } = bound([
      ["2023年各县（市、区）空气质量"],
      ["县（市、区）", "1-18日"],
      [null, "PM2.5（μg/m³）"],
      ["尧都区", 65],
    ]);
    expect(lines).toEqual([]);
  });
});

describe("a day or a span somewhere near a sheet of one year", () => {
  const rows = (title: string, ...below: string[]) => [
    [title],
    ["县（市、区）", "PM2.5（μg/m³）"],
    ["尧都区", 65],
    ["侯马市", 58],
    ...below.map((text) => [text]),
  ];
  const title = "临汾市2023年空气质量情况";
  it.each([
    ["the sheet's name", rows(title), { name: "12.18" }],
    ["the sheet's name in four digits", rows(title), { name: "1218" }],
    ["the file's name", rows(title), { file: "空气质量调度12.19.xlsx" }],
    ["four digits of the file's name", rows(title), { file: "调度1219.xlsx" }],
    ["a title of every day", rows("临汾市2023年空气质量日调度表"), {}],
    [
      "a note",
      rows(title, "注：数据统计时段为1月1日-12月18日，已剔除沙尘影响。"),
      {},
    ],
    ["a note of months", rows(title, "注：数据截至11月底。"), {}],
  ])("%s keeps the figures from being the year's", (_, sheet, options) => {
    const { lines, questions } = bound(sheet, options);
    expect(lines).toEqual([]);
    expect(questions.map((text) => text.split(" ")[0])).toEqual(["period"]);
  });

  it.each([
    ["a year as the sheet's name", rows(title), { name: "2023" }],
    ["a number of the paper", rows(title), { file: "附件1.2.xlsx" }],
    ["a note to the year's end", rows(title, "注：数据截至12月31日。"), {}],
    ["a note on something else", rows(title, "注：2月5日起启用新站点。"), {}],
    ["a daily paper of a day", rows("2023年12月18日空气质量日报"), {}],
  ])("%s asks nothing", (_, sheet, options) => {
    const { lines, questions } = bound(sheet, options);
    expect(questions).toEqual([]);
    expect(lines).toHaveLength(2);
  });
});

describe("places among others", () => {
  const score = (head: string) =>
    bound([
      ["2022年度碳排放强度下降考核结果"],
      ["县（市、区）", "碳排放强度下降率（%）", head, "名次"],
      ["应县", 3.1, 88, 2],
      ["山阴县", 4.2, 91, 1],
    ]);
  it.each(["得分", "考核得分（分）", "综合评分", "总分"])(
    "名次 behind %s ranks that",
    (head) => {
      expect(score(head).lines.filter((line) => /rank/.test(line))).toEqual([]);
    },
  );

  it("is that of the sum without a code that it stands behind", () => {
    const { lines } = bound([
      ["2022年11月各镇PM2.5浓度排名及奖惩"],
      ["县（市、区）", "PM2.5（μg/m³）", "排名", "奖惩金额（万元）", "名次"],
      ["尧都区", 44, 1, 5, 3],
    ]);
    expect(lines.filter((line) => line.includes("|rank|"))).toEqual([
      expect.stringMatching(/^C3 /),
    ]);
  });

  it("before the figures is that of the score that the title speaks of", () => {
    const { lines } = bound([
      ["2022年11月各县（市、区）空气质量考核得分排名"],
      ["名次", "县（市、区）", "PM2.5（μg/m³）", "优良天数（天）", "得分"],
      [1, "尧都区", 44, 26, 93],
    ]);
    expect(lines.filter((line) => line.includes("|rank|"))).toEqual([]);
    expect(lines).toHaveLength(2);
  });

  it("by changes is that of the change where only the title names the figure", () => {
    const { lines, questions } = bound([
      ["表1 2024年3月各市环境空气质量综合指数排名"],
      ["名次", "城市", "综合指数"],
      [1, "大同市", 3.9],
      [2, "太原市", 4.4],
      [],
      ["表2 2024年3月各市环境空气质量综合指数同比变化率排名"],
      ["名次", "城市", "2024年3月", "2023年3月", "变化率（%）"],
      [1, "太原市", 4.4, 5.2, -15.4],
      [2, "大同市", 3.9, 4.0, -2.5],
    ]);
    expect(questions).toEqual([]);
    expect(
      lines.filter((line) => /^A/.test(line)).map((line) => line.split("|")[3]),
    ).toEqual(["rank", "rank", "changeRank", "changeRank"]);
  });
});

describe("a title of the savings of several pollutants", () => {
  it.each([
    "“十四五”氮氧化物和挥发性有机物重点工程减排量进展",
    "“十四五”NOx、VOCs减排量完成情况",
  ])("%s makes each column the saving", (title) => {
    const { lines, questions } = bound([
      [title],
      ["单位：吨"],
      ["市", "氮氧化物", null, "挥发性有机物", null],
      [null, "“十四五”目标", "2021年", "“十四五”目标", "2021年"],
      ["太原市", 5060, 557, 5942, 1307],
    ]);
    expect(questions).toEqual([]);
    expect(lines.map((line) => line.split("|")[0]?.split(" ")[1])).toEqual([
      "emis.nox_saved",
      "emis.nox_saved",
      "emis.vocs_saved",
      "emis.vocs_saved",
    ]);
  });

  it("over one of each kind makes none of the other kind", () => {
    const { lines } = bound([
      ["2021年氮氧化物排放量及挥发性有机物减排量"],
      ["市", "氮氧化物（吨）", "挥发性有机物减排量（吨）"],
      ["太原市", 5060, 557],
    ]);
    expect(lines.join(" ")).not.toContain("emis.nox_saved");
  });
});

describe("合计 of kinds that no list has", () => {
  it("is the figure of its group, and the kinds are parts of it", () => {
    const { lines, questions } = bound(
      [
        ["忻州市2019年冬季清洁取暖改造任务进展情况表"],
        ["县（市、区）", "年度任务户数", null, null, "完成户数", null, null],
        [null, "合计", "煤改电", "集中供热", "合计", "煤改电", "集中供热"],
        ["忻府区", 900, 500, 400, 800, 450, 350],
      ],
      { merges: ["A2:A3", "B2:D2", "E2:G2"] },
    );
    expect(questions).toEqual([]);
    expect(lines.map((line) => line.split(" ")[0])).toEqual(["B4", "E4"]);
  });

  it("of months is a sum of them", () => {
    const { lines } = bound(
      [
        ["忻州市2019年清洁取暖改造"],
        ["县（市、区）", "完成户数", null, null],
        [null, "合计", "1月", "2月"],
        ["忻府区", 900, 500, 400],
      ],
      { merges: ["A2:A3", "B2:D2"] },
    );
    expect(lines.map((line) => line.split(" ")[0])).not.toContain("B4");
  });
});

describe("a share of the whole", () => {
  it.each(["占全省比例", "占全市比重（%）"])("%s has no code", (head) => {
    const { lines, questions } = bound([
      ["2021年各市查处五类案件情况"],
      ["市", "五类案件总数（件）", head],
      ["太原市", 40, 12],
    ]);
    expect(questions).toEqual([]);
    expect(lines).toHaveLength(1);
  });
});

describe("完成蒸吨数 beside 完成台数", () => {
  it("leaves the pieces to the figure", () => {
    const { lines, questions } = bound(
      [
        ["2018年各市燃煤锅炉淘汰完成情况"],
        ["市", "淘汰燃煤锅炉", null, null],
        [null, "任务台数（台）", "完成台数（台）", "完成蒸吨数"],
        ["太原市", 1408, 1400, 900],
      ],
      { merges: ["A2:A3", "B2:D2"] },
    );
    expect(questions).toEqual([]);
    expect(lines.map((line) => line.split(" ")[0])).toEqual(["B4", "C4"]);
  });
});

describe("the growth of something else", () => {
  it("is not that of the figure it stands behind", () => {
    const { lines } = bound([
      ["2017年各市能耗"],
      ["市", "单位GDP能耗下降率（%）", "能源消费总量增速（%）"],
      ["太原市", 3.2, 1.4],
    ]);
    expect(lines.map((line) => line.split(" ")[0])).toEqual(["B3"]);
  });
});

describe("a rank of the year before", () => {
  const ranked = (head: string): readonly string[] => {
    const { lines, questions } = bound([
      ["2023年5月各市综合指数"],
      ["城市", "综合指数", "同比（%）", "排名", head],
      ["大同", 3.2, -3, 1, 2],
    ]);
    expect(questions).toEqual([]);
    return lines.slice(-2);
  };

  it.each([
    "去年排名",
    "上年同期排名",
    "去年同期名次",
    "同期位次",
    "排名（去年同期）",
  ])("%s is of that year", (head) => {
    expect(ranked(head)).toEqual([
      "D3 air.composite|140200|2023-05|rank|| = 1",
      "E3 air.composite|140200|2022-05|rank|| = 2",
    ]);
  });

  it.each(["较上年同期排名", "与去年同期相比排名", "比去年同期排名升降"])(
    "%s is a move",
    (head) => {
      expect(ranked(head)).toEqual([
        "D3 air.composite|140200|2023-05|rank|| = 1",
        "E3 air.composite|140200|2023-05|changeRank|| = 2",
      ]);
    },
  );

  it("and a 完成率 of it are of that year, in rows too", () => {
    const { lines } = bound([
      ["2023年1—5月太原市燃煤锅炉淘汰"],
      ["县区", "年度任务（台）", "已完成（台）", "上年同期完成率（%）"],
      ["小店区", 10, 5, 20],
    ]);
    expect(lines.at(-1)).toBe(
      "D3 boiler.removed|140105|2022-01/2022-05|completion|| = 20",
    );
    const turned = bound([
      ["2023年5月各市综合指数"],
      ["指标", "大同市", "太原市"],
      ["综合指数", 3.2, 4.5],
      ["排名", 1, 2],
      ["上年同期排名", 2, 1],
    ]);
    expect(turned.lines.at(-1)).toBe(
      "C5 air.composite|140100|2022-05|rank|| = 1",
    );
  });
});

describe("the winter before", () => {
  it.each(["上个秋冬季（μg/m³）", "上一秋冬季", "上一年秋冬季", "上年秋冬季"])(
    "%s is last year's figure of the same time",
    (head) => {
      const { lines, questions } = bound([
        ["2022—2023年秋冬季PM2.5目标完成情况"],
        ["城市", "目标（μg/m³）", "实际（μg/m³）", head],
        ["太原", 60, 58, 62],
      ]);
      expect(questions).toEqual([]);
      expect(lines).toEqual([
        "B3 air.pm25|140100|2022-10/2023-03|target|| = 60",
        "C3 air.pm25|140100|2022-10/2023-03|actual|| = 58",
        "D3 air.pm25|140100|2022-10/2023-03|previous|| = 62",
      ]);
    },
  );
});
