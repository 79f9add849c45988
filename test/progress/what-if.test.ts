import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compareDecimals,
  decimalOf,
  roundDecimal,
} from "../../src/model/decimal.ts";
import type { Region } from "../../src/model/region.ts";
import { gapsToNextRank } from "../../src/progress/gap-to-next-rank.ts";
import { rankRegions } from "../../src/progress/rank-regions.ts";
import { whatIf } from "../../src/progress/what-if.ts";
import { observation, smallCatalog, target } from "./small-catalog.ts";

const cities = ["140100", "140200", "140300", "140400"];
const lists = {
  ...smallCatalog(),
  regions: new Map(
    ["140000", ...cities].map((code): [string, Region] => [
      code,
      {
        code,
        parent: code === "140000" ? "" : "140000",
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
const pm25 = (values: readonly number[]) =>
  cities.map((region, at) =>
    observation("air.pm25", "2021", values[at] ?? 0, { region }),
  );

describe("supposing a value", () => {
  const observations = pm25([46, 44, 44, 50]);
  const targets = cities.map((region) =>
    target({
      id: region,
      indicator: "air.pm25",
      region,
      comparator: "<=",
      goal: "45",
      unit: "μg/m3",
      from: "2021-01-01",
      deadline: "2021",
    }),
  );
  const suppose = (region: string, value: number, period = "2021") =>
    whatIf({
      observations,
      supposed: [
        { key: observation("air.pm25", period, value, { region }).key, value },
      ],
      targets,
      catalog: lists,
      asOf: "2021-12-31",
    });

  it("flips the status and moves the ranks of others, and leaves the data alone", () => {
    const before = structuredClone(observations);
    const { flips, ranks, rows } = suppose("140100", 43);
    expect(flips).toEqual([
      {
        targetId: "140100",
        indicator: "air.pm25",
        region: "140100",
        before: "严重滞后",
        after: "已达标",
      },
    ]);
    expect(
      ranks.map(({ region, before: old, after }) => [region, old, after]),
    ).toEqual([
      ["140100", 3, 1],
      ["140200", 1, 2],
      ["140300", 1, 2],
    ]);
    expect(rows.find(({ region }) => region === "140100")?.actual).toBe(43);
    expect(observations).toEqual(before);
  });

  it("changes nothing when what is supposed is what is", () => {
    const { flips, ranks, rows, before } = suppose("140100", 46);
    expect(flips).toEqual([]);
    expect(ranks).toEqual([]);
    expect(rows.map(({ status }) => status)).toEqual(
      before.map(({ status }) => status),
    );
  });

  it("reaches indicators that are computed from it", () => {
    const water = [
      observation("water.sections", "2021", 58),
      observation("water.worse5_n", "2021", 9),
    ];
    const { flips } = whatIf({
      observations: water,
      supposed: [
        { key: observation("water.worse5_n", "2021", 0).key, value: 0 },
      ],
      targets: [
        target({
          indicator: "water.worse5_rate",
          comparator: "=",
          goal: "0",
          deadline: "2021",
          from: "2020",
        }),
      ],
      catalog: lists,
      asOf: "2021-12-31",
    });
    expect(flips).toMatchObject([
      { indicator: "water.worse5_rate", before: "严重滞后", after: "已达标" },
    ]);
  });

  it("moves the ranks of what formulas make of it, for the periods that hold it", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            sections: fc.integer({ min: 1, max: 6 }),
            worse: fc.integer({ min: 0, max: 6 }),
          }),
          { minLength: 4, maxLength: 4 },
        ),
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 0, max: 6 }),
        (places, who, value) => {
          const water = cities.flatMap((region, at) => [
            observation("water.sections", "2021", places[at]?.sections ?? 1, {
              region,
            }),
            observation("water.worse5_n", "2021", places[at]?.worse ?? 0, {
              region,
            }),
            // Another year, whose ranks nobody supposes about.
            observation("water.sections", "2020", 5, { region }),
            observation("water.worse5_n", "2020", at, { region }),
          ]);
          const { key } = observation("water.worse5_n", "2021", value, {
            region: cities[who] ?? "",
          });
          const { ranks } = whatIf({
            observations: water,
            supposed: [{ key, value }],
            targets: [],
            catalog: lists,
            asOf: "2021-12-31",
          });
          const shares = (worse: (at: number) => number) =>
            places.map(({ sections }, at) =>
              roundDecimal(decimalOf((worse(at) / sections) * 100), 1),
            );
          const ranksOf = (values: ReturnType<typeof shares>) =>
            values.map(
              (own) =>
                1 +
                values.filter((other) => compareDecimals(other, own) < 0)
                  .length,
            );
          const before = ranksOf(shares((at) => places[at]?.worse ?? 0));
          const after = ranksOf(
            shares((at) => (at === who ? value : (places[at]?.worse ?? 0))),
          );
          const moved = cities.flatMap((region, at) =>
            before[at] === after[at]
              ? []
              : [
                  {
                    indicator: "water.worse5_rate",
                    period: "2021",
                    region,
                    before: before[at],
                    after: after[at],
                  },
                ],
          );
          const own = ranks.filter(
            ({ indicator }) => indicator === "water.worse5_rate",
          );
          expect(own).toHaveLength(moved.length);
          expect(own).toEqual(expect.arrayContaining(moved));
          expect(ranks.every(({ period }) => period === "2021")).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("ranks what a formula gives only with what is supposed", () => {
    const stated = cities.flatMap((region, at) => [
      observation("water.sections", "2021", 10, { region }),
      ...(at === 0
        ? []
        : [observation("water.worse5_n", "2021", at, { region })]),
    ]);
    const { key } = observation("water.worse5_n", "2021", 2, {
      region: "140100",
    });
    const { ranks } = whatIf({
      observations: stated,
      supposed: [{ key, value: 2 }],
      targets: [],
      catalog: lists,
      asOf: "2021-12-31",
    });
    expect(
      ranks
        .filter(({ indicator }) => indicator === "water.worse5_rate")
        .map(({ region, before, after }) => [region, before, after]),
    ).toEqual([
      ["140100", null, 2],
      ["140400", 3, 4],
    ]);
  });

  it("looks at a period that is still to come", () => {
    const { rows } = suppose("140100", 40, "2022");
    expect(rows.some(({ period }) => period === "2022")).toBe(true);
  });
});

describe("the gap to the next rank", () => {
  const gaps = (values: readonly number[]) =>
    gapsToNextRank(
      rankRegions({
        observations: pm25(values),
        catalog: lists,
        indicator: "air.pm25",
        period: "2021",
        parent: "140000",
      }),
    );

  it("is what draws level and what overtakes, in judged units", () => {
    expect(gaps([46, 44, 44, 50])).toEqual([
      {
        region: "140200",
        rank: 1,
        nextRank: null,
        next: [],
        level: null,
        overtake: null,
      },
      {
        region: "140300",
        rank: 1,
        nextRank: null,
        next: [],
        level: null,
        overtake: null,
      },
      {
        region: "140100",
        rank: 3,
        nextRank: 1,
        next: ["140200", "140300"],
        level: -2,
        overtake: -3,
      },
      {
        region: "140400",
        rank: 4,
        nextRank: 3,
        next: ["140100"],
        level: -4,
        overtake: -5,
      },
    ]);
  });

  it("counts from the rounded values", () => {
    // 44.4 and 44.6 are 44 and 45.
    expect(gaps([44.4, 44.6, 60, 60])[1]).toMatchObject({
      region: "140200",
      level: -1,
      overtake: -2,
    });
  });

  it("goes up where more is better", () => {
    const rows = rankRegions({
      observations: [70, 75.5].map((value, at) =>
        observation("air.good_rate", "2021", value, {
          region: cities[at] ?? "",
        }),
      ),
      catalog: lists,
      indicator: "air.good_rate",
      period: "2021",
    });
    expect(gapsToNextRank(rows)[1]).toMatchObject({
      level: 5.5,
      overtake: 5.6,
    });
  });
});
