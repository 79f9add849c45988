import { describe, expect, it } from "vitest";
import { senderMark } from "../../src/lens/sender-mark.ts";

const none = { meta: [], outer: [], notes: [] };
const lines = (...texts: readonly string[]) => ({
  ...none,
  meta: texts.map((text, row) => ({ text, row, column: 0 })),
});

describe("the mark of a sender", () => {
  it.each([
    ["站月报5月.csv", "站月报12月份.csv"],
    ["2021年1-6月空气.xlsx", "2021年1—7月空气.xlsx"],
    ["空气20210605.xls", "空气20211231.xls"],
    ["空气2021-06.xls", "空气2022.12.xls"],
    [
      "监测站报表.xlsx",
      "转发：监测站 报表（最终）.xlsx".replace(/[（）：]/g, ""),
    ],
    ["六月站报.xls", "十二月站报.xls"],
    ["2021年上半年站报.xls", "2021年前三季度站报.xls"],
    ["5月.csv", "2021年6月.csv"],
  ])("is one for %s and %s", (one, other) => {
    expect(senderMark(none, one)).toBe(senderMark(none, other));
  });

  it.each([
    ["甲站5月.csv", "乙站5月.csv"],
    ["1号站5月.csv", "2号站5月.csv"],
    ["月报.xlsx", "月报(1).xlsx"],
    ["太原/5月.csv", "大同/5月.csv"],
    ["报表.xlsx", "报表2.xlsx"],
  ])("tells %s from %s", (one, other) => {
    expect(senderMark(none, one)).not.toBe(senderMark(none, other));
  });

  it("is the telephone where the sheet gives one, whatever the file is called", () => {
    const sheet = lines("填报人：张三  联系电话：0351-1234567");
    expect(senderMark(sheet, "a.xlsx")).toBe(senderMark(sheet, "b.xlsx"));
    expect(senderMark(sheet, "a.xlsx")).not.toBe(
      senderMark(lines("联系电话：0352-1234567"), "a.xlsx"),
    );
  });

  it("is who filled the form in beside the file's name", () => {
    const by = (name: string) =>
      senderMark(lines(`填报人：${name}`, "填报日期：2021年6月3日"), "a.xlsx");
    expect(by("张三")).toBe(by("张三"));
    expect(by("张三")).not.toBe(by("李四"));
  });
});
