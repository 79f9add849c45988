import { describe, expect, it } from "vitest";
import { bound } from "./bound.ts";

function periodsOf(
  title: string,
  heads: readonly string[],
): (string | undefined)[] {
  const { lines } = bound([
    [title],
    ["指标", "单位", ...heads],
    ["PM2.5", "μg/m³", ...heads.map((_, at) => 40 + at)],
  ]);
  return lines.map((line) => line.split("|")[2]);
}

describe("columns of years under a title of months", () => {
  it.each([
    "平遥县2021—2023年1—10月空气质量变化情况",
    "平遥县2021年至2023年1-10月空气质量对比",
    "平遥县2023年1—10月空气质量变化情况",
  ])("hold those months of each year: %s", (title) => {
    expect(periodsOf(title, ["2021年", "2022年", "2023年"])).toEqual([
      "2021-01/2021-10",
      "2022-01/2022-10",
      "2023-01/2023-10",
    ]);
  });

  it("hold the one month a title names", () => {
    expect(periodsOf("平遥县2023年6月空气质量", ["2022年", "2023年"])).toEqual([
      "2022-06",
      "2023-06",
    ]);
  });

  it("are of whole years where other columns name the months", () => {
    expect(
      periodsOf("平遥县2023年1—10月空气质量", ["2022年", "1—10月"]),
    ).toEqual(["2022", "2023-01/2023-10"]);
    expect(
      periodsOf("平遥县2023年1—10月空气质量", [
        "2022年",
        "2023年目标",
        "1—10月",
      ]),
    ).toEqual(["2022", "2023", "2023-01/2023-10"]);
  });

  it("keep the year of a goal, and of whole years", () => {
    expect(
      periodsOf("平遥县2023年1—10月空气质量", ["2023年目标", "2023年"]),
    ).toEqual(["2023", "2023-01/2023-10"]);
    expect(
      periodsOf("平遥县2021—2023年1—10月空气质量", ["2021年", "2022年全年"]),
    ).toEqual(["2021-01/2021-10", "2022"]);
  });

  it("and so are the rows", () => {
    const { lines } = bound([
      ["平遥县2021—2022年1—10月空气质量"],
      ["年份", "PM2.5（μg/m³）"],
      ["2021年", 45],
      ["2022年", 44],
    ]);
    expect(lines.map((line) => line.split("|")[2])).toEqual([
      "2021-01/2021-10",
      "2022-01/2022-10",
    ]);
  });
});
