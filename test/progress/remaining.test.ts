import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addFractions,
  compareFractions,
  divideFractions,
  fractionOf,
  multiplyFractions,
  roundFraction,
} from "../../src/model/fraction.ts";
import { holds } from "../../src/progress/compare.ts";
import { computeProgress } from "../../src/progress/compute-progress.ts";
import { dayQuota, daysForShare } from "../../src/progress/day-quota.ts";
import {
  fractionNumber,
  fractionOfDecimal,
} from "../../src/progress/fraction-number.ts";
import { meanQuota } from "../../src/progress/mean-quota.ts";
import { observation, smallCatalog, target } from "./small-catalog.ts";

describe("以月保年 for a mean", () => {
  // Weixian 2020, published as 56 and 95 (wei.gov.cn newsshow_28603, newsshow_30235).
  it.each([
    [58, 209, 55.67],
    [55, 348, 95.67],
  ])(
    "reproduces the published quota after %i over %i days",
    (mean, daysDone, strict) => {
      const quota = meanQuota({
        goal: fractionOf(57),
        comparator: "<=",
        decimals: 0,
        mean: fractionOf(mean),
        daysDone,
        daysTotal: 366,
      });
      expect(Number(fractionNumber(quota.strict).toFixed(2))).toBe(strict);
      expect(quota.outOfReachBy).toBeNull();
    },
  );

  it("prints the rounding edge beside it", () => {
    const { edge } = meanQuota({
      goal: fractionOf(57),
      comparator: "<=",
      decimals: 0,
      mean: fractionOf(58),
      daysDone: 209,
      daysTotal: 366,
    });
    expect(fractionNumber(edge)).toBe(56.834394904459);
  });

  it("is lost only when the edge is", () => {
    const lost = (mean: number) =>
      meanQuota({
        goal: fractionOf(10),
        comparator: "<=",
        decimals: 0,
        mean: fractionOf(mean),
        daysDone: 50,
        daysTotal: 100,
      }).outOfReachBy;
    expect(lost(20.9)).toBeNull();
    const by = lost(22);
    expect(by === null ? null : fractionNumber(by)).toBe(1);
  });

  it("comes out at the goal when the rest keeps to the strict value, and still rounds to it below the edge", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 80 }),
        fc.integer({ min: 10, max: 120 }),
        fc.integer({ min: 1, max: 364 }),
        fc.integer({ min: 0, max: 1 }),
        (goal, mean, daysDone, decimals) => {
          const quota = meanQuota({
            goal: fractionOf(goal),
            comparator: "<=",
            decimals,
            mean: fractionOf(mean),
            daysDone,
            daysTotal: 365,
          });
          const year = (rest: typeof quota.strict) =>
            divideFractions(
              addFractions(
                multiplyFractions(fractionOf(mean), fractionOf(daysDone)),
                multiplyFractions(rest, fractionOf(365 - daysDone)),
              ),
              fractionOf(365),
            ) ?? fractionOf(0);
          expect(compareFractions(year(quota.strict), fractionOf(goal))).toBe(
            0,
          );
          const meets = (rest: typeof quota.strict) =>
            holds(
              fractionOfDecimal(roundFraction(year(rest), decimals)),
              "<=",
              fractionOf(goal),
            );
          expect(meets(addFractions(quota.edge, fractionOf(-0.0001)))).toBe(
            true,
          );
          expect(meets(addFractions(quota.edge, fractionOf(0.0001)))).toBe(
            false,
          );
        },
      ),
    );
  });

  it("names a period that is over", () => {
    expect(() =>
      meanQuota({
        goal: fractionOf(1),
        comparator: "<=",
        decimals: 0,
        mean: fractionOf(1),
        daysDone: 365,
        daysTotal: 365,
      }),
    ).toThrow("365 of 365");
  });
});

