import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Catalog } from "../../src/model/catalog.ts";
import type { ProgressRow } from "../../src/model/progress.ts";
import type { Observation } from "../../src/model/observation.ts";
import { keyText } from "../../src/model/observation.ts";
import type { Region } from "../../src/model/region.ts";
import { computeProgress } from "../../src/progress/compute-progress.ts";
import { ProgressRows } from "../../src/progress/progress-rows.ts";
import { lightRow, plainRow } from "../../src/progress/row.ts";
import {
  indicator,
  observation,
  smallCatalog,
  target,
} from "./small-catalog.ts";

function region(
  code: string,
  parent: string,
  of: Partial<Region> = {},
): Region {
  return {
    code,
    parent,
    level: "county",
    name: code,
    short: "",
    traditional: code,
    english: code,
    aliases: [],
    validFrom: "",
    validTo: "",
    ...of,
  };
}

const why = { reason: { zh: "试", en: "test" }, source: "test" };

/** Formulas of every kind over the small catalog, one upon the other, and a region tree with a merger. */
const shared = sharedCatalog();

/** The shared catalog with one formula changed: everything else is the same object. */
function formulaCatalog(changed: string): Catalog {
  const indicators = new Map(shared.indicators);
  const own = indicators.get("x.own");
  if (own === undefined) throw new Error("no x.own");
  indicators.set("x.own", { ...own, formula: changed });
  return { ...shared, indicators };
}

function sharedCatalog(): Catalog {
  const base = smallCatalog([
    indicator("x.yoy", { formula: "yoy(air_pm25)", decimals: 1 }),
    indicator("x.ytd", {
      formula: "ytd(emis_so2)",
      unit: "万吨",
      kind: "sum",
      decimals: 2,
    }),
    indicator("x.all", {
      formula: "sum(children, emis_so2)",
      unit: "万吨",
      kind: "sum",
      decimals: 2,
    }),
    indicator("x.share", { formula: "ratio(emis_so2, x_all)", decimals: 1 }),
    indicator("x.far", {
      formula: "air_pm25 - at(air_pm25, r1)",
      unit: "μg/m3",
      decimals: 0,
    }),
    indicator("x.own", {
      unit: "μg/m3",
      decimals: 1,
      kind: "mean",
    }),
  ]);
  const withRule = new Map(base.indicators);
  const rules = {
    "emis.so2": { rule: "sum", ...why },
    "air.pm25": { rule: "mean", weight: "air.valid_days", ...why },
    "air.good_rate": {
      rule: "ratioOfSums",
      numerator: "air.good_days",
      denominator: "air.valid_days",
      ...why,
    },
    "rect.open": { rule: "worst", ...why },
  } as const;
  for (const [code, aggregation] of Object.entries(rules)) {
    const known = withRule.get(code);
    if (known !== undefined) withRule.set(code, { ...known, aggregation });
  }
  return {
    ...base,
    indicators: withRule,
    regions: new Map(
      [
        region("p", "", { level: "province" }),
        region("c", "p", { level: "city" }),
        region("r1", "c"),
        region("r2", "c"),
        region("r3", "c", { validTo: "2020-12-31" }),
      ].map((one) => [one.code, one]),
    ),
  };
}

const codes = [
  "air.pm25",
  "air.good_days",
  "air.valid_days",
  "air.good_rate",
  "emis.so2",
  "emis.so2_cut",
  "rect.open",
  "x.all",
  "x.own",
];
const regions = ["p", "c", "r1", "r2", "r3"];

const said: fc.Arbitrary<Observation> = fc
  .record({
    code: fc.constantFrom(...codes),
    region: fc.constantFrom(...regions),
    period: fc.constantFrom(
      "2019",
      "2020",
      "2021",
      "2021-01",
      "2021-02",
      "2021-03",
      "2020-03",
      "2020-01/2020-03",
      "2021-01/2021-03",
    ),
    value: fc.option(
      fc.oneof(fc.integer({ min: 0, max: 400 }), fc.constant("约3")),
      { freq: 6 },
    ),
    measure: fc.constantFrom(
      "actual",
      "actual",
      "actual",
      "actual",
      "target",
      "baseline",
      "previous",
    ),
    base: fc.constantFrom("", "", "2015"),
  })
  .map(({ code, period, value, ...of }) =>
    observation(code, period, value, of),
  );

const listed = fc.subarray(
  codes.flatMap((code) =>
    regions.map((at) =>
      target({
        id: `${code}-${at}`,
        indicator: code,
        region: at,
        comparator: "<=",
        goal: "40",
        unit: code === "emis.so2" || code === "x.all" ? "万吨" : "%",
        from: "2020",
        deadline: "2021",
      }),
    ),
  ),
);

type Change =
  | { readonly kind: "say"; readonly said: Observation }
  | { readonly kind: "clear"; readonly at: number }
  | { readonly kind: "targets"; readonly targets: ReturnType<typeof target>[] }
  | { readonly kind: "formula"; readonly text: string }
  | { readonly kind: "look"; readonly asOf: string };

