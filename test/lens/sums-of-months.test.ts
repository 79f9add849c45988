import { describe, expect, it } from "vitest";
import { bound } from "./bound.ts";

const months = (head: string, of: string) =>
  bound([
    [`太原市2023年1-3月${of}`],
    ["县（市、区）", "1月", "2月", "3月", head],
    ["小店区", 15, 26, 28, 69],
    ["迎泽区", 18, 23, 28, 69],
  ]);

describe("1-3月合计 behind its months", () => {
  it.each(["1-3月合计", "1—3月小计", "一季度合计", "1-3月合计（天）"])(
    "%s is the figure of those months",
    (head) => {
      const { lines, questions } = months(head, "优良天数（天）");
      expect(questions).toEqual([]);
      expect(lines).toContain(
        "E3 air.good_days|140105|2023-01/2023-03|actual|| = 69",
      );
    },
  );

  it("of the year is that of the year", () => {
    const { lines } = months("全年合计", "优良天数（天）");
    expect(lines).toContain("E3 air.good_days|140105|2023|actual|| = 69");
  });

  it("is asked about where months do not add up to it", () => {
    const { lines, questions } = months("1-3月合计", "PM2.5浓度（μg/m³）");
    expect(lines.filter((line) => line.startsWith("E"))).toEqual([]);
    expect(questions).toEqual(["indicator E2 1-3月合计"]);
  });

  it("is a nameless total without months of its own, and beside none", () => {
    for (const { tables, lines } of [
      months("合计", "优良天数（天）"),
      bound([
        ["太原市2023年1-3月环境执法情况"],
        ["县（市、区）", "罚款金额（万元）", "1-3月合计"],
        ["小店区", 15, 26],
        ["迎泽区", 18, 23],
      ]),
    ]) {
      const last = tables[0]?.range.right ?? 0;
      expect(lines.every((line) => !line.startsWith("E"))).toBe(true);
      expect(
        tables[0]?.bindings
          .filter(({ column }) => column === last)
          .every(({ role }) => role !== "value"),
      ).toBe(true);
    }
  });
});
