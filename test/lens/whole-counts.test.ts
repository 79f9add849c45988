import { describe, expect, it } from "vitest";
import { bound } from "./bound.ts";

const classes = ["Ⅰ类", "Ⅱ类", "Ⅲ类", "Ⅳ类", "Ⅴ类", "劣Ⅴ类"];
const shares = [3, 37.5, 24.5, 6.1, 1.4, 27.5];

describe("what is counted comes in whole numbers", () => {
  it("a column of broken ones is asked about, whatever its header says", () => {
    const { lines, questions } = bound([
      ["2023年6月各市水质断面情况"],
      ["城市", "劣Ⅴ类断面数（个）"],
      ["太原市", 12.5],
      ["大同市", 7.3],
      ["阳泉市", 4],
    ]);
    expect(lines).toEqual([]);
    expect(questions).toEqual([expect.stringContaining("劣Ⅴ类断面数")]);
  });

  it("one broken figure among many is let stand", () => {
    const { lines } = bound([
      ["2023年6月各市水质断面情况"],
      ["城市", "劣Ⅴ类断面数（个）"],
      ["太原市", 12.5],
      ["大同市", 7],
      ["阳泉市", 4],
      ["长治市", 4],
      ["晋城市", 5],
    ]);
    expect(lines).toHaveLength(5);
  });

  it("ten thousands and averages may be broken", () => {
    const { lines } = bound([
      ["2023年各市清洁取暖改造"],
      ["城市", "清洁取暖改造户数（万户）"],
      ["太原市", 1.25],
      ["大同市", 0.73],
    ]);
    expect(lines).toHaveLength(2);
  });
});

describe("classes of water side by side", () => {
  it.each(["流域", "水系", "河流湖库", "片区"])(
    "are headers, whatever stands before them: %s",
    (corner) => {
      const { tables } = bound([
        ["2023年第三季度全国主要流域水质"],
        [corner, ...classes],
        ["黄河流域", 1, 2, 3, 4, 5, 6],
      ]);
      expect(tables).toHaveLength(1);
      expect(tables[0]?.bindings.map(({ row }) => row)).toEqual(
        tables[0]?.bindings.map(() => 2),
      );
      expect(tables[0]?.bindings.length).toBeGreaterThan(0);
    },
  );

  it.each(["水质类别比例", "水质类别占比", "各类别断面比例"])(
    "are shares under a title of %s",
    (words) => {
      const { lines, questions } = bound([
        [`2023年第三季度全国主要流域${words}`],
        ["单位：%、百分点"],
        ["流域", ...classes, "劣Ⅴ类同比变化"],
        ["黄河流域", ...shares, -0.3],
      ]);
      expect(lines).toEqual([
        "G4 water.worse5_rate|basin-yellow|2023-Q3|actual|| = 27.5",
        "H4 water.worse5_rate|basin-yellow|2023-Q3|change|| = -0.3",
      ]);
      expect(questions).toEqual([]);
    },
  );

  it("are counts where the title names shares and their headers do not", () => {
    const { lines } = bound([
      ["2023年第三季度全国主要流域水质类别比例"],
      ["流域", "劣Ⅴ类断面数（个）"],
      ["黄河流域", 7],
    ]);
    expect(lines).toEqual([expect.stringContaining("water.worse5_n")]);
  });

  it("are asked about where no title says what the broken figures are", () => {
    const { lines } = bound([
      ["2023年第三季度全国主要流域水质状况"],
      ["流域", ...classes],
      ["黄河流域", ...shares],
      ["海河流域", ...shares.map((share) => share + 0.1)],
    ]);
    expect(lines).toEqual([]);
  });
});

describe("words nobody knows below the name of an indicator", () => {
  it.each(["后三个月控制浓度", "红线浓度", "控制浓度"])(
    "make no figure of it, though the title names it: %s",
    (words) => {
      const { lines } = bound(
        [
          ["2023年1-9月各市PM2.5目标完成进度"],
          ["城市", "PM2.5（微克/立方米）", ""],
          ["", "1-9月", words],
          ["太原市", 45, 38],
        ],
        { merges: ["B2:C2", "A2:A3"] },
      );
      expect(lines.map((line) => line.split(" ")[0])).toEqual(["B4"]);
    },
  );
});
