import { describe, expect, it } from "vitest";
import { bound } from "./bound.ts";

const days = [1, 2, 3, 4, 5, 6];
const aqi = [50, 60, 70, 80, 90, 100];

describe("columns that only count", () => {
  it("are the days of the month above them", () => {
    const { lines, questions } = bound(
      [
        ["太原市2021年各县区AQI日历"],
        ["县区", "6月", null, null, null, null, null],
        [null, ...days],
        ["小店区", ...aqi],
      ],
      { merges: ["A2:A3", "B2:G2"] },
    );
    expect(questions).toEqual([]);
    expect(lines).toHaveLength(6);
    expect(lines[5]).toBe("G4 air.aqi|140105|2021-06-06|actual|| = 100");
  });

  it("are the days of the sheet's month", () => {
    const { lines, questions } = bound([
      ["太原市2021年6月AQI日历"],
      ["县区", ...days],
      ["小店区", ...aqi],
    ]);
    expect(questions).toEqual([]);
    expect(lines[0]).toContain("2021-06-01");
  });

  it("are the months of the sheet's year where the corner says so", () => {
    const { lines } = bound([
      ["2021年各市PM2.5浓度（μg/m³）"],
      ["城市\\月份", ...days],
      ["太原市", ...aqi],
    ]);
    expect(lines[1]).toContain("air.pm25|140100|2021-02");
  });

  it("are nothing where nobody says what they count", () => {
    const { lines, questions } = bound([
      ["2021年各市PM2.5浓度（μg/m³）"],
      ["城市", ...days],
      ["太原市", ...aqi],
    ]);
    expect(lines).toEqual([]);
    expect(questions.length).toBeGreaterThan(0);
  });
});

describe("rows named by bare numbers", () => {
  it.each([
    ["日期", "2021-06-02"],
    ["月份", "2021-02"],
  ])("under %s", (header, period) => {
    const title = header === "日期" ? "太原市2021年6月AQI" : "太原市2021年AQI";
    const { lines } = bound([
      [title],
      [header, "小店区", "迎泽区"],
      [1, 50, 60],
      [2, 51, 61],
    ]);
    expect(lines).toHaveLength(4);
    expect(lines[2]).toContain(`air.aqi|140105|${period}|`);
  });

  it("are asked about under 日期 on a sheet of a year", () => {
    const { lines } = bound([
      ["太原市2021年AQI"],
      ["日期", "小店区"],
      [1, 50],
      [2, 51],
    ]);
    expect(lines).toEqual([]);
  });

  it.each(["1日", "2日"])("%s is a day of the sheet's month", (day) => {
    const { lines } = bound([
      ["太原市2021年6月AQI"],
      ["日期", "小店区"],
      [day, 50],
    ]);
    expect(lines[0]).toContain(`2021-06-0${day.charAt(0)}`);
  });
});

describe("figures of an hour or a week", () => {
  it.each([
    ["时间", "1时", "2时"],
    ["时间", "2021-06-15 00:00", "2021-06-15 01:00"],
    ["监测时间", "2021/6/15 8:00:00", "2021/6/15 9:00:00"],
  ])("rows under %s such as %s bind nothing and ask nothing", (...words) => {
    const [header, first, second] = words;
    const { lines, questions } = bound([
      ["太原市2021年6月15日空气质量"],
      [header, "AQI", "PM2.5（μg/m³）"],
      [first, 50, 30],
      [second, 51, 31],
    ]);
    expect(lines).toEqual([]);
    expect(questions).toEqual([]);
  });

  it("a day stored with midnight is a day", () => {
    const { lines } = bound([
      ["太原市空气质量"],
      ["日期", "AQI"],
      ["2021-06-14 00:00", 50],
      ["2021-06-15 00:00", 51],
    ]);
    expect(lines[1]).toContain("2021-06-15|");
  });

  it("本周 is asked about, and 累计 beside it stands", () => {
    const { lines, questions } = bound(
      [
        ["忻州市执法检查调度（截至2022年6月10日）"],
        ["县区", "本周", null, "累计", null],
        [null, "出动执法人员（人次）", "检查企业（家）", "出动执法人员（人次）", "检查企业（家）"],
        ["忻府区", 1, 2, 3, 4],
      ],
      { merges: ["A2:A3", "B2:C2", "D2:E2"] },
    ); // prettier-ignore
    expect(lines.map((line) => line.slice(0, 2))).toEqual(["D4", "E4"]);
    expect(questions.every((question) => question.startsWith("period"))).toBe(
      true,
    );
    expect(questions).toHaveLength(1);
  });
});

describe("the period of a row", () => {
  it("is the day of a dispatch", () => {
    const { lines } = bound([
      ["太原市自动监控联网调度"],
      ["调度日期", "县区", "应安装联网单位数（家）"],
      ["2022-06-14", "小店区", 24],
      ["2022-06-21", "小店区", 25],
    ]);
    expect(lines[0]).toContain("140105|2022-06-14");
    expect(lines[1]).toContain("140105|2022-06-21");
  });

  it("of targets is the day they are due, and of no other figure", () => {
    const { lines } = bound([
      ["晋城市2020年企业搬迁"],
      ["项目", "目标（家）", "已完成（家）", "完成时限"],
      ["煤化工企业搬迁", 3, 1, "2021年年底前"],
      ["建材企业搬迁", 2, 1, "2022年底前"],
    ]);
    expect(lines).toContain("B3 firm.moved_coalchem|140500|2021|target|| = 3");
    expect(lines).toContain("B4 firm.moved_building|140500|2022|target|| = 2");
    expect(lines).toContain("C3 firm.moved_coalchem|140500|2020|actual|| = 1");
  });
});
