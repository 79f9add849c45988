import { describe, expect, it } from "vitest";
import { bound, type BoundOptions } from "./bound.ts";
import type { TestCell } from "../sheet-of.ts";

type Rows = readonly (readonly TestCell[])[];

/** What cells hold, wherever they stand. */
function held(rows: Rows, options: BoundOptions = {}): string[] {
  const { lines, questions } = bound(rows, options);
  expect(questions).toEqual([]);
  return lines.map((line) => line.replace(/^\S+ /, ""));
}

describe("a unit said in a row of its own or in a line above", () => {
  const title = ["2020年1-9月主要污染物减排任务完成情况"];
  const body: Rows = [
    ["太原市", "氮氧化物", 1641, 1345, 82],
    ["太原市", "化学需氧量", 900, 450, 50],
  ];
  const wanted = held([
    title,
    [
      "城市",
      "污染物",
      "2020年度减排任务（吨）",
      "1-9月完成减排量（吨）",
      "完成率（%）",
    ],
    ...body,
  ]);

  it("is one of savings of nine months, as in brackets", () => {
    expect(wanted.map((line) => line.split(" ")[0])).toEqual(
      ["nox", "cod"].flatMap((name) => [
        `emis.${name}_saved|140100|2020|target||`,
        `emis.${name}_saved|140100|2020-01/2020-09|actual||`,
        `emis.${name}_saved|140100|2020-01/2020-09|completion||`,
      ]),
    );
  });

  it.each<[string, Rows]>([
    [
      "a row",
      [
        title,
        ["城市", "污染物", "2020年度减排任务", "1-9月完成减排量", "完成率"],
        ["", "", "吨", "吨", "%"],
        ...body,
      ],
    ],
    [
      "a line 数据单位",
      [
        title,
        ["", "", "", "", "数据单位：吨"],
        [
          "城市",
          "污染物",
          "2020年度减排任务（吨）",
          "1-9月完成减排量",
          "完成率（%）",
        ],
        ...body,
      ],
    ],
  ])("%s", (_, rows) => {
    expect(held(rows)).toEqual(wanted);
  });

  it("never makes 减排任务 an amount of emissions", () => {
    const { lines } = bound([
      title,
      ["城市", "污染物", "2019年排放量（吨）", "2020年度减排任务"],
      ["太原市", "氮氧化物", 40657, 1641],
    ]);
    expect(lines.map((line) => line.split(" ")[1])).toEqual([
      "emis.nox|140100|2019|actual||",
    ]);
  });
});
