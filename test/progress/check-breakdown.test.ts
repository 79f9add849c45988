import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Region } from "../../src/model/region.ts";
import type { Target } from "../../src/model/target.ts";
import { checkBreakdown } from "../../src/progress/check-breakdown.ts";
import { indicator, smallCatalog, target } from "./small-catalog.ts";
import { wordsOf } from "./words-of.ts";

const cities = ["140100", "140200", "140300"];
const lists = {
  ...smallCatalog([indicator("heat.homes", { kind: "sum", unit: "个" })]),
  regions: new Map(
    ["140000", ...cities].map((code): [string, Region] => [
      code,
      {
        code,
        parent: code === "140000" ? "100000" : "140000",
        level: code === "140000" ? "province" : "city",
        name: code,
        short: "",
        traditional: code,
        english: code,
        aliases: [],
        validFrom: "",
        validTo: "",
      },
    ]),
  ),
};

function findings(
  whole: Partial<Target>,
  parts: readonly Partial<Target>[],
): readonly (readonly [string, string, Readonly<Record<string, unknown>>])[] {
  const base: Partial<Target> = {
    indicator: "heat.homes",
    unit: "个",
    goal: "1000",
    deadline: "2021",
    from: "2021-01-01",
  };
  return checkBreakdown(
    [
      target({ ...base, id: "whole", ...whole }),
      ...parts.map((part, at) =>
        target({
          ...base,
          ...whole,
          id: `part${at}`,
          region: cities[at] ?? "",
          partOf: "whole",
          ...part,
        }),
      ),
    ],
    lists,
  ).map((finding) => {
    for (const language of ["zh", "en"] as const)
      expect(wordsOf(finding, language)).not.toMatch(/\{\w+\}/);
    return [
      finding.code.replace("progress.", ""),
      finding.part,
      finding.params,
    ];
  });
}

const codes = (of: ReturnType<typeof findings>) => of.map(([code]) => code);

describe("a target broken down", () => {
  it("shows the sum that falls short, with its terms", () => {
    const found = findings({}, [
      { goal: "500" },
      { goal: "300" },
      { goal: "150" },
    ]);
    expect(codes(found)).toEqual(["parts_sum_below"]);
    expect(found[0]?.[2]).toMatchObject({
      terms: "500 + 300 + 150",
      made: 950,
      goal: ">=1000",
      by: 50,
    });
  });

  it("may come to more than the whole, and a cap to less, but not the other way", () => {
    const parts = [{ goal: "500" }, { goal: "300" }, { goal: "300" }];
    expect(codes(findings({}, parts))).toEqual(["parts_sum_fits"]);
    expect(codes(findings({ comparator: "<=" }, parts))).toEqual([
      "parts_sum_above",
    ]);
    expect(codes(findings({ comparator: "=" }, parts))).toEqual([
      "parts_sum_above",
    ]);
    expect(
      codes(
        findings({ comparator: "=" }, [
          { goal: "600" },
          { goal: "400" },
          { goal: "0" },
        ]),
      ),
    ).toEqual(["parts_sum_fits"]);
  });

  it("adds parts in other units exactly", () => {
    const caps = {
      indicator: "emis.so2",
      unit: "万吨",
      comparator: "<=" as const,
      goal: "80",
    };
    expect(
      codes(
        findings(caps, [
          { goal: "300000", unit: "吨" },
          { goal: "30" },
          { goal: "20" },
        ]),
      ),
    ).toEqual(["parts_sum_fits"]);
  });

  it("names the regions that got no part of a sum", () => {
    const found = findings({}, [{ goal: "500" }, { goal: "600" }]);
    expect(codes(found)).toEqual(["parts_sum_fits", "parts_missing"]);
    expect(found[1]?.[2]).toMatchObject({ regions: "140300", count: 1 });
  });

  const rate = { indicator: "waste.cover", unit: "%", goal: "75" };

  it("is each at least as strict for rates", () => {
    const found = findings(rate, [
      { goal: "80" },
      { goal: "75" },
      { goal: "70.5" },
    ]);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject([
      "part_looser",
      "part2",
      { own: ">=70.5", goal: ">=75", by: 4.5 },
    ]);
  });

  it("is a weighted mean where every part has a weight, or the whole says so", () => {
    const parts = [
      { goal: "80", weight: "3" },
      { goal: "70", weight: "1" },
      { goal: "70", weight: "2" },
    ];
    const found = findings(rate, parts);
    expect(codes(found)).toEqual(["parts_mean_fits"]);
    expect(found[0]?.[2]).toMatchObject({
      terms: "(80 × 3 + 70 × 1 + 70 × 2) ÷ 6",
      made: 75,
    });
    expect(codes(findings({ ...rate, goal: "75.1" }, parts))).toEqual([
      "parts_mean_below",
    ]);
    expect(
      codes(
        findings({ ...rate, parts: "mean" }, [
          { goal: "80", weight: "0" },
          { goal: "80" },
        ]),
      ),
    ).toEqual(["parts_without_weight"]);
  });

  it("finds parts that cannot be held against the whole", () => {
    expect(
      codes(
        findings({}, [
          { goal: "1000", deadline: "2022" },
          { goal: "1", indicator: "waste.cover", unit: "%" },
          { goal: "1", comparator: "<=" },
        ]),
      ),
    ).toEqual(["part_late", "part_unlike", "part_unlike", "parts_sum_fits"]);
    expect(codes(findings({}, [{ unit: "%" }]))).toEqual(["part_unit"]);
    expect(
      checkBreakdown([target({ partOf: "nothing" })], lists).map(
        ({ code, whole }) => [code, whole],
      ),
    ).toEqual([["progress.part_without_whole", "nothing"]]);
  });

  it("fits whenever the parts are cut from the whole", () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.nat(10_000), fc.nat(10_000), fc.nat(10_000)),
        fc.integer({ min: 0, max: 3 }),
        (tenths, scale) => {
          const text = (value: number) => (value / 10 ** scale).toFixed(scale);
          const whole = tenths.reduce((sum, value) => sum + value, 0);
          const parts = tenths.map((value) => ({ goal: text(value) }));
          for (const comparator of [">=", "<=", "="] as const)
            expect(
              codes(findings({ comparator, goal: text(whole) }, parts)),
            ).toEqual(["parts_sum_fits"]);
          expect(
            codes(findings({ comparator: "=", goal: text(whole + 1) }, parts)),
          ).toEqual(["parts_sum_below"]);
        },
      ),
    );
  });
});
