import { describe, expect, it } from "vitest";
import { bound } from "./bound.ts";

const sheet = (title: string, ...head: readonly string[]) =>
  bound(
    [
      [title],
      ["单位：吨"],
      ["地区", "化学需氧量", ...head.slice(1).map(() => ""), "氨氮"],
      ["", ...head, ...head],
      ["太原市", ...head.map((_, at) => 100 + at), ...head.map(() => 50)],
    ],
    { merges: ["A3:A4"] },
  ).lines.join(" ");

describe("目标, 完成 and 完成率 below a pollutant", () => {
  it.each(["2022年主要污染物总量减排完成情况", "2022年污染减排任务进展"])(
    "are of what is saved under a title of 减排: %s",
    (title) => {
      const lines = sheet(title, "目标", "完成", "完成率");
      expect(lines).toContain("emis.cod_saved|140100|2022|target");
      expect(lines).toContain("emis.cod_saved|140100|2022|actual");
      expect(lines).toContain("emis.cod_saved|140100|2022|completion");
      expect(lines).not.toMatch(/emis\.(?:cod|nh3n)\|/);
    },
  );

  it("are of what is let out where the columns say 排放", () => {
    expect(
      sheet("2022年总量减排情况", "2020年排放量", "2022年排放量"),
    ).not.toContain("_saved");
  });
});
