import { describe, expect, it } from "vitest";
import { bound } from "./bound.ts";

describe("words that are worked out from other figures", () => {
  it.each([
    "较上月位次",
    "环比变化（%）",
    "较序时（百分点）",
    "距年度目标",
    "剩余天数（天）",
    "与上年同期差距",
  ])("%s is named once and never bound", (head) => {
    const { lines, questions, issues } = bound([
      ["2022年6月各市空气质量"],
      ["城市", "PM2.5（μg/m³）", head],
      ["太原市", 35, 2],
    ]);
    if (head === "与上年同期差距") {
      // A comparison with last year may be a change: no computed column.
      expect(issues.map(({ code }) => code)).not.toContain(
        "lens.computed_columns",
      );
      return;
    }
    expect(lines).toHaveLength(1);
    expect(questions).toEqual([]);
    expect(issues.map(({ code }) => code)).toEqual(["lens.computed_columns"]);
  });

  it("rows of them are passed over too", () => {
    const { lines, questions } = bound([
      ["太原市2022年1—6月空气质量"],
      ["指标", "数值"],
      ["PM2.5（μg/m³）", 35],
      ["距年度目标", 2],
    ]);
    expect(questions).toEqual([]);
    expect(lines).toHaveLength(1);
  });

  it.each([
    "国家二级标准",
    "年均值标准",
    "标准限值（μg/m³）",
    "二级标准限值",
    "GB3095-2012二级",
  ])("%s is a standard, and no figure of a place or a column", (name) => {
    const below = bound([
      ["2022年各市主要污染物年均浓度"],
      ["城市", "PM2.5（μg/m³）", "PM10（μg/m³）"],
      ["太原", 45, 80],
      [name, 35, 70],
    ]);
    expect(below.questions).toEqual([]);
    expect(below.lines).toHaveLength(2);
    const beside = bound([
      ["2022年各市PM2.5年均浓度（μg/m³）"],
      ["城市", "浓度", name],
      ["太原", 45, 35],
    ]);
    expect(beside.questions).toEqual([]);
    expect(beside.lines).toHaveLength(1);
  });

  it("变化率排名 is the rank of the change", () => {
    const { lines } = bound([
      ["2022年6月各市空气质量"],
      ["城市", "综合指数", "同比（%）", "变化率排名"],
      ["太原市", 5.2, -3.5, 4],
    ]);
    expect(lines.at(-1)).toContain("changeRank");
  });
});

describe("columns of words", () => {
  it("are no figures, and told about once", () => {
    const { lines, questions, issues } = bound([
      ["2022年6月各县（市、区）空气质量"],
      ["县（市、区）", "AQI", "等级", "首要污染物", "是否达标"],
      ["迎泽区", 51, "良", "O3", "达标"],
      ["小店区", 120, "轻度污染", "PM2.5-10", "未达标"],
    ]);
    expect(lines).toHaveLength(2);
    expect(questions).toHaveLength(0);
    expect(issues.map(({ code }) => code)).toContain("lens.word_columns");
  });
});

describe("places that several cities have", () => {
  const counties = [
    ["城区", 41],
    ["郊区", 43],
    ["平定县", 40],
    ["盂县", 39],
  ];
  it("are those of the city whose other counties stand beside them", () => {
    const { lines, questions } = bound([
      ["2022年2月各县（区）环境空气质量"],
      ["县（区）", "PM2.5（μg/m³）"],
      ...counties,
    ]);
    expect(questions).toEqual([]);
    expect(lines[0]).toContain("|140302|");
    expect(lines[1]).toContain("|140311|");
  });

  it("across as well", () => {
    const { lines, questions } = bound([
      ["2022年2月各县（区）环境空气质量"],
      ["指标", ...counties.map(([name]) => name)],
      ["PM2.5（μg/m³）", 41, 43, 40, 39],
    ]);
    expect(questions).toEqual([]);
    expect(lines[0]).toContain("|140302|");
  });

  it("are asked about among counties of several cities", () => {
    const { questions } = bound([
      ["2022年2月各县（区）环境空气质量"],
      ["县（区）", "PM2.5（μg/m³）"],
      ["城区", 41],
      ["平定县", 40],
      ["高平市", 39],
    ]);
    expect(questions).toEqual(["region A3 城区"]);
  });
});

