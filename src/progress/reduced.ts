import type { Fraction } from "../model/fraction.ts";

/** The same value in lowest terms. */
export function reduced({ n, d }: Fraction): Fraction {
  let a = n < 0n ? -n : n;
  let b = d;
  while (b !== 0n) [a, b] = [b, a % b];
  return a <= 1n ? { n, d } : { n: n / a, d: d / a };
}

const small = 1n << 256n;

/** In lowest terms when the numbers have grown long. */
export function keptShort(value: Fraction): Fraction {
  return value.d > small || value.n > small || value.n < -small
    ? reduced(value)
    : value;
}
