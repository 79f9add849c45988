import { expect, test } from "vitest";
import { bound } from "./bound.ts";

test("regions down and indicators across", () => {
  const { lines, questions } = bound([
    ["2019年山西省各市空气质量"],
    ["填报单位：山西省生态环境厅", "", "浓度单位：μg/m³（CO：mg/m³）"],
    ["城市", "PM2.5", "", "CO", "备注"],
    ["", "浓度", "同比(%)", "浓度", ""],
    ["太原市", 56, -5.1, 1.6, "示意"],
    ["大同市", 33, 2, "—", ""],
  ]);
  expect(lines).toEqual([
    "B5 air.pm25|140100|2019|actual|| = 56",
    "C5 air.pm25|140100|2019|changeRate|| = -5.1",
    "D5 air.co|140100|2019|actual|| = 1.6",
    "B6 air.pm25|140200|2019|actual|| = 33",
    "C6 air.pm25|140200|2019|changeRate|| = 2",
    "D6 air.co|140200|2019|actual|| = null(—)",
  ]);
  expect(questions).toEqual([]);
});

test("indicators down: a row's unit, a year's actual, 同比 as each cell spells it", () => {
  const { lines, questions } = bound([
    ["2019年山西省主要指标"],
    ["指标", "单位", "2015年", "2019年", "同比", "目标"],
    ["PM2.5平均浓度", "μg/m3", 60, 48, "-5.9%", 47],
    ["优良天数比例", "%", 70.1, 63.6, "下降2.1个百分点", 65],
    ["劣Ⅴ类断面", "个", 20, 9, "↓4个", 7],
  ]);
  expect(lines).toEqual([
    "C3 air.pm25|140000|2015|actual|| = 60",
    "D3 air.pm25|140000|2019|actual|| = 48",
    "E3 air.pm25|140000|2019|changeRate|| = -5.9",
    "F3 air.pm25|140000|2019|target|| = 47",
    "C4 air.good_rate|140000|2015|actual|| = 70.1",
    "D4 air.good_rate|140000|2019|actual|| = 63.6",
    "E4 air.good_rate|140000|2019|change|| = -2.1",
    "F4 air.good_rate|140000|2019|target|| = 65",
    "C5 water.worse5_n|140000|2015|actual|| = 20",
    "D5 water.worse5_n|140000|2019|actual|| = 9",
    "E5 water.worse5_n|140000|2019|change|| = -4",
    "F5 water.worse5_n|140000|2019|target|| = 7",
  ]);
  expect(questions).toEqual([]);
});

test("one row an observation, with blanks taken from the row above", () => {
  const { tables, lines } = bound([
    ["地区", "指标", "年份", "数值", "单位"],
    ["太原市", "PM2.5", 2019, 56, "μg/m3"],
    ["", "PM10", 2019, 107, "μg/m3"],
    ["大同市", "优良天数比例", "2019年", 85.2, "%"],
  ]);
  expect(tables[0]?.orientation).toBe("long");
  expect(lines).toEqual([
    "D2 air.pm25|140100|2019|actual|| = 56",
    "D3 air.pm10|140100|2019|actual|| = 107",
    "D4 air.good_rate|140200|2019|actual|| = 85.2",
  ]);
});

test("regions across are transposed", () => {
  const { tables, lines } = bound([
    ["2019年山西省各市"],
    ["指标", "太原", "大同"],
    ["PM2.5（μg/m³）", 56, 33],
  ]);
  expect(tables[0]?.orientation).toBe("transposed");
  expect(lines).toEqual([
    "B3 air.pm25|140100|2019|actual|| = 56",
    "C3 air.pm25|140200|2019|actual|| = 33",
  ]);
});

