import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  civilDate,
  dayNumber,
  daysInMonth,
  isLeapYear,
  isoDate,
  parseIsoDate,
} from "../../src/model/calendar.ts";

describe("calendar", () => {
  it("counts days as the standard calendar does", () => {
    fc.assert(
      fc.property(fc.integer({ min: -60_000, max: 100_000 }), (days) => {
        const date = new Date(days * 86_400_000);
        const civil = civilDate(days);
        expect(civil).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        });
        expect(dayNumber(civil.year, civil.month, civil.day)).toBe(days);
        expect(isoDate(days)).toBe(date.toISOString().slice(0, 10));
        expect(parseIsoDate(isoDate(days))).toBe(days);
      }),
    );
  });

  it("lets months run over into other years", () => {
    expect(isoDate(dayNumber(2021, 13, 1))).toBe("2022-01-01");
    expect(isoDate(dayNumber(2021, 0, 1))).toBe("2020-12-01");
    expect(isoDate(dayNumber(2021, -11, 1))).toBe("2020-01-01");
  });

  it("knows leap years and the lengths of months", () => {
    expect([1900, 2000, 2020, 2021].map(isLeapYear)).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(daysInMonth(2020, 2)).toBe(29);
    expect(daysInMonth(2021, 4)).toBe(30);
  });

  it.each([
    "2021-02-29",
    "2021-00-01",
    "2021-13-01",
    "2021-1-1",
    "20210101",
    "",
  ])("refuses %j", (text) => {
    expect(parseIsoDate(text)).toBeNull();
  });
});
