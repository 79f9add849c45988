import { describe, expect, it } from "vitest";
import { bound } from "./bound.ts";

describe("an export with a system's names for its columns", () => {
  it.each([
    ["area_code", "area_name", "stat_month", "pm25_avg", "aqi_fine_rate"],
    ["CITY_ID", "CITY_NAME", "DATA_MONTH", "PM25_CONC", "GOOD_DAYS_RATE"],
    ["cityCode", "cityName", "dataDate", "pm25Avg", "goodDaysRatio"],
  ])("of figures: %s, %s, %s", (code, name, month, pm25, good) => {
    for (const march of ["2024-03", "202403"]) {
      const { lines, questions } = bound([
        [code, name, month, pm25, good, "update_time"],
        [140100, "太原市", march, 41, 71, "2024-04-08 09:12:33"],
        [140200, "大同市", march, 28, 93.5, "2024-04-08 09:12:33"],
      ]);
      expect(questions).toEqual([]);
      expect(lines).toEqual([
        "D2 air.pm25|140100|2024-03|actual|| = 41",
        "E2 air.good_rate|140100|2024-03|actual|| = 71",
        "D3 air.pm25|140200|2024-03|actual|| = 28",
        "E3 air.good_rate|140200|2024-03|actual|| = 93.5",
      ]);
    }
  });

  it("in long form", () => {
    const { lines, questions } = bound([
      [
        "id",
        "region_name",
        "indicator_code",
        "indicator_name",
        "stat_year",
        "indicator_value",
        "unit",
        "ly_value",
        "yoy_pct",
      ],
      ["01", "太原市", "A1", "PM2.5浓度", "2024", 40, "μg/m³", 50, -20],
      ["02", "太原市", "A2", "重污染天数", "2024", 4, "天", 5, -20],
    ]);
    expect(questions).toEqual([]);
    expect(lines).toEqual([
      "F2 air.pm25|140100|2024|actual|| = 40",
      "H2 air.pm25|140100|2024|previous|| = 50",
      "I2 air.pm25|140100|2024|changeRate|| = -20",
      "F3 air.heavy_days|140100|2024|actual|| = 4",
      "H3 air.heavy_days|140100|2024|previous|| = 5",
      "I3 air.heavy_days|140100|2024|changeRate|| = -20",
    ]);
  });

  it("of sections is a list of records", () => {
    const { lines } = bound([
      ["id", "section_name", "river_name", "goal_class", "water_class"],
      [1, "小店桥", "汾河", "Ⅳ", "Ⅴ"],
      [2, "温南社", "汾河", "Ⅴ", "Ⅳ"],
    ]);
    expect(lines).toContain("E2 section#小店桥.month = Ⅴ");
    expect(lines).toHaveLength(8);
  });

  it("takes no level of a river for a class", () => {
    const { lines } = bound([
      ["city_name", "stat_month", "water_level"],
      ["太原市", "2024-03", 786.2],
      ["临汾市", "2024-03", 423.1],
    ]);
    expect(lines).toEqual([]);
  });

  it("binds no column of a name that nobody knows", () => {
    const { lines } = bound([
      ["city_name", "stat_month", "pm25_foo"],
      ["太原市", "2024-03", 41],
      ["大同市", "2024-03", 28],
    ]);
    expect(lines).toEqual([]);
  });
});
