import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumber } from "../../src/model/calendar.ts";
import {
  type Period,
  isYearToDate,
  monthPeriod,
  monthRange,
  parsePeriod,
  periodOf,
  sameLastYear,
  shiftYears,
  yearPeriod,
  yearToMonth,
} from "../../src/model/period.ts";

function parse(code: string): Period {
  const period = parsePeriod(code);
  if (period === null) throw new Error(`not a period: ${code}`);
  return period;
}

describe("period codes", () => {
  it.each([
    ["2021", "2021"],
    ["2021-01/2021-12", "2021"],
    ["2021-06", "2021-06"],
    ["2021-06-01/2021-06-30", "2021-06"],
    ["2021-04/2021-06", "2021-Q2"],
    ["2021-Q1", "2021-01/2021-03"],
    ["2021-01/2021-06", "2021-01/2021-06"],
    ["2016/2020", "2016/2020"],
    ["2021-10/2022-03", "2021-10/2022-03"],
    ["2020-01-01/2020-12-13", "2020-01-01/2020-12-13"],
    ["2021-06-15", "2021-06-15"],
  ])("write %s as %s", (code, canonical) => {
    expect(parse(code).code).toBe(canonical);
  });

  it.each([
    "",
    "2021-13",
    "2021-Q5",
    "2021/2020",
    "2021/",
    "a/b",
    "2021-02-30",
    "1/2/3",
  ])("refuse %j", (code) => {
    expect(parsePeriod(code)).toBeNull();
  });

  it("come back the same from their own code", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 30_000 }),
        fc.integer({ min: 1, max: 3000 }),
        (start, length) => {
          const period = periodOf(start, start + length);
          expect(parse(period.code)).toEqual(period);
        },
      ),
    );
  });

  it("are made from years and months", () => {
    expect(yearPeriod(2020).end - yearPeriod(2020).start).toBe(366);
    expect(monthPeriod(2021, 12).code).toBe("2021-12");
    expect(yearToMonth(2021, 6).code).toBe("2021-01/2021-06");
    expect(yearToMonth(2021, 1).code).toBe("2021-01");
    expect(monthRange(2021, 10, 2022, 3).code).toBe("2021-10/2022-03");
    expect(() => periodOf(5, 5)).toThrow("at least one day");
  });

  it("know which ones run from January within a year", () => {
    expect(
      [
        "2021-01/2021-06",
        "2021-01-01/2021-06-15",
        "2021",
        "2021-01",
        "2021-Q2",
        "2020-01/2021-06",
      ].map((code) => isYearToDate(parse(code))),
    ).toEqual([true, true, false, false, false, false]);
  });
});

describe("the same period of another year", () => {
  it.each([
    ["2021", "2020"],
    ["2021-02", "2020-02"],
    ["2020-02", "2019-02"],
    ["2021-01/2021-02", "2020-01/2020-02"],
    ["2021-Q2", "2020-Q2"],
    ["2020-02-29", "2019-02-28"],
    ["2020-02-28", "2019-02-28"],
    ["2021-02-28", "2020-02-28"],
    ["2020-02-01/2020-02-28", "2019-02"],
    ["2020-12-13", "2019-12-13"],
    ["2021-01-01/2021-06-15", "2020-01-01/2020-06-15"],
  ])("of %s is %s", (code, before) => {
    expect(sameLastYear(parse(code)).code).toBe(before);
  });

  it("always has at least a day, and goes back for anything but the end of February", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 30_000 }),
        fc.integer({ min: 1, max: 800 }),
        fc.integer({ min: -10, max: 10 }),
        (start, length, years) => {
          const period = periodOf(start, start + length);
          const shifted = shiftYears(period, years);
          expect(shifted.end).toBeGreaterThan(shifted.start);
          if (!touchesFebruaryEnd(period) && !touchesFebruaryEnd(shifted))
            expect(shiftYears(shifted, -years)).toEqual(period);
        },
      ),
    );
  });
});

function touchesFebruaryEnd({ start, end }: Period): boolean {
  for (let year = 1969; year < 2070; year += 1) {
    const from = dayNumber(year, 2, 28);
    const to = dayNumber(year, 3, 1);
    if ((start >= from && start <= to) || (end >= from && end <= to))
      return true;
  }
  return false;
}
