import { describe, expect, it } from "vitest";
import { matcher } from "../shipped-matcher.ts";
import { bound } from "./bound.ts";

const head = ["指标", "单位", "2023年"];
const row = ["PM2.5平均浓度", "μg/m³", 31];

describe("全省 on a sheet that names another province", () => {
  it.each([
    [["江西省2023年空气质量"], ["填报处室：大气处（全省数据）"]],
    [["2023年全省空气质量"], ["填报单位：江西省生态环境厅"]],
    [["2023年江西全省空气质量"]],
    [["全省空气质量（2023年）"], ["江西省生态环境厅"]],
  ])("is that province: %s", (...titles) => {
    const { lines } = bound([...titles, head, row]);
    expect(lines.filter((line) => line.includes("|140000|"))).toEqual([]);
  });

  it("is that province in the file's name too", () => {
    const { lines } = bound([["2023年全省空气质量"], head, row], {
      file: "江西省空气质量.xlsx",
    });
    expect(lines[0]).toContain("|360000|");
  });

  it.each(["全省", "我省", "全省平均"])("is so as a row, as %s", (name) => {
    const { lines } = bound([
      ["2023年6月江西省各市空气质量"],
      ["城市", "PM2.5（μg/m³）"],
      ["南昌市", 28],
      [name, 31],
    ]);
    expect(lines).toEqual([
      expect.stringContaining("|360100|"),
      expect.stringContaining("|360000|"),
    ]);
  });

  it("is so as a column", () => {
    const { lines } = bound([
      ["江西省2023年6月空气质量"],
      ["指标", "全省"],
      ["PM2.5（μg/m³）", 31],
    ]);
    expect(lines).toEqual([expect.stringContaining("|360000|")]);
  });
});

describe("全省 where no province is named", () => {
  it("is asked about among places that no list has", () => {
    const { lines, questions } = bound([
      ["2023年6月各市空气质量"],
      ["城市", "PM2.5（μg/m³）"],
      ["甲山市", 28],
      ["乙水市", 29],
      ["全省", 31],
    ]);
    expect(lines).toEqual([]);
    expect(questions.some((one) => one.startsWith("region"))).toBe(true);
  });

  it("is that of the places beside it", () => {
    const { lines } = bound([
      ["2023年6月各市空气质量"],
      ["城市", "PM2.5（μg/m³）"],
      ["太原市", 28],
      ["全省", 31],
    ]);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain("|140000|");
  });

  it("is that of most places beside it, in another province too", () => {
    const { lines } = bound([
      ["2023年6月全省各市空气质量"],
      ["城市", "PM2.5（μg/m³）"],
      ["南昌市", 28],
      ["九江市", 29],
      ["太原市", 30],
      ["全省", 31],
    ]);
    expect(lines).toHaveLength(4);
    expect(lines[3]).toContain("|360000|");
  });

  it("is asked about among places of several provinces", () => {
    const { lines, questions } = bound([
      ["2023年6月各市空气质量"],
      ["城市", "PM2.5（μg/m³）"],
      ["南昌市", 28],
      ["太原市", 30],
      ["全省", 31],
    ]);
    expect(lines).toHaveLength(2);
    expect(questions).toEqual(["region A5 全省"]);
  });

  it("is the province of the place a person names", () => {
    expect(matcher.region("全省", "360000").map(({ value }) => value)).toEqual([
      "360000",
    ]);
    expect(matcher.region("全省", "140100").map(({ value }) => value)).toEqual([
      "140000",
    ]);
  });
});
