import { describe, expect, it } from "vitest";
import { bound } from "./bound.ts";

describe("累计完成", () => {
  const rows = (title: string, when: string, ...done: readonly string[]) => {
    const none = done.map(() => null);
    return bound(
      [
        [title],
        [when],
        ["县（市、区）", "燃煤锅炉淘汰（台）", ...none, null],
        [null, "年度任务", ...done, "完成率（%）"],
        ["小店区", 40, ...done.map((_, at) => 10 + at), 25],
      ],
      { merges: ["A3:A4", `B3:${done.length > 1 ? "E" : "D"}3`] },
    ).lines;
  };
  const periodsOf = (lines: readonly string[]) =>
    lines.map((line) => line.split("|")[2]);

  it("is what stands done at the end of a month that 截至 names", () => {
    expect(
      periodsOf(
        rows("太原市2023年锅炉淘汰进展", "（截止2023年9月30日）", "累计完成"),
      ),
    ).toEqual(["2023", "2023-09", "2023-09"]);
  });

  it("is counted from January where nobody says 截至, and beside a month", () => {
    expect(
      periodsOf(rows("太原市锅炉淘汰进展", "2023年9月", "累计完成")),
    ).toEqual(["2023", "2023-01/2023-09", "2023-01/2023-09"]);
    expect(
      periodsOf(
        rows("太原市锅炉淘汰进展", "截至2023年9月底", "本月完成", "累计完成"),
      ),
    ).toEqual(["2023", "2023-09", "2023-01/2023-09", "2023-01/2023-09"]);
  });
});

describe("今年", () => {
  it("below the months of a group is those months", () => {
    const { lines, questions } = bound(
      [
        ["大同市2023年6月及1—6月臭氧浓度（μg/m³）"],
        ["区县", "6月", null, "1—6月", null],
        [null, "今年", "去年同期", "本年", "上年同期"],
        ["平城区", 170, 165, 150, 152],
      ],
      { merges: ["A2:A3", "B2:C2", "D2:E2"] },
    );
    expect(questions).toEqual([]);
    expect(lines.map((line) => line.split("|").slice(2, 4))).toEqual([
      ["2023-06", "actual"],
      ["2023-06", "previous"],
      ["2023-01/2023-06", "actual"],
      ["2023-01/2023-06", "previous"],
    ]);
  });

  it("of a goal is the year", () => {
    const { lines, questions } = bound(
      [
        ["大同市2023年优良天数"],
        ["区县", "1—6月", null],
        [null, "今年优良天数（天）", "今年目标（天）"],
        ["平城区", 170, 310],
      ],
      { merges: ["A2:A3", "B2:C2"] },
    );
    expect(questions).toEqual([]);
    expect(lines.map((line) => line.split("|").slice(2, 4))).toEqual([
      ["2023-01/2023-06", "actual"],
      ["2023", "target"],
    ]);
  });
});

describe("parts of a figure", () => {
  it("under 其中 that no list names are passed over, with those beside them", () => {
    const { lines, questions, issues } = bound([
      ["各市2023年5月行政处罚情况"],
      ["市", "处罚案件数（起）", "其中：大气类", "水类", "处罚金额（万元）"],
      ["太原市", 12, 7, 5, 80.5],
    ]);
    expect(questions).toEqual([]);
    expect(lines.map((line) => line.slice(0, 2))).toEqual(["B3", "E3"]);
    expect(issues.map(({ code }) => code)).toEqual(["lens.computed_columns"]);
  });

  it("of the same name as the whole do not contradict it", () => {
    const { lines, questions } = bound([
      ["各市2023年5月行政处罚情况"],
      ["市", "处罚金额（万元）", "其中：罚款（万元）"],
      ["太原市", 80.5, 70],
    ]);
    expect(questions).toEqual([]);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain("B3 enf.fine");
  });

  it("that have a name of their own are bound", () => {
    const { lines } = bound([
      ["各市2023年5月环境执法情况"],
      ["市", "五类案件数（件）", "其中：查封扣押", "限产停产"],
      ["太原市", 9, 4, 2],
    ]);
    expect(lines).toHaveLength(3);
  });
});