test("a rank after a change ranks the change once the figure is ranked", () => {
  const { lines } = bound([
    ["忻州市各县（市、区）2020年11月综合指数"],
    ["城市名称", "综合指数", "排序", "同比%", "排序"],
    ["忻府区", 5.01, 8, -7.1, 6],
    ["五台山", 4.9, "_", 2.3, "_"],
  ]);
  expect(lines).toEqual([
    "B3 air.composite|140902|2020-11|actual|| = 5.01",
    "C3 air.composite|140902|2020-11|rank|| = 8",
    "D3 air.composite|140902|2020-11|changeRate|| = -7.1",
    "E3 air.composite|140902|2020-11|changeRank|| = 6",
    "B4 air.composite|140971|2020-11|actual|| = 4.9",
    "C4 air.composite|140971|2020-11|rank|| = null(_)",
    "D4 air.composite|140971|2020-11|changeRate|| = 2.3",
    "E4 air.composite|140971|2020-11|changeRank|| = null(_)",
  ]);
});

test("values as bureaus spell them", () => {
  const { lines, questions, issues } = bound([
    ["2021年6月各市"],
    ["城市", "综合指数", "PM2.5(μg/m3)", "处罚金额(万元)", "优良天数比例(%)"],
    ["太原市", "3.25（3.76）", "近60", "2.2万", "63.6%"],
    ["大同市", "３．２５", "≥35", "1,234.5", 0.636],
    [
      "阳泉市",
      "40余",
      { value: "#DIV/0!", error: true },
      "6.42亿元",
      { value: 0.636, format: "0.0%" },
    ],
    ["长治市", "—", "0.025L", "", ""],
  ]);
  expect(lines).toEqual([
    "B3 air.composite|140100|2021-06|actual|| = 3.25",
    "B3 air.composite|140100|2021-06|previous|| = 3.76",
    "C3 air.pm25|140100|2021-06|actual|| = 60",
    "E3 air.good_rate|140100|2021-06|actual|| = 63.6",
    "B4 air.composite|140200|2021-06|actual|| = 3.25",
    "C4 air.pm25|140200|2021-06|actual|| = null(≥35)",
    "D4 enf.fine|140200|2021-06|actual|| = 1234.5",
    "B5 air.composite|140300|2021-06|actual|| = 40",
    "C5 air.pm25|140300|2021-06|actual|| = null(#DIV/0!)",
    "D5 enf.fine|140300|2021-06|actual|| = 64200",
    "E5 air.good_rate|140300|2021-06|actual|| = 63.6",
    "B6 air.composite|140400|2021-06|actual|| = null(—)",
    "C6 air.pm25|140400|2021-06|actual|| = null(0.025L)",
    "D6 enf.fine|140400|2021-06|actual|| = null()",
    "E6 air.good_rate|140400|2021-06|actual|| = null()",
  ]);
  // 2.2万 under 万元 and a bare 0.636 under % may each mean two things.
  expect(questions).toEqual([
    "unit D2 处罚金额(万元)",
    "unit E2 优良天数比例(%)",
  ]);
  expect(issues.map(({ code, cell }) => `${code} ${cell}`)).toEqual([
    "lens.error_cell C5",
  ]);
});

test("the unit line, the reporting unit and the year of filing complete a form", () => {
  const { lines } = bound([
    ["附件1"],
    ["重点指标情况表"],
    ["填报单位：大同市生态环境局", "", "填报时间：2021年7月5日", "单位：吨"],
    ["指标", "1—6月", "上年同期"],
    ["二氧化硫排放总量", 12345, 13000],
    ["氨氮排放总量", 234, "-"],
    ["注：数据为快报"],
  ]);
  expect(lines).toEqual([
    "B5 emis.so2|140200|2021-01/2021-06|actual|| = 1.2345",
    "C5 emis.so2|140200|2021-01/2021-06|previous|| = 1.3",
    "B6 emis.nh3n|140200|2021-01/2021-06|actual|| = 0.0234",
    "C6 emis.nh3n|140200|2021-01/2021-06|previous|| = null(-)",
  ]);
});

