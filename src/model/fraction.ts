import {
  type Decimal,
  decimalOf,
  divideHalfEven,
  powerOfTen,
} from "./decimal.ts";

/** An exact rational number with a positive denominator; not reduced. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

export function fractionOf(value: Decimal | number | bigint): Fraction {
  if (typeof value === "bigint") return { n: value, d: 1n };
  const exact = typeof value === "number" ? decimalOf(value) : value;
  return { n: exact.digits, d: powerOfTen(exact.scale) };
}

export function addFractions(a: Fraction, b: Fraction): Fraction {
  if (a.d === b.d) return { n: a.n + b.n, d: a.d };
  // Tenths and hundredths meet in hundredths: else a long sum grows a digit a part.
  if (b.d % a.d === 0n) return { n: a.n * (b.d / a.d) + b.n, d: b.d };
  if (a.d % b.d === 0n) return { n: a.n + b.n * (a.d / b.d), d: a.d };
  return { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
}

export function subtractFractions(a: Fraction, b: Fraction): Fraction {
  return addFractions(a, { n: -b.n, d: b.d });
}

export function multiplyFractions(a: Fraction, b: Fraction): Fraction {
  return { n: a.n * b.n, d: a.d * b.d };
}

/** `a / b`; null when `b` is zero. */
export function divideFractions(a: Fraction, b: Fraction): Fraction | null {
  if (b.n === 0n) return null;
  return b.n < 0n
    ? { n: -a.n * b.d, d: a.d * -b.n }
    : { n: a.n * b.d, d: a.d * b.n };
}

export function compareFractions(a: Fraction, b: Fraction): number {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Rounded once, half to even, to `decimals` (negative rounds to tens and above). */
export function roundFraction(value: Fraction, decimals: number): Decimal {
  if (decimals >= 0)
    return {
      digits: divideHalfEven(value.n * powerOfTen(decimals), value.d),
      scale: decimals,
    };
  const unit = powerOfTen(-decimals);
  return { digits: divideHalfEven(value.n, value.d * unit) * unit, scale: 0 };
}
