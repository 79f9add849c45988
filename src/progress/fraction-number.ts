import { type Decimal, decimalNumber } from "../model/decimal.ts";
import {
  type Fraction,
  fractionOf,
  hasDecimals,
  nearNumber,
  negateFraction,
  ratioOf,
  roundFraction,
  signOf,
} from "../model/fraction.ts";

const shownDecimals = 12;

/** The number handed out for an exact fraction: rounded once, half to even, to at most 12 decimals. */
export function fractionNumber(value: Fraction): number {
  return roundedNumber(value, shownDecimals, 1e12);
}

const tracedDecimals = 6;

/** A computed number as a trace shows it: rounded to at most 6 decimals, where the row holds 12. */
export function tracedNumber(value: Fraction): number {
  return roundedNumber(value, tracedDecimals, 1e6);
}

/** `decimalNumber(roundFraction(value, decimals))`, in doubles where they tell for sure how to round; `power` is 10^decimals. */
function roundedNumber(
  value: Fraction,
  decimals: number,
  power: number,
): number {
  const scaled = nearNumber(value) * power;
  const size = Math.abs(scaled);
  // Two conversions, a quotient and a product, each off by at most one part in 2^53.
  const off = size * 2 ** -50;
  if (size < 2 ** 52 && Math.abs(scaled - Math.floor(scaled) - 0.5) > off) {
    const digits = Math.round(scaled);
    return digits === 0 ? 0 : digits / power;
  }
  return decimalNumber(roundFraction(value, decimals));
}

/** The decimals a fraction needs to be written out, up to 12; null when it needs more. */
export function decimalsNeeded(value: Fraction): number | null {
  for (let decimals = 0; decimals <= shownDecimals; decimals += 1)
    if (hasDecimals(value, decimals)) return decimals;
  return null;
}

export function fractionOfDecimal(value: Decimal): Fraction {
  return fractionOf(value);
}

export function wholeFraction(value: number): Fraction {
  return ratioOf(value, 1);
}

export function absFraction(value: Fraction): Fraction {
  return signOf(value) < 0 ? negateFraction(value) : value;
}
