import { describe, expect, it } from "vitest";
import type { StandardEdition } from "../../src/model/catalog.ts";
import {
  type Decimal,
  compareDecimals,
  decimalNumber,
  decimalOf,
} from "../../src/model/decimal.ts";
import { fractionOf } from "../../src/model/fraction.ts";
import { compositeIndex } from "../../src/progress/composite.ts";
import { fractionNumber } from "../../src/progress/fraction-number.ts";
import { type Breakpoints, airQuality, iaqi } from "../../src/progress/iaqi.ts";
import { percentile } from "../../src/progress/percentile.ts";

const indices = [0, 50, 100, 150, 200, 300, 400, 500];

function points(
  concentrations: readonly number[],
  roundFirst: number | null = null,
  overTop: number | null = null,
): Breakpoints {
  return {
    indices,
    concentrations: concentrations.map(decimalOf),
    roundFirst,
    overTop,
  };
}

// HJ 633-2012.
const pm25 = points([0, 35, 75, 115, 150, 250, 350, 500]);
const pm10 = points([0, 50, 150, 250, 350, 420, 500, 600]);
const co = points([0, 2, 4, 14, 24, 36, 48, 60]);

describe("IAQI", () => {
  // Published by the national platform on 2022-01-04 16:00.
  it.each([
    [81, 108],
    [89, 118],
    [88, 117],
    [73, 98],
    [92, 122],
  ])("of PM2.5 %i is %i", (value, index) => {
    expect(iaqi(decimalOf(value), pm25)).toBe(index);
  });

  it("is exact where a floating slope is not", () => {
    expect(iaqi(decimalOf(2.2), co)).toBe(55);
  });

  it("meets its ends, stops at the top and has none below zero", () => {
    expect(iaqi(decimalOf(0), pm25)).toBe(0);
    expect(iaqi(decimalOf(35), pm25)).toBe(50);
    expect(iaqi(decimalOf(35.1), pm25)).toBe(51);
    expect(iaqi(decimalOf(900), pm25)).toBe(500);
    expect(iaqi(decimalOf(-1), pm25)).toBeNull();
  });

  it("rounds the concentration first and fixes the top where the edition says so", () => {
    const o3 = points([0, 100, 160, 215, 265, 800], 0, 300);
    expect(iaqi(decimalOf(100.4), o3)).toBe(50);
    expect(iaqi(decimalOf(801), o3)).toBe(300);
  });
});

describe("AQI", () => {
  it("has no primary pollutant at 50", () => {
    const values = new Map([
      ["PM10", iaqi(decimalOf(50), pm10)],
      ["PM25", iaqi(decimalOf(34), pm25)],
    ]);
    expect(airQuality(values)).toEqual({ aqi: 50, primary: [], exceeding: [] });
  });

  it("lists ties and what exceeds", () => {
    expect(
      airQuality(
        new Map([
          ["PM10", 120],
          ["PM25", 120],
          ["O3", null],
          ["CO", 20],
        ]),
      ),
    ).toEqual({
      aqi: 120,
      primary: ["PM10", "PM25"],
      exceeding: ["PM10", "PM25"],
    });
    expect(airQuality(new Map())).toBeNull();
  });
});

describe("percentile", () => {
  it("interpolates at 1 + (n−1)·p/100", () => {
    const values = [4, 1, 3, 2].map(fractionOf);
    const at = (percent: number) => {
      const value = percentile(values, percent);
      return value === null ? null : fractionNumber(value);
    };
    expect([0, 50, 90, 95, 100].map(at)).toEqual([1, 2.5, 3.7, 3.85, 4]);
    expect(percentile([], 90)).toBeNull();
    expect(() => percentile(values, 101)).toThrow("101");
  });
});

describe("composite index", () => {
  const standard: StandardEdition = {
    code: "GB3095-2012",
    label: { zh: "", en: "" },
    effectiveFrom: "2016-01-01",
    effectiveTo: "",
    limits: {
      "SO2.year": "60",
      "NO2.year": "40",
      "PM10.year": "70",
      "PM25.year": "35",
      "CO.day": "4",
      "O3.8h": "160",
    },
    source: "test",
  };
  const of = (values: Readonly<Record<string, number>>) =>
    new Map<string, Decimal>(
      Object.entries(values).map(([name, value]) => [name, decimalOf(value)]),
    );

  // Rounded inputs: a published index may lie 0.06 away.
  it.each([
    [{ SO2: 11, NO2: 37, PM10: 75, PM25: 39, CO: 1.4, O3: 191 }, 4.84, 4.82],
    [{ SO2: 12, NO2: 31, PM10: 74, PM25: 38, CO: 1.4, O3: 166 }, 4.51, 4.49],
  ])("of %j is %d, published %d", (values, computed, published) => {
    const result = compositeIndex(of(values), standard);
    if (result.kind === "missing") throw new Error("missing");
    expect(decimalNumber(result.value)).toBe(computed);
    expect(Math.abs(computed - published)).toBeLessThanOrEqual(0.06);
    expect(compareDecimals(result.value, decimalOf(computed))).toBe(0);
  });

  it("names the pollutants that are missing", () => {
    expect(compositeIndex(of({ SO2: 11, NO2: 37 }), standard)).toEqual({
      kind: "missing",
      pollutants: ["PM10", "PM25", "CO", "O3"],
    });
  });
});
