import { describe, expect, it } from "vitest";
import { bound } from "./bound.ts";

/** The lines of one row, without their values. */
const ofRow = (lines: readonly string[], row: number) =>
  lines
    .filter((line) => new RegExp(`^[A-Z]${row} `).test(line))
    .map((line) => line.replace(/ = .*/, ""));

describe("years and 同比 below each indicator, months across", () => {
  const sheet = (years: readonly string[], change: string) =>
    bound(
      [
        ["太原市2024年1-2月环境空气质量主要指标同比"],
        ["指标", "年度", "1月", "2月", "1-2月"],
        ["PM2.5（μg/m³）", years[0], 52, 46, 49],
        [null, years[1], 51, 47, 48],
        [null, change, 2, -3, 1],
        ["优良天数（天）", years[0], 20, 21, 41],
        [null, years[1], 19, 20, 39],
        [null, change.replace("%", "天"), 1, 1, 2],
      ],
      { merges: ["A3:A5", "A6:A8"] },
    );

  it.each([
    [["2024年", "2023年"], "同比（%）"],
    [["24年", "23年"], "同比（%）"],
    [["2024年", "2023年"], "同比变化（%）"],
  ])("%j, %s", (years, change) => {
    const { lines, questions } = sheet(years, change);
    expect(questions).toEqual([]);
    expect(ofRow(lines, 3)).toEqual([
      "C3 air.pm25|140100|2024-01|actual||",
      "D3 air.pm25|140100|2024-02|actual||",
      "E3 air.pm25|140100|2024-01/2024-02|actual||",
    ]);
    expect(ofRow(lines, 4)[0]).toBe("C4 air.pm25|140100|2023-01|actual||");
    expect(ofRow(lines, 5)[2]).toBe(
      "E5 air.pm25|140100|2024-01/2024-02|changeRate||",
    );
    expect(ofRow(lines, 8)[0]).toBe("C8 air.good_days|140100|2024-01|change||");
  });
});

describe("a row of units that has a stroke", () => {
  it.each(["单位", "计量单位"])("%s is header", (word) => {
    for (const stroke of ["—", "/", "-"]) {
      const { lines, questions } = bound([
        ["临汾市2023年10月空气质量"],
        ["县市区", "PM2.5", "综合指数", "CO"],
        [word, "mg/m³", stroke, "mg/m³"],
        ["尧都区", 0.047, 4.2, 1.1],
        ["曲沃县", 0.04, 4.1, 1.2],
      ]);
      expect(questions).toEqual([]);
      expect(lines.slice(0, 3)).toEqual([
        "B4 air.pm25|141002|2023-10|actual|| = 47",
        "C4 air.composite|141002|2023-10|actual|| = 4.2",
        "D4 air.co|141002|2023-10|actual|| = 1.1",
      ]);
    }
  });
});

it.each(["比例（%）", "比率", "占比（%）"])(
  "%s below a share is that share, below a count it is asked about",
  (word) => {
    const { lines, questions } = bound(
      [
        ["临汾市2023年情况"],
        ["县市区", "AQI达标率", "", "检查企业", ""],
        ["", word, "同比（百分点）", "家数", word],
        ["尧都区", 80.1, 1, 30, 20],
        ["曲沃县", 82, -1, 40, 30],
      ],
      { merges: ["A2:A3", "B2:C2", "D2:E2"] },
    );
    expect(ofRow(lines, 4)).toEqual([
      "B4 air.good_rate|141002|2023|actual||",
      "C4 air.good_rate|141002|2023|change||",
      "D4 enf.checked_firms|141002|2023|actual||",
    ]);
    expect(questions.map((question) => question.slice(0, 12))).toEqual([
      "indicator E3",
    ]);
  },
);

it.each(["扣沙前后", "沙尘扣除前后", "扣除沙尘影响前后"])(
  "a title of %s names its place for certain",
  (words) => {
    const { lines, questions } = bound(
      [
        [`太原市2024年空气质量（${words}）`],
        ["项目", "单位", "不扣除沙尘", "", "扣除沙尘", ""],
        ["", "", "2024年", "2023年", "2024年", "2023年"],
        ["PM10", "μg/m³", 100, 99, 80, 79],
        ["PM2.5", "μg/m³", 40, 41, 38, 37],
      ],
      { merges: ["A2:A3", "B2:B3", "C2:D2", "E2:F2"] },
    );
    expect(questions).toEqual([]);
    expect(ofRow(lines, 4)).toEqual([
      "C4 air.pm10|140100|2024|actual|不扣沙|",
      "D4 air.pm10|140100|2023|actual|不扣沙|",
      "E4 air.pm10|140100|2024|actual|扣沙|",
      "F4 air.pm10|140100|2023|actual|扣沙|",
    ]);
  },
);

it("the steps between finding an outlet and putting it right are none of ours", () => {
  const { lines, questions } = bound([
    ["临汾市入河排污口整治进展（截至2023年11月底）"],
    [
      "县（市、区）",
      "排查入河排污口数（个）",
      "已监测（个）",
      "已溯源（个）",
    ].concat(["溯源率（%）", "完成整治（个）"]),
    ["尧都区", 100, 90, 80, 80, 50],
    ["曲沃县", 50, 40, 30, 60, 20],
  ]);
  expect(questions).toEqual([]);
  expect(ofRow(lines, 3)).toEqual([
    "B3 water.outlets|141002|2023-11|actual||",
    "F3 water.outlets_done|141002|2023-11|actual||",
  ]);
});

describe("日均产生量（吨/日）", () => {
  const codes = (title: string) =>
    bound([
      [title],
      ["月份", "日均产生量（吨/日）"],
      ["1月", 1600],
      ["2月", 1601],
    ]).lines.map((line) => line.split("|")[0]);

  it("under 生活垃圾 is that of household waste", () => {
    expect(codes("太原市生活垃圾分类统计（2024年）")[0]).toBe(
      "B3 waste.produced",
    );
  });

  it.each(["污泥", "建筑垃圾", "危险废物"])("under %s is not", (waste) => {
    expect(codes(`太原市${waste}统计（2024年）`)).toEqual([]);
  });
});

it.each([
  ["太原市2023年功能区声环境质量达标率", "昼间达标率（%）"],
  ["太原市2023年区域噪声达标情况", "达标率"],
])("a sheet of noise (%s) holds nothing of ours", (title, head) => {
  const { lines, questions } = bound([
    [title],
    ["县（市、区）", "监测点次", head, "同比"],
    ["小店区", 9, 80, 1],
    ["迎泽区", 9, 82, 2],
  ]);
  expect(lines).toEqual([]);
  expect(questions).toEqual([]);
});

it("兵团 among the provinces is no place, and no question", () => {
  for (const name of ["兵团", "新疆兵团", "新疆生产建设兵团"]) {
    const { lines, questions } = bound([
      ["2024年1-6月各地区优良天数比例"],
      ["地区", "优良天数比例（%）"],
      ["新疆", 80.1],
      [name, 70],
      ["甘肃", 90],
    ]);
    expect(questions).toEqual([]);
    expect(lines.map((line) => line.slice(0, 2))).toEqual(["B3", "B5"]);
  }
});
