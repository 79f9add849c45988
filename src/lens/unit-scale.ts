import type { Catalog } from "../model/catalog.ts";
import type { UnitCode } from "../model/codes.ts";
import {
  type Decimal,
  decimalText,
  multiplyDecimals,
  parseDecimal,
  trimDecimal,
} from "../model/decimal.ts";

/**
 * Decimal text of what one unit of `from` is in `to`: the quotient of their
 * factors. Null when they measure different things, or when the quotient has
 * no exact decimal form.
 */
export function unitScale(
  from: UnitCode,
  to: UnitCode,
  catalog: Pick<Catalog, "units">,
): string | null {
  if (from === to) return "1";
  const a = catalog.units.get(from);
  const b = catalog.units.get(to);
  if (a === undefined || b === undefined || a.dimension !== b.dimension)
    return null;
  const x = parseDecimal(a.factor);
  const y = parseDecimal(b.factor);
  if (x === null || y === null) return null;
  const quotient = exactQuotient(x, y);
  return quotient === null ? null : decimalText(quotient);
}

/** `a / b` when it is a finite decimal; null otherwise, and when `b` is zero. */
export function exactQuotient(a: Decimal, b: Decimal): Decimal | null {
  if (b.digits === 0n) return null;
  let n = a.digits * 10n ** BigInt(b.scale);
  let d = b.digits * 10n ** BigInt(a.scale);
  if (d < 0n) {
    n = -n;
    d = -d;
  }
  const common = greatestCommonDivisor(n < 0n ? -n : n, d);
  n /= common;
  d /= common;
  let scale = 0;
  while (d !== 1n) {
    const step =
      d % 10n === 0n ? 10n : d % 5n === 0n ? 5n : d % 2n === 0n ? 2n : 0n;
    if (step === 0n) return null;
    d /= step;
    n *= 10n / step;
    scale += 1;
  }
  return trimDecimal({ digits: n, scale });
}

/** The product of two decimal texts. */
export function multiplyScales(a: string, b: string): string {
  if (a === "1") return b;
  if (b === "1") return a;
  const x = parseDecimal(a);
  const y = parseDecimal(b);
  if (x === null || y === null)
    throw new Error(`not a decimal scale: ${x === null ? a : b}`);
  return decimalText(trimDecimal(multiplyDecimals(x, y)));
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}