test("当月 and 累计 beside each other, and 上年同期 of the latter", () => {
  expect(
    bound([
      ["2021年6月大同市"],
      ["指标", "当月", "累计", "上年同期"],
      ["PM2.5(μg/m³)", 20, 33, 35],
    ]).lines,
  ).toEqual([
    "B3 air.pm25|140200|2021-06|actual|| = 20",
    "C3 air.pm25|140200|2021-01/2021-06|actual|| = 33",
    "D3 air.pm25|140200|2021-01/2021-06|previous|| = 35",
  ]);
});

test("a positive number under 同比下降 is a negative change", () => {
  const { lines } = bound([
    ["2021年1—6月山西省空气质量"],
    ["城市", "PM2.5同比下降(%)"],
    ["太原市", 11.5],
  ]);
  expect(lines).toEqual([
    "B3 air.pm25|140100|2021-01/2021-06|changeRate|| = -11.5",
  ]);
});

test("a reduction against a base year carries the base and keeps its sign", () => {
  const { lines } = bound([
    ["2019年山西省减排情况"],
    ["指标", "完成值"],
    ["二氧化硫排放总量较2015年下降（%）", 25.8],
    ["氮氧化物排放总量较2015年下降（%）", "下降17.9%"],
  ]);
  expect(lines).toEqual([
    "B3 emis.so2_cut|140000|2019|actual||2015 = 25.8",
    "B4 emis.nox_cut|140000|2019|actual||2015 = 17.9",
  ]);
});

test("same short names are told apart by the city above them", () => {
  const { lines } = bound(
    [
      ["2019年山西省空气"],
      ["市", "县", "PM2.5(μg/m³)"],
      ["太原市", "小店区", 60],
      [undefined, "迎泽区", 58],
      ["大同市", "平城区", 33],
    ],
    { merges: ["A3:A4"] },
  );
  expect(lines).toEqual([
    "C3 air.pm25|140105|2019|actual|| = 60",
    "C4 air.pm25|140106|2019|actual|| = 58",
    "C5 air.pm25|140213|2019|actual|| = 33",
  ]);
});

test("合计 is an aggregate and 序号 an ordinal, neither an observation", () => {
  const { tables } = bound([
    ["2019年山西省执法"],
    ["序号", "地区", "行政处罚案件（起）"],
    [1, "太原市", 30],
    ["合计", "", 30],
  ]);
  expect(
    tables[0]?.bindings.map(({ role, target }) => [
      role,
      target.type === "observation" ? target.key.region : "",
    ]),
  ).toEqual([
    ["ordinal", "140100"],
    ["value", "140100"],
    ["aggregate", ""],
  ]);
});

test("an empty form binds where its headers cross", () => {
  const { lines } = bound(
    [
      ["{{地区}}{{报告期}}空气质量"],
      ["城市", "PM2.5(μg/m³)", "排名"],
      ["太原市"],
      ["大同市"],
    ],
    { assume: { period: "2021-06" } },
  );
  expect(lines).toEqual([
    "B3 air.pm25|140100|2021-06|actual|| = null()",
    "C3 air.pm25|140100|2021-06|rank|| = null()",
    "B4 air.pm25|140200|2021-06|actual|| = null()",
    "C4 air.pm25|140200|2021-06|rank|| = null()",
  ]);
});

test("a value merged over rows is one slot for each of them", () => {
  const { tables } = bound(
    [
      ["2019年山西省空气质量"],
      ["城市", "PM2.5目标(μg/m³)"],
      ["太原市", 40],
      ["大同市", undefined],
    ],
    { merges: ["B3:B4"] },
  );
  expect(
    tables[0]?.bindings.map(({ row, slot, slots }) => [row, slot, slots]),
  ).toEqual([
    [2, 0, 2],
    [2, 1, 2],
  ]);
});

test("what a sheet does not say is asked once, with a way out", () => {
  const { lines, questions, issues } = bound([
    ["指标", "数值"],
    ["PM2.5(μg/m3)", 56],
    ["PM10(μg/m3)", 90],
  ]);
  expect(lines).toEqual([]);
  expect(questions).toEqual(["period A1 ", "region A1 "]);
  expect(issues.map(({ code }) => code)).toEqual([
    "lens.no_period",
    "lens.no_region",
  ]);
});

