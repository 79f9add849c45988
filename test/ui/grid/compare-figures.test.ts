import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareFigures } from "../../../src/ui/grid/compare-figures.ts";

const value = fc.oneof(fc.double({ noNaN: true }), fc.constant(null));

describe("compareFigures", () => {
  it("is antisymmetric", () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(Math.sign(compareFigures(a, b))).toBe(
          -Math.sign(compareFigures(b, a)) + 0,
        );
      }),
    );
  });

  it("keeps missing values last whichever way the sort goes", () => {
    const up = [3, null, 1].sort((a, b) => compareFigures(a, b));
    expect(up).toEqual([1, 3, null]);
    // The grid turns the sign of a descending sort around itself.
    const down = [3, null, 1].sort(
      (a, b) => -compareFigures(a, b, undefined, undefined, true),
    );
    expect(down).toEqual([3, 1, null]);
  });
});