const changes: fc.Arbitrary<Change[]> = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: said.map((one): Change => ({ kind: "say", said: one })),
    },
    {
      weight: 2,
      arbitrary: fc.nat(40).map((at): Change => ({ kind: "clear", at })),
    },
    {
      weight: 1,
      arbitrary: listed.map((targets): Change => ({
        kind: "targets",
        targets,
      })),
    },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom(
          "prev(air_pm25)",
          "mean(children, air_pm25)",
          "total(air_pm25)",
          "x_far + x_far",
          "x_own + air_pm25",
          "air_pm25 + nothing",
          "lastyear(air_pm25)",
        )
        .map((text): Change => ({ kind: "formula", text })),
    },
    {
      weight: 3,
      arbitrary: fc
        .constantFrom("2020-12-31", "2021-02-28", "2021-03-31", "2021-12-31")
        .map((asOf): Change => ({ kind: "look", asOf })),
    },
  ),
  { minLength: 5, maxLength: 60 },
);

describe("rows that are kept", () => {
  it("are those computed from scratch, whatever was edited in between", () => {
    let compared = 0;
    fc.assert(
      fc.property(changes, (steps) => {
        const now = new Map<string, Observation>();
        let catalog = formulaCatalog("prev(air_pm25)");
        let targets: readonly ReturnType<typeof target>[] = [];
        const kept = new ProgressRows(catalog);
        const look = (asOf: string): void => {
          const rows = kept.rows(asOf);
          const scratch = computeProgress({
            observations: now.values(),
            targets,
            catalog,
            asOf,
          });
          expect(rows.map(plainRow)).toEqual(scratch.map(plainRow));
          compared += rows.length;
        };
        for (const step of steps)
          switch (step.kind) {
            case "say":
              now.set(keyText(step.said.key), step.said);
              kept.set(step.said.key, step.said);
              break;
            case "clear": {
              const [key, old] =
                [...now][step.at % Math.max(1, now.size)] ?? [];
              if (key === undefined || old === undefined) break;
              now.delete(key);
              kept.set(old.key, null);
              break;
            }
            case "targets":
              targets = step.targets;
              kept.setTargets(targets);
              break;
            case "formula":
              catalog = formulaCatalog(step.text);
              kept.setCatalog(catalog);
              break;
            case "look":
              look(step.asOf);
          }
        look("2021-12-31");
      }),
      { numRuns: 100 },
    );
    expect(compared).toBeGreaterThan(1000);
  });

  it("compute only what an edit touches", () => {
    const catalog = formulaCatalog("prev(air_pm25)");
    const kept = new ProgressRows(catalog);
    for (const at of regions)
      for (const code of ["air.pm25", "emis.so2"])
        kept.add(observation(code, "2021-01", 5, { region: at }));
    const named = () =>
      new Map(
        kept
          .rows("2021-12-31")
          .map((row) => [`${row.indicator}|${row.region}`, row]),
      );
    const changedBy = (value: number): string[] => {
      const before = named();
      const edited = observation("emis.so2", "2021-01", value, {
        region: "r2",
      });
      kept.set(edited.key, edited);
      return [...named()]
        .filter(([name, row]) => before.get(name) !== row)
        .map(([name]) => name)
        .sort();
    };
    // Its own, and the formulas over it.
    const own = ["emis.so2|r2", "x.all|c", "x.share|c", "x.ytd|r2"];
    expect(changedBy(7)).toEqual(own);
    // The city's trace compares it with its parts, once somebody has read it.
    expect(named().get("emis.so2|c")?.trace.length).toBeGreaterThan(0);
    expect(changedBy(8)).toEqual(["emis.so2|c", ...own]);
  });

  it("are sent light: plain data without trace and forecast", () => {
    const kept = new ProgressRows(formulaCatalog("prev(air_pm25)"));
    for (const at of regions)
      kept.add(observation("emis.so2", "2021-01", 5, { region: at }));
    const rows = kept.rows("2021-12-31");
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      const light = lightRow(row);
      expect(
        Object.values(Object.getOwnPropertyDescriptors(light)).every(
          ({ get }) => get === undefined,
        ),
      ).toBe(true);
      expect(light.reasons["forecast"]).toBe("progress.on_request");
      expect(light.trace).toEqual([]);
      expect({ ...light, ...computed(row) }).toEqual(plainRow(row));
      expect(light.status).toBe(row.status);
    }
  });

  it("hold the same observations as were put in", () => {
    fc.assert(
      fc.property(fc.array(said, { maxLength: 60 }), (all) => {
        const kept = new ProgressRows(formulaCatalog("prev(air_pm25)"));
        const now = new Map<string, Observation>();
        for (const one of all) {
          now.set(keyText(one.key), one);
          kept.set(one.key, one);
        }
        const held = new Map<string, Observation>();
        for (const group of kept.index.groups.values())
          for (const column of group.stated.values())
            for (const one of column.values()) held.set(keyText(one.key), one);
        expect(held).toEqual(now);
      }),
      { numRuns: 50 },
    );
  });
});

/** What a light row comes without. */
function computed({ forecast, outlook, rest, reasons, trace }: ProgressRow) {
  return { forecast, outlook, rest, reasons, trace };
}
