import { describe, expect, it } from "vitest";
import { type Bound, bound, type BoundOptions } from "../bound.ts";

function tableOf(
  around: readonly string[],
  heads: readonly string[],
  options?: BoundOptions,
): Bound {
  return bound(
    [
      ...around.map((text) => [text]),
      ["指标", "单位", ...heads],
      ["PM2.5", "μg/m³", ...heads.map((_, at) => 40 + at)],
    ],
    options,
  );
}

function periodsOf(
  title: string,
  heads: readonly string[],
): (string | undefined)[] {
  return periodsIn(tableOf([title], heads));
}

function periodsIn({ lines }: Bound): (string | undefined)[] {
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

  const years = ["2022年", "2023年"];
  const months = ["2022-01/2022-06", "2023-01/2023-06"];

  it.each<[string, Bound]>([
    ["the title", tableOf(["平遥县2023年1—6月空气质量"], years)],
    ["months of no year", tableOf(["平遥县近两年1—6月空气质量"], years)],
    [
      "a line of the period",
      tableOf(["平遥县空气质量", "报告期：2023年1—6月"], years),
    ],
    [
      "a line of the time",
      tableOf(["平遥县空气质量", "时间：2023年1-6月"], years),
    ],
    [
      "the name of the sheet",
      tableOf(["平遥县空气质量"], years, { name: "2023年1-6月" }),
    ],
    [
      "the name of the file",
      tableOf(["平遥县空气质量"], years, {
        file: "平遥县2023年1-6月.xlsx",
      }),
    ],
  ])("take their months from %s", (_, table) => {
    expect(periodsIn(table)).toEqual(months);
  });

  it.each([
    ["2023年第二季度", "2022-Q2"],
    ["2023年2月", "2022-02"],
    ["2023年7—12月", "2022-07/2022-12"],
  ])("are spelt as periods are: %s", (period, year) => {
    expect(periodsOf(`平遥县${period}空气质量`, years)[0]).toBe(year);
  });

  it.each<[string, Bound]>([
    ["the title", tableOf(["平遥县截至2023年6月底空气质量"], years)],
    ["a line", tableOf(["平遥县空气质量", "统计期间：截至2023年6月底"], years)],
  ])("are asked about where %s only says how far figures go", (_, table) => {
    expect(table.lines).toEqual([]);
    expect(table.questions.some((text) => text.startsWith("period"))).toBe(
      true,
    );
  });

  it("are whole years beside 累计, and months beside 上月", () => {
    const title = "平遥县2023年6月空气质量";
    expect(periodsOf(title, [...years, "累计"]).slice(0, 2)).toEqual([
      "2022",
      "2023",
    ]);
    expect(periodsOf(title, [...years, "上月"]).slice(0, 2)).toEqual([
      "2022-06",
      "2023-06",
    ]);
  });

  it("are whole years where the year of the months is no column", () => {
    expect(
      periodsOf("平遥县2023年1—6月空气质量", ["2021年", "2022年"]),
    ).toEqual(["2021", "2022"]);
    expect(periodsOf("平遥县近两年1—6月空气质量", ["2022年"])).toEqual([
      "2022",
    ]);
  });

  it("keep years after that of the months, and beside goals those before it", () => {
    const title = "平遥县2023年1—6月空气质量";
    expect(periodsOf(title, ["2023年", "2024年"])).toEqual([
      "2023-01/2023-06",
      "2024",
    ]);
    expect(periodsOf(title, ["2020年", "2023年", "2025年目标"])).toEqual([
      "2020",
      "2023-01/2023-06",
      "2025",
    ]);
  });
});
