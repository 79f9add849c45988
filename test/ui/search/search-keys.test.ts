import { describe, expect, it } from "vitest";
import { loadPinyin, simplified } from "../../../src/ui/search/pinyin-keys.ts";
import { plainQuery, search } from "../../../src/ui/search/search-keys.ts";

const names: readonly (readonly string[])[] = [
  ["太原市", "太原", "Taiyuan"],
  ["大同市", "大同", "Datong"],
  ["太谷区", "太谷", "Taigu District"],
  ["PM2.5浓度", "air.pm25", "pm25"],
  ["PM10浓度", "air.pm10", "pm10"],
  ["环境空气质量综合指数", "air.composite"],
  ["吕梁市", "吕梁"],
];

describe("search in a picker", async () => {
  const make = await loadPinyin();
  const found = (typed: string): (string | undefined)[] =>
    search(names, make, typed).map(([name]) => name);

  it.each([
    ["ty", "太原市"],
    ["tys", "太原市"],
    ["taiyuan", "太原市"],
    ["太原", "太原市"],
    ["pm25", "PM2.5浓度"],
    ["PM2.5", "PM2.5浓度"],
    ["ＰＭ２．５", "PM2.5浓度"],
    ["PM₂.₅", "PM2.5浓度"],
    ["pm10", "PM10浓度"],
    ["zhzs", "环境空气质量综合指数"],
    ["zonghe", "环境空气质量综合指数"],
    ["dt", "大同市"],
    ["lvliang", "吕梁市"],
  ])("finds by %s first %s", (typed, first) => {
    expect(found(typed)[0]).toBe(first);
  });

  it("finds nothing by what nothing is called", () => {
    expect(found("xyzzy")).toEqual([]);
  });

  it("keeps the order of the list when nothing is typed", () => {
    expect(found("")).toEqual(names.map(([name]) => name));
  });

  it("takes traditional characters", async () => {
    expect(plainQuery(await simplified("環境空氣質量"))).toBe("环境空气质量");
  });
});
