import { describe, expect, it } from "vitest";
import { bound } from "./bound.ts";

describe("columns of water classes and ranges of them", () => {
  const kinds = (
    title: string,
    unit: string | null,
    ...heads: readonly string[]
  ) => {
    const { lines, questions } = bound([
      [title],
      ...(unit === null ? [] : [[unit]]),
      ["县（市、区）", ...heads],
      ["尧都区", ...heads.map((_, at) => 30 - at)],
    ]);
    return {
      kinds: lines.map((line) =>
        line.replace(/^(.)\d water\.(\w+).*$/, "$1 $2"),
      ),
      questions,
    };
  };
  const title = "2022年上半年断面水质类别统计表";

  it.each([
    ["Ⅰ-Ⅲ类（个）", "Ⅳ类（个）", "劣Ⅴ类（个）"],
    ["Ⅰ～Ⅲ类（个）", "Ⅳ类（个）", "劣V类（个）"],
    ["I-III类（个）", "IV类（个）", "劣五类（个）"],
  ])("in 个 are numbers: %s, %s, %s", (...heads) => {
    expect(kinds(title, null, ...heads)).toEqual({
      kinds: ["B good_n", "C class4_n", "D worse5_n"],
      questions: [],
    });
  });

  it.each([
    [title, null, "（%）"],
    ["2022年上半年断面水质类别比例（%）", null, ""],
    ["2022年上半年断面水质类别比例表", null, ""],
    [title, "单位：%", ""],
  ])(
    "in %% are shares, of which some have no list: %s, %s, %s",
    (words, line, unit) => {
      expect(
        kinds(words, line, `Ⅰ-Ⅲ类${unit}`, `Ⅳ类${unit}`, `劣Ⅴ类${unit}`),
      ).toEqual({ kinds: ["B good_rate", "D worse5_rate"], questions: [] });
    },
  );

  it("are each what their own unit says where both stand", () => {
    expect(
      kinds(
        title,
        null,
        "Ⅰ-Ⅲ类（个）",
        "Ⅰ-Ⅲ类（%）",
        "劣Ⅴ类（个）",
        "劣Ⅴ类（%）",
      ),
    ).toEqual({
      kinds: ["B good_n", "C good_rate", "D worse5_n", "E worse5_rate"],
      questions: [],
    });
  });

  it.each([
    ["单位：个", []],
    [null, ["断面数"]],
  ])("without a unit are numbers under %s or beside %s", (line, first) => {
    const { kinds: found, questions } = kinds(
      title,
      line,
      ...first,
      "Ⅰ-Ⅲ类",
      "Ⅳ类",
      "劣Ⅴ类",
    );
    expect(questions).toEqual([]);
    expect(found.slice(first.length).map((kind) => kind.slice(2))).toEqual([
      "good_n",
      "class4_n",
      "worse5_n",
    ]);
  });

  it("Ⅰ-Ⅲ类 of which nobody says either is asked about", () => {
    expect(kinds(title, null, "Ⅰ-Ⅲ类", "Ⅳ类", "劣Ⅴ类")).toEqual({
      kinds: ["C class4_n", "D worse5_n"],
      questions: ["indicator B2 Ⅰ-Ⅲ类"],
    });
  });

  it("of a range no list has ask for nothing", () => {
    expect(kinds(title, null, "Ⅰ-Ⅲ类（个）", "Ⅳ-Ⅴ类（个）")).toEqual({
      kinds: ["B good_n"],
      questions: [],
    });
  });
});