describe("columns of water classes", () => {
  const heads = ["Ⅰ类", "Ⅱ类", "Ⅲ类", "Ⅳ类", "Ⅴ类", "劣Ⅴ类"];
  const kinds = (lines: readonly string[]): (string | undefined)[] =>
    lines.map((line) => /water\.(\w+)/.exec(line)?.[1]);
  const counts = [1, 2, 3, 4, 5].map((at) => `class${at}_n`);

  it("are numbers of sections beside 劣Ⅴ类, and 断流 among them is none of them", () => {
    const { lines, questions, issues } = bound([
      ["2023年8月各县（市、区）地表水断面水质统计"],
      ["县（市、区）", "断流", ...heads],
      ["尧都区", 0, 1, 2, 0, 1, 0, 0],
      ["曲沃县", 1, 0, 1, 1, 0, 0, 0],
    ]);
    expect(questions).toEqual([]);
    expect(kinds(lines.slice(0, 6))).toEqual([...counts, "worse5_n"]);
    expect(issues.map(({ code }) => code)).toEqual(["lens.computed_columns"]);
  });

  it("under 水质类别 too", () => {
    const { lines, questions } = bound(
      [
        ["2023年8月各市国考断面水质"],
        ["市", "断面数", "水质类别", ...heads.slice(1).map(() => null)],
        [null, null, ...heads],
        ["太原市", 9, 1, 2, 3, 1, 1, 1],
      ],
      { merges: ["A2:A3", "B2:B3", "C2:H2"] },
    );
    expect(questions).toEqual([]);
    expect(kinds(lines)).toEqual(["sections", ...counts, "worse5_n"]);
  });

  it("in % are no numbers", () => {
    const { lines } = bound(
      [
        ["2023年8月各市国考断面水质类别比例"],
        ["市", "水质类别比例（%）", ...heads.slice(1).map(() => null)],
        [null, ...heads],
        ["太原市", 10, 20, 30, 20, 10, 10],
      ],
      { merges: ["A2:A3", "B2:G2"] },
    );
    expect(kinds(lines)).toEqual(["worse5_rate"]);
  });
});

describe("townships", () => {
  it("named like a county are not that county, and are asked about once", () => {
    const { lines, questions } = bound([
      ["平遥县2023年7月乡镇空气质量排名"],
      ["名次", "乡镇", "PM2.5（μg/m³）", "综合指数"],
      [1, "襄垣乡", 28, 3.9],
      [2, "中都街道", 30, 4],
      [3, "古陶镇", 26, 4.2],
      ["—", "全县", 28, 4],
    ]);
    expect(questions).toEqual(["region B2 乡镇"]);
    expect(lines.map((line) => line.split("|")[1])).toEqual([
      "140728",
      "140728",
      "140728",
    ]);
  });

  it("under the header of counties are not their county", () => {
    const { lines, questions } = bound([
      ["晋中市2023年7月空气质量"],
      ["县（市、区）", "PM2.5（μg/m³）"],
      ["平遥县", 28],
      ["祁县城赵镇", 30],
      ["中阳楼街道", 31],
    ]);
    expect(lines).toHaveLength(1);
    expect(questions).toEqual(["region A4 祁县城赵镇", "region A5 中阳楼街道"]);
  });
});

describe("名次 at the left edge", () => {
  const ranked = (title: string) =>
    bound([
      [title],
      ["名次", "市", "PM10（μg/m³）", "PM2.5（μg/m³）", "综合指数"],
      [1, "大同市", 60, 25, 3.5],
    ]).lines[0];

  it("is of what the title ranks by", () => {
    expect(ranked("2023年7月各市环境空气质量排名")).toContain(
      "A3 air.composite|140200|2023-07|rank",
    );
    expect(ranked("2023年7月各市PM2.5浓度排名")).toContain("A3 air.pm25|");
    expect(ranked("2023年7月各市情况")).toContain("A3 air.pm10|");
  });
});

