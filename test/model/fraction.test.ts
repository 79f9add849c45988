import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  decimalNumber,
  decimalOf,
  decimalText,
} from "../../src/model/decimal.ts";
import {
  type Fraction,
  addFractions,
  asDecimal,
  compareFractions,
  decimalFractionNumber,
  divideFractions,
  fractionOf,
  hasDecimals,
  multiplyFractions,
  nearNumber,
  negateFraction,
  ratioOf,
  roundFraction,
  roundedFraction,
  signOf,
  subtractFractions,
} from "../../src/model/fraction.ts";

const fractions = fc.record({
  n: fc.bigInt({ min: -1_000_000n, max: 1_000_000n }),
  d: fc.bigInt({ min: 1n, max: 1_000_000n }),
});

/** Near 0, near the half of 2^53 and near 2^53, and small ones such as rows have. */
const whole = (least: bigint): fc.Arbitrary<bigint> =>
  fc.oneof(
    fc.bigInt({ min: least, max: 2000n }),
    fc.bigInt({ min: 2n ** 53n - 20n, max: 2n ** 53n + 20n }),
    fc.bigInt({ min: 2n ** 26n - 20n, max: 2n ** 27n }),
    fc.bigInt({ min: 1n, max: 2n ** 60n }),
    fc.integer({ min: 0, max: 18 }).map((power) => 10n ** BigInt(power)),
  );
const sized: fc.Arbitrary<Fraction> = fc.record({
  n: fc
    .tuple(whole(0n), fc.boolean())
    .map(([size, negative]) => (negative ? -size : size)),
  d: whole(1n),
});

/** In doubles where they hold both. */
const fractionFrom = ({ n, d }: Fraction): Fraction =>
  [n, d].every((one) => Number.isSafeInteger(Number(one)))
    ? ratioOf(Number(n), Number(d))
    : { n, d };

const parts = (value: Fraction | null): readonly bigint[] | null =>
  value === null ? null : [value.n, value.d];

describe("fractions", () => {
  it("read numbers as their decimal text", () => {
    expect(parts(fractionOf(0.1))).toEqual([1n, 10n]);
    expect(parts(fractionOf(-3n))).toEqual([-3n, 1n]);
  });

  it("keep a positive denominator and refuse to divide by zero", () => {
    expect(parts(divideFractions(fractionOf(1), fractionOf(-3)))).toEqual([
      -1n,
      3n,
    ]);
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

  it("are the same in doubles as in bigints, up to what doubles hold and beyond", () => {
    fc.assert(
      fc.property(
        sized,
        sized,
        fc.integer({ min: -3, max: 20 }),
        (a, b, to) => {
          const [x, y] = [fractionFrom(a), fractionFrom(b)];
          const same = (found: Fraction | null, n: bigint, d: bigint) => {
            expect(found).not.toBeNull();
            if (found === null) return;
            expect(found.d > 0n).toBe(true);
            expect(found.n * d).toBe(n * found.d);
            expect(Object.is(nearNumber(found), -0)).toBe(false);
          };
          same(x, a.n, a.d);
          same(addFractions(x, y), a.n * b.d + b.n * a.d, a.d * b.d);
          same(subtractFractions(x, y), a.n * b.d - b.n * a.d, a.d * b.d);
          same(multiplyFractions(x, y), a.n * b.n, a.d * b.d);
          same(negateFraction(x), -a.n, a.d);
          if (b.n === 0n) expect(divideFractions(x, y)).toBeNull();
          else {
            const sign = b.n < 0n ? -1n : 1n;
            same(divideFractions(x, y), sign * a.n * b.d, sign * a.d * b.n);
          }
          const order = a.n * b.d - b.n * a.d;
          expect(compareFractions(x, y)).toBe(
            order < 0n ? -1 : order > 0n ? 1 : 0,
          );
          expect(signOf(x)).toBe(a.n < 0n ? -1 : a.n > 0n ? 1 : 0);
          const rounded = roundFraction(a, to);
          expect(roundFraction(x, to)).toEqual(rounded);
          const over = 10n ** BigInt(rounded.scale);
          same(roundedFraction(x, to), rounded.digits, over);
          expect(asDecimal(roundedFraction(x, to))).toEqual(rounded);
          expect(decimalFractionNumber(roundedFraction(x, to))).toBe(
            decimalNumber(rounded),
          );
          if (to >= 0)
            expect(hasDecimals(x, to)).toBe(
              (a.n * 10n ** BigInt(to)) % a.d === 0n,
            );
        },
      ),
      { numRuns: 5000 },
    );
  });

  it("of numbers are their decimals", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.double({ noNaN: true, noDefaultInfinity: true }),
          fc.integer().map((value) => value / 1000),
          fc.maxSafeInteger(),
        ),
        (value) => {
          const { digits, scale } = decimalOf(value);
          expect(parts(fractionOf(value))).toEqual([
            digits,
            10n ** BigInt(scale),
          ]);
          expect(fractionOf(decimalOf(value))).toEqual(fractionOf(value));
        },
      ),
      { numRuns: 3000 },
    );
    expect(() => fractionOf(NaN)).toThrow();
    expect(() => fractionOf(Number.POSITIVE_INFINITY)).toThrow();
  });
});