describe("periods", () => {
  it("months of a winter lie in its two years", () => {
    const { lines, questions } = bound([
      ["太原市2022—2023年秋冬季PM2.5逐月浓度（μg/m³）"],
      ["县（市、区）", "11月", "12月", "1月", "秋冬季均值"],
      ["小店区", 50, 60, 70, 58],
    ]);
    expect(questions).toEqual([]);
    expect(lines.map((line) => line.split("|")[2])).toEqual([
      "2022-11",
      "2022-12",
      "2023-01",
      "2022-10/2023-03",
    ]);
  });

  it.each([
    { value: 44682, format: "m/d" },
    { value: 44682, format: "d-mmm" },
    "5.1",
    "5月1日",
  ])("a day without its year takes that of the title: %j", (day) => {
    const { lines, questions } = bound([
      ["太原市2022年5月空气质量逐日统计表"],
      ["日期", "AQI"],
      [day, 60],
    ]);
    expect(questions).toEqual([]);
    expect(lines).toEqual(["B3 air.aqi|140100|2022-05-01|actual|| = 60"]);
  });

  it("names of figures below the days are figures of the month", () => {
    const { lines, questions } = bound([
      ["2022年5月县区日AQI"],
      ["日期", "迎泽区", "小店区"],
      ["1日", 60, 70],
      ["优良天数（天）", 25, 24],
    ]);
    expect(questions).toEqual([]);
    expect(lines.at(-1)).toBe("C4 air.good_days|140105|2022-05|actual|| = 24");
  });

  it("a form without a year was printed after its day", () => {
    const { lines, questions } = bound([
      ["汾河流域入河排污口整治进展（截至6月24日）"],
      ["县（市、区）", "入河排污口总数（个）"],
      ["榆次区", 86],
      ["太谷区", 47],
      ["晋中市生态环境局　2022年6月27日印"],
    ]);
    expect(questions).toEqual([]);
    expect(lines[0]).toContain("|2022-06-24|");
  });

  it("a completion is of the figure beside it, not of the title's plan", () => {
    const { lines } = bound(
      [
        ["山西省“十四五”主要污染物重点工程减排量进展"],
        ["地区", "氮氧化物", null, null],
        [
          null,
          "“十四五”目标（吨）",
          "2021—2022年累计减排量（吨）",
          "完成率（%）",
        ],
        ["太原", 6117, 3037, 49.6],
      ],
      { merges: ["A2:A3", "B2:D2"] },
    );
    expect(lines.map((line) => line.split("|").slice(2, 4).join(" "))).toEqual([
      "2021/2025 target",
      "2021/2022 actual",
      "2021/2022 completion",
    ]);
  });
});

describe("periods that words only seem to name", () => {
  it("a week is asked about, and ten days are those days", () => {
    const of = (title: string) =>
      bound([[title], ["城市", "PM2.5（μg/m³）"], ["太原", 35]]);
    const week = of("2022年第24周各市空气质量");
    expect(week.lines).toEqual([]);
    expect(week.questions).toHaveLength(1);
    const tenDays = of("2022年6月上旬各市空气质量");
    expect(tenDays.lines).toEqual([
      "B3 air.pm25|140100|2022-06-01/2022-06-10|actual|| = 35",
    ]);
    expect(tenDays.questions).toEqual([]);
  });

  it("今年 is the time the sheet is of, 年目标 the year's", () => {
    const { lines } = bound([
      ["2022年1—5月各市PM2.5（μg/m³）"],
      ["城市", "年目标", "今年", "去年同期"],
      ["太原", 44, 45, 50],
    ]);
    expect(lines.map((line) => line.split("|").slice(2, 4).join(" "))).toEqual([
      "2022 target",
      "2022-01/2022-05 actual",
      "2022-01/2022-05 previous",
    ]);
  });

  it("上月排名 is last month's rank, whatever stands before it", () => {
    const { lines } = bound([
      ["2022年6月各县区综合指数"],
      ["排名", "县区", "综合指数", "同比", "上月排名"],
      [1, "娄烦县", 3.5, "-5%", 2],
    ]);
    expect(lines.at(-1)).toBe("E3 air.composite|140123|2022-05|rank|| = 2");
  });
});

describe("titles that name targets", () => {
  it("make targets of figures that say no more", () => {
    const { lines, questions } = bound([
      ["各市“十四五”空气质量改善目标"],
      ["城市", "2020年基数", "2021年", "2025年"],
      [null, "PM2.5", "PM2.5", "PM2.5"],
      ["太原", 54, 52, 44],
    ]);
    expect(questions).toEqual([]);
    expect(lines.map((line) => line.split("|").slice(2, 4).join(" "))).toEqual([
      "2020 baseline",
      "2021 target",
      "2025 target",
    ]);
  });

  it("leave them alone where columns tell targets from others", () => {
    const { lines } = bound([
      ["各市PM2.5目标"],
      ["城市", "2021年", "2022年目标"],
      ["太原", 45, 44],
    ]);
    expect(lines[0]).toContain("|2021|actual|");
  });
});

