import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDecimals,
  compareDecimals,
  decimalOf,
  decimalText,
} from "../../../src/model/decimal.ts";
import {
  groupedText,
  SelectionTally,
} from "../../../src/ui/grid/selection-sum.ts";

function tally(values: readonly (number | string | null | undefined)[]) {
  const sum = new SelectionTally();
  for (const value of values) sum.add(value);
  return sum.result();
}
const text = (value: Parameters<typeof decimalText>[0] | null) =>
  value === null ? null : decimalText(value);

describe("what a selection comes to", () => {
  it("adds decimals as they are written", () => {
    expect(text(tally([0.1, 0.2]).sum)).toBe("0.3");
    expect(text(tally([1.1, 2.25, 3]).sum)).toBe("6.35");
    expect(text(tally([1, 2]).mean)).toBe("1.5");
    expect(text(tally([1, 1, 2]).mean)).toBe("1.3");
  });

  it("counts missing ones apart and never as 0", () => {
    const sum = tally([48, null, undefined, "Ⅲ", 30]);
    expect(sum).toMatchObject({
      cells: 5,
      numbers: 2,
      others: 2,
      min: 30,
      max: 48,
    });
    expect(text(sum.sum)).toBe("78");
    expect(text(sum.mean)).toBe("39");
    expect(tally([null, undefined])).toMatchObject({
      sum: null,
      mean: null,
      min: null,
      max: null,
    });
  });

  it("agrees with exact decimals whatever the sizes", () => {
    const value = fc.oneof(
      fc
        .integer({ min: -1_000_000_000, max: 1_000_000_000 })
        .map((n) => n / 100),
      fc.double({ min: -1e12, max: 1e12, noNaN: true }),
      fc.integer({ min: -900_000_000_000_000, max: 900_000_000_000_000 }),
    );
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 40 }),
        (values) => {
          const expected = values
            .map(decimalOf)
            .reduce(addDecimals, { digits: 0n, scale: 0 });
          const { sum } = tally(
            values.map((one) => Number(decimalText(decimalOf(one)))),
          );
          if (sum === null) throw new Error("there is no sum");
          expect(compareDecimals(sum, expected)).toBe(0);
        },
      ),
    );
  });

  it("is shown with thousands marks", () => {
    expect(groupedText({ digits: -123456789n, scale: 2 })).toBe(
      "-1,234,567.89",
    );
    expect(groupedText({ digits: 5n, scale: 3 })).toBe("0.005");
  });
});
