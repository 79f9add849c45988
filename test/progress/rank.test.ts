import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Region } from "../../src/model/region.ts";
import { rankEntrants } from "../../src/progress/rank.ts";
import { rankRegions } from "../../src/progress/rank-regions.ts";
import { observation, smallCatalog } from "./small-catalog.ts";

// Counties of Xinzhou, November 2020, as published: index, rank, change in %, change rank.
const xinzhou: readonly (readonly [
  string,
  number,
  number | null,
  number,
  number | null,
])[] = [
  ["忻府区", 5.01, 8, -7.1, 6],
  ["定襄县", 6.56, 13, -8.3, 4],
  ["五台县", 4.06, 4, -11.2, 3],
  ["代县", 6.73, 14, 10.0, 13],
  ["繁峙县", 5.31, 9, -24.0, 1],
  ["宁武县", 5.34, 11, 25.1, 14],
  ["静乐县", 4.38, 6, -3.1, 9],
  ["神池县", 3.89, 3, 0.5, 12],
  ["五寨县", 3.5, 1, -6.7, 7],
  ["岢岚县", 3.66, 2, -0.8, 10],
  ["河曲县", 4.61, 7, -7.2, 5],
  ["保德县", 5.31, 9, -4.8, 8],
  ["偏关县", 4.33, 5, -12.2, 2],
  ["原平市", 6.04, 12, 0.2, 11],
  ["五台山", 4.9, null, 2.3, null],
];

describe("competition ranking", () => {
  it("reproduces a published county ranking with a tie and an unranked row", () => {
    const entrants = xinzhou.map(([id, value, rank]) => ({
      id,
      value,
      excluded: rank === null,
    }));
    const ranked = rankEntrants(entrants, { better: "lower", decimals: 2 });
    expect(ranked.map(({ rank }) => rank)).toEqual(
      xinzhou.map(([, , rank]) => rank),
    );
    expect(ranked.filter(({ tied }) => tied).map(({ id }) => id)).toEqual([
      "繁峙县",
      "保德县",
    ]);
  });

  it("ranks on rounded values", () => {
    const entrants = [5.204, 5.196, 5.21].map((value, id) => ({
      id,
      value,
      excluded: false,
    }));
    const ranks = (decimals: number | null) =>
      rankEntrants(entrants, { better: "lower", decimals }).map(
        ({ rank }) => rank,
      );
    expect(ranks(2)).toEqual([1, 1, 3]);
    expect(ranks(null)).toEqual([2, 1, 3]);
  });

  it("gives each a rank of one more than those better", () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.integer({ min: 0, max: 20 })), { maxLength: 30 }),
        fc.boolean(),
        (values, higher) => {
          const ranked = rankEntrants(
            values.map((value, id) => ({ id, value, excluded: false })),
            { better: higher ? "higher" : "lower", decimals: 0 },
          );
          values.forEach((value, at) => {
            const better = values.filter(
              (other) =>
                other !== null &&
                value !== null &&
                (higher ? other > value : other < value),
            ).length;
            expect(ranked[at]?.rank).toBe(value === null ? null : better + 1);
          });
        },
      ),
    );
  });
});

describe("ranking of regions", () => {
  const observations = xinzhou.flatMap(([region, value, rank, change]) => [
    observation("air.composite", "2020-11", value, { region }),
    observation("air.composite", "2020-11", rank, {
      region,
      measure: "rank",
      missing: rank === null ? "_" : "",
    }),
    observation("air.composite", "2020-11", change, {
      region,
      measure: "changeRate",
    }),
  ]);

  it("reproduces both published ranks from a sheet", () => {
    const rows = rankRegions({
      observations,
      catalog: smallCatalog(),
      indicator: "air.composite",
      period: "2020-11",
    });
    expect(rows).toHaveLength(15);
    for (const [region, value, rank, change, changeRank] of xinzhou)
      expect(rows.find((row) => row.region === region)).toMatchObject({
        value,
        rank,
        change,
        changeRank,
        changeComputed: false,
        excluded: rank === null,
        reason: rank === null ? "_" : "",
      });
    expect(rows[0]?.region).toBe("五寨县");
    expect(rows.at(-1)?.region).toBe("五台山");
  });

  it("computes the change where last year is known", () => {
    const [row] = rankRegions({
      observations: [
        observation("air.composite", "2020-11", 5.01),
        observation("air.composite", "2019-11", 5.39),
        observation("air.composite", "2020-11", -7.1, {
          measure: "changeRate",
        }),
      ],
      catalog: smallCatalog(),
      indicator: "air.composite",
      period: "2020-11",
    });
    expect(row).toMatchObject({ change: -7.1, changeComputed: true });
  });

  it("gives shares in 百分点", () => {
    const [row] = rankRegions({
      observations: [
        observation("air.good_rate", "2020", 71.9),
        observation("air.good_rate", "2020", 63.6, { measure: "previous" }),
      ],
      catalog: smallCatalog(),
      indicator: "air.good_rate",
      period: "2020",
    });
    expect(row).toMatchObject({ change: 8.3, changeUnit: "pp" });
  });

  it("keeps to the children and the level asked for", () => {
    const place = (
      code: string,
      parent: string,
      level: Region["level"],
    ): [string, Region] => [
      code,
      {
        code,
        parent,
        level,
        name: code,
        short: "",
        traditional: "",
        english: "",
        aliases: [],
        validFrom: "",
        validTo: "",
      },
    ];
    const catalog = {
      ...smallCatalog(),
      regions: new Map([
        place("140100", "140000", "city"),
        place("140105", "140100", "county"),
        place("140200", "140000", "city"),
      ]),
    };
    const rows = rankRegions({
      observations: ["140100", "140105", "140200"].map((region, at) =>
        observation("air.pm25", "2019", 50 - at, { region }),
      ),
      catalog,
      indicator: "air.pm25",
      period: "2019",
      parent: "140000",
      level: "city",
    });
    expect(rows.map(({ region, rank }) => [region, rank])).toEqual([
      ["140200", 1],
      ["140100", 2],
    ]);
  });
});
