import { describe, expect, it } from "vitest";
import {
  periodAnswer,
  periodHintOf,
  periodThatFollows,
  yearThatFollows,
} from "../../src/lens/period-answer.ts";
import { parsePeriod } from "../../src/model/period.ts";

describe("an answered period", () => {
  it("is kept as it relates to what the sheet states", () => {
    expect(periodAnswer("2021-06", ["2021-06"], [])).toBe("~current");
    expect(periodAnswer("2021-01/2021-06", ["2021-06"], [])).toBe("~toDate");
    expect(periodAnswer("2020-06", ["2021-06"], [])).toBe("~lastYear");
    expect(periodAnswer("2021-05", [], ["2021-04", "2021-05"])).toBe("~1");
    expect(periodAnswer("2019", ["2021-06"], [])).toBe("2019");
    expect(periodAnswer("2021-06", [], [])).toBe("2021-06");
  });

  it("holds on another file only when it is relative", () => {
    expect(periodHintOf("~toDate", [], "b")).toEqual({
      kind: "relative",
      which: "toDate",
    });
    expect(periodHintOf("2021-06", ["a"], "b")).toBeNull();
    expect(periodHintOf("2021-06", ["a"], "a")).toEqual({
      kind: "period",
      code: "2021-06",
    });
  });
});

describe("months without a year", () => {
  const last = parsePeriod("2021-10");
  it.each([
    [10, 2021],
    [11, 2021],
    [12, 2021],
    [1, 2022],
    [4, 2022],
  ])("that follow October 2021: %i is of %i", (month, year) => {
    expect(last === null ? null : yearThatFollows(month, last)).toBe(year);
  });

  it.each([5, 8, 9])(
    "that may be earlier or later are not decided: %i",
    (month) => {
      expect(last === null ? 0 : yearThatFollows(month, last)).toBeNull();
    },
  );
});

it.each([
  ["2021-06", "2021-07"],
  ["2021-12", "2022-01"],
  ["2021-01/2021-06", "2021-01/2021-07"],
  ["2021-01/2021-11", "2021"],
  ["2021-Q2", "2021-Q3"],
  ["2021", "2022"],
  ["2021-06-30", "2021-07-01"],
])("the period after %s is %s", (period, next) => {
  expect(periodThatFollows(period)).toBe(next);
});