describe("任务数", () => {
  it("of works is their goal for the year, beside what was done by 截至", () => {
    const { lines, questions } = bound(
      [
        ["临汾市2023年工业治理工程进度表"],
        ["（截至8月底）"],
        ["县（市、区）", "工业炉窑深度治理（座）", null],
        [null, "任务数", "完成数"],
        ["尧都区", 12, 7],
      ],
      { merges: ["A3:A4", "B3:C3"] },
    );
    expect(questions).toEqual([]);
    expect(lines).toEqual([
      "B5 boiler.kilns|141002|2023|target|| = 12",
      "C5 boiler.kilns|141002|2023-08|actual|| = 7",
    ]);
  });

  it("behind the name of the works, and beside their names in rows, too", () => {
    const measures = (rows: Parameters<typeof bound>[0]) =>
      bound(rows).lines.map((line) => line.split("|")[3]);
    expect(
      measures([
        ["临汾市2023年1—8月工程进度"],
        [
          "县（市、区）",
          "燃煤锅炉淘汰任务数（台）",
          "燃煤锅炉淘汰完成数（台）",
        ],
        ["尧都区", 12, 7],
      ]),
    ).toEqual(["target", "actual"]);
    expect(
      measures([
        ["临汾市2023年1—8月工程进度"],
        ["工程", "单位", "任务数", "已完成"],
        ["燃煤锅炉淘汰", "台", 12, 7],
      ]),
    ).toEqual(["target", "actual"]);
  });

  it("of rectification is counted itself", () => {
    const { lines } = bound([
      ["临汾市中央督察整改任务进展（2023年8月）"],
      ["县（市、区）", "整改任务数（项）"],
      ["尧都区", 12],
    ]);
    expect(lines[0]).toContain("rect.tasks|141002|2023-08|actual");
  });
});

describe("a fall against a base year", () => {
  it("is of the last of the years it stands beside", () => {
    const { lines, questions } = bound([
      ["各市重污染天数变化"],
      [
        "市",
        "2015年重污染天数（天）",
        "2019年重污染天数（天）",
        "重污染天数较2015年下降比例（%）",
      ],
      ["太原市", 40, 30, 25],
    ]);
    expect(questions).toEqual([]);
    expect(lines.at(-1)).toBe(
      "D3 air.heavy_days_cut|140100|2019|actual||2015 = 25",
    );
  });

  it("beside a figure without a year is asked about, for want of one", () => {
    const { lines, questions } = bound([
      ["各市PM2.5浓度变化"],
      ["市", "PM2.5浓度（μg/m³）", "PM2.5浓度较2020年下降（%）"],
      ["太原市", 40, 11.1],
    ]);
    expect(lines).toEqual([]);
    expect(questions).toEqual(["period A1 各市PM2.5浓度变化"]);
  });
});

describe("names that a column leaves half to its surroundings", () => {
  it("are completed by the title, and by the number before them", () => {
    const { lines, questions } = bound([
      ["长治市“散乱污”企业排查整治情况（截至2018年10月底）"],
      ["县（区）", "排查企业数（家）", "已完成整治（家）"],
      ["潞州区", 40, 36],
    ]);
    expect(questions).toEqual([]);
    expect(lines).toEqual([
      "B3 firm.scattered|140403|2018-10|actual|| = 40",
      "C3 firm.scattered_done|140403|2018-10|actual|| = 36",
    ]);
  });

  it("of work that no list counts ask for nothing", () => {
    const { lines, questions, issues } = bound([
      ["各市黑臭水体治理情况（截至2023年6月底）"],
      ["市", "黑臭水体数（个）", "完成治理（个）"],
      ["太原市", 4, 3],
    ]);
    expect(questions).toEqual([]);
    expect(lines).toHaveLength(1);
    expect(issues.map(({ code }) => code)).toEqual(["lens.computed_columns"]);
  });

  it("of another thing are asked about", () => {
    const { questions } = bound([
      ["各市黑臭水体治理情况（截至2023年6月底）"],
      ["市", "黑臭水体数（个）", "排查点位（处）"],
      ["太原市", 4, 30],
    ]);
    expect(questions).toEqual(["indicator C2 排查点位（处）"]);
  });
});

describe("下降 below a pollutant, and its base in the title", () => {
  const cuts = (unit: string, target = "下降目标") =>
    bound(
      [
        ["2023年各县区污染物排放总量较2020年下降目标及完成情况"],
        [null, null, null, null, unit],
        ["县区", "大气主要污染物", null, null, null],
        [null, "氮氧化物", null, "挥发性有机物", null],
        [null, target, "实际下降", target, "实际下降"],
        ["小店区", 6.1, 6.3, 5.2, 4.9],
        ["迎泽区", 5.8, 5.1, 4.4, 4.7],
      ],
      { merges: ["A1:E1", "A3:A5", "B3:E3", "B4:C4", "D4:E4"] },
    );

  it("is the fall where the sheet is in %", () => {
    const { lines, questions } = cuts("单位：%");
    expect(questions).toEqual([]);
    expect(lines).toHaveLength(8);
    expect(lines[0]).toContain("emis.nox_cut|140105|2023|target||2020");
    expect(lines[3]).toContain("emis.vocs_cut|140105|2023|actual||2020");
  });

  it("is asked about in 吨 and without a unit", () => {
    for (const unit of ["单位：吨", "2023年12月31日"])
      expect(cuts(unit).lines.filter((line) => line.includes("_cut|"))).toEqual(
        [],
      );
  });
});

