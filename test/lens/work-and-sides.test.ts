import { describe, expect, it } from "vitest";
import { bound } from "./bound.ts";

describe("整治任务 beside what was put right", () => {
  const sheet = (task: string, others: readonly string[]) =>
    bound([
      ["汾河流域入河排污口排查整治进展情况（截至2023年8月底）"],
      ["市", "排查入河排污口（个）", task, ...others],
      ["太原市", 258, 65, 40],
    ]);

  it.each(["2023年整治任务（个）", "2023年整治目标（个）"])(
    "%s is the goal of that work",
    (task) => {
      const { lines, questions } = sheet(task, ["已整治排污口（个）"]);
      expect(questions).toEqual([]);
      expect(lines).toContain(
        "C3 water.outlets_done|140100|2023|target|| = 65",
      );
    },
  );

  it("is asked about in another unit, and of another work", () => {
    for (const task of ["2023年整治任务（户）", "2023年监测任务（个）"])
      expect(
        sheet(task, ["已整治排污口（个）"]).lines.filter((line) =>
          line.startsWith("C"),
        ),
      ).toEqual([]);
  });
});

describe("合计 of kinds below work that only one thing is counted by", () => {
  const sheet = (group: string, unit = "户") =>
    bound(
      [
        ["晋中市2023年散煤清洁化替代完成情况表（截至2023年10月底）"],
        [null, null, null, null, `单位：${unit}`],
        ["县", "年度任务", group, null, null],
        [null, null, "合计", "煤改电", "煤改气"],
        ["祁县", 60, 44, 26, 18],
        ["平遥县", 70, 34, 16, 18],
      ],
      { merges: ["A1:E1", "A3:A4", "B3:B4", "C3:E3"] },
    ).lines.filter((line) => line.startsWith("C"));

  it.each(["完成改造户数", "已完成改造户数", "完成替代户数"])(
    "%s is that of the title",
    (group) => {
      expect(sheet(group)).toEqual([
        "C5 heat.homes|140727|2023-10|actual|| = 44",
        "C6 heat.homes|140728|2023-10|actual|| = 34",
      ]);
    },
  );

  it.each(["应改造户数", "未改造户数", "剩余改造户数", "完成改造村数"])(
    "%s is not",
    (group) => {
      expect(sheet(group)).toEqual([]);
    },
  );
});

describe("城区 beside 农村", () => {
  const sheet = (group: string, town: string, country: string) =>
    bound(
      [
        ["晋中市2023年10月清洁取暖情况"],
        ["县", group, null, "备注"],
        [null, town, country, null],
        ["祁县", 100, 91.2, null],
        ["平遥县", 100, 96.7, null],
      ],
      { merges: ["A2:A3", "B2:C2", "D2:D3"] },
    );

  it.each([
    ["城区", "农村"],
    ["城镇", "农村"],
    ["城市建成区", "农村地区"],
  ])("below a rate %s and %s are two parts of it", (town, country) => {
    const { lines, questions } = sheet("清洁取暖覆盖率（%）", town, country);
    expect(lines).toEqual([]);
    expect(questions).toEqual([]);
  });

  it("with a name of its own is that", () => {
    expect(
      sheet("生活垃圾分类覆盖率（%）", "城市", "农村").lines.map(
        (line) => line.split(/[ |]/)[1],
      ),
    ).toEqual([
      "waste.cover",
      "waste.rural_cover",
      "waste.cover",
      "waste.rural_cover",
    ]);
  });
});
