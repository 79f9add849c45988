import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysOverPercentile } from "../../src/progress/days-over-percentile.ts";
import { percentile } from "../../src/progress/percentile.ts";
import type { Observation } from "../../src/model/observation.ts";
import { compareFractions, fractionOf } from "../../src/model/fraction.ts";
import { rowOf, stepsOf } from "./rows-of.ts";
import { indicator, observation, smallCatalog } from "./small-catalog.ts";

const pm25 = {
  indicator: "air.pm25",
  comparator: "<=" as const,
  goal: "40",
  unit: "μg/m3",
  from: "2021-01-01",
  deadline: "2021",
};
const day = (of: number): string =>
  new Date(Date.UTC(2021, 0, of)).toISOString().slice(0, 10);
const lengths = [31, 28, 31, 30, 31, 30];
const month = (at: number): string => `2021-${String(at + 1).padStart(2, "0")}`;

describe("a mean made of shorter ones", () => {
  it("weighs months by their valid days where a sheet states them for each", () => {
    const row = rowOf(
      [
        observation("air.pm25", "2021-01", 60),
        observation("air.pm25", "2021-02", 50),
        observation("air.valid_days", "2021-01", 30),
        observation("air.valid_days", "2021-02", 27),
      ],
      pm25,
      "2021-02-28",
    );
    // (60 × 30 + 50 × 27) ÷ 57 = 55.26.
    expect(row).toMatchObject({
      period: "2021-01/2021-02",
      actual: 55.26,
      judged: 55,
    });
    expect(stepsOf(row)).toContain("mean_by_valid_days");
    expect(
      row.trace.find(({ code }) => code.includes("mean_by"))?.sources,
    ).toHaveLength(2);
  });

  it("weighs them by calendar days where valid days are not known, and says so", () => {
    const row = rowOf(
      [
        observation("air.pm25", "2021-01", 60),
        observation("air.pm25", "2021-02", 50),
        observation("air.valid_days", "2021-01", 30),
      ],
      pm25,
      "2021-02-28",
    );
    // (60 × 31 + 50 × 28) ÷ 59 = 55.25.
    expect(row.actual).toBe(55.25);
    expect(stepsOf(row)).toContain("mean_by_calendar_days");
  });

  it("is judged on the exact mean, rounded once", () => {
    const row = rowOf(
      // 31 × 40.51 and 28 × 40.4889… come to 40.49999…
      [
        observation("air.pm25", "2021-01", 40.51),
        observation("air.pm25", "2021-02", 40.4889),
      ],
      pm25,
      "2021-02-28",
    );
    expect(row).toMatchObject({ actual: 40.5, judged: 40, status: "目前达标" });
  });

  it("goes on from a stated one with the months after it", () => {
    const row = rowOf(
      [
        observation("air.pm25", "2021-01/2021-03", 60),
        observation("air.pm25", "2021-04", 30),
      ],
      pm25,
      "2021-04-30",
    );
    expect(row.period).toBe("2021-01/2021-04");
    expect(row.actual).toBe(52.5);
  });

  it("stops at a month that is missing", () => {
    const row = rowOf(
      [
        observation("air.pm25", "2021-01", 60),
        observation("air.pm25", "2021-02", 50),
        observation("air.pm25", "2021-04", 30),
      ],
      pm25,
      "2021-04-30",
    );
    expect(row.period).toBe("2021-01/2021-02");
  });

  it("gives way to one that a sheet states", () => {
    const row = rowOf(
      [
        observation("air.pm25", "2021-01", 60),
        observation("air.pm25", "2021-02", 50),
        observation("air.pm25", "2021-01/2021-02", 56),
      ],
      pm25,
      "2021-02-28",
    );
    expect(row.actual).toBe(56);
    expect(stepsOf(row)).toContain("actual");
  });

  it("counts the days that have a value", () => {
    const values = Array.from({ length: 40 }, (_, at) =>
      observation("air.pm25", day(at + 1), at === 3 ? null : at < 20 ? 60 : 30),
    );
    const row = rowOf(values, pm25, day(40));
    // 19 × 60 and 20 × 30 over 39 days.
    expect(row.actual).toBe(44.62);
    expect(row.period).toBe(`2021-01-01/${day(40)}`);
    expect(
      row.trace.find(({ code }) => code === "progress.step_mean_of_days")
        ?.params,
    ).toMatchObject({ count: 39, span: 40 });
  });

  it("is the same when a period is split and joined again", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 2000 }), {
          minLength: 181,
          maxLength: 181,
        }),
        fc.integer({ min: 1, max: 5 }),
        (tenths, wholeMonths) => {
          const daily: Observation[] = [];
          const mixed: Observation[] = [];
          let first = 0;
          for (const [of, length] of lengths.entries()) {
            const part = tenths.slice(first, first + length);
            // The last day is moved so that the month's mean comes out in tenths.
            const sum = part.reduce((all, value) => all + value, 0);
            const more = (length - (sum % length)) % length;
            part[length - 1] = (part[length - 1] ?? 0) + more;
            const days = part.map((value, on) =>
              observation("x.mean", day(first + on + 1), value / 10),
            );
            daily.push(...days);
            const mean = (sum + more) / length / 10;
            mixed.push(
              ...(of < wholeMonths
                ? [observation("x.mean", month(of), mean)]
                : days),
            );
            first += length;
          }
          const lists = smallCatalog([
            indicator("x.mean", { kind: "mean", direction: "down" }),
          ]);
          const of = { ...pm25, indicator: "x.mean", unit: "%" };
          const whole = rowOf(daily, of, "2021-06-30", lists);
          const joined = rowOf(mixed, of, "2021-06-30", lists);
          expect(joined.actual).toBe(whole.actual);
          expect(joined.period).toBe("2021-01/2021-06");
          expect(joined.remaining).toEqual(whole.remaining);
        },
      ),
      { numRuns: 30 },
    );
  });

  it("makes the reference year's months and year too", () => {
    const all = [60, 50, 40, 30, 30, 30, 30, 30, 40, 50, 60, 60];
    const row = rowOf(
      [
        ...all.map((value, at) =>
          observation(
            "air.pm25",
            `2020-${String(at + 1).padStart(2, "0")}`,
            value,
          ),
        ),
        observation("air.pm25", "2021-01/2021-03", 45),
      ],
      { ...pm25, from: "2020", baseline: { value: "43", period: "2020" } },
      "2021-03-31",
    );
    expect(row.progress).not.toBeNull();
    expect(stepsOf(row)).toContain("same_months");
  });
});