describe("headers that say less than they mean", () => {
  it("天数 under 优良天数 and 指数 under 综合指数 are those", () => {
    const { lines, questions } = bound([
      ["2021年6月各市优良天数排名"],
      ["排名", "城市", "天数"],
      [1, "大同", 28],
    ]);
    expect(questions).toEqual([]);
    expect(lines.at(-1)).toContain("air.good_days|140200");
  });

  it("classes of water beside a corner head columns", () => {
    const { lines } = bound(
      [
        ["2021年5月水质情况"],
        ["市", "Ⅰ-Ⅲ类", null, "劣Ⅴ类", null],
        [null, "个数", "比例", "个数", "比例"],
        ["太原", 4, "66.7%", 1, "16.7%"],
      ],
      { merges: ["B2:C2", "D2:E2"] },
    );
    expect(lines.map((line) => line.split(" ")[1]?.split("|")[0])).toEqual([
      "water.good_n",
      "water.good_rate",
      "water.worse5_n",
      "water.worse5_rate",
    ]);
  });

  it("同比增减 beside 同比（%） is the difference", () => {
    const { lines, questions } = bound([
      ["2021年6月各市PM2.5"],
      ["城市", "本月", "同比增减", "同比（%）"],
      ["太原", 45, -5, -10],
    ]);
    expect(questions).toEqual([]);
    expect(lines[1]).toContain("|change|");
  });

  it("the unit of a name says nothing of its change", () => {
    const { lines, questions } = bound(
      [
        ["2021年1—6月全省空气质量"],
        ["指标", "2021年1-6月", "较2019年同期"],
        ["PM2.5（μg/m³）", 45, "-19.6%"],
      ],
      { assume: { region: "140000" } },
    );
    expect(questions).toEqual([]);
    expect(lines[1]).toBe(
      "C3 air.pm25|140000|2021-01/2021-06|changeRate||2019 = -19.6",
    );
  });
});

describe("questions about places", () => {
  it("are put at the place, once for every row that names it", () => {
    const { tables } = bound([
      ["2021年6月山西省监测数据"],
      ["地区", "指标", "数值"],
      ["城区", "PM2.5", 40],
      ["城区", "PM10", 80],
      ["迎泽区", "PM10", 80],
    ]);
    const asked = tables.flatMap(({ unmatched }) => unmatched);
    expect(asked.map(({ cell, text, also }) => [cell, text, also])).toEqual([
      ["A3", "城区", ["A4"]],
    ]);
  });

  it("sites are asked about once, whatever else is not known of them", () => {
    const { questions } = bound([
      ["大同市2021年8月地表水监测结果"],
      ["断面名称", "化学需氧量（mg/L）", "总磷（mg/L）"],
      ["册田水库出口", 18, 0.15],
      ["固定桥", 20, 0.2],
    ]);
    expect(questions).toEqual(["region A2 断面名称"]);
  });
});

describe("the foot of a paper", () => {
  it.each([
    "晋中市生态环境局",
    "2021年8月5日",
    "某市领导小组办公室　2021年8月5日印",
  ])("%s is no row", (text) => {
    const { lines, questions } = bound([
      ["2021年1—7月各县（区、市）综合指数排名"],
      ["名次", "县（区、市）", "综合指数"],
      [1, "左权县", 3.61],
      [2, "和顺县", 3.7],
      [undefined, undefined, text],
    ]);
    expect(questions).toEqual([]);
    expect(lines).toHaveLength(4);
  });
});

describe("groups of rows with numbers", () => {
  it("name the indicator of the rows below them", () => {
    const { lines, questions } = bound(
      [
        ["2018—2019年各市地表水考核断面"],
        ["地区", "2018年", "2019年"],
        ["一、优良断面比例（%）", null, null],
        ["太原市", 51.3, 53.3],
        ["二、劣Ⅴ类断面（个）", null, null],
        ["太原市", 3, 2],
      ],
      { merges: ["A3:C3", "A5:C5"] },
    );
    expect(questions).toEqual([]);
    expect(lines[0]).toContain("water.good_rate|140100|2018");
    expect(lines[3]).toContain("water.worse5_n|140100|2019");
  });
});

