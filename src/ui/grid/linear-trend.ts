import {
  type Decimal,
  decimalText,
  powerOfTen,
  trimDecimal,
} from "../../model/decimal.ts";
import {
  type Fraction,
  hasDecimals,
  nearNumber,
  roundFraction,
} from "../../model/fraction.ts";

/** Digits that Excel keeps of a figure. */
const kept = 15;

/**
 * The straight line nearest to at least two figures that stand one after the
 * other (least squares, as Excel's fill does): the figure `steps` after the
 * last, with as many decimals as the longest of them where that is exact, else
 * to 15 digits.
 */
export function linearTrend(
  values: readonly Decimal[],
): (steps: number) => string {
  const scale = Math.max(...values.map((value) => value.scale));
  const ys = values.map(
    ({ digits, scale: own }) => digits * powerOfTen(scale - own),
  );
  const count = BigInt(ys.length);
  let [sumX, sumY, sumXX, sumXY] = [0n, 0n, 0n, 0n];
  ys.forEach((y, at) => {
    const x = BigInt(at);
    sumX += x;
    sumY += y;
    sumXX += x * x;
    sumXY += x * y;
  });
  const rise = count * sumXY - sumX * sumY;
  const run = count * sumXX - sumX * sumX;
  return (steps) => {
    const x = count - 1n + BigInt(steps);
    return shown(
      {
        n: sumY * run + rise * (count * x - sumX),
        d: count * run * powerOfTen(scale),
      },
      scale,
    );
  };
}

function shown(value: Fraction, scale: number): string {
  if (hasDecimals(value, scale))
    return decimalText(roundFraction(value, scale));
  const size = Math.floor(Math.log10(Math.abs(nearNumber(value))));
  const decimals = Math.max(scale, kept - 1 - size);
  return decimalText(trimDecimal(roundFraction(value, decimals)));
}