describe("days over a percentile", () => {
  it("are as many as the interpolated percentile bears for sure", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 366 }),
        fc.constantFrom(90, 95),
        (total, percent) => {
          const most = daysOverPercentile(total, percent);
          const limit = fractionOf(160);
          const at = (over: number) =>
            percentile(
              Array.from({ length: total }, (_, of) =>
                fractionOf(of < over ? 300 : 160),
              ),
              percent,
            ) ?? fractionOf(0);
          expect(compareFractions(at(most), limit)).toBeLessThanOrEqual(0);
          expect(compareFractions(at(most + 1), limit)).toBeGreaterThan(0);
        },
      ),
    );
  });

  it("are what remains of O3 where every day is known", () => {
    const lists = smallCatalog([
      indicator("x.o3", {
        kind: "percentile",
        percentile: 90,
        direction: "down",
        decimals: 0,
      }),
    ]);
    const of = {
      indicator: "x.o3",
      comparator: "<=" as const,
      goal: "160",
      from: "2021-01-01",
      deadline: "2021",
    };
    const days = Array.from({ length: 181 }, (_, at) =>
      observation("x.o3", day(at + 1), at < 10 ? 200 : 100),
    );
    const total = observation("x.o3", "2021-01/2021-06", 150);
    // 365 − ⌈1 + 364 × 0.9⌉ = 36, of which 10 are used up.
    expect(rowOf([...days, total], of, "2021-06-30", lists).remaining).toEqual({
      kind: "days",
      stillNeeded: 158,
      affordable: 26,
      daysLeft: 184,
    });
    expect(rowOf([total], of, "2021-06-30", lists).remaining).toEqual({
      kind: "none",
      reason: "progress.needs_daily_values",
    });
  });
});
