import { describe, expect, it } from "vitest";
import { titleSays } from "../../src/lens/title-says.ts";
import { matcher } from "../shipped-matcher.ts";

function named(...titles: string[]): string | undefined {
  const [best] = titleSays(titles, matcher).indicator;
  return best !== undefined && best.confidence >= 0.8 ? best.value : undefined;
}

describe("what a title is about", () => {
  it.each([
    ["2021年6月山西省PM2.5浓度汇总表", "air.pm25"],
    ["2021年全省11个设区市PM2.5月均浓度统计表", "air.pm25"],
    ["临汾市2021年部分县（区）PM2.5月均浓度（μg/m³）", "air.pm25"],
    ["各市历年PM2.5年均浓度及目标（微克/立方米）", "air.pm25"],
    ["大同市2021年6月各县区空气质量指数（AQI）日历", "air.aqi"],
    ["（一）综合指数", "air.composite"],
    ["表2 各市优良天数比例一览表", "air.good_rate"],
    ["二、优良天数", "air.good_days"],
  ])("%s names %s", (title, code) => {
    expect(named(title)).toBe(code);
  });

  it.each([
    "2021年各市PM2.5超标天数",
    "2021年PM2.5监测设备数量",
    "2021年PM2.5治理资金使用情况表",
    "太原市2021年6月15日PM2.5小时浓度",
    "太原市各监测站点PM2.5浓度统计表",
    "重点企业PM2.5浓度统计表",
    "2021年各市PM2.5、PM10浓度统计表",
    "各市PM2.5浓度（超标天数）",
  ])("%s names none for certain", (title) => {
    expect(named(title)).toBeUndefined();
  });

  it("lets the nearest line decide", () => {
    expect(named("2021年各市PM2.5浓度", "（二）优良天数")).toBe(
      "air.good_days",
    );
    expect(named("2021年各市PM2.5浓度", "监测设备运行")).toBeUndefined();
  });
});
