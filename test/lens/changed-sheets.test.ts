import { describe, expect, it } from "vitest";
import { bound, type BoundOptions } from "./bound.ts";
import type { TestCell } from "../sheet-of.ts";

type Rows = readonly (readonly TestCell[])[];

/** What cells hold, wherever they stand. */
function held(rows: Rows, options: BoundOptions = {}): string[] {
  const { lines, questions } = bound(rows, options);
  expect(questions).toEqual([]);
  return lines.map((line) => line.replace(/^\S+ /, "")).sort();
}

const title = "2024年6月各市环境空气质量情况";
const plain: Rows = [
  [title],
  ["城市", "PM2.5（μg/m³）", "同比（%）", "优良天数（天）"],
  ["太原市", 35, -5.2, 24],
  ["大同市", 31, 3.1, 26],
];
const wanted = held(plain);

describe("the same sheet changed", () => {
  it("holds six figures as it is", () => {
    expect(wanted).toHaveLength(6);
  });

  it.each<[string, Rows, BoundOptions?]>([
    [
      "without brackets around units",
      [
        [title],
        ["城市", "PM2.5 μg/m³", "同比，%", "优良天数 天"],
        ...plain.slice(2),
      ],
    ],
    [
      "with a row of numbers below the header",
      [...plain.slice(0, 2), ["甲", 1, 2, 3], ...plain.slice(2)],
    ],
    [
      "with blanks, quotes and traditional characters",
      [
        [title],
        ["城  市", "“PM2.5”（μg/m³）", "同比（%）", "優良天數（天）"],
        ...plain.slice(2),
      ],
    ],
    [
      "with numbered headers",
      [
        [title],
        ["1.城市", "2.PM2.5（μg/m³）", "3.同比（%）", "4.优良天数（天）"],
        ...plain.slice(2),
      ],
    ],
    [
      "with numbers in brackets before headers",
      [
        [title],
        [
          "（1）城市",
          "（2）PM2.5（μg/m³）",
          "（3）同比（%）",
          "（4）优良天数（天）",
        ],
        ...plain.slice(2),
      ],
    ],
    [
      "with circled numbers before headers",
      [
        [title],
        ["①城市", "②PM2.5（μg/m³）", "③同比（%）", "④优良天数（天）"],
        ...plain.slice(2),
      ],
    ],
    [
      "with quotes around headers",
      [
        [title],
        ["“城市”", "“PM2.5（μg/m³）”", "“同比（%）”", "“优良天数（天）”"],
        ...plain.slice(2),
      ],
    ],
    [
      "with its date in a line 时间",
      [["各市环境空气质量情况"], ["时间：2024年6月"], ...plain.slice(1)],
    ],
    [
      "in two parts with 续表 between",
      [
        ...plain.slice(0, 3),
        [],
        ["续表"],
        ...plain.slice(1, 2),
        ...plain.slice(3),
      ],
    ],
    [
      "with its title as the name of the file",
      plain.slice(1),
      { file: `${title}.xlsx` },
    ],
    [
      "with two levels in one header cell",
      [
        [title],
        ["城市", "PM2.5（μg/m³）", "PM2.5（μg/m³）同比（%）", "优良天数（天）"],
        ...plain.slice(2),
      ],
    ],
    [
      "with units behind figures",
      [
        ...plain.slice(0, 2),
        ["太原市", "35μg/m³", "-5.2%", "24天"],
        ["大同市", "31μg/m³", "3.1%", "26天"],
      ],
    ],
    [
      "with falls in brackets",
      [
        ...plain.slice(0, 2),
        ["太原市", 35, { value: -5.2, format: "0.0_);(0.0)" }, 24],
        ...plain.slice(3),
      ],
    ],
    [
      "with a blank before 年",
      [["2024 年 6 月各市环境空气质量情况"], ...plain.slice(1)],
    ],
  ])("%s", (_, rows, options) => {
    expect(held(rows, options)).toEqual(wanted);
  });
});

describe("tables without a title of their own", () => {
  const rows: Rows = [
    ["单位：吨"],
    ["城市", "氮氧化物", ""],
    ["", "年度目标", "完成率（%）"],
    ["太原市", 4317, 49.6],
  ];

  it("are of what the sheet's name says, their rates too", () => {
    const { lines } = bound(rows, {
      name: "2024年各市主要污染物重点工程减排量",
      merges: ["A2:A3", "B2:C2"],
    });
    expect(lines.map((line) => line.split(" ")[1]?.split("|")[0])).toEqual([
      "emis.nox_saved",
      "emis.nox_saved",
    ]);
  });
});

describe("a list numbered by 编号", () => {
  it("has ordinals there where names tell its records apart", () => {
    const { tables } = bound([
      ["整改任务台账"],
      ["编号", "整改任务", "责任单位", "完成时限", "整改进展"],
      [1, "城区雨污分流改造", "住建局", "2024年12月底", "正在整改"],
      [2, "砖厂粉尘治理", "生态环境局", "2024年12月底", "完成整改"],
    ]);
    const roles = tables.flatMap(({ bindings }) =>
      bindings.filter(({ column }) => column === 0).map(({ role }) => role),
    );
    expect(new Set(roles)).toEqual(new Set(["ordinal"]));
  });
});
