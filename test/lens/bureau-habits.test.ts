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

  it("are not where complaints are counted, which no list does", () => {
    const { lines, questions } = bound([
      ["2024年3月生态环境来信来访办理情况"],
      ["县（区）", "受理件数", "办结数", "办结率（%）", "同比（%）"],
      ["城区", 20, 18, 90, 5.3],
      ["泽州县", 25, 15, 60, -3.8],
    ]);
    expect(lines).toEqual([]);
    expect(questions).toEqual([]);
  });

  it("are asked about where the sheet speaks of the environment", () => {
    const { questions } = bound(rows("2023年各分局生态环境重点任务完成情况"));
    expect(questions.length).toBeGreaterThan(0);
  });
});

describe("a caption over a table of its own", () => {
  const rows = (caption: string) => [
    ["2023年上半年各县环境违法案件查处情况"],
    [caption],
    ["县（市、区）", "案件数（起）", "罚款金额（万元）"],
    ["平遥县", 3, 21.5],
  ];

  it("says what the cases and their fines are", () => {
    expect(bound(rows("（一）危险废物类案件")).lines).toEqual([
      "B4 enf.hazwaste_cases|140728|2023-01/2023-06|actual|| = 3",
      "C4 enf.hazwaste_fine|140728|2023-01/2023-06|actual|| = 21.5",
    ]);
  });

  it("that names a whole leaves the words as they are", () => {
    expect(bound(rows("（一）处罚情况")).lines).toEqual([
      "C4 enf.fine|140728|2023-01/2023-06|actual|| = 21.5",
    ]);
  });
});

describe("完成率 behind two figures of one work", () => {
  it("is of the one the task counts", () => {
    const { lines, questions } = bound(
      [
        ["临汾市2023年1—6月锅炉改造进展"],
        ["县（市、区）", "燃煤锅炉超低排放改造", null, null, null],
        [null, "年度任务（台）", "已完成台数（台）", "完成容量（蒸吨）", "完成率（%）"],
        ["洪洞县", 8, 6, 420, 75],
      ],
      { merges: ["A2:A3", "B2:E2"] },
    ); // prettier-ignore
    expect(questions).toEqual([]);
    expect(lines).toEqual([
      "B4 boiler.coal_n|141024|2023|target|| = 8",
      "C4 boiler.coal_n|141024|2023-01/2023-06|actual|| = 6",
      "D4 boiler.coal_cap|141024|2023-01/2023-06|actual|| = 0.042",
      "E4 boiler.coal_n|141024|2023-01/2023-06|completion|| = 75",
    ]);
  });
});

describe("优良（Ⅰ~Ⅲ类）断面", () => {
  it("is 优良断面, and its share", () => {
    const { lines, questions } = bound(
      [
        ["2022年8月各市国考断面水质"],
        ["市", "水质优良（Ⅰ~Ⅲ类）断面", null],
        [null, "个数（个）", "比例（%）"],
        ["晋城市", 9, 100],
      ],
      { merges: ["A2:A3", "B2:C2"] },
    );
    expect(questions).toEqual([]);
    expect(lines).toEqual([
      "B4 water.good_n|140500|2022-08|actual|| = 9",
      "C4 water.good_rate|140500|2022-08|actual|| = 100",
    ]);
  });
});

describe("全市 across", () => {
  it("is the city of the sheet", () => {
    const { lines, questions } = bound([
      ["长治市2022年6月空气质量"],
      ["指标", "襄垣县", "全市"],
      ["PM2.5（μg/m³）", 30, 28],
      ["优良天数（天）", 22, 23],
    ]);
    expect(questions).toEqual([]);
    expect(lines[1]).toBe("C3 air.pm25|140400|2022-06|actual|| = 28");
  });

  it("is asked about beside counties, and where no city is known", () => {
    for (const title of ["长治市2022年6月PM2.5浓度", "2022年6月PM2.5浓度"]) {
      const { lines, questions } = bound([
        [title],
        ["县区", "浓度（μg/m³）", "全市"],
        ["襄垣县", 30, 28],
      ]);
      expect(lines).toHaveLength(1);
      expect(questions).toHaveLength(1);
    }
  });

  it("is no place on a sheet of the province, nor 全县 on one of a city", () => {
    for (const [title, word] of [
      ["山西省2022年6月PM2.5浓度", "全市"],
      ["长治市2022年6月PM2.5浓度", "全县"],
    ] as const) {
      const { lines } = bound([[title], ["地区", "浓度（μg/m³）"], [word, 28]]);
      expect(lines).toEqual([]);
    }
  });
});

