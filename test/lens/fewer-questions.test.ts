import { describe, expect, it } from "vitest";
import { bound } from "./bound.ts";

describe("下降比例 behind a figure and its goal", () => {
  const sheet = (falls: readonly [number, number]) =>
    bound(
      [
        ["2023—2024年秋冬季空气质量改善目标"],
        ["城市", "PM2.5浓度（μg/m³）", null, null],
        [null, "2022—2023年秋冬季实际", "2023—2024年秋冬季目标", "下降比例"],
        ["太原", 49, 46, falls[0]],
        ["阳泉", 54, 51, falls[1]],
      ],
      { merges: ["A2:A3", "B2:D2"] },
    );

  it("is the goal as a fall since then, where it comes out in every row", () => {
    const { lines, questions } = sheet([6.1, 5.6]);
    expect(questions).toEqual([]);
    expect(lines.filter((line) => line.startsWith("D"))).toEqual([
      "D4 air.pm25_cut|140100|2023-10/2024-03|target||2022-10/2023-03 = 6.1",
      "D5 air.pm25_cut|140300|2023-10/2024-03|target||2022-10/2023-03 = 5.6",
    ]);
  });

  it("is asked about where it does not", () => {
    const { lines, questions } = sheet([6.1, 7]);
    expect(questions).toEqual(["indicator D3 下降比例"]);
    expect(lines.filter((line) => line.startsWith("D"))).toEqual([]);
  });
});

describe("how many stand in a state", () => {
  const sheet = (head: string) =>
    bound([
      ["2022年11月各市督察整改任务进展"],
      ["城市", "整改任务总数（项）", "已完成任务（项）", head],
      ["太原市", 28, 20, 6],
      ["大同市", 21, 14, 7],
    ]);

  it.each(["达到序时进度（项）", "正在推进（项）", "未启动", "已销号"])(
    "%s has no code and is no question",
    (head) => {
      const { lines, questions, issues } = sheet(head);
      expect(lines.filter((line) => line.startsWith("D"))).toEqual([]);
      expect(questions).toEqual([]);
      expect(issues.map(({ code }) => code)).toEqual(["lens.computed_columns"]);
    },
  );

  it("超期未完成 may be the overdue ones, and is asked about", () => {
    expect(sheet("超期未完成（项）").questions).toEqual([
      "indicator D2 超期未完成（项）",
    ]);
  });
});

describe("rows of no place and of no known work", () => {
  it.each(["省直部门", "省属企业", "省直有关单位", "中央驻晋企业"])(
    "%s is no place, and no question",
    (office) => {
      const { lines, questions, issues } = bound([
        ["2022年11月各市督察整改任务进展"],
        ["责任单位", "整改任务总数（项）"],
        ["太原市", 28],
        [office, 21],
      ]);
      expect(lines).toHaveLength(1);
      expect(questions).toEqual([]);
      expect(issues.map(({ params }) => params?.columns)).toEqual([office]);
    },
  );

  it("a work that nobody knows is asked about once, at its row", () => {
    const { lines, questions } = bound([
      ["阳城县2024年重点工程进展（截至6月底）"],
      ["重点工程", "单位", "年度任务", "完成数", "评价"],
      ["燃气锅炉低氮改造", "台", 8, 8, "快"],
      ["道路扬尘治理", "公里", 46, 31, "慢"],
      ["工业炉窑深度治理", "座", 14, 6, "慢"],
    ]);
    expect(questions).toEqual(["indicator A4 道路扬尘治理"]);
    expect(lines).toHaveLength(4);
  });
});
