import { describe, expect, it } from "vitest";
import {
  supposePeriods,
  usualKind,
} from "../../../src/ui/targets/suppose-periods.ts";
import {
  supposedFor,
  withSupposed,
} from "../../../src/ui/targets/with-supposed.ts";
import { progressRow } from "../progress-row.ts";

const row = progressRow({ period: "2021-01/2021-09", deadline: "2021" });

describe("periods to suppose values for", () => {
  it("are the figure's own and those up to the deadline", () => {
    expect(supposePeriods(row, "month", "2021-09-30")).toEqual([
      "2021-01/2021-09",
      "2021-10",
      "2021-11",
      "2021-12",
    ]);
    expect(supposePeriods(row, "toDate", "2021-09-30")).toEqual([
      "2021-01/2021-09",
      "2021-01/2021-10",
      "2021-01/2021-11",
      "2021",
    ]);
    const years = progressRow({ period: "2021", deadline: "2025" });
    expect(usualKind(years)).toBe("year");
    expect(supposePeriods(years, "year", "2021-12-31")).toEqual([
      "2021",
      "2022",
      "2023",
      "2024",
      "2025",
    ]);
  });

  it("are at least the next one, and at most twelve", () => {
    const late = progressRow({ period: "2021", deadline: "2020" });
    expect(supposePeriods(late, "year", "2021-12-31")).toEqual([
      "2021",
      "2022",
    ]);
    const early = progressRow({ period: "", deadline: "2025", actual: null });
    const periods = supposePeriods(early, "month", "2021-06-30");
    expect(periods).toHaveLength(12);
    expect(periods[0]).toBe("2021-07");
  });
});

describe("supposed rows", () => {
  it("take the places of the same target and series, whatever their period", () => {
    const other = progressRow({ region: "140200" });
    const supposed = progressRow({
      period: "2021-01/2021-10",
      status: "已达标",
    });
    expect(withSupposed([row, other], [supposed])).toEqual([supposed, other]);
    expect(withSupposed([row, other], null)).toEqual([row, other]);
    expect(supposedFor(other, [supposed])).toBeUndefined();
  });
});
