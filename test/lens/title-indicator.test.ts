import { describe, expect, it } from "vitest";
import { bound } from "./bound.ts";

describe("a period in two places", () => {
  it("takes the month of the sheet's name with the year of the title", () => {
    const { lines } = bound(
      [
        ["2021年各市环境空气质量", null],
        ["城市", "PM2.5浓度（μg/m³）"],
        ["太原市", 66],
        ["大同市", 35],
      ],
      { name: "2月" },
    );
    expect(lines[0]).toContain("air.pm25|140100|2021-02|actual");
  });

  it("joins a column of years and a column of months", () => {
    const { lines } = bound([
      ["地区", "年份", "月份", "指标", "数值", "单位"],
      ["太原市", 2021, 1, "PM2.5", 66, "μg/m³"],
      ["太原市", 2021, 2, "PM2.5", 58, "μg/m³"],
    ]);
    expect(lines[0]).toContain("air.pm25|140100|2021-01|actual");
    expect(lines[1]).toContain("air.pm25|140100|2021-02|actual");
  });
});

describe("an indicator that only the title names", () => {
  it.each(["各市", "各县区", "各地市"])(
    "holds for every month column of %s",
    (who) => {
      const { lines, questions } = bound([
        [`2021年${who}PM2.5浓度（μg/m³）`, null, null],
        ["城市", "1月", "1—3月"],
        ["太原市", 80, 63],
        ["大同市", 40, 35],
      ]);
      expect(questions).toEqual([]);
      expect(lines).toHaveLength(4);
      expect(lines[0]).toContain("air.pm25|140100|2021-01|actual");
      expect(lines[1]).toContain("air.pm25|140100|2021-01/2021-03|actual");
    },
  );
});
