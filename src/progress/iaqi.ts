import {
  type Decimal,
  compareDecimals,
  roundDecimal,
} from "../model/decimal.ts";
import {
  type Fraction,
  addFractions,
  divideFractions,
  fractionOf,
  multiplyFractions,
  subtractFractions,
} from "../model/fraction.ts";

/** Breakpoints of one pollutant in one edition of HJ 633. */
export interface Breakpoints {
  /** Index values, ascending from 0; as many as `concentrations` or more. */
  readonly indices: readonly number[];
  /** Concentrations at those indices, ascending. */
  readonly concentrations: readonly Decimal[];
  /** Decimals the concentration is rounded to first (2026 edition); null for none. */
  readonly roundFirst: number | null;
  /** The index beyond the last concentration where the edition fixes one (2026: SO2 1h 200, O3 8h 300); null caps at the last index. */
  readonly overTop: number | null;
}

/**
 * The sub-index of a concentration: linear between the breakpoints around it,
 * rounded up, in exact arithmetic (CO 2.2 mg/m³ gives 55, a floating slope 56).
 * Null for a negative concentration.
 */
export function iaqi(
  concentration: Decimal,
  breakpoints: Breakpoints,
): number | null {
  const { indices, concentrations, roundFirst, overTop } = breakpoints;
  const value =
    roundFirst === null
      ? concentration
      : roundDecimal(concentration, roundFirst);
  if (value.digits < 0n) return null;
  for (let at = 1; at < concentrations.length; at += 1) {
    const [low, high] = [concentrations[at - 1], concentrations[at]];
    const [from, to] = [indices[at - 1], indices[at]];
    if (
      low === undefined ||
      high === undefined ||
      from === undefined ||
      to === undefined ||
      compareDecimals(value, high) > 0
    )
      continue;
    return ceiling(between(value, low, high, from, to));
  }
  return overTop ?? indices[concentrations.length - 1] ?? null;
}

function between(
  value: Decimal,
  low: Decimal,
  high: Decimal,
  from: number,
  to: number,
): Fraction {
  const part = divideFractions(
    subtractFractions(fractionOf(value), fractionOf(low)),
    subtractFractions(fractionOf(high), fractionOf(low)),
  );
  return addFractions(
    fractionOf(from),
    multiplyFractions(part ?? fractionOf(0), fractionOf(to - from)),
  );
}

function ceiling({ n, d }: Fraction): number {
  const whole = n / d;
  return Number(n % d > 0n ? whole + 1n : whole);
}

export interface AirQuality {
  /** The largest sub-index. */
  readonly aqi: number;
  /** Pollutants at the AQI, ties listed; empty at 50 and below. */
  readonly primary: readonly string[];
  /** Pollutants above 100. */
  readonly exceeding: readonly string[];
}

/** AQI, primary pollutants and 超标 ones from sub-indices; null when none is known. */
export function airQuality(
  indices: ReadonlyMap<string, number | null>,
): AirQuality | null {
  const known = [...indices].flatMap(([pollutant, index]) =>
    index === null ? [] : [{ pollutant, index }],
  );
  if (known.length === 0) return null;
  const aqi = Math.max(...known.map(({ index }) => index));
  return {
    aqi,
    primary:
      aqi > 50
        ? known
            .filter(({ index }) => index === aqi)
            .map(({ pollutant }) => pollutant)
        : [],
    exceeding: known
      .filter(({ index }) => index > 100)
      .map(({ pollutant }) => pollutant),
  };
}
