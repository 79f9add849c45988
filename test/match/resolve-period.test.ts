import { describe, expect, it } from "vitest";
import { periodFrom } from "../../src/match/resolve-period.ts";
import type { PeriodHint } from "../../src/model/facets.ts";
import { parsePeriod } from "../../src/model/period.ts";

function resolve(
  hint: PeriodHint | Extract<PeriodHint, { kind: "relative" }>["which"],
  context: { year?: number; period?: string },
): string | null {
  const period =
    context.period === undefined ? null : parsePeriod(context.period);
  const value: PeriodHint =
    typeof hint === "string" ? { kind: "relative", which: hint } : hint;
  return (
    periodFrom(value, {
      ...(context.year === undefined ? {} : { year: context.year }),
      ...(period === null ? {} : { period }),
    })?.code ?? null
  );
}

describe("periodFrom", () => {
  it("gives months the year of the sheet", () => {
    const months: PeriodHint = { kind: "months", from: 1, to: 6 };
    expect(resolve(months, { year: 2021 })).toBe("2021-01/2021-06");
    expect(resolve(months, { period: "2021-11" })).toBe("2021-01/2021-06");
    expect(resolve(months, {})).toBeNull();
  });

  it("runs 秋冬季 into the next year", () => {
    expect(resolve({ kind: "months", from: 10, to: 3 }, { year: 2020 })).toBe(
      "2020-10/2021-03",
    );
  });

  it("reads a day of a month without a year", () => {
    const day: PeriodHint = { kind: "months", from: 6, to: 6, day: 15 };
    expect(resolve(day, { year: 2022 })).toBe("2022-06-15");
    const leap: PeriodHint = { kind: "months", from: 2, to: 2, day: 29 };
    expect(resolve(leap, { year: 2021 })).toBeNull();
  });

  it.each([
    ["current", "2021-06", "2021-06"],
    ["month", "2021-01/2021-06", "2021-06"],
    ["toDate", "2021-06", "2021-01/2021-06"],
    ["toDate", "2021-Q2", "2021-01/2021-06"],
    ["toDate", "2021-06-15", "2021-01-01/2021-06-15"],
    ["toDate", "2021", "2021"],
    ["lastYear", "2021-01/2021-06", "2020-01/2020-06"],
    ["lastMonth", "2021-01", "2020-12"],
    ["year", "2021-06", "2021"],
  ] as const)("resolves %s on a sheet of %s", (which, period, expected) => {
    expect(resolve(which, { period })).toBe(expected);
  });

  it("leaves open what the sheet does not decide", () => {
    expect(resolve("month", { period: "2021" })).toBeNull();
    expect(resolve("month", { year: 2021 })).toBeNull();
    expect(resolve("toDate", { year: 2021 })).toBeNull();
    expect(resolve("toDate", { period: "2020-10/2021-03" })).toBeNull();
    expect(resolve("current", {})).toBeNull();
  });

  it("takes a year for 本期, 全年 and 上年同期", () => {
    expect(resolve("current", { year: 2019 })).toBe("2019");
    expect(resolve("year", { year: 2019 })).toBe("2019");
    expect(resolve("lastYear", { year: 2019 })).toBe("2018");
  });
});
