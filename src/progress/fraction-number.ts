import { type Decimal, decimalNumber, powerOfTen } from "../model/decimal.ts";
import { type Fraction, roundFraction } from "../model/fraction.ts";

const shownDecimals = 12;

/** The number handed out for an exact fraction: rounded once, half to even, to at most 12 decimals. */
export function fractionNumber(value: Fraction): number {
  return decimalNumber(roundFraction(value, shownDecimals));
}

const tracedDecimals = 6;

/** A computed number as a trace shows it: rounded to at most 6 decimals, where the row holds 12. */
export function tracedNumber(value: Fraction): number {
  return decimalNumber(roundFraction(value, tracedDecimals));
}

/** The decimals a fraction needs to be written out, up to 12; null when it needs more. */
export function decimalsNeeded(value: Fraction): number | null {
  for (let decimals = 0; decimals <= shownDecimals; decimals += 1)
    if ((value.n * powerOfTen(decimals)) % value.d === 0n) return decimals;
  return null;
}

export function fractionOfDecimal(value: Decimal): Fraction {
  return { n: value.digits, d: powerOfTen(value.scale) };
}

export function wholeFraction(value: number): Fraction {
  return { n: BigInt(value), d: 1n };
}

export function absFraction(value: Fraction): Fraction {
  return value.n < 0n ? { n: -value.n, d: value.d } : value;
}
