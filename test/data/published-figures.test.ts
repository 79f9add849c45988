import { describe, expect, it } from "vitest";
import { rawLists } from "../../data/index.ts";
import { loadCatalog } from "../../src/catalog/load-catalog.ts";
import { parseDecimal } from "../../src/model/decimal.ts";
import {
  compareFractions,
  divideFractions,
  fractionOf,
  multiplyFractions,
} from "../../src/model/fraction.ts";
import { measures } from "../../src/model/observation.ts";
import { parsePeriod } from "../../src/model/period.ts";
import figures from "../fixtures/published-figures.json";

/** Every fact and target with a number in the five seed documents. */
const seedIds =
  `000-01 000-02 000-03 000-04 000-05 000-06 000-07 000-08 000-09 000-10 000-11 000-12 001-02 001-03 001-04 001-05 001-06 001-07 001-08 003-01 003-02 003-03 003-04 003-05 003-06 003-07 003-08 003-09 003-10 004-01 004-02 004-03 004-04 004-05 004-06 004-07 004-08 004-09 004-10 004-11 004-12 004-13 004-14 004-15 004-16 004-17 004-18 004-19a 004-19b 004-19c 004-19d 004-19e 004-20 004-21 004-22a 004-22b 004-22c 004-23 004-24 004-25 004-26 004-27a 004-27b 004-27c 004-27d 004-28 004-29a 004-29b 004-29c 004-29d 004-29e 004-30 004-31a 004-31b 004-31c 004-31d 004-31e 004-31f 004-31g 004-31h 004-31i 004-31j 004-31k 004-32 004-33 004-34a 004-34b 004-35a 004-35b 004-36a 004-36b 004-37a 004-37b 004-37c 004-38a 004-38b T1 T2 T4 T5 T8 T9 T10 T11a T11b`.split(
    " ",
  );

/** People whom the source counts as 起; the note of the figure says so. */
const misprinted = new Set(["004-34b", "004-35b"]);

const { catalog } = loadCatalog(rawLists);

/** The unit in which a figure of this measure is: changes in percent and ranks have their own. */
function unitOf(figure: (typeof figures)[number]): string {
  if (figure.measure === "changeRate") return "%";
  if (figure.measure === "rank" || figure.measure === "changeRank") return "1";
  return catalog.indicators.get(figure.indicator)?.unit ?? "";
}

describe("the published figures", () => {
  it("have one id each and a source", () => {
    expect(new Set(figures.map((figure) => figure.id)).size).toBe(
      figures.length,
    );
    expect(figures.filter((figure) => figure.source === "")).toEqual([]);
  });

  it("hold every number of the seed documents", () => {
    const held = new Set(figures.map((figure) => figure.id));
    expect(seedIds.filter((id) => !held.has(id))).toEqual([]);
  });

  it.each(figures.map((figure) => [figure.id, figure] as const))(
    "%s has its indicator, region, period, measure, variant and unit",
    (_id, figure) => {
      expect(catalog.indicators.has(figure.indicator)).toBe(true);
      expect(catalog.regions.has(figure.region)).toBe(true);
      expect(parsePeriod(figure.period)?.code).toBe(figure.period);
      if (figure.base !== "")
        expect(parsePeriod(figure.base)?.code).toBe(figure.base);
      expect(measures).toContain(figure.measure);
      if (figure.variant !== "")
        expect(catalog.variants.map((variant) => variant.code)).toContain(
          figure.variant,
        );
      expect(figure.unit).toBe(unitOf(figure));
    },
  );

  it("convert exactly from the units they were stated in", () => {
    const units = new Map(
      [...catalog.units.values()].flatMap((unit) =>
        [unit.code, ...unit.aliases].map((word) => [word, unit] as const),
      ),
    );
    const stated = figures.filter((figure) => figure.statedUnit !== undefined);
    expect(stated.length).toBeGreaterThan(5);
    for (const figure of stated) {
      const from = units.get(figure.statedUnit ?? "");
      const to = units.get(figure.unit);
      if (misprinted.has(figure.id)) continue;
      expect(from?.dimension, figure.id).toBe(to?.dimension);
      const factor = divideFractions(
        fractionOf(parseDecimal(from?.factor ?? "") ?? 0n),
        fractionOf(parseDecimal(to?.factor ?? "") ?? 0n),
      );
      expect(factor, figure.id).not.toBeNull();
      const converted = multiplyFractions(
        fractionOf(figure.statedValue ?? Number.NaN),
        factor ?? { n: 0n, d: 1n },
      );
      expect(
        compareFractions(converted, fractionOf(figure.value)),
        figure.id,
      ).toBe(0);
    }
  });
});
