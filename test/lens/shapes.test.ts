import { describe, expect, it } from "vitest";
import { bound } from "./bound.ts";

describe("corners", () => {
  it.each([
    ["县区\\月份", "尧都区", "曲沃县", "1月", "2月"],
    ["月份／县区", "尧都区", "曲沃县", "1月", "2月"],
    ["     月份\n县区", "尧都区", "曲沃县", "1月", "2月"],
  ])("%s: the rows tell which of the two they are", (corner, a, b, x, y) => {
    const title = ["临汾市2021年PM2.5月均浓度"];
    const down = bound([title, [corner, x, y], [a, 50, 60], [b, 51, 61]]);
    const across = bound([title, [corner, a, b], [x, 50, 51], [y, 60, 61]]);
    expect(down.questions).toEqual([]);
    expect(across.questions).toEqual([]);
    expect(down.lines[1]).toBe("C3 air.pm25|141002|2021-02|actual|| = 60");
    expect(across.lines[1]).toBe("C3 air.pm25|141021|2021-01|actual|| = 51");
  });

  it("城市 over indicators heads the cities across", () => {
    const { lines, questions } = bound([
      ["2021年6月主要污染物浓度"],
      ["城市", "太原", "大同"],
      ["PM2.5（μg/m³）", 50, 60],
      ["PM10（μg/m³）", 80, 61],
    ]);
    expect(questions).toEqual([]);
    expect(lines[3]).toBe("C4 air.pm10|140200|2021-06|actual|| = 61");
  });

  it("年份 over indicators heads the years across", () => {
    const { lines } = bound([
      ["太原市历年空气质量"],
      ["年份", 2019, 2020, 2021],
      ["PM2.5（μg/m³）", 58, 56, 50],
    ]);
    expect(lines[2]).toBe("D3 air.pm25|140100|2021|actual|| = 50");
  });

  it("城市 over cities and a name nobody knows still asks for the name", () => {
    const { questions } = bound([
      ["2021年6月PM2.5浓度"],
      ["城市", "浓度（μg/m³）"],
      ["太原市", 50],
      ["某某市", 51],
    ]);
    expect(questions).toEqual(["region A4 某某市"]);
  });
});

describe("blocks of rows", () => {
  it("periods and changes under 项目 are no unknown indicators", () => {
    const { lines, questions } = bound(
      [
        ["2021年上半年各市主要污染物浓度同比情况"],
        ["单位：微克/立方米"],
        ["市", "项目", "PM2.5", "PM10"],
        ["太原", "2021年1-6月", 52, 92],
        [null, "2020年1-6月", 51, 114],
        [null, "同比（%）", -14.7, -1.8],
      ],
      { merges: ["A4:A6"] },
    );
    expect(questions).toEqual([]);
    expect(lines[2]).toContain("air.pm25|140100|2020-01/2020-06|actual");
    expect(lines[4]).toContain("air.pm25|140100|2021-01/2021-06|changeRate");
  });

  it("a group nobody knows over known cities is no place, and none is missed", () => {
    const { lines, questions } = bound(
      [
        ["2021年6月各市PM2.5"],
        ["区域", "城市", "PM2.5（μg/m³）"],
        ["汾渭平原", "临汾", 57],
        ["其他", "大同", 28],
        [null, "朔州", 25],
      ],
      { merges: ["A4:A5"] },
    );
    expect(questions).toEqual([]);
    expect(lines).toHaveLength(3);
  });

  it("a name alone in its row heads a group, and asks for nothing", () => {
    const { lines, questions } = bound([
      ["2021年6月各市PM2.5"],
      ["城市", "PM2.5（μg/m³）"],
      ["太原市", 5],
      ["其他"],
      ["大同市", 6],
    ]);
    expect(questions).toEqual([]);
    expect(lines).toHaveLength(2);
  });

  it("全市 is the city around it, under whatever header", () => {
    const { lines } = bound([
      ["晋城市2022年5月PM2.5浓度"],
      ["单位名称", "PM2.5（μg/m³）"],
      ["城区", 25],
      ["全市", 56],
    ]);
    expect(lines).toEqual([
      "B3 air.pm25|140502|2022-05|actual|| = 25",
      "B4 air.pm25|140500|2022-05|actual|| = 56",
    ]);
  });

  it("市本级 is asked about", () => {
    const { lines, questions } = bound([
      ["晋城市2022年5月PM2.5浓度"],
      ["单位名称", "PM2.5（μg/m³）"],
      ["市本级", 41],
    ]);
    expect(lines).toEqual([]);
    expect(questions).toEqual(["region A3 市本级"]);
  });

  it("a name of an abolished district is that district on a sheet of its time", () => {
    const of = (year: string) =>
      bound([
        [`大同市${year}年优良天数`],
        ["县区", "优良天数（天）"],
        ["南郊区", 239],
      ]);
    expect(of("2017").lines).toEqual([
      "B3 air.good_days|140211|2017|actual|| = 239",
    ]);
    expect(of("2021").lines).toEqual([]);
    expect(of("2021").questions).toEqual(["region A3 南郊区"]);
  });
});

