import { describe, expect, test } from "vitest";
import { bound } from "./bound.ts";

const title = "2021年6月山西省各市环境空气质量情况";
const key = (region: string, indicator: string, measure = "actual") =>
  `${indicator}|${region}|2021-06|${measure}||`;

describe("ranks", () => {
  test.each([
    ["第7", 7],
    ["第3名", 3],
    ["并列9", 9],
    ["9（并列）", 9],
    ["第9名（并列）", 9],
    ["并列第2位", 2],
    ["第十二名", 12],
    ["3/11", 3],
    ["4", 4],
  ])("%s", (text, rank) => {
    const { lines, questions } = bound([
      [title],
      ["城市", "PM2.5（μg/m³）", "排名"],
      ["太原市", 35, text],
      ["大同市", 30, 1],
    ]);
    expect(questions).toEqual([]);
    expect(lines).toContain(
      `C3 ${key("140100", "air.pm25", "rank")} = ${rank}`,
    );
  });

  test("第3名 beside no 排名 is no figure", () => {
    const { lines } = bound([
      [title],
      ["城市", "PM2.5（μg/m³）"],
      ["太原市", "第3名"],
      ["大同市", 30],
    ]);
    expect(lines).toEqual([`B4 ${key("140200", "air.pm25")} = 30`]);
  });
});

describe("marks behind a figure", () => {
  test.each(["41*", "41①", "41[1]", "41注", "41（注2）", " 41 ※", "41¹"])(
    "%s is 41",
    (text) => {
      const { lines, questions } = bound([
        [title],
        ["城市", "PM2.5（μg/m³）"],
        ["太原市", text],
      ]);
      expect(questions).toEqual([]);
      expect(lines).toEqual([`B3 ${key("140100", "air.pm25")} = 41`]);
    },
  );

  test("a range among figures is kept as written, is no figure and no question", () => {
    const { lines, questions, issues, tables } = bound([
      [title],
      ["城市", "PM2.5（μg/m³）"],
      ["太原市", "25-30"],
      ["大同市", 30],
      ["阳泉市", 31],
    ]);
    expect(lines).toEqual([
      `B3 ${key("140100", "air.pm25")} = null(25-30)`,
      `B4 ${key("140200", "air.pm25")} = 30`,
      `B5 ${key("140300", "air.pm25")} = 31`,
    ]);
    expect(questions).toEqual([]);
    expect(issues.map(({ code, cell }) => [code, cell])).toEqual([
      ["lens.range_kept", "B3"],
    ]);
    expect(tables[0]?.bindings[0]?.writable).toBe(false);
  });
});

describe("two figures in a cell", () => {
  const two = (head: string, text: string, above = title) =>
    bound([
      [above],
      ["城市", head],
      ["太原市", text],
      ["大同市", text],
    ]).lines.slice(0, 2);

  test("the header says what the brackets hold", () => {
    expect(two("PM2.5浓度（上年同期）（μg/m³）", "52（61）")).toEqual([
      `B3 ${key("140100", "air.pm25")} = 52`,
      `B3 ${key("140100", "air.pm25", "previous")} = 61`,
    ]);
    expect(two("PM2.5浓度（排名）", "52（3）")).toEqual([
      `B3 ${key("140100", "air.pm25")} = 52`,
      `B3 ${key("140100", "air.pm25", "rank")} = 3`,
    ]);
    expect(two("PM2.5浓度（同比）", "52（-4.6%）")).toEqual([
      `B3 ${key("140100", "air.pm25")} = 52`,
      `B3 ${key("140100", "air.pm25", "changeRate")} = -4.6`,
    ]);
  });

  test("years in brackets are actuals of their years, a share of its own indicator", () => {
    const lines = two(
      "PM2.5浓度2021年（2020年）",
      "52（61）",
      "山西省各市环境空气质量情况",
    );
    expect(lines).toEqual([
      "B3 air.pm25|140100|2021|actual|| = 52",
      "B3 air.pm25|140100|2020|actual|| = 61",
    ]);
  });

  test("a share in brackets is of what is counted before them, or is asked about", () => {
    const water = "2021年6月山西省各市水环境质量情况";
    expect(two("优良断面个数（比例）", "5（62.5%）", water)).toEqual([
      "B3 water.good_n|140100|2021-06|actual|| = 5",
      "B3 water.good_rate|140100|2021-06|actual|| = 62.5",
    ]);
    const unknown = bound([
      [water],
      ["城市", "参评断面数（占比）"],
      ["太原市", "5（62.5%）"],
    ]);
    expect(unknown.lines).toEqual([]);
    expect(unknown.questions).toHaveLength(1);
  });

  test("what nobody knows in brackets is asked about", () => {
    const { lines, questions } = bound([
      [title],
      ["城市", "PM2.5浓度（μg/m³）"],
      ["太原市", "52（扣沙）"],
    ]);
    expect(lines).toEqual([]);
    expect(questions).toHaveLength(1);
  });

  test("so may a line around the table", () => {
    const above = "2021年6月山西省各市PM2.5浓度（括号内为排名）";
    expect(two("PM2.5浓度", "52（3）", above)).toEqual([
      `B3 ${key("140100", "air.pm25")} = 52`,
      `B3 ${key("140100", "air.pm25", "rank")} = 3`,
    ]);
  });

  test("without a word they are this year and last", () => {
    expect(two("PM2.5浓度", "52（61）")).toEqual([
      `B3 ${key("140100", "air.pm25")} = 52`,
      `B3 ${key("140100", "air.pm25", "previous")} = 61`,
    ]);
  });
});

