import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomOf } from "../../src/progress/random.ts";
import { rowOf } from "./rows-of.ts";
import { indicator, observation, smallCatalog } from "./small-catalog.ts";

const lists = smallCatalog([
  indicator("x.amount", { kind: "sum", unit: "个", decimals: 0 }),
  indicator("x.share", { kind: "ratio", decimals: 1 }),
]);
const months = (code: string, year: number, values: readonly number[]) =>
  values.map((value, at) =>
    observation(code, `${year}-${String(at + 1).padStart(2, "0")}`, value),
  );
const winter = [90, 80, 60, 40, 30, 30, 30, 30, 40, 60, 70, 80];
const pm25 = (goal: number) => ({
  indicator: "air.pm25",
  comparator: "<=" as const,
  goal: String(goal),
  unit: "μg/m3",
  from: "2021-01-01",
  deadline: "2021",
});

describe("a forecast", () => {
  const changing = [
    ...months(
      "air.pm25",
      2019,
      winter.map((value, at) => value * (at % 3 === 0 ? 1.1 : 0.98)),
    ),
    ...months("air.pm25", 2020, winter),
    observation("air.pm25", "2021-01/2021-09", 45),
  ];

  it("repeats last year's months where nothing ever changed", () => {
    const row = rowOf(
      [
        ...months("air.pm25", 2019, winter),
        ...months("air.pm25", 2020, winter),
        observation("air.pm25", "2021-01/2021-09", 45),
      ],
      pm25(51),
      "2021-09-30",
    );
    // (45 × 273 + 60 × 31 + 70 × 30 + 80 × 31) ÷ 365 = 51.3.
    expect(row.forecast).toBe(51.3);
    expect(row.outlook).toMatchObject({
      low: 51.3,
      high: 51.3,
      chance: 1,
      method: "months",
    });
    expect(
      rowOf(
        [
          ...months("air.pm25", 2019, winter),
          ...months("air.pm25", 2020, winter),
          observation("air.pm25", "2021-01/2021-09", 45),
        ],
        pm25(50),
        "2021-09-30",
      ).outlook?.chance,
    ).toBe(0);
  });

  it("has a band around its value, and a chance that falls with the goal", () => {
    const chances = [46, 49, 51, 53, 60].map((goal) => {
      const { outlook } = rowOf(changing, pm25(goal), "2021-09-30");
      if (outlook === null) throw new Error("no outlook");
      expect(outlook.low).toBeLessThanOrEqual(outlook.value);
      expect(outlook.high).toBeGreaterThanOrEqual(outlook.value);
      expect(outlook.high).toBeGreaterThan(outlook.low);
      return outlook.chance ?? -1;
    });
    expect([...chances].sort((a, b) => a - b)).toEqual(chances);
    expect(chances[0]).toBeLessThan(0.5);
    expect(chances.at(-1)).toBe(1);
  });

  it("is the same every time it is made", () => {
    const make = () => rowOf(changing, pm25(51), "2021-09-30").outlook;
    expect(make()).toEqual(make());
  });

  it.each([
    [
      "progress.forecast_no_last_year",
      [observation("air.pm25", "2021-01/2021-09", 45)],
    ],
    [
      "progress.forecast_few_changes",
      [
        ...months("air.pm25", 2020, winter),
        observation("air.pm25", "2021-01/2021-09", 45),
      ],
    ],
    ["progress.window_closed", [observation("air.pm25", "2021", 45)]],
  ])("is not made without history: %s", (reason, observations) => {
    const row = rowOf(observations, pm25(51), "2021-12-31");
    if (reason !== "progress.window_closed") {
      const open = rowOf(observations, pm25(51), "2021-09-30");
      expect(open.forecast).toBeNull();
      expect(open.reasons["forecast"]).toBe(reason);
    } else expect(row.reasons["forecast"]).toBe(reason);
  });

  it("stands as a sheet states it", () => {
    const row = rowOf(
      [
        observation("air.pm25", "2021-01/2021-09", 45),
        observation("air.pm25", "2021", 49, { measure: "forecast" }),
      ],
      pm25(50),
      "2021-09-30",
    );
    expect(row.outlook).toMatchObject({
      value: 49,
      method: "stated",
      chance: null,
    });
  });

  it("adds an amount's months up", () => {
    const row = rowOf(
      [
        ...months("x.amount", 2019, winter),
        ...months("x.amount", 2020, winter),
        ...months("x.amount", 2021, winter.slice(0, 9)),
      ],
      {
        indicator: "x.amount",
        goal: "600",
        unit: "个",
        from: "2021-01-01",
        deadline: "2021",
      },
      "2021-09-30",
      lists,
    );
    expect(row).toMatchObject({ actual: 430, forecast: 640 });
    expect(row.outlook?.chance).toBe(1);
  });

  it("goes on as the years before did", () => {
    const years = [60, 62, 64, 66, 68].map((value, at) =>
      observation("x.share", String(2016 + at), value),
    );
    const of = {
      indicator: "x.share",
      goal: "76",
      from: "2020",
      deadline: "2025",
      baseline: { value: "68", period: "2020" },
    };
    const row = rowOf(
      [...years, observation("x.share", "2021", 70)],
      of,
      "2021-12-31",
      lists,
    );
    expect(row.outlook).toMatchObject({
      value: 78,
      method: "years",
      chance: 1,
    });
    expect(
      rowOf([observation("x.share", "2021", 70)], of, "2021-12-31", lists)
        .reasons["forecast"],
    ).toBe("progress.forecast_few_changes");
  });

  it("keeps within what can be", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1000 }), {
          minLength: 24,
          maxLength: 24,
        }),
        (tenths) => {
          const values = tenths.map((value) => value / 10);
          const { outlook } = rowOf(
            [
              ...months("air.good_rate", 2019, values.slice(0, 12)),
              ...months("air.good_rate", 2020, values.slice(12)),
              observation("air.good_rate", "2021-01/2021-06", 70),
            ],
            {
              indicator: "air.good_rate",
              goal: "75",
              from: "2021-01-01",
              deadline: "2021",
            },
            "2021-06-30",
          );
          expect(outlook?.low).toBeGreaterThanOrEqual((70 * 181) / 365 - 0.1);
          expect(outlook?.high).toBeLessThanOrEqual(
            (70 * 181 + 100 * 184) / 365 + 0.1,
          );
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe("random numbers", () => {
  it("are the same for a seed, spread over the unit, and others for another", () => {
    const draw = (seed: string) => {
      const next = randomOf(seed);
      return Array.from({ length: 2000 }, next);
    };
    expect(draw("a")).toEqual(draw("a"));
    expect(draw("a")).not.toEqual(draw("b"));
    const mean = draw("a").reduce((sum, value) => sum + value, 0) / 2000;
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.03);
    expect(draw("a").every((value) => value >= 0 && value < 1)).toBe(true);
  });
});
