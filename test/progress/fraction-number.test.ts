import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalNumber } from "../../src/model/decimal.ts";
import { type Fraction, roundFraction } from "../../src/model/fraction.ts";
import {
  fractionNumber,
  tracedNumber,
} from "../../src/progress/fraction-number.ts";

/** Any fraction, and those that lie at or next to half a unit of the last decimal handed out. */
const fractions: fc.Arbitrary<Fraction> = fc.oneof(
  fc.record({
    n: fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }),
    d: fc.bigInt({ min: 1n, max: 10n ** 25n }),
  }),
  fc.record({
    n: fc.bigInt({ min: -100_000n, max: 100_000n }),
    d: fc.bigInt({ min: 1n, max: 400n }),
  }),
  fc
    .record({
      units: fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }),
      decimals: fc.constantFrom(6n, 12n),
      beside: fc.constantFrom(-1n, 0n, 1n),
      near: fc.constantFrom(0n, 3n, 9n),
    })
    .map(({ units, decimals, beside, near }) => ({
      n: (2n * units + 1n) * 10n ** near + beside,
      d: 2n * 10n ** (decimals + near),
    })),
);

describe("a number handed out for a fraction", () => {
  it("is the fraction rounded once, half to even", () => {
    fc.assert(
      fc.property(fractions, (value) => {
        expect(fractionNumber(value)).toBe(
          decimalNumber(roundFraction(value, 12)),
        );
        expect(tracedNumber(value)).toBe(
          decimalNumber(roundFraction(value, 6)),
        );
      }),
      { numRuns: 3000 },
    );
  });
});