describe("指标值 of a long list", () => {
  it("is the figure", () => {
    const { lines } = bound([
      ["月份", "县区", "指标名称", "指标值", "单位"],
      ["202208", "泽州县", "综合指数", 4.1, ""],
      ["202208", "泽州县", "PM10", 66, "μg/m³"],
    ]);
    expect(lines.map((line) => line.split("|")[3])).toEqual([
      "actual",
      "actual",
    ]);
  });
});

describe("words beside an indicator that tell of it", () => {
  it.each([
    ["指标属性", "约束性"],
    ["数据来源", "监测科"],
    ["责任处室", "大气处"],
  ])("under %s name nothing", (head, word) => {
    const { lines, questions } = bound([
      ["太原市2022年主要指标"],
      ["指标", "单位", head, "2021年", "2022年"],
      ["PM2.5平均浓度", "μg/m³", word, 45, 42],
      ["优良天数比例", "%", word, 62.5, 66.1],
    ]);
    expect(questions).toEqual([]);
    expect(lines).toHaveLength(4);
  });

  it("name the row where they name a place", () => {
    const { lines } = bound([
      ["2022年5月任务"],
      ["指标", "责任单位", "完成情况"],
      ["PM2.5平均浓度（μg/m³）", "太原市", 45],
      ["PM2.5平均浓度（μg/m³）", "大同市", 25],
    ]);
    expect(lines.map((line) => line.split("|")[1])).toEqual([
      "140100",
      "140200",
    ]);
  });
});

describe("an autumn and winter that goes on", () => {
  it("累计 is of its months, 秋冬季目标 of the whole", () => {
    const { lines, questions } = bound([
      ["运城市2022年10月—2023年2月PM2.5浓度"],
      ["县（市、区）", "秋冬季目标（μg/m³）", "2月（μg/m³）", "累计（μg/m³）"],
      ["临猗县", 70, 81, 77],
    ]);
    expect(questions).toEqual([]);
    expect(lines.map((line) => line.split("|").slice(2, 4))).toEqual([
      ["2022-10/2023-03", "target"],
      ["2023-02", "actual"],
      ["2022-10/2023-02", "actual"],
    ]);
  });
});

describe("1—12月 in a caption", () => {
  it("is the year, whatever month the file's name has", () => {
    const { lines } = bound(
      [
        ["表2 2022年1—12月各市空气质量"],
        ["城市", "PM2.5（μg/m³）"],
        ["太原市", 41],
      ],
      { file: "空气质量（12月及全年）.xlsx" },
    );
    expect(lines[0]).toContain("|2022|");
  });
});

describe("名次 of a list by changes", () => {
  it("ranks the changes where another column ranks the figures", () => {
    const { lines, questions } = bound([
      ["2022年1—5月各市PM2.5浓度同比变化率排名"],
      ["名次", "城市", "PM2.5（μg/m³）", "同比变化率（%）", "PM2.5排名"],
      [1, "大同市", 28, -12.1, 2],
      [2, "太原市", 45, -3.1, 9],
    ]);
    expect(questions).toEqual([]);
    expect(lines[0]).toContain("|changeRank|");
    expect(lines[3]).toContain("|rank|");
  });
});

describe("words of a count that the figures beside them complete", () => {
  it("已完成整治数 beside 散乱污企业数 is of those", () => {
    const { lines, questions } = bound([
      ["吕梁市“散乱污”企业整治进展（2018年6月底）"],
      ["县（市、区）", "排查散乱污企业（家）", "已完成整治数（家）"],
      ["汾阳市", 20, 12],
    ]);
    expect(questions).toEqual([]);
    expect(lines.at(-1)).toBe(
      "C3 firm.scattered_done|141182|2018-06|actual|| = 12",
    );
  });
});