test("the sheet name and the file name say what the table does not", () => {
  expect(
    bound(
      [
        ["指标", "数值"],
        ["PM2.5(μg/m3)", 56],
      ],
      { name: "太原市", file: "/tmp/2021年6月空气质量.xlsx" },
    ).lines,
  ).toEqual(["B2 air.pm25|140100|2021-06|actual|| = 56"]);
});

test("a difference with the goal is no measure: it is told about, never bound", () => {
  const { lines, questions, issues } = bound([
    ["2019年山西省空气质量"],
    ["城市", "PM2.5(μg/m³)", ""],
    ["", "实际", "与目标差值"],
    ["太原市", 56, 4],
  ]);
  expect(lines).toEqual(["B4 air.pm25|140100|2019|actual|| = 56"]);
  expect(questions).toEqual([]);
  expect(issues.map(({ code, params }) => [code, params])).toEqual([
    ["lens.computed_columns", { columns: "与目标差值" }],
  ]);
});

test("rows nobody knows are not taken for the region of the title", () => {
  const { lines, questions } = bound([
    ["2021年6月太原市空气质量"],
    ["点位", "PM2.5(μg/m³)"],
    ["某某路口", 56],
  ]);
  expect(lines).toEqual([]);
  expect(questions).toEqual(["region A2 点位"]);
});

test("rosters and purchase lists bind nothing and ask nothing", () => {
  for (const rows of [
    [["通讯录"], ["姓名", "部门", "电话"], ["张三", "大气科", 13800000000]],
    [
      ["2021年采购清单"],
      ["序号", "名称", "数量", "单价", "金额"],
      [1, "打印纸", 20, 25, 500],
    ],
  ]) {
    const { lines, questions, issues } = bound(rows);
    expect(lines).toEqual([]);
    expect(questions).toEqual([]);
    expect(issues.map(({ code }) => code)).toEqual(["lens.no_indicator"]);
  }
});

test("a sheet without a table is said to have none", () => {
  expect(bound([["会议纪要"], ["大家讨论了工作。"]]).issues).toMatchObject([
    { code: "table.none_found", severity: "warning", sheet: "Sheet1" },
  ]);
  expect(bound([]).issues).toMatchObject([
    { code: "table.empty_sheet", severity: "info" },
  ]);
});

test("a ledger is read as records with dates, states and words", () => {
  const { tables, lines } = bound([
    ["督察整改台账"],
    ["序号", "整改任务", "整改时限", "责任单位", "完成情况"],
    [
      1,
      "汾河劣Ⅴ断面退出",
      { value: 44012, format: "yyyy-mm-dd" },
      "省厅",
      "已完成",
    ],
    [2, "取缔散乱污", "2022年6月30日", "—", ""],
    ["", "", "", "", ""],
  ]);
  expect(tables[0]?.orientation).toBe("records");
  expect(lines).toEqual([
    "B3 task#汾河劣Ⅴ断面退出.name = 汾河劣Ⅴ断面退出",
    "C3 task#汾河劣Ⅴ断面退出.deadline = 2020-06-30",
    "D3 task#汾河劣Ⅴ断面退出.duty_unit = 省厅",
    "E3 task#汾河劣Ⅴ断面退出.state = 完成整改",
    "B4 task#取缔散乱污.name = 取缔散乱污",
    "C4 task#取缔散乱污.deadline = 2022-06-30",
    "D4 task#取缔散乱污.duty_unit = null(—)",
    "E4 task#取缔散乱污.state = null()",
  ]);
});

test("the same task twice is reported", () => {
  const { issues } = bound([
    ["整改任务", "整改时限", "责任单位"],
    ["取缔散乱污", "2022-06-30", "大同市"],
    ["取缔散乱污", "2022-06-30", "朔州市"],
  ]);
  expect(issues).toMatchObject([{ code: "lens.duplicate_record", cell: "A3" }]);
});
