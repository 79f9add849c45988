import { describe, expect, it } from "vitest";
import { bound } from "./bound.ts";

/** What the columns of a sheet of two counties are bound as: codes of the first row by column, and the questions. */
function columnsOf(title: string, ...heads: readonly string[]) {
  const { lines, questions } = bound([
    [title],
    ["县（市、区）", ...heads],
    ["尧都区", ...heads.map((_, at) => 30 - at)],
    ["曲沃县", ...heads.map((_, at) => 20 - at)],
  ]);
  return {
    codes: Object.fromEntries(
      lines.flatMap((line) => {
        const [cell = "", code = ""] = line.split(/[ |]/);
        return cell.endsWith("3") ? [[cell.slice(0, 1), code]] : [];
      }),
    ),
    questions,
  };
}

describe("整治完成数", () => {
  it.each([
    ["入河排污口整治进展", "入河排污口总数（个）", "water.outlets_done"],
    ["散乱污企业整治情况", "排查企业数（家）", "firm.scattered_done"],
    ["生态环境问题整改情况", "问题总数（个）", "rect.problems_done"],
  ])("under %s is of that", (title, first, code) => {
    for (const done of ["整治完成数（个）", "整治完成（个）"]) {
      const { codes, questions } = columnsOf(
        `临汾市2024年6月${title}`,
        first,
        done.replace("个", first.includes("家") ? "家" : "个"),
        "整治完成率（%）",
      );
      expect(questions).toEqual([]);
      expect(codes["C"]).toBe(code);
    }
  });

  it.each(["临汾市2024年6月黑臭水体整治情况", "临汾市2024年6月工作情况"])(
    "under %s is asked about",
    (title) => {
      const { codes, questions } = columnsOf(title, "整治完成数（个）");
      expect(codes).toEqual({});
      expect(questions).toEqual(["indicator B2 整治完成数（个）"]);
    },
  );
});

it.each(["本周新增完成（个）", "本旬新增（个）", "上周新增整治数（个）"])(
  "%s is of days that nobody dates, and asks for nothing",
  (week) => {
    const { codes, questions } = columnsOf(
      "临汾市入河排污口整治进展（截至2024年6月15日）",
      "入河排污口总数（个）",
      week,
    );
    expect(questions).toEqual([]);
    expect(codes).toEqual({ B: "water.outlets" });
  },
);
