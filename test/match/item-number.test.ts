import { expect, it } from "vitest";
import { withoutItemNumber } from "../../src/match/item-number.ts";
import { matcher } from "../shipped-matcher.ts";

it.each([
  ["1.城市", "城市"],
  ["2、PM2.5", "PM2.5"],
  ["（3）同比（%）", "同比（%）"],
  ["④ 优良天数", "优良天数"],
  ["⑸综合指数", "综合指数"],
  ["六、排名", "排名"],
])("takes the number off %s", (numbered, words) => {
  expect(withoutItemNumber(numbered)).toBe(words);
});

it.each([
  "2.5微米",
  "7、8月",
  "一、二类",
  "12.18",
  "（3）",
  "3.",
  "1-6月",
  "5%",
])("leaves %s", (text) => {
  expect(withoutItemNumber(text)).toBe(text);
});

it("reads roles, indicators and fields below their number", () => {
  expect(matcher.read("（2）序号").role).toBe("ordinal");
  expect(matcher.read("③PM2.5").indicator[0]?.value).toBe("air.pm25");
  expect(matcher.field("4、企业名称")).toEqual(matcher.field("企业名称"));
  expect(matcher.corner("⑴城市 / 月份")).toBe(true);
});
