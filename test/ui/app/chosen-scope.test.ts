import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  chosenAfter,
  type ChosenScope,
  nothingChosen,
} from "../../../src/ui/app/chosen-scope.ts";
import type { ScopeChange, ViewScope } from "../../../src/ui/state/contexts.ts";
import {
  lastDayOf,
  monthEndedBy,
  periodOfChoice,
} from "../../../src/ui/state/scope-period.ts";

/** What is looked at when the data reaches to the middle of July 2021. */
const now = (chosen: ChosenScope): ViewScope => ({
  ...chosen,
  asOf: chosen.day ?? "2021-07-15",
  search: "",
  spell: null,
});

const after = (...changes: readonly ScopeChange[]): ChosenScope =>
  changes.reduce(
    (chosen: ChosenScope, change) => chosenAfter(chosen, now(chosen), change),
    nothingChosen,
  );

describe("a month of the bar", () => {
  it("is a period alone, and with the year up to it, in their canonical codes", () => {
    const code = (month: string, toDate: boolean) =>
      periodOfChoice({ month, toDate });
    expect(code("2021-06", false)).toBe("2021-06");
    expect(code("2021-06", true)).toBe("2021-01/2021-06");
    expect(code("2021-12", true)).toBe("2021");
    expect(code("2021-01", true)).toBe("2021-01");
    expect(code("", true)).toBe("");
    expect(code("2021-13", false)).toBe("");
  });

  it("ends by a day that is its last, and before any other day of its own", () => {
    expect(monthEndedBy("2021-06-30")).toBe("2021-06");
    expect(monthEndedBy("2021-06-29")).toBe("2021-05");
    expect(monthEndedBy("2021-01-15")).toBe("2020-12");
    expect(monthEndedBy("2020-02-29")).toBe("2020-02");
    expect(monthEndedBy("2020-02-28")).toBe("2020-01");
    expect(monthEndedBy("")).toBe("");
  });
});

describe("what a person chose to look at", () => {
  it("takes the day along with a month, and both back to the data", () => {
    const june = after({ month: "2021-06" });
    expect(june).toEqual({
      ...nothingChosen,
      month: "2021-06",
      day: "2021-06-30",
    });
    expect(after({ month: "2021-06" }, { toDate: true }).toDate).toBe(true);
    expect(
      after({ region: "140100" }, { month: "2021-06" }, { month: "" }),
    ).toEqual({ ...nothingChosen, region: "140100" });
  });

  it("begins the year to date at the last month that ended, and leaves the day", () => {
    expect(after({ toDate: true })).toEqual({
      ...nothingChosen,
      month: "2021-06",
      toDate: true,
    });
  });

  it("keeps the month for a later day, and goes back with an earlier one", () => {
    expect(after({ month: "2021-06" }, { asOf: "2021-08-10" }).month).toBe(
      "2021-06",
    );
    expect(after({ month: "2021-06" }, { asOf: "2021-05-20" })).toMatchObject({
      month: "2021-04",
      day: "2021-05-20",
    });
    expect(after({ asOf: "2021-05-20" }).month).toBe("");
    expect(after({ month: "2021-06" }, { asOf: "" })).toEqual(nothingChosen);
  });

  it("never shows a period that ends after the day", () => {
    const month = fc
      .tuple(
        fc.integer({ min: 2013, max: 2025 }),
        fc.integer({ min: 1, max: 12 }),
      )
      .map(
        ([year, number]) =>
          `${String(year)}-${String(number).padStart(2, "0")}`,
      );
    const day = fc
      .tuple(month, fc.integer({ min: 1, max: 28 }))
      .map(([of, number]) => `${of}-${String(number).padStart(2, "0")}`);
    const change: fc.Arbitrary<ScopeChange> = fc.oneof(
      month.map((chosen) => ({ month: chosen })),
      day.map((asOf) => ({ asOf })),
      fc.boolean().map((toDate) => ({ toDate })),
      fc.constantFrom({ month: "" }, { asOf: "" }, { region: "140000" }),
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
        const chosen = after(...changes);
        if (chosen.month !== "")
          expect(lastDayOf(chosen.month) <= now(chosen).asOf).toBe(true);
        else expect(chosen.toDate).toBe(false);
      }),
    );
  });
});
