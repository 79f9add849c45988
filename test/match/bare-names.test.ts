import { describe, expect, it } from "vitest";
import { bareNames } from "../../src/match/bare-names.ts";
import { wordKey } from "../../src/match/vocabulary.ts";
import { catalog, matcher } from "../shipped-matcher.ts";

const namesIn = (place: string) => bareNames(place, catalog, wordKey);
const codes = (text: string, parent?: string) =>
  matcher.region(text, parent).map(({ value }) => value);

describe("names among neighbours", () => {
  it("are known to the place they lie in", () => {
    expect(namesIn("130100").get("长安")).toEqual(["130102"]);
    expect(namesIn("610100").get("长安")).toEqual(["610116"]);
    expect(namesIn("450300").get("资源")).toEqual(["450329"]);
    expect(namesIn("623000").get("合作")).toEqual(["623001"]);
  });

  it("are known to the province unless one of its cities has them", () => {
    expect(namesIn("130000").get("辛集")).toEqual(["130181"]);
    expect(namesIn("130000").get("承德")).toEqual(["130800"]);
  });

  it("need more than one character, and are those of several where several have them", () => {
    expect(namesIn("130100").get("赵")).toBeUndefined();
    expect(namesIn("130000").get("新华")).toHaveLength(2);
  });

  it("of ethnic prefectures and counties go without 自治", () => {
    expect(namesIn("420000").get("恩施")).toEqual(["422800"]);
    expect(namesIn("130800").get("宽城")).toEqual(["130827"]);
  });
});

describe("a place of the other provinces", () => {
  it("is found by its name, and by its short name where it is a city", () => {
    expect(codes("石家庄市")).toEqual(["130100"]);
    expect(codes("唐山")).toEqual(["130200"]);
    expect(codes("凉山州")).toEqual(["513400"]);
    expect(codes("石家庄高新区")).toEqual(["130171"]);
  });

  it("is found by what is left of its name only where the place around it is known", () => {
    expect(codes("资源")).toEqual([]);
    expect(codes("资源", "450300")).toEqual(["450329"]);
    expect(codes("资源", "140100")).toEqual([]);
    expect(codes("Zhengding County", "130100")).toEqual(["130123"]);
    expect(codes("高新区", "130100")).toEqual(["130171"]);
  });

  it("is asked about where several have its name, and settled by the place around it", () => {
    const open = matcher.region("鼓楼区");
    expect(open.length).toBeGreaterThan(2);
    expect(open.every(({ confidence }) => confidence <= 0.5)).toBe(true);
    expect(codes("鼓楼区", "320100")).toEqual(["320106"]);
  });

  it("is found in traditional characters", () => {
    expect(codes("廈門市")).toEqual(["350200"]);
    expect(codes("烏魯木齊市")).toEqual(["650100"]);
  });

  it("takes no word from the names of indicators, units and states", () => {
    for (const { label } of catalog.indicators.values())
      expect(matcher.read(label.zh).region, label.zh).toEqual([]);
  });
});

describe("吉林 and 海南", () => {
  it("are the provinces, and among their cities the city and the prefecture", () => {
    expect(codes("吉林")).toEqual(["220000"]);
    expect(codes("海南", "630000")).toEqual(["632500"]);
    expect(codes("海南州")).toEqual(["632500"]);
  });
});
