import { describe, expect, it } from "vitest";
import { bound } from "./bound.ts";

const kinds = ["按日连续处罚", "查封扣押", "限产停产", "移送拘留"];

describe("件数 below the kinds of case", () => {
  it.each(["件数（件）", "件数", "起数", "数量（件）"])("%s", (head) => {
    const { lines, questions } = bound(
      [
        ["临汾市2024年6月配套办法案件情况"],
        ["县（市、区）", "按日连续处罚", "", ...kinds.slice(1), "案件总数"],
        ["", head, "罚款数额（万元）", head, head, head, head],
        ["尧都区", 1, 20.5, 3, 4, 5, 13],
        ["曲沃县", 2, 30.5, 1, 2, 3, 8],
      ],
      { merges: ["A2:A3", "B2:C2"] },
    );
    expect(questions).toEqual([]);
    const codes = lines
      .filter((line) => /^[A-Z]4 /.test(line))
      .map((line) => line.split("|")[0]);
    expect(codes).toEqual([
      "B4 enf.daily_penalty",
      "D4 enf.seizure",
      "E4 enf.limit",
      "F4 enf.transfer_detention",
      "G4 enf.five_cases",
    ]);
  });

  it.each(["人数", "家数", "户数"])("%s counts another thing", (head) => {
    const { lines } = bound(
      [
        ["临汾市2024年6月执法情况"],
        ["县（市、区）", "查封扣押", "限产停产"],
        ["", head, head],
        ["尧都区", 1, 2],
        ["曲沃县", 2, 3],
      ],
      { merges: ["A2:A3"] },
    );
    expect(lines).toEqual([]);
  });
});

describe("a sum of fines", () => {
  const codes = (group: string, head: string) =>
    bound(
      [
        ["临汾市2024年6月执法情况"],
        ["县（市、区）", group, ""],
        ["", "案件数（件）", head],
        ["尧都区", 1, 20.5],
        ["曲沃县", 2, 30.5],
      ],
      { merges: ["A2:A3", "B2:C2"] },
    )
      .lines.filter((line) => line.startsWith("C4"))
      .map((line) => line.split("|")[0]);

  it.each(["行政处罚", "立案处罚", "行政处罚案件"])(
    "below %s is that of all",
    (group) => {
      expect(codes(group, "罚款金额（万元）")).toEqual(["C4 enf.fine"]);
    },
  );

  it.each(["按日连续处罚", "按日计罚案件", "限产停产", "五类案件"])(
    "below %s is not",
    (group) => {
      expect(codes(group, "罚款金额（万元）")).toEqual([]);
      expect(codes(group, "处罚金额（万元）")).toEqual([]);
    },
  );
});

it("案件总数 without its kinds is not that of the five", () => {
  const { lines } = bound([
    ["临汾市2024年6月执法情况"],
    ["县（市、区）", "查封扣押", "限产停产", "案件总数（件）"],
    ["尧都区", 1, 2, 30],
    ["曲沃县", 2, 3, 50],
  ]);
  expect(lines.filter((line) => line.startsWith("D"))).toEqual([]);
});

describe("a printed form", () => {
  it.each([
    ["本月止累计", "上年同期累计"],
    ["1-本月累计", "上年同期"],
    ["自年初累计", "去年同期累计"],
  ])("with 代码, a row of 栏号 and %s", (toDate, before) => {
    const { lines, questions } = bound([
      ["临汾市生态环境执法情况月报表"],
      ["", "", "", "", "2024年8月"],
      ["指标名称", "计量单位", "代码", "本月", toDate, before, "同比±%"],
      ["甲", "乙", "丙", 1, 2, 3, 4],
      ["检查企业", "家", "01", 9104, 72660, 69871, 4],
      ["下达处罚决定书", "份", "02", 212, 1460, 1588, -8.1],
    ]);
    expect(questions).toEqual([]);
    expect(lines.filter((line) => /^[A-Z]5/.test(line))).toEqual([
      "D5 enf.checked_firms|141000|2024-08|actual|| = 9104",
      "E5 enf.checked_firms|141000|2024-01/2024-08|actual|| = 72660",
      "F5 enf.checked_firms|141000|2024-01/2024-08|previous|| = 69871",
      "G5 enf.checked_firms|141000|2024-01/2024-08|changeRate|| = 4",
    ]);
  });
});

it.each(["阶段性办结", "部分完成", "基本办结"])(
  "%s is asked about: nobody says whether that is done",
  (state) => {
    const { lines, questions } = bound([
      ["临汾市信访举报件办理情况表"],
      ["序号", "受理编号", "举报内容", "是否属实", "是否办结"],
      [1, "D2SX01", "噪声扰民", "属实", "已办结"],
      [2, "D2SX02", "扬尘污染", "属实", state],
    ]);
    expect(lines.filter((line) => line.startsWith("E"))).toEqual([
      "E3 complaint#D2SX01.state = 完成整改",
    ]);
    expect(questions).toEqual([`value E4 ${state}`]);
  },
);
