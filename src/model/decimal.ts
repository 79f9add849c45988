/**
 * An exact decimal number: `digits × 10^-scale`, with `scale ≥ 0`. Figures are
 * computed in these and never in binary doubles, because a person checks them
 * against decimal text.
 */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

const numberPattern = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;

/** The decimal a text spells (`-0.0365`, `1e-3`); null when it spells none. Trailing zeros are kept as scale. */
export function parseDecimal(text: string): Decimal | null {
  const match = numberPattern.exec(text);
  if (match === null) return null;
  const whole = match[2] ?? "";
  const part = match[3] ?? "";
  if (whole === "" && part === "") return null;
  const exponent = Number(match[4] ?? "0");
  const digits = BigInt((match[1] === "-" ? "-" : "") + (whole + part || "0"));
  const scale = part.length - exponent;
  return scale >= 0
    ? { digits, scale }
    : { digits: digits * 10n ** BigInt(-scale), scale: 0 };
}

/**
 * The shortest decimal text of at most 15 significant digits that a double
 * stands for: what a spreadsheet shows and what its author typed.
 * @throws when the number is not finite.
 */
export function decimalOf(value: number): Decimal {
  if (!Number.isFinite(value)) throw new Error(`not a finite number: ${value}`);
  const scale = decimalPlaces(value);
  if (scale >= 0)
    return { digits: BigInt(Math.round(value * 10 ** scale)), scale };
  const exact = parseDecimal(value.toPrecision(15));
  if (exact === null) throw new Error(`not a decimal number: ${value}`);
  return trimDecimal(exact);
}

/**
 * How many decimals the decimal of a double has ({@link decimalOf}), where
 * those are at most six and its digits are `Math.round(value * 10 ** places)`;
 * else -1.
 */
export function decimalPlaces(value: number): number {
  // A decimal of at most 15 digits that divides back to the double is the one its text spells.
  for (let places = 0, power = 1; places <= 6; places += 1, power *= 10) {
    const digits = Math.round(value * power);
    if (digits > mostDigits || digits < -mostDigits) return -1;
    if (digits / power === value) return places;
  }
  return -1;
}

/** The greatest number of 15 digits. */
const mostDigits = 999_999_999_999_999;

const powers: readonly bigint[] = Array.from(
  { length: 31 },
  (_, power) => 10n ** BigInt(power),
);

/** 10 to a power of 0 or more. */
export function powerOfTen(power: number): bigint {
  return powers[power] ?? 10n ** BigInt(power);
}

/** The same value without trailing zeros in its scale. */
export function trimDecimal(value: Decimal): Decimal {
  let { digits, scale } = value;
  while (scale > 0 && digits % 10n === 0n) {
    digits /= 10n;
    scale -= 1;
  }
  return { digits, scale };
}

/** Plain digits with exactly `scale` decimals, no exponent: `-0.036`, `1.0`. */
export function decimalText(value: Decimal): string {
  const negative = value.digits < 0n;
  const text = (negative ? -value.digits : value.digits)
    .toString()
    .padStart(value.scale + 1, "0");
  const cut = text.length - value.scale;
  const body =
    value.scale === 0 ? text : `${text.slice(0, cut)}.${text.slice(cut)}`;
  return negative ? `-${body}` : body;
}

/** The powers of ten that are doubles, from 1 on. */
export const exactPowers: readonly number[] = Array.from(
  { length: 23 },
  (_, power) => Number(`1e${power}`),
);

/** The double nearest to the decimal. */
export function decimalNumber(value: Decimal): number {
  // Both exact as doubles, so their quotient is rounded once, to the nearest.
  const digits = Number(value.digits);
  const power = exactPowers[value.scale];
  if (power !== undefined && Number.isSafeInteger(digits))
    return digits / power;
  return Number(decimalText(value));
}

function align(a: Decimal, b: Decimal): [bigint, bigint, number] {
  const scale = Math.max(a.scale, b.scale);
  return [
    a.digits * powerOfTen(scale - a.scale),
    b.digits * powerOfTen(scale - b.scale),
    scale,
  ];
}

export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const [x, y, scale] = align(a, b);
  return { digits: x + y, scale };
}

export function subtractDecimals(a: Decimal, b: Decimal): Decimal {
  const [x, y, scale] = align(a, b);
  return { digits: x - y, scale };
}

export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, scale: a.scale + b.scale };
}

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const [x, y] = align(a, b);
  return x < y ? -1 : x > y ? 1 : 0;
}

/** `n / d` rounded half to even; `d` positive. */
export function divideHalfEven(n: bigint, d: bigint): bigint {
  const negative = n < 0n;
  const size = negative ? -n : n;
  const quotient = size / d;
  const twice = (size % d) * 2n;
  const up = twice > d || (twice === d && quotient % 2n === 1n);
  const rounded = up ? quotient + 1n : quotient;
  return negative ? -rounded : rounded;
}

/**
 * Rounds half to even on the decimal text, as GB/T 8170-2008 asks. `decimals`
 * may be negative: `-3` rounds to thousands. The result has `max(decimals, 0)`
 * decimals, zeros added where there were fewer.
 */
export function roundDecimal(value: Decimal, decimals: number): Decimal {
  const drop = value.scale - decimals;
  const kept =
    drop <= 0
      ? value.digits * powerOfTen(-drop)
      : divideHalfEven(value.digits, powerOfTen(drop));
  return decimals >= 0
    ? { digits: kept, scale: decimals }
    : { digits: kept * powerOfTen(-decimals), scale: 0 };
}
