import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePeriod } from "../../../src/model/period.ts";
import {
  choicePeriod,
  periodAt,
  periodChoice,
  periodKinds,
} from "../../../src/ui/parts/period-choice.ts";

describe("period choice", () => {
  it("always makes a canonical code, which its own controls show again", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...periodKinds),
        fc.integer({ min: 1950, max: 2100 }),
        fc.integer({ min: 1, max: 12 }),
        (kind, year, part) => {
          const code = choicePeriod({ kind, year, part });
          expect(parsePeriod(code)?.code).toBe(code);
          expect(choicePeriod(periodChoice(code))).toBe(code);
        },
      ),
    );
  });

  it("takes the year so far at a day", () => {
    expect(periodAt("2021-06-30")).toBe("2021-01/2021-06");
    expect(periodAt("2019-12-31")).toBe("2019");
    expect(periodAt("")).toBe("");
  });
});