describe("cuts", () => {
  it("an emission in % is its cut against the base of the plan", () => {
    const { lines, questions } = bound([
      ["山西省“十三五”约束性指标完成情况"],
      ["指标", "单位", "2020年目标", "2020年实际"],
      ["二氧化硫排放总量", "%", "比2015年下降20%", "下降46.2%"],
    ]);
    expect(questions).toEqual([]);
    expect(lines).toEqual([
      "C3 emis.so2_cut|140000|2020|target||2015 = 20",
      "D3 emis.so2_cut|140000|2020|actual||2015 = 46.2",
    ]);
  });

  it("a cell that compares with another year than the table is asked about", () => {
    const { lines, questions } = bound([
      ["山西省“十三五”约束性指标完成情况"],
      ["指标", "单位", "2020年目标"],
      ["二氧化硫排放总量", "%", "比2010年下降20%"],
    ]);
    expect(lines).toEqual([]);
    expect(questions).toHaveLength(1);
  });

  it("a fall without a base is asked about, but in the first year of a plan", () => {
    const rows = (year: number) =>
      bound([
        [`${year}年各市主要污染物减排情况`],
        ["地区", "SO2排放总量下降比例（%）"],
        ["太原市", 3.4],
      ]);
    expect(rows(2021).lines[0]).toContain(
      "emis.so2_cut|140100|2021|actual||2020",
    );
    expect(rows(2019).lines).toEqual([]);
    expect(rows(2019).questions).toHaveLength(1);
  });

  it("the yearly fall of an intensity has no base, whatever plan the title names", () => {
    const { lines } = bound([
      ["山西省“十三五”以来碳排放强度下降情况"],
      ["年份", "万元GDP二氧化碳排放下降率（%）"],
      ["2016年", 3.68],
      ["“十三五”累计", 12.9],
    ]);
    expect(lines.map((line) => line.split(" ")[1])).toEqual([
      "emis.co2_gdp|140000|2016|actual||",
      "emis.co2_gdp|140000|2016/2020|actual||",
    ]);
  });
});

describe("changes whose unit only the cells say", () => {
  it("持平 and dashes are of the unit that figures of the same kind write", () => {
    const { lines, questions } = bound([
      ["朔州市2022年5月重点指标"],
      ["指标", "单位", "5月", "同比"],
      ["PM2.5", "μg/m3", 25, "下降10.7%"],
      ["PM10", "μg/m3", 68, "持平"],
      ["SO2", "μg/m3", 11, "/"],
      ["优良天数", "天", 26, "增加2天"],
    ]);
    expect(questions).toEqual([]);
    expect(lines[3]).toBe("D4 air.pm10|140600|2022-05|changeRate|| = 0");
    expect(lines[5]).toBe("D5 air.so2|140600|2022-05|changeRate|| = null(/)");
    expect(lines[7]).toBe("D6 air.good_days|140600|2022-05|change|| = 2");
  });

  it("traditional characters in cells fall and rise too", () => {
    const { lines } = bound([
      ["2022年1—4月各市地表水水質情況"],
      ["城市", "劣Ⅴ類斷面（個）", "與去年同期相比"],
      ["太原市", 0, "減少2個"],
    ]);
    expect(lines[1]).toContain("change|| = -2");
  });
});

