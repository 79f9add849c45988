import { readFileSync } from "node:fs";
import { loadCatalog } from "../../src/catalog/load-catalog.ts";
import type { Catalog } from "../../src/model/catalog.ts";
import type { Observation } from "../../src/model/observation.ts";
import { monthPeriod } from "../../src/model/period.ts";
import type { Target } from "../../src/model/target.ts";
import { seededRandom } from "../workbook/random.ts";

/** How much there is: counties × indicators × months. */
export interface Size {
  readonly indicators: number;
  readonly months: number;
}

/** 117 counties over so many indicators and months: about 10⁴, 10⁵ and 10⁶ observations. */
export const sizes: readonly Size[] = [
  { indicators: 6, months: 14 },
  { indicators: 18, months: 48 },
  { indicators: 60, months: 144 },
];

/** The shipped code lists. */
export function shippedCatalog(): Catalog {
  const list = (name: string): unknown =>
    JSON.parse(readFileSync(`data/${name}.json`, "utf8"));
  return loadCatalog({
    indicators: list("indicators"),
    regions: readFileSync("data/regions.csv", "utf8"),
    regionsOfChina: readFileSync("data/regions-china.csv", "utf8"),
    units: list("units"),
    targets: list("targets"),
    statusRules: list("status-rules"),
    placeholders: list("placeholders"),
    records: list("records"),
    ledgerStates: list("ledger-states"),
    measures: list("measures"),
    variants: list("variants"),
    standards: list("standards"),
  }).catalog;
}

export interface MadeData {
  /** Made one after the other, so that nothing but the index holds them. */
  readonly observations: () => IterableIterator<Observation>;
  /** One for every series, to be met in the last year. */
  readonly targets: readonly Target[];
}

const lastYear = 2021;

/** Monthly figures of all 117 counties up to December 2021, some missing, from a seed. */
export function madeData(catalog: Catalog, size: Size): MadeData {
  const indicators = [...catalog.indicators.values()]
    .filter(({ formula, kind }) => formula === "" && kind !== "class")
    .slice(0, size.indicators);
  const counties = [...catalog.regions.values()].filter(
    ({ level, validTo, code }) =>
      level === "county" && validTo === "" && code.startsWith("14"),
  );
  if (indicators.length !== size.indicators || counties.length !== 117)
    throw new Error("the code lists hold too little for this size");
  const periods = Array.from({ length: size.months }, (_, at) => {
    const month = lastYear * 12 + 12 - size.months + at;
    return monthPeriod(Math.floor(month / 12), (month % 12) + 1).code;
  });
  return {
    *observations() {
      const next = seededRandom(7);
      let row = 1;
      for (const indicator of indicators)
        for (const region of counties) {
          row += 1;
          for (const [column, period] of periods.entries()) {
            const missing = next() < 0.01;
            const letter = String.fromCharCode(66 + (column % 24));
            yield {
              key: {
                indicator: indicator.code,
                region: region.code,
                period,
                measure: "actual",
                variant: "",
                base: "",
              },
              value: missing ? null : Math.round(next() * 1000) / 10,
              missing: missing ? "未监测" : "",
              decimals: missing ? null : 1,
              unit: indicator.unit,
              status: missing ? "missing" : "normal",
              source: {
                file: `${indicator.code}.xlsx`,
                sha: "",
                sheet: "Sheet1",
                cell: `${letter}${row}`,
              },
            };
          }
        }
    },
    targets: indicators.flatMap((indicator) =>
      counties.map((region): Target => ({
        id: `${indicator.code}-${region.code}`,
        indicator: indicator.code,
        region: region.code,
        variant: "",
        base: "",
        comparator: indicator.direction === "up" ? ">=" : "<=",
        goal: "40",
        unit: indicator.unit,
        baseline: { value: "60", period: String(lastYear - 1) },
        from: String(lastYear - 1),
        deadline: String(lastYear),
        declared: "",
        force: "binding",
        cumulative: false,
        plan: "",
        source: "bench",
        confidence: "user",
      })),
    ),
  };
}
