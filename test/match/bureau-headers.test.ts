import { describe, expect, it } from "vitest";
import { matcher, sure } from "./shipped-matcher.ts";

/** Column headings of the bureaus' usual tables, outermost first, and what they surely are. */
const figures: readonly (readonly [
  readonly string[],
  Record<string, unknown>,
])[] = [
  [["CO-95per", "浓度"], { indicator: "air.co" }],
  [["O3-8h-90per", "排名"], { indicator: "air.o3", measure: "rank" }],
  [["排序"], { measure: "rank" }],
  [["同比%"], { measure: "changeRate", unit: "%" }],
  [
    ["综合指数", "同比(%)"],
    { indicator: "air.composite", measure: "changeRate", unit: "%" },
  ],
  [["综合指数", "全市排名"], { indicator: "air.composite", measure: "rank" }],
  [["轻度污染天数", "天数"], { indicator: "air.light_days" }],
  [["基准年排放量(吨)"], { measure: "baseline", unit: "吨" }],
  [["目标下降(%)"], { measure: "target", unit: "%" }],
  [["年度任务(吨)"], { measure: "target", period: "year", unit: "吨" }],
  [["截至本期完成"], { measure: "actual", period: "toDate" }],
  [["序时进度(%)"], { unit: "%" }],
  [["较序时(百分点)"], { unit: "pp" }],
  [["居民小区总数(个)"], { indicator: "waste.total_n", unit: "个" }],
  [["已开展分类小区数(个)"], { indicator: "waste.sorted_n", unit: "个" }],
  [["行政村总数"], { indicator: "waste.villages" }],
  [["已开展行政村"], { indicator: "waste.villages_sorted" }],
  [["农村覆盖率(%)"], { indicator: "waste.rural_cover", unit: "%" }],
  [["回收利用量(吨/日)"], { indicator: "waste.recycled", unit: "吨/日" }],
  [["五类案件", "按日连续处罚"], { indicator: "enf.daily_penalty" }],
  [["五类案件", "查封扣押"], { indicator: "enf.seizure" }],
  [["五类案件", "限产停产"], { indicator: "enf.limit" }],
  [["五类案件", "涉嫌犯罪移送"], { indicator: "enf.transfer_crime" }],
  [["aqi"], { indicator: "air.aqi" }],
  [["pm2_5"], { indicator: "air.pm25" }],
  [["area"], { role: "region" }],
  [["o3_8h"], { indicator: "air.o3" }],
  [["污染物"], { role: "indicator" }],
  [["行政区划"], { role: "region" }],
];

/** Headings of ledgers, dispatch and assessment tables: fields of records, no figures. */
const fields = [
  ..."期数、问题描述、归类、整改要求、整改时限、牵头单位、牵头人、配合单位、责任单位、责任部门、责任人".split(
    "、",
  ),
  ..."责任人电话、涉及部门、涉及人员、完成情况、进展问题、创建时间、整改目标、整改措施、整改完成情况".split(
    "、",
  ),
  ..."销号日期、备案文号、工作内容、月调度类型、计划完成时间、目标名称、目标进展情况、存在问题".split(
    "、",
  ),
  ..."推进措施、下月安排、重点任务、工作措施、牵头部门、主责单位、协办单位、完成时限、评价要点".split(
    "、",
  ),
  ..."流域、水系、断面名称、超标因子(倍数)、公示时间(7天)、验收意见(县级/市级/行业)".split(
    "、",
  ),
];

describe("headings of the usual tables", () => {
  it.each(figures)("reads %j", (path, expected) => {
    expect(sure(...path)).toEqual(expected);
  });

  it.each(fields)("reads %s as a field of a record, and no figure", (text) => {
    expect(sure(text)["indicator"]).toBeUndefined();
    expect(sure(text)["region"]).toBeUndefined();
    expect(matcher.field(text)[0]?.confidence).toBeGreaterThanOrEqual(0.95);
  });

  it("is not sure of the figures of single hours and days", () => {
    for (const text of ["pm10_24h", "o3_24h", "o3_8h_24h", "co_24h"])
      expect([text, sure(text)]).toEqual([text, {}]);
  });

  it.each([
    "姓名",
    "采购数量",
    "规格型号",
    "会议时间",
    "联系人",
    "单价(元)",
    "职务",
  ])("finds no figure in %s", (text) => {
    const { indicator, measure, region } = sure(text);
    expect([indicator, measure, region]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
