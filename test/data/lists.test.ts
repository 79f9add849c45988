import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rawLists } from "../../data/index.ts";
import { loadCatalog } from "../../src/catalog/load-catalog.ts";
import { parseDecimal } from "../../src/model/decimal.ts";
import {
  type Fraction,
  compareFractions,
  divideFractions,
  fractionOf,
  multiplyFractions,
} from "../../src/model/fraction.ts";
import { measures } from "../../src/model/observation.ts";

const { catalog, issues } = loadCatalog(rawLists);
const regions = [...catalog.regions.values()];

function factorOf(code: string): Fraction {
  const factor = parseDecimal(catalog.units.get(code)?.factor ?? "");
  if (factor === null) throw new Error(`no unit ${code}`);
  return fractionOf(factor);
}

function convert(value: Fraction, from: string, to: string): Fraction {
  const scale = divideFractions(factorOf(from), factorOf(to));
  if (scale === null) throw new Error(`unit ${to} has no factor`);
  return multiplyFractions(value, scale);
}

describe("the shipped lists", () => {
  it("load without a single issue", () => {
    expect(issues).toEqual([]);
  });

  it("lose no row on the way", () => {
    const size = (list: unknown): number =>
      Array.isArray(list) ? list.length : 0;
    expect(catalog.indicators.size).toBe(size(rawLists.indicators));
    expect(catalog.units.size).toBe(size(rawLists.units));
    expect(catalog.targets).toHaveLength(size(rawLists.targets));
    expect(catalog.recordKinds.size).toBe(size(rawLists.records));
    expect(catalog.measureWords).toHaveLength(size(rawLists.measures));
    const lines = (list: unknown) => String(list).trim().split("\n").length;
    expect(catalog.regions.size).toBe(
      lines(rawLists.regions) - 1 + lines(rawLists.regionsOfChina) - 1,
    );
  });

  it("count Shanxi's 11 cities, 117 counties and 4 zones of the statistics", () => {
    const now = regions.filter(
      (region) => /^14\d{4}$/.test(region.code) && region.validTo === "",
    );
    const count = (level: string): number =>
      now.filter((region) => region.level === level).length;
    expect(count("city")).toBe(11);
    expect(count("county")).toBe(117);
    expect(count("zone")).toBe(4);
  });

  it("put each county of Shanxi under the city its code begins with", () => {
    for (const region of regions)
      if (/^14\d{4}$/.test(region.code) && region.level === "county")
        expect(region.parent).toBe(`${region.code.slice(0, 4)}00`);
  });

  it("keep former codes apart by their dates", () => {
    expect(catalog.regions.get("140211")).toMatchObject({
      name: "南郊区",
      validTo: "2018-03-31",
    });
    expect(catalog.regions.get("140214")?.validFrom).toBe("2018-04-01");
  });

  it("put each place of the other provinces under the one its code begins with", () => {
    for (const { code, parent, level } of regions)
      if (
        /^(?!14)\d{6}$/.test(code) &&
        (level === "city" || level === "county")
      )
        expect([`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`]).toContain(
          parent,
        );
  });

  it("hold every province's cities or counties but those of Hong Kong, Macao and Taiwan", () => {
    const parents = new Set(regions.map(({ parent }) => parent));
    const empty = regions.filter(
      ({ code, level }) => level === "province" && !parents.has(code),
    );
    expect(empty.map(({ code }) => code)).toEqual([
      "710000",
      "810000",
      "820000",
    ]);
    const count = (wanted: string) =>
      regions.filter(
        ({ code, level, validTo }) =>
          /^\d{6}$/.test(code) && level === wanted && validTo === "",
      ).length;
    expect(count("city")).toBe(333);
    expect(count("county")).toBeGreaterThan(2800);
  });

  it("spell every region in English, and those of Shanxi in traditional characters", () => {
    for (const region of regions) {
      if (region.code.startsWith("14"))
        expect(region.traditional.length).toBeGreaterThan(0);
      expect(region.english).toMatch(/^[A-Za-z0-9 ()"'+,-]+$/);
    }
    expect(catalog.regions.get("141100")?.traditional).toBe("呂梁市");
    expect(catalog.regions.get("140500")?.traditional).toBe("晉城市");
  });

  it("name every indicator differently", () => {
    for (const language of ["zh", "en"] as const) {
      const labels = [...catalog.indicators.values()].map(
        (indicator) => indicator.label[language],
      );
      expect(labels.filter((text, at) => labels.indexOf(text) !== at)).toEqual(
        [],
      );
    }
  });

  it("have words for each measure", () => {
    const named = new Set(catalog.measureWords.map((word) => word.measure));
    expect(measures.filter((measure) => !named.has(measure))).toEqual([]);
  });

  it("convert money, mass, area, steam and power exactly", () => {
    const cases: readonly [string, string, string, string][] = [
      ["6.42", "亿元", "万元", "64200"],
      ["1", "元", "万元", "0.0001"],
      ["2745", "万吨", "亿吨", "0.2745"],
      ["1", "t", "kg", "1000"],
      ["1", "km2", "亩", "1500"],
      ["1115", "km2", "公顷", "111500"],
      ["3", "亩", "m2", "2000"],
      ["2.55", "万蒸吨", "蒸吨", "25500"],
      ["110", "万千瓦", "MW", "1100"],
      ["1.4", "mg/m3", "μg/m3", "1400"],
      ["0.636", "ratio", "%", "63.6"],
      ["2.2", "万个", "个", "22000"],
    ];
    for (const [value, from, to, expected] of cases) {
      const source = from === "t" ? "吨" : from;
      const left = convert(fractionOf(parseDecimal(value) ?? 0n), source, to);
      const right = fractionOf(parseDecimal(expected) ?? 0n);
      expect(compareFractions(left, right), `${value} ${from}`).toBe(0);
    }
  });

  it("convert there and back to the same value", () => {
    const codes = [...catalog.units.values()];
    fc.assert(
      fc.property(
        fc.constantFrom(...codes),
        fc.constantFrom(...codes),
        fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
        fc.integer({ min: 0, max: 9 }),
        (from, to, digits, scale) => {
          fc.pre(from.dimension === to.dimension);
          const value = fractionOf({ digits, scale });
          const back = convert(
            convert(value, from.code, to.code),
            to.code,
            from.code,
          );
          expect(compareFractions(back, value)).toBe(0);
        },
      ),
    );
  });

  it("never take steam for mass, points for percent, or an index for a share", () => {
    const dimension = (code: string): string =>
      catalog.units.get(code)?.dimension ?? "";
    expect(dimension("蒸吨")).not.toBe(dimension("吨"));
    expect(dimension("pp")).not.toBe(dimension("%"));
    expect(dimension("1")).not.toBe(dimension("%"));
    const mass = [...catalog.units.values()].filter(
      (unit) => unit.dimension === "mass",
    );
    expect(mass.flatMap((unit) => unit.aliases)).not.toContain("吨蒸汽");
  });

  it("keep unverified targets apart from those that were read in print", () => {
    const unverified = catalog.targets.filter(
      (target) => target.confidence === "unverified",
    );
    expect(unverified.map((target) => target.id).sort()).toEqual([
      "sx-135-cod-cut",
      "sx-135-nh3n-cut",
      "sx-135-nox-cut",
      "sx-135-so2-cut",
    ]);
  });

  it("give each target against a base year that base and a baseline of 0", () => {
    for (const target of catalog.targets) {
      if (catalog.indicators.get(target.indicator)?.kind !== "reduction")
        continue;
      expect(target.base, target.id).not.toBe("");
      expect(target.baseline, target.id).toEqual({
        value: "0",
        period: target.base,
      });
    }
  });

  it("hand the limits over from one edition of GB 3095 to the next without a gap", () => {
    const editions = catalog.standards
      .filter((edition) => edition.code.startsWith("GB3095"))
      .map(({ effectiveFrom, effectiveTo }) => [effectiveFrom, effectiveTo]);
    expect(editions).toEqual([
      ["2016-01-01", "2026-02-28"],
      ["2026-03-01", "2030-12-31"],
      ["2031-01-01", ""],
    ]);
    const limit = (code: string): string | undefined =>
      catalog.standards.find((edition) => edition.code === code)?.limits[
        "PM25.year"
      ];
    expect([
      limit("GB3095-2012"),
      limit("GB3095-2026-1"),
      limit("GB3095-2026-2"),
    ]).toEqual(["35", "30", "25"]);
  });
});