describe("ledgers", () => {
  it("parts of a task are no tasks, and told about", () => {
    const { lines, issues } = bound([
      ["环保督察整改清单"],
      ["编号", "整改任务", "整改时限", "责任单位", "整改状态"],
      ["一", "秀水河污水直排", "2020年12月底", "盂县人民政府", "整改中"],
      [null, "　（1）新建截污管网", null, null, "已完成"],
      [null, "（2）污水厂提标改造", null, null, "整改中"],
      ["二", "煤矸石山自燃", "2020年9月30日", "平定县人民政府", "已完成"],
    ]);
    expect(new Set(lines.map((line) => /#(.*)\./.exec(line)?.[1]))).toEqual(
      new Set(["秀水河污水直排/一", "煤矸石山自燃/二"]),
    );
    expect(
      issues
        .filter(({ code }) => code === "lens.parts_of_records")
        .map(({ cell, params }) => [cell, params?.["count"]]),
    ).toEqual([["A4", 2]]);
  });

  it("a fine in 元 is kept in 万元", () => {
    const { lines } = bound([
      ["2022年行政处罚案件明细"],
      ["序号", "行政处罚决定书文号", "当事人", "违法事实", "罚款金额（元）"],
      [1, "某环罚〔2022〕1号", "某公司", "超标排放", 386000],
    ]);
    expect(lines.at(-1)).toContain(".fine = 38.6");
  });

  it("无 in a column of words says that there is none", () => {
    const { lines } = bound([
      ["2022年6月重点工作调度表"],
      ["序号", "工作内容", "责任人", "完成情况", "存在问题"],
      [1, "臭氧防治", "张三", "印发方案", "无"],
    ]);
    expect(lines.at(-1)).toContain(".problems = null(无)");
  });

  it("a day without a year in a column of what has been is the last such day", () => {
    const rows = (title: string, day: string) =>
      bound([
        [title],
        ["序号", "受理编号", "举报内容", "被举报对象", "办结时间"],
        [1, "YC-001", "异味", "某厂", day],
      ]).lines.at(-1);
    expect(rows("2022年6月信访举报台账", "6月13日")).toContain("= 2022-06-13");
    expect(rows("2022年1月信访举报台账", "12月28日")).toContain("= 2021-12-28");
    expect(rows("信访举报台账", "6月13日")).toContain("= 6月13日");
  });
});

describe("figures since a day", () => {
  it("run to the end of the sheet's period", () => {
    const { lines, questions } = bound([
      ["2022年1—5月执法情况"],
      ["城市", "4月1日以来处罚金额（万元）"],
      ["太原市", 7],
    ]);
    expect(questions).toEqual([]);
    expect(lines).toEqual(["B3 enf.fine|140100|2022-04/2022-05|actual|| = 7"]);
  });

  it("run to the one day that a header beside them names", () => {
    const { lines, questions } = bound(
      [
        ["2022年专项行动日调度表"],
        ["城市", "5月20日当日", "4月1日以来累计"],
        [null, "处罚金额（万元）", "处罚金额（万元）"],
        ["太原市", 2, 7],
      ],
      { merges: ["A2:A3"] },
    );
    expect(questions).toEqual([]);
    expect(lines).toEqual([
      "B4 enf.fine|140100|2022-05-20|actual|| = 2",
      "C4 enf.fine|140100|2022-04-01/2022-05-20|actual|| = 7",
    ]);
  });

  it("are asked about where nothing says the day they were taken on", () => {
    const { lines, questions } = bound([
      ["2022年执法情况"],
      ["城市", "4月1日以来处罚金额（万元）"],
      ["太原市", 7],
    ]);
    expect(lines).toEqual([]);
    expect(questions.map((text) => text.split(" ")[0])).toEqual(["period"]);
  });
});

describe("notes above a table", () => {
  it("lend no period and no region, and the base year they state", () => {
    const { lines, questions } = bound([
      ["2022年1—9月减排任务完成情况表"],
      ["说明：目标为2025年比2020年下降比例；基准年为2020年。"],
      ["地区", "污染物", "2025年目标下降（%）", "1—9月完成减排量（吨）"],
      ["太原市", "氮氧化物", 10.6, 975],
    ]);
    expect(questions).toEqual([]);
    expect(lines).toEqual([
      "C4 emis.nox_cut|140100|2025|target||2020 = 10.6",
      "D4 emis.nox_saved|140100|2022-01/2022-09|actual|| = 975",
    ]);
  });
});

describe("a figure merged down over several rows", () => {
  it("is of what those rows share", () => {
    const { lines, questions } = bound(
      [
        ["2021年3月沙尘影响"],
        ["城市", "口径", "PM10浓度（μg/m³）", "沙尘天数（天）"],
        ["大同市", "扣沙前", 168, 11],
        [null, "扣沙后", 84, null],
      ],
      { merges: ["A3:A4", "D3:D4"] },
    );
    expect(questions).toEqual([]);
    expect(lines).toEqual([
      "C3 air.pm10|140200|2021-03|actual|不扣沙| = 168",
      "D3 air.dust_days|140200|2021-03|actual|| = 11",
      "C4 air.pm10|140200|2021-03|actual|扣沙| = 84",
    ]);
  });

  it("is asked about where they are of different times", () => {
    const { lines, questions } = bound(
      [
        ["太原市空气质量"],
        ["月份", "PM10浓度（μg/m³）", "沙尘天数（天）"],
        ["2021年3月", 168, 11],
        ["2021年4月", 84, null],
      ],
      { merges: ["C3:C4"] },
    );
    expect(lines).toHaveLength(2);
    expect(questions).toEqual(["period C2 沙尘天数（天）"]);
  });
});

describe("国考 beside 省考", () => {
  it("is not of the title's 省考", () => {
    const { lines, questions } = bound(
      [
        ["2021年11月各市国考、省考断面水质统计"],
        ["市", "断面级别", "断面数（个）"],
        ["太原市", "国考", 6],
        [null, "省考", 7],
      ],
      { merges: ["A3:A4"] },
    );
    expect(questions).toEqual([]);
    expect(lines).toEqual([
      "C3 water.sections|140100|2021-11|actual|| = 6",
      "C4 water.sections|140100|2021-11|actual|省考| = 7",
    ]);
  });

  it("is that of the title where no other is named", () => {
    const { lines } = bound([
      ["2021年11月各市省考断面水质统计"],
      ["市", "断面数（个）"],
      ["太原市", 7],
    ]);
    expect(lines).toEqual([
      "B3 water.sections|140100|2021-11|actual|省考| = 7",
    ]);
  });
});

describe("shares above the names of counts", () => {
  it("are those of what stands below, and passed over where no list has them", () => {
    const { lines, questions } = bound(
      [
        ["2022年6月全省主要流域水质状况"],
        ["流域", "水质类别比例（%）", null, null],
        [null, "Ⅰ—Ⅲ类", "Ⅳ类", "劣Ⅴ类"],
        ["汾河流域", 72, 16, 0],
      ],
      { merges: ["A2:A3", "B2:D2"] },
    );
    expect(questions).toEqual([]);
    expect(lines.map((line) => line.split("|")[0])).toEqual([
      "B4 water.good_rate",
      "D4 water.worse5_rate",
    ]);
  });

  it("make no count of a figure that has no share in the lists", () => {
    const { lines, questions } = bound(
      [
        ["2022年6月各市情况"],
        ["城市", "占比（%）"],
        [null, "立案（起）"],
        ["太原市", 12],
      ],
      { merges: ["A2:A3"] },
    );
    expect(lines).toEqual([]);
    expect(questions).toHaveLength(1);
  });
});

describe("cards side by side under the same names", () => {
  it("are cards of their own", () => {
    const { lines } = bound([
      ["国考断面信息卡（2022年5月）"],
      ["断面名称", "王家庄", undefined, "断面名称", "北寨"],
      ["断面编码", "S1", undefined, "断面编码", "S2"],
      ["所在河流", "浊漳南源", undefined, "所在河流", "浊漳北源"],
      ["水质目标", "Ⅳ类", undefined, "水质目标", "Ⅲ类"],
    ]);
    expect(lines.map((line) => line.split(".")[0])).toEqual([
      ...Array.from({ length: 4 }, (_, at) => `B${at + 2} section#王家庄/S1`),
      ...Array.from({ length: 4 }, (_, at) => `E${at + 2} section#北寨/S2`),
    ]);
  });

  it("are one where the names differ", () => {
    const { lines } = bound([
      ["企业环保信息卡"],
      ["断面名称", "王家庄", "断面编码", "S1"],
      ["所在河流", "浊漳南源", "水质目标", "Ⅳ类"],
    ]);
    expect(new Set(lines.map((line) => /#(.*)\./.exec(line)?.[1]))).toEqual(
      new Set(["王家庄/S1"]),
    );
  });
});

describe("zones named after a place", () => {
  it("among the places of a title leave it the title's", () => {
    const { lines, questions } = bound([
      ["2022年5月运城市各县（市、区）及开发区空气质量"],
      ["县（市、区）", "PM2.5（μg/m³）"],
      ["全市", 30],
    ]);
    expect(questions).toEqual([]);
    expect(lines).toEqual(["B3 air.pm25|140800|2022-05|actual|| = 30"]);
  });

  it.each([
    "运城开发区",
    "运城市高新区",
    "运城经济开发区",
    "运城国家农高区",
    "运城高新技术产业开发区",
  ])("%s is asked about, not taken for the place", (name) => {
    const { lines, questions } = bound([
      ["运城市2022年5月空气质量"],
      ["县（市、区）", "PM2.5（μg/m³）"],
      ["盐湖区", 30],
      [name, 31],
    ]);
    expect(lines).toHaveLength(1);
    expect(questions).toEqual([`region A4 ${name}`]);
  });

  it("are known by their own names", () => {
    const { lines, questions } = bound([
      ["2022年5月空气质量"],
      ["地区", "PM2.5（μg/m³）"],
      ["大同开发区", 30],
      ["晋城经济技术开发区", 31],
    ]);
    expect(questions).toEqual([]);
    expect(lines).toHaveLength(2);
  });
});

describe("counties below their cities", () => {
  const list = (...rows: [string, number][]) =>
    bound([["2021年PM2.5年均浓度（μg/m³）"], ["地区", "2021年"], ...rows]);
  it("are those of the city above them", () => {
    const { lines, questions } = list(
      ["阳泉市", 41],
      ["　　城区", 35],
      ["　　平定县", 40],
      ["晋城市", 41],
      ["　　城区", 36],
      ["　　高平市", 43],
    );
    expect(questions).toEqual([]);
    expect(lines.map((line) => line.split("|")[1])).toEqual([
      "140300",
      "140302",
      "140321",
      "140500",
      "140502",
      "140581",
    ]);
  });

  it("are asked about where another city's county stands among them", () => {
    const { questions } = list(
      ["阳泉市", 41],
      ["城区", 35],
      ["高平市", 43],
      ["晋城市", 41],
      ["城区", 36],
    );
    expect(questions.length).toBeGreaterThan(0);
  });
});

describe("titles that date each measure", () => {
  it("date the columns of that measure, and no others", () => {
    const { lines, questions } = bound([
      ["阳泉市生态环境指标（2021年现状、2025年目标）"],
      ["指标", "现状", "目标"],
      ["清洁取暖率（%）", 81.6, 90],
    ]);
    expect(questions).toEqual([]);
    expect(lines).toEqual([
      "B3 heat.rate|140300|2021|actual|| = 81.6",
      "C3 heat.rate|140300|2025|target|| = 90",
    ]);
  });
});

describe("titles that date each measure, beside other dates", () => {
  it("say nothing of figures that name no measure", () => {
    const { lines } = bound([
      ["2021年各市优良天数比例（2020年现状、2025年目标）"],
      ["城市", "优良天数比例（%）"],
      ["太原市", 70],
    ]);
    expect(lines.filter((line) => !line.includes("|2021|"))).toEqual([]);
  });

  it("outweigh the date of the figures beside", () => {
    const { lines } = bound([
      ["太原市环境指标（2020年现状，2025年目标）"],
      ["指标", "2021年", "目标", "现状"],
      ["优良天数比例（%）", 70, 80, 68],
    ]);
    expect(lines.map((line) => line.split("|").slice(2, 4).join(" "))).toEqual([
      "2021 actual",
      "2025 target",
      "2020 actual",
    ]);
  });
});

describe("two figures with a stroke between them", () => {
  const sheet = (head: string) =>
    bound([
      ["2022年1—8月临汾市各县（市、区）优良天数情况"],
      ["县（市、区）", head],
      ["尧都区", "191/243"],
      ["曲沃县", "188/243"],
    ]);
  it("are what the header says on both sides of its own", () => {
    const { lines, questions } = sheet("优良天数/有效天数（天）");
    expect(questions).toEqual([]);
    expect(lines.slice(0, 2)).toEqual([
      "B3 air.good_days|141002|2022-01/2022-08|actual|| = 191",
      "B3 air.valid_days|141002|2022-01/2022-08|actual|| = 243",
    ]);
  });

  it("leave a bare number beside them open", () => {
    const { lines, questions } = bound([
      ["2022年1—8月临汾市各县（市、区）优良天数情况"],
      ["县（市、区）", "优良天数/有效天数（天）"],
      ["尧都区", "191/243"],
      ["曲沃县", "188/243"],
      ["翼城县", 144],
    ]);
    expect(lines).toHaveLength(4);
    expect(questions).toEqual(["value B5 144"]);
  });

  it("are not taken apart where it names only one", () => {
    expect(sheet("优良天数（天）").lines).toEqual([]);
  });
});

describe("均值 below the name of a pollutant", () => {
  it("is the figure of a group that has no other", () => {
    const { lines, tables } = bound(
      [
        ["晋城市2022年5月空气质量"],
        ["区县", "PM2.5（μg/m³）", null],
        [null, "均值", "同比（%）"],
        ["泽州县", 31, -5.5],
      ],
      { merges: ["A2:A3", "B2:C2"] },
    );
    expect(tables[0]?.bindings.map(({ role }) => role)).toEqual([
      "value",
      "value",
    ]);
    expect(lines).toHaveLength(2);
  });

  it("sums up the others where it has", () => {
    const { lines } = bound(
      [
        ["太原市2022年PM2.5"],
        ["区县", "PM2.5（μg/m³）", null, null],
        [null, "5月", "6月", "均值"],
        ["小店区", 31, 33, 32],
      ],
      { merges: ["A2:A3", "B2:D2"] },
    );
    expect(lines).toHaveLength(2);
  });
});

describe("filters above a pivot table", () => {
  it("state its period and its place", () => {
    const { lines, questions } = bound([
      ["年份", 2022],
      ["月份", 6],
      ["城市", "朔州市"],
      [],
      ["行标签", "平均值项:PM2.5", "平均值项:PM10"],
      ["朔城区", 23, 61],
      ["总计", 24, 56],
    ]);
    expect(questions).toEqual([]);
    expect(lines).toEqual([
      "B6 air.pm25|140602|2022-06|actual|| = 23",
      "C6 air.pm10|140602|2022-06|actual|| = 61",
    ]);
  });

  it("a sum of concentrations is none", () => {
    const { lines } = bound([
      ["年份", 2022],
      [],
      ["行标签", "求和项:PM2.5"],
      ["朔城区", 230],
    ]);
    expect(lines).toEqual([]);
  });

  it("are none where the table goes on below them", () => {
    const { lines } = bound([
      ["太原市空气质量"],
      ["年份", 2022],
      ["PM2.5（μg/m³）", 35],
    ]);
    expect(lines).toEqual(["B3 air.pm25|140100|2022|actual|| = 35"]);
  });
});

describe("boards of figures below their names", () => {
  const board = [
    ["古交市2022年5月关键指标看板"],
    [],
    ["PM2.5浓度（μg/m³）", "优良天数（天）", "优良断面比例（%）"],
    [30, 24, 100],
    ["同比-5.0%", "同比增加2天", "同比持平"],
    [],
    ["处罚金额（万元）", "清洁取暖率（%）"],
    [58.5, 88.1],
    ["同比下降12.4%", "同比提高3.5个百分点"],
  ];
  it("bind each strip, and the line below the figures as their changes", () => {
    const { lines, questions } = bound(board);
    expect(questions).toEqual([]);
    expect(lines.map((line) => line.replace("|140181|2022-05|", " "))).toEqual([
      "A4 air.pm25 actual|| = 30",
      "B4 air.good_days actual|| = 24",
      "C4 water.good_rate actual|| = 100",
      "A5 air.pm25 changeRate|| = -5",
      "B5 air.good_days change|| = 2",
      "C5 water.good_rate change|| = 0",
      "A8 enf.fine actual|| = 58.5",
      "B8 heat.rate actual|| = 88.1",
      "A9 enf.fine changeRate|| = -12.4",
      "B9 heat.rate change|| = 3.5",
    ]);
  });

  it("ask whether a share that changed by per cent did so by points", () => {
    const { lines, questions } = bound([
      ["古交市2022年5月关键指标看板"],
      ["优良断面比例（%）", "清洁取暖率（%）"],
      [100, 88.1],
      ["同比持平", "同比提高3.5%"],
    ]);
    expect(lines).toHaveLength(3);
    expect(questions).toEqual(["measure B2 清洁取暖率（%）"]);
  });
});

describe("ledgers on their side", () => {
  it("are a record a column", () => {
    const { lines, questions } = bound([
      ["平鲁区督察整改任务一览表"],
      ["任务编号", "PL1", "PL2"],
      ["整改任务", "煤场扬尘整治", "七里河水质改善"],
      ["整改时限", "2022年9月底", "2022年12月31日"],
      ["牵头单位", "区能源局", "—"],
      ["整改状态", "推进中", "未开工"],
    ]);
    expect(questions).toEqual([]);
    expect(lines).toHaveLength(10);
    expect(lines[0]).toBe("B2 task#煤场扬尘整治/PL1.number = PL1");
    expect(lines.at(-1)).toContain("task#七里河水质改善/PL2.state");
  });

  it("are none where the second column names fields too", () => {
    const { lines } = bound([
      ["整改台账"],
      ["整改任务", "牵头单位", "整改时限"],
      ["煤场扬尘整治", "区能源局", "2022年9月底"],
      ["七里河水质改善", "区水利局", "2022年12月31日"],
    ]);
    expect(lines[0]).toBe("A3 task#煤场扬尘整治.name = 煤场扬尘整治");
  });
});

describe("去年同月", () => {
  it("is the year before, as 上年同月 is", () => {
    const { lines, questions } = bound([
      ["清徐县2022年4月环境质量简表"],
      ["指标", "单位", "本月", "去年同月"],
      ["PM2.5", "μg/m³", 36, 41],
    ]);
    expect(questions).toEqual([]);
    expect(lines.map((line) => line.split("|")[3])).toEqual([
      "actual",
      "previous",
    ]);
  });
});

describe("goals written as a fall", () => {
  it("are those of the cut against the year before", () => {
    const { lines, questions } = bound([
      ["2019—2020年秋冬季攻坚目标完成情况"],
      ["城市", "PM2.5浓度目标", "PM2.5浓度（μg/m³）"],
      ["太原市", "同比下降4%", 62],
      ["阳泉市", "同比下降3.5%", 56],
    ]);
    expect(questions).toEqual([]);
    expect(lines.filter((line) => line.startsWith("B"))).toEqual([
      "B3 air.pm25_cut|140100|2019-10/2020-03|target||2018-10/2019-03 = 4",
      "B4 air.pm25_cut|140300|2019-10/2020-03|target||2018-10/2019-03 = 3.5",
    ]);
  });
});

describe("goals written as another change against the year before", () => {
  it.each(["同比下降2微克/立方米", "较上年同期增加5天"])(
    "%s is asked about, and no level",
    (text) => {
      const { lines, questions } = bound([
        ["2022年6月各市情况"],
        [
          "城市",
          text.endsWith("天") ? "优良天数目标（天）" : "PM2.5目标（μg/m³）",
        ],
        ["太原市", text],
      ]);
      expect(lines).toEqual([]);
      expect(questions).toEqual([`value B3 ${text}`]);
    },
  );
});

describe("a unit line that the figures cannot be in", () => {
  it("is one question for all its columns", () => {
    const { questions, tables } = bound([
      ["左云县2022年一季度逐月污染物浓度"],
      [undefined, undefined, undefined, "单位：mg/m³"],
      ["月份", "PM2.5", "PM10", "CO（mg/m³）"],
      ["1月", 48, 86, 2.1],
    ]);
    expect(questions).toEqual(["unit B3 PM2.5"]);
    expect(tables[0]?.unmatched[0]?.also).toEqual(["C3"]);
  });
});

describe("11市平均", () => {
  it("is a mean of the places above it", () => {
    const { lines, questions, tables } = bound([
      ["2022年6月各市空气质量"],
      ["城市", "综合指数"],
      ["太原市", 4.2],
      ["大同市", 3.2],
      ["11市平均", 3.7],
    ]);
    expect(questions).toEqual([]);
    expect(lines).toHaveLength(2);
    expect(tables[0]?.bindings.at(-1)?.role).toBe("aggregate");
  });
});
