import { describe, expect, it } from "vitest";
import { bound } from "./bound.ts";

/** What is asked, and the measures of the cells of a column. */
function settled(
  rows: Parameters<typeof bound>[0],
  column: string,
): { readonly questions: readonly string[]; readonly measures: string[] } {
  const { lines, questions } = bound(rows);
  return {
    questions,
    measures: lines
      .filter((line) => line.startsWith(column))
      .map((line) => line.split("|")[3] ?? ""),
  };
}

describe("同比 without a unit beside this year's and last year's figures", () => {
  const sheet = (
    head: string,
    compared: readonly [number, number],
    word = "同比增减",
  ) => [
    ["2023年1-10月大同市环境指标"],
    ["县区", head, "去年同期", word],
    ["平城区", 212, 200, compared[0]],
    ["云冈区", 190, 200, compared[1]],
  ];

  it.each([
    ["优良天数", "change", [12, -10]],
    ["优良天数", "changeRate", [6, -5]],
    ["PM10浓度（μg/m³）", "change", [12, -10]],
    ["PM10浓度（μg/m³）", "changeRate", [6, -5]],
    ["罚款金额（万元）", "change", [12, -10]],
  ] as const)("of %s is a %s where %j comes out", (head, measure, compared) => {
    expect(settled(sheet(head, [...compared]), "D")).toEqual({
      questions: [],
      measures: [measure, measure],
    });
  });

  it("is asked where a figure is neither, or the rows differ", () => {
    for (const compared of [
      [12, -7],
      [12, -5],
    ] as const)
      expect(
        settled(sheet("PM10浓度（μg/m³）", compared), "D").questions,
      ).toEqual(["measure D2 同比增减"]);
  });

  it("takes the rounding of what is written", () => {
    expect(
      settled(
        [
          ["2023年1-10月大同市环境指标"],
          ["县区", "PM2.5浓度（μg/m³）", "去年同期", "同比"],
          ["平城区", 38, 37, 2.7],
          ["云冈区", 35, 44, -20.5],
        ],
        "D",
      ),
    ).toEqual({ questions: [], measures: ["changeRate", "changeRate"] });
  });

  it.each([
    ["change", [5.2, -3.1]],
    ["changeRate", [6.5, -3.7]],
  ] as const)(
    "(%) of a share is a %s where the figures say so",
    (measure, [a, b]) => {
      const rows = [
        ["2022年各县区优良天数比例（%）"],
        ["县区", "2022年", "2021年", "同比（%）"],
        ["平城区", 85.3, 80.1, a],
        ["云冈区", 81.2, 84.3, b],
      ];
      expect(settled(rows, "D")).toEqual({
        questions: [],
        measures: [measure, measure],
      });
    },
  );

  it("is settled in rows as in columns", () => {
    const { lines, questions } = bound([
      ["2023年1-10月大同市优良天数（天）"],
      ["项目", "平城区", "云冈区"],
      ["本年", 212, 190],
      ["上年同期", 200, 200],
      ["同比", 12, -10],
    ]);
    expect(questions).toEqual([]);
    expect(lines.filter((line) => /^[BC]5/.test(line))).toEqual([
      "B5 air.good_days|140213|2023-01/2023-10|change|| = 12",
      "C5 air.good_days|140214|2023-01/2023-10|change|| = -10",
    ]);
  });
});

describe("同比 of a count, without last year's", () => {
  const sheet = (figures: readonly (readonly [number, number])[]) => [
    ["2023年1-10月各市水环境质量"],
    ["城市", "劣Ⅴ类断面数（个）", "同比"],
    ...figures.map(([figure, change], at) => [
      ["太原市", "大同市", "阳泉市", "长治市"][at] ?? "",
      figure,
      change,
    ]),
  ];

  it("is a change where a rate would give no whole number", () => {
    const { questions, measures } = settled(
      sheet([
        [3, -1],
        [0, 0],
        [2, 1],
        [0, -2],
      ]),
      "C",
    );
    expect(questions).toEqual([]);
    expect(measures).toEqual(["change", "change", "change", "change"]);
  });

  it("is a rate where no whole number fell or rose by so much", () => {
    const { questions, measures } = settled(
      sheet([
        [3, -25],
        [0, 0],
        [2, 100],
        [1, -50],
      ]),
      "C",
    );
    expect(questions).toEqual([]);
    expect(measures).toEqual([
      "changeRate",
      "changeRate",
      "changeRate",
      "changeRate",
    ]);
  });

  it.each([
    [
      "both may be",
      [
        [110, 10],
        [220, 10],
      ],
    ],
    [
      "nothing changed",
      [
        [3, 0],
        [2, 0],
      ],
    ],
    [
      "one fits neither",
      [
        [3, -1],
        [3, 7.5],
      ],
    ],
  ] as const)("is asked where %s", (_, figures) => {
    expect(settled(sheet(figures), "C").questions).toEqual(["measure C2 同比"]);
  });
});