describe("the end of what the title names", () => {
  const homes = (task: string, done: string, rank: string) =>
    bound(
      [
        ["忻州市2024年冬季清洁取暖改造任务进展情况（截至9月20日）"],
        [null, null, null, "单位：万户"],
        ["县区", task, done, "完成率（%）", rank],
        ["忻府区", 2.5, 2, 80, 2],
        ["原平市", 2, 1.8, 90, 1],
      ],
      { merges: ["A1:E1"] },
    );

  it("is what the title names, and 完成率排名 its place", () => {
    const { lines, questions } = homes("改造任务", "已完成改造", "完成率排名");
    expect(questions).toEqual([]);
    expect(lines.map((line) => line.split("|")[3])).toEqual([
      ...["target", "actual", "completion", "rank"],
      ...["target", "actual", "completion", "rank"],
    ]);
    expect(lines.every((line) => line.includes("heat.homes|"))).toBe(true);
  });

  it("is not a thing the title does not name, nor a place of another time", () => {
    const { lines, questions } = homes(
      "房屋改造任务",
      "完成改造面积",
      "上期完成率排名",
    );
    expect(
      lines.filter((line) => /\|(?:actual|target|rank)\|/.test(line)),
    ).toEqual([]);
    expect(questions).not.toEqual([]);
  });
});

describe("同比增减 of days", () => {
  const days = (unit: string, head: string, ...changes: readonly number[]) =>
    bound(
      [
        ["大同市2023年6月各县区空气质量天数"],
        [null, null, null, unit],
        ["县区", "优良天数", null, null],
        [null, "6月", "1-6月", head],
        ["平城区", 25, 140, changes[0] ?? null],
        ["云冈区", 27, 151, changes[1] ?? null],
      ],
      { merges: ["A1:D1", "A3:A4", "B3:D3"] },
    );

  it("is in days where the sheet is and the figures are whole", () => {
    const { lines, questions } = days("单位：天", "1-6月同比变化", -3, 5);
    expect(questions).toEqual([]);
    expect(lines.filter((line) => line.includes("|change|"))).toHaveLength(2);
  });

  it("is asked about with fractions, without the unit, and as 同比 alone", () => {
    for (const { lines, questions } of [
      days("单位：天", "1-6月同比增减", -2.1, 3.4),
      days("单位：天、%", "1-6月同比增减", -3, 5),
      days("2023年7月3日", "1-6月同比增减", -3, 5),
      days("单位：天", "1-6月同比", -3, 5),
    ]) {
      expect(lines.filter((line) => line.includes("|change"))).toEqual([]);
      expect(questions).not.toEqual([]);
    }
  });
});

describe("grades of days without 天数", () => {
  it("are numbers of days beside the others", () => {
    const { lines, questions } = bound([
      ["2024年一季度晋中市空气质量级别天数统计"],
      ["县区", "优良天数", "轻度污染", "中度污染", "重污染天数"],
      ["榆次区", 60, 20, 8, 3],
      ["太谷区", 62, 19, 7, 3],
    ]);
    expect(questions).toEqual([]);
    expect(lines.filter((l) => l.includes("air.moderate_days"))).toHaveLength(
      2,
    );
  });
});

describe("a unit of days below the name in one cell", () => {
  it("is the unit", () => {
    const { lines, questions } = bound([
      ["孝义市2024年空气质量逐月统计表（1-2月）"],
      ["月份", "PM2.5\nμg/m³", "超标天数\n天", "优良天数\n天"],
      ["1月", 45, 8, 23],
      ["2月", 41, 6, 23],
    ]);
    expect(questions).toEqual([]);
    expect(lines).toHaveLength(6);
  });
});

describe("责任县（市、区） of a section", () => {
  it("is its county, whatever brackets it has", () => {
    const { lines } = bound([
      ["临汾市2024年8月地表水监测断面水质类别表"],
      ["断面名称", "所在河流", "责任县(市、区)", "考核目标", "当月类别"],
      ["上平望", "汾河", "侯马市", "Ⅴ", "Ⅳ"],
      ["甘亭", "汾河", "洪洞县", "Ⅳ", "Ⅳ"],
    ]);
    expect(lines.filter((l) => l.includes("county"))).toHaveLength(2);
  });
});
