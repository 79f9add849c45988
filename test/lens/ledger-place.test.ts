import { describe, expect, test } from "vitest";
import type { TestCell } from "../sheet-of.ts";
import { bound, type BoundOptions } from "./bound.ts";

const head = ["序号", "整改任务", "责任单位", "整改时限", "整改状态"];

const tasks = (...units: readonly string[]): TestCell[][] =>
  units.map((unit, at) => [
    at + 1,
    `第${at + 1}处扬尘`,
    unit,
    "2024年6月底前",
    at % 2 === 0 ? "整改中" : "已销号",
  ]);

function questions(
  rows: readonly (readonly TestCell[])[],
  options: BoundOptions = {},
): readonly string[] {
  return bound(rows, options).questions;
}

describe("whose a ledger is", () => {
  test("is asked once where neither sheet nor records say it, and said as an issue; its records are bound all the same", () => {
    const {
      questions: asked,
      issues,
      lines,
    } = bound([["突出问题整改台账"], head, ...tasks("张三", "李四", "局机关")]);
    expect(asked).toEqual(["region A1 突出问题整改台账"]);
    expect(issues.map(({ code }) => code)).toContain("lens.ledger_no_region");
    expect(lines).toHaveLength(12);
  });

  test("is asked of one without a title, at its first cell", () => {
    const { tables } = bound([
      head.slice(1),
      ...tasks("张三", "李四").map((row) => row.slice(1)),
    ]);
    const [question] = tables[0]?.unmatched ?? [];
    expect(question?.role).toBe("region");
    expect(tables[0]?.ask?.places.get(question?.cell ?? "")).toEqual({
      place: "table",
      words: "",
    });
  });

  test("is asked where few records of many name a place", () => {
    expect(
      questions([["整改台账"], head, ...tasks("张三", "李四", "平城区政府")]),
    ).toHaveLength(1);
  });

  test.each<readonly [string, readonly (readonly TestCell[])[], BoundOptions]>([
    ["the title", [["大同市整改台账"], head, ...tasks("张三", "李四")], {}],
    [
      "a title with a place nobody lists",
      [["四平市铁东区整改台账"], head, ...tasks("张三", "李四")],
      {},
    ],
    [
      "the reporting unit",
      [
        ["整改台账"],
        ["填报单位：大同市生态环境局"],
        head,
        ...tasks("张三", "李四"),
      ],
      {},
    ],
    [
      "the file's name",
      [["整改台账"], head, ...tasks("张三", "李四")],
      { file: "大同市整改台账.xlsx" },
    ],
    [
      "what was assumed",
      [["整改台账"], head, ...tasks("张三", "李四")],
      { assume: { region: "140200" } },
    ],
    [
      "the units in charge",
      [["整改台账"], head, ...tasks("平城区政府", "云州区政府", "张三")],
      {},
    ],
  ])("is not asked where %s says it", (_, rows, options) => {
    expect(questions(rows, options)).toEqual([]);
  });

  test.each(["各县区整改台账", "重点区域整改台账", "全市整改台账"])(
    "%s names no place",
    (title) => {
      expect(questions([[title], head, ...tasks("张三", "李四")])).toHaveLength(
        1,
      );
    },
  );

  test("is not asked of records that no region's figure counts", () => {
    expect(
      questions([
        ["重点排污单位名录"],
        ["序号", "企业名称", "统一社会信用代码", "行业类别", "联系人"],
        [1, "甲公司", "91140500MA0K1A2B3C", "炼焦", "张三"],
        [2, "乙公司", "91140500MA0K1A2B4D", "炼焦", "李四"],
      ]),
    ).toEqual([]);
  });
});