describe("number formats that change what a person sees", () => {
  const homes = (head: string, value: number, format: string) => {
    const { lines, questions } = bound([
      ["2021年山西省清洁取暖情况"],
      ["城市", head],
      ["太原市", { value, format }],
      ["大同市", { value, format }],
    ]);
    return { values: lines.map((line) => line.split(" = ")[1]), questions };
  };

  test.each([
    ["清洁取暖改造户数（户）", 424000, '0!.0,"万"', "424000"],
    ["清洁取暖改造户数（万户）", 424000, "0!.0,", "424000"],
    ["清洁取暖改造户数（万户）", 42.4, '0.0"万户"', "424000"],
    ["清洁取暖改造户数（户）", 424000, '0!.0,"万户"', "424000"],
    ["清洁取暖改造户数（户）", 424000, '#,##0"户"', "424000"],
    ["清洁取暖改造户数（户）", 424000, "[红色]#,##0;[蓝色]-#,##0", "424000"],
    ["清洁取暖改造户数（户）", 0, '#,##0;-#,##0;"-"', "0"],
    ["清洁取暖改造户数（户）", 12, "G/通用格式", "12"],
    ["优良天数比例（%）", 63.6, '0.0"%"', "63.6"],
    ["优良天数比例（%）", 0.636, "0.0%", "63.6"],
  ])("%s: %d as %s", (head, value, format, expected) => {
    expect(homes(head, value, format)).toEqual({
      values: [expected, expected],
      questions: [],
    });
  });

  test.each([
    ["清洁取暖改造户数（户）", 42.4, '0.0"万户"'],
    ["清洁取暖改造户数（户）", 42.4, '0.0"万"'],
    ["清洁取暖改造户数（万户）", 42.4, '0.0"万"'],
    ["清洁取暖改造户数（户）", 424000, "#,##0,"],
    ["清洁取暖改造户数（户）", 12, '"-"0'],
    ["清洁取暖改造户数（户）", 12, '[>=10000]0!.0,"万";0"千"'],
    ["优良天数比例（%）", 63.6, '0.0"μg/m³"'],
  ])("%s: %d as %s is asked about once", (head, value, format) => {
    expect(homes(head, value, format)).toEqual({
      values: [],
      questions: [`unit B2 ${head}`],
    });
  });

  test.each([
    [5, ";;;"],
    [0, "0;-0;;@"],
  ])("%d hidden by %s is asked about once", (value, format) => {
    const head = "清洁取暖改造户数（户）";
    expect(homes(head, value, format)).toEqual({
      values: [],
      questions: [`value B2 ${head}`],
    });
  });
});

describe("what stands for no value", () => {
  test.each([
    ["—", "—"],
    ["/", "/"],
    ["NA", "NA"],
    ["_", "_"],
    ["无", "无"],
    ["断流", "断流"],
    ["未监测", "未监测"],
    ["未检出", "未检出"],
    ["0.025L", "0.025L"],
    ["<2", "<2"],
  ])("%s is missing for that reason", (text, reason) => {
    expect(
      bound([[title], ["城市", "SO2（μg/m³）"], ["太原市", text]]).lines,
    ).toEqual([`B3 ${key("140100", "air.so2")} = null(${reason})`]);
  });
});

test.each([
  ["4.6%↓", -4.6],
  ["↑ 4.6 %", 4.6],
  ["同比回落4.6%", -4.6],
  ["提高４．６％", 4.6],
  ["与上年同期持平", 0],
  ["基本持平", 0],
])("%s under 同比 is %d", (text, value) => {
  expect(
    bound([[title], ["城市", "PM2.5同比变化率（%）"], ["太原市", text]]).lines,
  ).toEqual([`B3 ${key("140100", "air.pm25", "changeRate")} = ${value}`]);
});

test("many texts of a column that nobody understands are one question", () => {
  const { questions } = bound([
    [title],
    ["城市", "PM2.5（μg/m³）"],
    ["太原市", "见附件1"],
    ["大同市", "见附件2"],
    ["阳泉市", "见附件3"],
    ["长治市", 30],
  ]);
  expect(questions).toHaveLength(1);
});

test("a city whose column begins with 第1名 is no column of names", () => {
  const { lines } = bound([
    ["各市2021年6月情况统计表"],
    ["指标", "阳泉市", "大同市"],
    ["PM2.5排名", "第1名", 1],
    ["劣Ⅴ类断面数（个）", null, "0个"],
    ["水质类别", "劣Ⅴ", "Ⅲ"],
  ]);
  expect(lines).toContain("B3 air.pm25|140300|2021-06|rank|| = 1");
  expect(lines).toContain("B5 water.class|140300|2021-06|actual|| = 劣Ⅴ");
});
