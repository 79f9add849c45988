import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalText } from "../../src/model/decimal.ts";
import {
  addFractions,
  compareFractions,
  divideFractions,
  fractionOf,
  multiplyFractions,
  roundFraction,
  subtractFractions,
} from "../../src/model/fraction.ts";

const fractions = fc.record({
  n: fc.bigInt({ min: -1_000_000n, max: 1_000_000n }),
  d: fc.bigInt({ min: 1n, max: 1_000_000n }),
});

describe("fractions", () => {
  it("read numbers as their decimal text", () => {
    expect(fractionOf(0.1)).toEqual({ n: 1n, d: 10n });
    expect(fractionOf(-3n)).toEqual({ n: -3n, d: 1n });
  });

  it("keep a positive denominator and refuse to divide by zero", () => {
    expect(divideFractions(fractionOf(1), fractionOf(-3))).toEqual({
      n: -1n,
      d: 3n,
    });
    expect(divideFractions(fractionOf(1), fractionOf(0))).toBeNull();
  });

  it("round once, half to even", () => {
    expect(decimalText(roundFraction({ n: 9n, d: 58n }, 3))).toBe("0.155");
    expect(decimalText(roundFraction({ n: 1n, d: 8n }, 2))).toBe("0.12");
    expect(decimalText(roundFraction({ n: -3n, d: 8n }, 2))).toBe("-0.38");
    expect(decimalText(roundFraction({ n: 2500n, d: 1n }, -3))).toBe("2000");
  });

  it("obey the laws of arithmetic", () => {
    fc.assert(
      fc.property(fractions, fractions, fractions, (a, b, c) => {
        const same = (x: typeof a, y: typeof a) =>
          expect(compareFractions(x, y)).toBe(0);
        same(addFractions(a, b), addFractions(b, a));
        same(subtractFractions(addFractions(a, b), b), a);
        same(
          multiplyFractions(a, addFractions(b, c)),
          addFractions(multiplyFractions(a, b), multiplyFractions(a, c)),
        );
        const quotient = divideFractions(a, b);
        if (quotient === null) expect(b.n).toBe(0n);
        else same(multiplyFractions(quotient, b), a);
        expect(Math.sign(compareFractions(a, b))).toBe(
          -Math.sign(compareFractions(b, a)) + 0,
        );
      }),
    );
  });
});
