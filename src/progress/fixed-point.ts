import type { Fraction } from "../model/fraction.ts";

/*
 * Powers with broken exponents, in whole numbers of 10^-40, so that every
 * machine prints the same digits.
 */

const places = 40n;
const one = 10n ** places;

/** ln 2 to 40 places. */
const ln2 = 6931471805599453094172321214581765680755n;

/**
 * `base^exponent`, right to more than 12 decimals for what targets need; null
 * unless the base is positive.
 */
export function powerOf(base: Fraction, exponent: Fraction): Fraction | null {
  if (base.n <= 0n) return null;
  if (exponent.n === 0n) return { n: 1n, d: 1n };
  return { n: expFixed((lnFixed(base) * exponent.n) / exponent.d), d: one };
}

/** The natural logarithm of a positive fraction, in 10^-40. */
function lnFixed({ n, d }: Fraction): bigint {
  let twos = 0n;
  let [top, bottom] = [n, d];
  while (top < bottom) {
    top *= 2n;
    twos -= 1n;
  }
  while (top > bottom * 2n) {
    bottom *= 2n;
    twos += 1n;
  }
  // ln x = 2 artanh((x − 1)/(x + 1)), with 1 ≤ x ≤ 2.
  const ratio = ((top - bottom) * one) / (top + bottom);
  const square = (ratio * ratio) / one;
  let sum = 0n;
  let term = ratio;
  for (let odd = 1n; term !== 0n; odd += 2n) {
    sum += term / odd;
    term = (term * square) / one;
  }
  return 2n * sum + twos * ln2;
}

function expFixed(value: bigint): bigint {
  let twos = value / ln2;
  if (value < 0n) twos -= 1n;
  const rest = value - twos * ln2;
  let sum = 0n;
  let term = one;
  for (let at = 1n; term !== 0n; at += 1n) {
    sum += term;
    term = (term * rest) / (one * at);
  }
  return twos >= 0n ? sum * 2n ** twos : sum / 2n ** -twos;
}
