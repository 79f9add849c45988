import {
  type Decimal,
  decimalNumber,
  decimalOf,
  decimalPlaces,
  divideHalfEven,
  powerOfTen,
} from "./decimal.ts";

/** An exact rational number with a positive denominator; not reduced. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

/**
 * A fraction of two whole numbers that doubles hold exactly: nearly all there
 * are, and computed with many times faster. What grows beyond is a plain
 * fraction of two bigints.
 */
class SmallFraction implements Fraction {
  readonly top: number;
  readonly bottom: number;

  /** Both whole and at most 2^53 − 1 in size, `bottom` above 0. */
  constructor(top: number, bottom: number) {
    // No negative zero: it would be seen in what is handed out.
    this.top = top + 0;
    this.bottom = bottom;
  }

  get n(): bigint {
    return BigInt(this.top);
  }

  get d(): bigint {
    return BigInt(this.bottom);
  }
}

/** A double that comes out of whole doubles and is this small was not rounded. */
const greatest = Number.MAX_SAFE_INTEGER;

function isExact(whole: number): boolean {
  return whole <= greatest && whole >= -greatest;
}

/** `n / d` of whole numbers, `d` above 0. */
export function ratioOf(n: number, d: number): Fraction {
  return isExact(n) && isExact(d)
    ? new SmallFraction(n, d)
    : { n: BigInt(n), d: BigInt(d) };
}

/** The powers of ten that doubles hold and that stay small. */
const smallPowers: readonly number[] = Array.from({ length: 16 }, (_, power) =>
  Number(`1e${power}`),
);

export function fractionOf(value: Decimal | number | bigint): Fraction {
  if (typeof value === "number") {
    const places = decimalPlaces(value);
    const power = smallPowers[places];
    if (places >= 0 && power !== undefined)
      return new SmallFraction(Math.round(value * power), power);
    return fractionOf(decimalOf(value));
  }
  if (typeof value === "bigint") return whole(value);
  const power = smallPowers[value.scale];
  const digits = Number(value.digits);
  return power !== undefined && isExact(digits)
    ? new SmallFraction(digits, power)
    : { n: value.digits, d: powerOfTen(value.scale) };
}

function whole(value: bigint): Fraction {
  const number = Number(value);
  return isExact(number) ? new SmallFraction(number, 1) : { n: value, d: 1n };
}