describe("several tables on a sheet", () => {
  it("a list in two halves side by side is two tables", () => {
    const { lines, questions, tables } = bound([
      ["2021年11月临汾市各县综合指数"],
      ["序号", "县区", "综合指数", "序号", "县区", "综合指数"],
      [1, "尧都区", 4.24, 3, "翼城县", 4.5],
      [2, "曲沃县", 4.37, null, null, null],
    ]);
    expect(questions).toEqual([]);
    expect(tables).toHaveLength(2);
    expect(lines).toEqual([
      "C3 air.composite|141002|2021-11|actual|| = 4.24",
      "C4 air.composite|141021|2021-11|actual|| = 4.37",
      "F3 air.composite|141022|2021-11|actual|| = 4.5",
    ]);
  });

  it("groups of figures under one name column are one table", () => {
    const { tables } = bound(
      [
        ["忻州市2021年1-3月综合指数"],
        ["县区", "3月", null, "1-3月", null],
        [null, "综合指数", "排序", "综合指数", "排序"],
        ["忻府区", 4.2, 1, 4.4, 2],
      ],
      { merges: ["A2:A3", "B2:C2", "D2:E2"] },
    );
    expect(tables).toHaveLength(1);
  });

  it("a later table takes place and time of the sheet's title, and its own subject", () => {
    const { lines, questions } = bound([
      ["2020年太原市环境空气质量逐月情况"],
      ["（一）综合指数"],
      ["县区", "1月", "2月"],
      ["小店区", 5.8, 4.9],
      [],
      ["（二）优良天数（单位：天）"],
      ["县区", "1月", "2月"],
      ["小店区", 20, 21],
    ]);
    expect(questions).toEqual([]);
    expect(lines[0]).toBe("B4 air.composite|140105|2020-01|actual|| = 5.8");
    expect(lines[3]).toBe("C8 air.good_days|140105|2020-02|actual|| = 21");
  });

  it("a later table with a title nobody knows does not take the first one's subject", () => {
    const { lines } = bound([
      ["2021年各市PM2.5浓度（μg/m³）"],
      ["城市", "1月", "2月"],
      ["太原市", 30, 31],
      [],
      ["各市投资完成额"],
      ["城市", "1月", "2月"],
      ["太原市", 300, 310],
    ]);
    expect(lines).toHaveLength(2);
  });

  it("a number on the first table's title keeps it from the next table", () => {
    const { lines, questions } = bound([
      ["表1 2021年7月各市PM2.5浓度"],
      ["城市", "PM2.5（μg/m³）"],
      ["太原市", 30],
      [],
      ["表2 各市综合指数"],
      ["城市", "综合指数"],
      ["太原市", 4.1],
    ]);
    expect(lines).toHaveLength(1);
    expect(
      questions.filter((asked) => asked.startsWith("period")),
    ).toHaveLength(1);
  });
});

