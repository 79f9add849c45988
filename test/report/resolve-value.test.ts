import { describe, expect, it } from "vitest";
import { rawLists } from "../../data/index.ts";
import { loadCatalog } from "../../src/catalog/load-catalog.ts";
import {
  keyText,
  type Observation,
  type ObservationKey,
} from "../../src/model/observation.ts";
import { createResolver } from "../../src/report/resolve-value.ts";

const { catalog } = loadCatalog(rawLists);

const pm: ObservationKey = {
  indicator: "air.pm25",
  region: "140100",
  period: "2021",
  measure: "actual",
  variant: "",
  base: "",
};

function observation(
  key: Partial<ObservationKey>,
  value: number | null,
  missing = "",
): Observation {
  return {
    key: { ...pm, ...key },
    value,
    missing,
    decimals: 0,
    unit: "μg/m3",
    status: value === null ? "missing" : "normal",
    source: { file: "a.xlsx", sha: "", sheet: "1", cell: "A1" },
  };
}

function resolve(
  key: Partial<ObservationKey>,
  ...observations: readonly Observation[]
) {
  return createResolver({
    observations: new Map(
      observations.map((one) => [keyText(one.key), one] as const),
    ),
    targets: catalog.targets,
    catalog,
    asOf: "2021-12-31",
  })({ ...pm, ...key });
}

describe("createResolver", () => {
  it("gives what a sheet stated", () => {
    expect(resolve({}, observation({}, 44))).toEqual({
      value: 44,
      missing: "",
      derived: false,
    });
  });

  it("keeps a stated absence, and never makes it 0", () => {
    expect(resolve({}, observation({}, null, "断流"))).toEqual({
      value: null,
      missing: "断流",
      derived: false,
    });
    expect(resolve({})).toBeUndefined();
  });

  it("takes 上年同期 from last year's actual and computes 同比 from the two", () => {
    const both = [observation({}, 44), observation({ period: "2020" }, 54)];
    expect(resolve({ measure: "previous" }, ...both)?.value).toBe(54);
    expect(resolve({ measure: "change" }, ...both)?.value).toBe(-10);
    expect(resolve({ measure: "changeRate" }, ...both)?.value).toBe(-18.5);
  });

  it("has no rate of change against a zero", () => {
    expect(
      resolve(
        { measure: "changeRate" },
        observation({}, 44),
        observation({ period: "2020" }, 0),
      ),
    ).toBeUndefined();
  });

  it("computes ratios of counts by the indicator's formula", () => {
    const n = (indicator: string, value: number) =>
      observation({ indicator, region: "140000", period: "2019" }, value);
    expect(
      resolve(
        { indicator: "water.worse5_rate", region: "140000", period: "2019" },
        n("water.worse5_n", 9),
        n("water.sections", 58),
      ),
    ).toEqual({ value: 15.5, missing: "", derived: true });
  });

  it("finds the target in force, and a sheet's target for the longer period", () => {
    expect(
      resolve({
        indicator: "emis.nox_cut",
        region: "140000",
        period: "2019",
        measure: "target",
        base: "2015",
      })?.value,
    ).toBe(20);
    expect(
      resolve(
        { period: "2021-01/2021-06", measure: "target" },
        observation({ measure: "target" }, 44),
      )?.value,
    ).toBe(44);
  });

  it("does not rank a region that stands alone", () => {
    expect(resolve({ measure: "rank" }, observation({}, 46))).toBeUndefined();
  });

  it("takes no level's goal of a later year", () => {
    expect(
      resolve({
        indicator: "air.good_rate",
        region: "140000",
        period: "2018",
        measure: "target",
      }),
    ).toBeUndefined();
  });

  it("ranks among the regions of the same level, ties alike", () => {
    const cities = [
      ["140100", 46],
      ["140200", 30],
      ["140300", 46],
      ["140400", 40],
    ] as const;
    const figures = cities.map(([region, value]) =>
      observation({ region }, value),
    );
    const ranks = cities.map(
      ([region]) => resolve({ region, measure: "rank" }, ...figures)?.value,
    );
    expect(ranks).toEqual([3, 1, 3, 2]);
  });
});
