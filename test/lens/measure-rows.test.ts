import { describe, expect, it } from "vitest";
import { bound } from "./bound.ts";

/** Three rows a county, whose words say the measure of the figures across. */
const sheet = (words: readonly string[], heads: readonly string[]) =>
  bound(
    [
      ["阳泉市2022年1-11月大气污染治理重点工程完成情况表"],
      ["县（区）", "项目", ...heads],
      ...["平定县", "盂县"].flatMap((county) =>
        words.map((word, at) => [
          at === 0 ? county : null,
          word,
          ...heads.map((_, column) => 20 + column - at),
        ]),
      ),
    ],
    {
      merges: [
        `A3:A${2 + words.length}`,
        `A${3 + words.length}:A${2 + 2 * words.length}`,
      ],
    },
  );

/** What the first county's rows hold: measure and value of the first column. */
const first = (lines: readonly string[]): string[] =>
  lines
    .filter((line) => line.startsWith("C") && line.includes("140321"))
    .map((line) => line.split("|")[3] ?? "");

describe("rows that say the measure", () => {
  it.each(["完成率（%）", "完成率", "完成比例（%）"])(
    "%s is the completion of what the column counts, whatever unit that has",
    (rate) => {
      const { lines, questions } = sheet(
        ["年度目标", "累计完成", rate],
        [
          "燃气锅炉低氮改造（台）",
          "重点企业VOCs综合治理（家）",
          "罚款（万元）",
        ],
      );
      expect(questions).toEqual([]);
      expect(first(lines)).toEqual(["target", "actual", "completion"]);
      expect(lines).toContain(
        "E5 enf.fine|140321|2022-01/2022-11|completion|| = 20",
      );
    },
  );

  it("同比（%） below figures with a unit is a rate", () => {
    const { lines, questions } = sheet(
      ["本年", "上年同期", "同比（%）"],
      ["PM2.5（μg/m³）", "优良天数（天）"],
    );
    expect(questions).toEqual([]);
    expect(first(lines)).toEqual(["actual", "previous", "changeRate"]);
  });

  it("同比（μg/m³） and 同比（百分点） are changes", () => {
    expect(
      first(sheet(["本年", "同比（μg/m³）"], ["PM2.5（μg/m³）"]).lines),
    ).toEqual(["actual", "change"]);
    expect(
      first(sheet(["本年", "同比（百分点）"], ["优良天数比例（%）"]).lines),
    ).toEqual(["actual", "change"]);
  });

  it.each([
    ["同比", "PM2.5（μg/m³）"],
    ["同比（%）", "优良天数比例（%）"],
  ])("%s below %s is asked about at the row", (word, head) => {
    const { lines, questions } = sheet(["本年", word], [head]);
    expect(first(lines)).toEqual(["actual"]);
    expect(new Set(questions)).toEqual(new Set([`measure B4 ${word}`]));
  });
});