describe("header levels", () => {
  it("units between the levels belong to the nearest words", () => {
    const { lines, questions } = bound(
      [
        ["朔州市2022年5月及1—5月空气质量"],
        ["县区", "PM2.5", null, null, null],
        [null, "（μg/m³）", "（%）", "（μg/m³）", "（%）"],
        [null, "5月", "同比", "1—5月", "同比"],
        ["应县", 24, -7.7, 33, -10.8],
      ],
      { merges: ["A2:A4", "B2:E2"] },
    );
    expect(questions).toEqual([]);
    expect(lines).toEqual([
      "B5 air.pm25|140622|2022-05|actual|| = 24",
      "C5 air.pm25|140622|2022-05|changeRate|| = -7.7",
      "D5 air.pm25|140622|2022-01/2022-05|actual|| = 33",
      "E5 air.pm25|140622|2022-01/2022-05|changeRate|| = -10.8",
    ]);
  });

  it("本期 below a month is that month", () => {
    const { lines } = bound(
      [
        ["晋中市2022年5月主要指标"],
        ["指标", "5月", null, "1-5月", null],
        [null, "本期", "上年同期", "本期", "上年同期"],
        ["PM2.5（μg/m³）", 34, 30, 24, 48],
      ],
      { merges: ["A2:A3", "B2:C2", "D2:E2"] },
    );
    expect(lines).toEqual([
      "B4 air.pm25|140700|2022-05|actual|| = 34",
      "C4 air.pm25|140700|2022-05|previous|| = 30",
      "D4 air.pm25|140700|2022-01/2022-05|actual|| = 24",
      "E4 air.pm25|140700|2022-01/2022-05|previous|| = 48",
    ]);
  });

  it("a figure merged over the columns of one merged header is one figure", () => {
    const { lines } = bound(
      [
        ["临汾市2021年PM2.5月均浓度（μg/m³）"],
        ["月份", "尧都区", null],
        ["1月", 85, null],
      ],
      { merges: ["B2:C2", "B3:C3"] },
    );
    expect(lines).toEqual(["B3 air.pm25|141002|2021-01|actual|| = 85"]);
  });

  it("秋冬季 on a sheet of one winter is that winter", () => {
    const { lines, questions } = bound([
      ["2020—2021年秋冬季PM2.5目标完成情况"],
      ["城市", "PM2.5控制目标（μg/m³）", "PM2.5秋冬季均值（μg/m³）"],
      ["太原市", 65, 63],
    ]);
    expect(questions).toEqual([]);
    expect(lines[1]).toContain("2020-10/2021-03|actual");
  });

  it("a day by which figures were taken wins over the year it lies in", () => {
    const { lines, questions } = bound([
      ["各市2021年督察整改完成情况（截至2021年9月底）"],
      ["城市", "PM2.5（μg/m³）"],
      ["太原市", 30],
    ]);
    expect(questions).toEqual([]);
    expect(lines[0]).toContain("2021-09");
  });
});

describe("cards of names and values", () => {
  const card = (values: readonly (number | null)[]) =>
    bound(
      [
        ["清徐县2021年生态环境基本情况", null, null, null],
        ["PM2.5年均浓度（μg/m³）", values[0], "优良天数（天）", values[1]],
        ["综合指数", values[2], "优良天数比例（%）", values[3]],
        ["负责人", "张某", "联系电话", "0351-5722000"],
      ],
      { merges: ["A1:D1"] },
    );

  it("bind each value by the name beside it", () => {
    const { lines, questions } = card([47, 221, 5.31, 60.5]);
    expect(questions).toEqual([]);
    expect(lines).toEqual([
      "B2 air.pm25|140121|2021|actual|| = 47",
      "B3 air.composite|140121|2021|actual|| = 5.31",
      "D2 air.good_days|140121|2021|actual|| = 221",
      "D3 air.good_rate|140121|2021|actual|| = 60.5",
    ]);
  });

  it("wait for their values where they are empty", () => {
    const { lines, questions } = card([null, null, null, null]);
    expect(questions).toEqual([]);
    expect(lines.map((line) => line.split(" ")[0])).toEqual([
      "B2",
      "B3",
      "D2",
      "D3",
    ]);
  });

  it("of one record bind its fields", () => {
    const { lines } = bound(
      [
        ["企业环境管理信息卡", null, null, null],
        ["企业名称", "晋城某某焦化有限公司", "统一社会信用代码", "91140500MA0K1A2B3C"],
        ["所属县区", "泽州县", "行业类别", "炼焦"],
        ["法定代表人", "任某", "联系电话", "13900000000"],
      ],
      { merges: ["A1:D1"] },
    ); // prettier-ignore
    expect(lines.length).toBeGreaterThanOrEqual(5);
    expect(lines.every((line) => line.includes("enterprise#"))).toBe(true);
    expect(lines[0]).toContain(".name = 晋城某某焦化有限公司");
  });

  it("are no tables headed 指标 and a year", () => {
    const { lines } = bound([
      ["太原市2022年主要指标"],
      ["指标", "2021年"],
      ["PM2.5（μg/m³）", 47],
      ["综合指数", 5.3],
    ]);
    expect(lines[0]).toBe("B3 air.pm25|140100|2021|actual|| = 47");
  });
});

describe("sites", () => {
  it("are no districts though they bear their names, and are asked about once", () => {
    const { lines, questions } = bound([
      ["太原市2021年6月监测点位均值"],
      ["监测点位", "PM2.5（μg/m³）"],
      ["尖草坪", 27],
      ["小店", 28],
      ["全市", 29],
    ]);
    expect(lines).toEqual(["B5 air.pm25|140100|2021-06|actual|| = 29"]);
    expect(questions).toEqual(["region A2 监测点位"]);
  });
});