export function addFractions(a: Fraction, b: Fraction): Fraction {
  if (a instanceof SmallFraction && b instanceof SmallFraction) {
    const sum = addSmall(a, b.top, b.bottom);
    if (sum !== null) return sum;
  }
  if (a.d === b.d) return { n: a.n + b.n, d: a.d };
  // Tenths and hundredths meet in hundredths: else a long sum grows a digit a part.
  if (b.d % a.d === 0n) return { n: a.n * (b.d / a.d) + b.n, d: b.d };
  if (a.d % b.d === 0n) return { n: a.n + b.n * (a.d / b.d), d: a.d };
  return { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
}

/** As {@link addFractions} has it; null when it grows beyond. */
function addSmall(
  { top, bottom }: SmallFraction,
  n: number,
  d: number,
): Fraction | null {
  let left = top;
  let right = n;
  let below = bottom;
  if (bottom !== d)
    if (d % bottom === 0) {
      left *= d / bottom;
      below = d;
    } else if (bottom % d === 0) right *= bottom / d;
    else {
      left *= d;
      right *= bottom;
      below *= d;
    }
  const sum = left + right;
  return isExact(left) && isExact(right) && isExact(sum) && isExact(below)
    ? new SmallFraction(sum, below)
    : null;
}

export function subtractFractions(a: Fraction, b: Fraction): Fraction {
  if (a instanceof SmallFraction && b instanceof SmallFraction) {
    const rest = addSmall(a, -b.top, b.bottom);
    if (rest !== null) return rest;
  }
  return addFractions(a, { n: -b.n, d: b.d });
}

export function negateFraction(value: Fraction): Fraction {
  return value instanceof SmallFraction
    ? new SmallFraction(-value.top, value.bottom)
    : { n: -value.n, d: value.d };
}

export function multiplyFractions(a: Fraction, b: Fraction): Fraction {
  if (a instanceof SmallFraction && b instanceof SmallFraction) {
    const top = a.top * b.top;
    const bottom = a.bottom * b.bottom;
    if (isExact(top) && isExact(bottom)) return new SmallFraction(top, bottom);
  }
  return { n: a.n * b.n, d: a.d * b.d };
}

/** `a / b`; null when `b` is zero. */
export function divideFractions(a: Fraction, b: Fraction): Fraction | null {
  if (a instanceof SmallFraction && b instanceof SmallFraction) {
    if (b.top === 0) return null;
    const top = a.top * b.bottom;
    const bottom = a.bottom * b.top;
    if (isExact(top) && isExact(bottom))
      return bottom < 0
        ? new SmallFraction(-top, -bottom)
        : new SmallFraction(top, bottom);
  }
  if (b.n === 0n) return null;
  return b.n < 0n
    ? { n: -a.n * b.d, d: a.d * -b.n }
    : { n: a.n * b.d, d: a.d * b.n };
}

export function compareFractions(a: Fraction, b: Fraction): number {
  if (a instanceof SmallFraction && b instanceof SmallFraction) {
    const left = a.top * b.bottom;
    const right = b.top * a.bottom;
    if (isExact(left) && isExact(right))
      return left < right ? -1 : left > right ? 1 : 0;
  }
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** -1, 0 or 1. */
export function signOf(value: Fraction): number {
  if (value instanceof SmallFraction) return Math.sign(value.top);
  return value.n < 0n ? -1 : value.n > 0n ? 1 : 0;
}

/** Rounded once, half to even, to `decimals` (negative rounds to tens and above). */
export function roundFraction(value: Fraction, decimals: number): Decimal {
  if (decimals >= 0) {
    const rounded = roundedTop(value, decimals);
    return {
      digits:
        rounded === null
          ? divideHalfEven(value.n * powerOfTen(decimals), value.d)
          : BigInt(rounded),
      scale: decimals,
    };
  }
  const unit = powerOfTen(-decimals);
  return { digits: divideHalfEven(value.n, value.d * unit) * unit, scale: 0 };
}

/** {@link roundFraction} as a fraction: over 10^decimals, over 1 where they are negative. */
export function roundedFraction(value: Fraction, decimals: number): Fraction {
  const rounded = decimals >= 0 ? roundedTop(value, decimals) : null;
  const power = smallPowers[decimals];
  return rounded === null || power === undefined
    ? fractionOf(roundFraction(value, decimals))
    : new SmallFraction(rounded, power);
}

/** `value × 10^decimals` rounded half to even; null when doubles cannot tell. */
function roundedTop(value: Fraction, decimals: number): number | null {
  const power = smallPowers[decimals];
  if (!(value instanceof SmallFraction) || power === undefined) return null;
  const { top, bottom } = value;
  const scaled = Math.abs(top) * power;
  if (!isExact(scaled)) return null;
  const over = scaled % bottom;
  const down = (scaled - over) / bottom;
  // `over` against what is missing: twice of it might be rounded.
  const missing = bottom - over;
  const up = over > missing || (over === missing && down % 2 === 1);
  const size = up ? down + 1 : down;
  return top < 0 ? 0 - size : size;
}

/** True when the fraction is written out with that many decimals, 0 or more. */
export function hasDecimals(value: Fraction, decimals: number): boolean {
  if (value instanceof SmallFraction) {
    const scaled = value.top * (smallPowers[decimals] ?? NaN);
    if (isExact(scaled)) return scaled % value.bottom === 0;
  }
  return (value.n * powerOfTen(decimals)) % value.d === 0n;
}

/** A double near the fraction: off by a few parts in 2^53. */
export function nearNumber(value: Fraction): number {
  return value instanceof SmallFraction
    ? value.top / value.bottom
    : Number(value.n) / Number(value.d);
}

/** The decimal that a fraction over a power of ten is, with that many decimals. */
export function asDecimal({ n, d }: Fraction): Decimal {
  return { digits: n, scale: d.toString().length - 1 };
}

/** The double nearest to a fraction over a power of ten. */
export function decimalFractionNumber(value: Fraction): number {
  // Both exact, so their quotient is rounded once.
  return value instanceof SmallFraction
    ? value.top / value.bottom
    : decimalNumber(asDecimal(value));
}
