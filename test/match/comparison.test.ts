import { describe, expect, it } from "vitest";
import { signOfChange, stripBase } from "../../src/match/comparison.ts";

describe("stripBase", () => {
  it.each([
    ["so2排放总量较2015年下降", "so2排放总量下降", ["2015"]],
    ["比2019年同期变化", "变化", ["2019"]],
    ["与2015年相比下降", "下降", ["2015"]],
    ["2019年和2020年", "2019年和2020年", []],
    ["较上年变化", "较上年变化", []],
  ])("takes the base out of %s", (text, rest, codes) => {
    const { text: left, bases } = stripBase(text);
    expect(left).toBe(rest);
    expect(bases.map(({ code }) => code)).toEqual(codes);
  });
});

describe("signOfChange", () => {
  it("turns numbers under a word of falling", () => {
    expect(signOfChange("同比下降", "down")).toBe(-1);
    expect(signOfChange("降幅", "up")).toBe(-1);
  });

  it.each(["同比", "同比变化率", "升降幅度", "同比增减", "同比上升"])(
    "leaves the sign under %s",
    (words) => {
      expect(signOfChange(words, "down")).toBe(1);
    },
  );

  it("reads 改善 by what is better", () => {
    expect(signOfChange("改善率", "down")).toBe(-1);
    expect(signOfChange("改善率", "up")).toBe(1);
  });
});