describe("days", () => {
  it("counts good days needed and bad days affordable", () => {
    // Weixian 2020: 127 good days by 27 July, target 212, 85 to go; 12 heavy days of at most 19.
    expect(
      dayQuota({ done: 127, goal: 212, daysLeft: 157, way: "up" }),
    ).toEqual({ stillNeeded: 85, affordable: 72, outOfReachBy: null });
    expect(dayQuota({ done: 12, goal: 19, daysLeft: 18, way: "down" })).toEqual(
      {
        stillNeeded: 11,
        affordable: 7,
        outOfReachBy: null,
      },
    );
  });

  it("says how many days are missing at best", () => {
    expect(
      dayQuota({ done: 100, goal: 212, daysLeft: 100, way: "up" }).outOfReachBy,
    ).toBe(12);
    expect(
      dayQuota({ done: 21, goal: 19, daysLeft: 100, way: "down" }).outOfReachBy,
    ).toBe(2);
  });

  it("takes a share of days to days as it is judged, rounded", () => {
    // 292/365 = 80.0 %; 291.9 would do, 291/365 prints as 79.7.
    expect(daysForShare(fractionOf(80), ">=", 1, 365)).toBe(292);
    expect(daysForShare(fractionOf(74.5), ">=", 1, 365)).toBe(272);
    expect(daysForShare(fractionOf(0.9), "<=", 1, 365)).toBe(3);
    expect(daysForShare(fractionOf(101), ">=", 1, 365)).toBeNull();
  });

  it("works the days of 优良天数比例 out in a row", () => {
    const [row] = computeProgress({
      observations: [observation("air.good_rate", "2021-01/2021-06", 70.2)],
      targets: [
        target({
          indicator: "air.good_rate",
          goal: "75",
          from: "2021",
          deadline: "2021",
        }),
      ],
      catalog: smallCatalog(),
      asOf: "2021-06-30",
    });
    // 70.2 % of 181 is 127 days; 75.0 % of 365 is 274 (75.07; 273 would print 74.8).
    expect(row?.remaining).toEqual({
      kind: "days",
      stillNeeded: 147,
      affordable: 37,
      daysLeft: 184,
    });
  });
});

describe("what remains in rows", () => {
  const row = (
    indicator: string,
    period: string,
    value: number,
    asOf: string,
    of: Parameters<typeof target>[0],
  ) =>
    computeProgress({
      observations: [observation(indicator, period, value)],
      targets: [target({ indicator, ...of })],
      catalog: smallCatalog(),
      asOf,
    })[0]?.remaining;

  it("is a mean quota for a year-to-date concentration", () => {
    expect(
      row("air.pm25", "2020-01-01/2020-07-27", 58, "2020-07-27", {
        comparator: "<=",
        goal: "57",
        unit: "μg/m3",
        from: "2020",
        deadline: "2020",
      }),
    ).toEqual({
      kind: "mean",
      strict: 55.668789808917,
      edge: 56.834394904459,
      daysLeft: 157,
    });
  });

  it("is a change per year between annual figures", () => {
    expect(
      row("air.pm25", "2022", 45, "2022-12-31", {
        comparator: "<=",
        goal: "39",
        unit: "μg/m3",
        from: "2020",
        deadline: "2025",
      }),
    ).toEqual({
      kind: "change",
      total: -6,
      perPeriod: -2,
      periodsLeft: 3,
      per: "year",
    });
  });

  it("is nothing after the deadline", () => {
    expect(
      row("air.pm25", "2025", 45, "2025-12-31", {
        comparator: "<=",
        goal: "39",
        unit: "μg/m3",
        from: "2020",
        deadline: "2025",
      }),
    ).toEqual({ kind: "none", reason: "progress.window_closed" });
  });

  it("is items per week for a count to zero", () => {
    expect(
      row("rect.open", "2021-05-01/2021-05-27", 34, "2021-05-27", {
        comparator: "=",
        goal: "0",
        unit: "个",
        from: "2021-05-01",
        deadline: "2021-06-30",
      }),
    ).toEqual({
      kind: "change",
      total: -34,
      perPeriod: -7,
      periodsLeft: 4.857142857143,
      per: "week",
    });
  });

  it("is only an estimate for an index, and rules nothing out", () => {
    const index = (value: number) =>
      row("air.composite", "2021-01/2021-06", value, "2021-06-30", {
        comparator: "<=",
        goal: "4.6",
        unit: "1",
        from: "2021",
        deadline: "2021",
      });
    // (4.6 × 365 − 5.2 × 181) ÷ 184 and (4.605 × 365 − 5.2 × 181) ÷ 184.
    expect(index(5.2)).toEqual({
      kind: "mean",
      strict: 4.009782608696,
      edge: 4.019701086957,
      daysLeft: 184,
      approximate: true,
    });
    expect(index(12)).toEqual({
      kind: "none",
      reason: "progress.not_additive",
    });
  });
});
