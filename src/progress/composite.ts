import { type Decimal, parseDecimal } from "../model/decimal.ts";
import {
  type Fraction,
  addFractions,
  divideFractions,
  fractionOf,
  roundFraction,
} from "../model/fraction.ts";
import type { StandardEdition } from "../model/catalog.ts";

/** The limits of the six pollutants in an edition: annual for means, daily for CO, 8 h for O3. */
const limitNames: Readonly<Record<string, string>> = {
  SO2: "SO2.year",
  NO2: "NO2.year",
  PM10: "PM10.year",
  PM25: "PM25.year",
  CO: "CO.day",
  O3: "O3.8h",
};

export type Composite =
  | {
      readonly kind: "value";
      /** Σ Cᵢ/Sᵢ to two decimals. */
      readonly value: Decimal;
      readonly exact: Fraction;
      /** Each pollutant's Cᵢ/Sᵢ. */
      readonly parts: ReadonlyMap<string, Fraction>;
    }
  | { readonly kind: "missing"; readonly pollutants: readonly string[] };

/**
 * 环境空气质量综合指数: Σ Cᵢ/Sᵢ over period means of SO2, NO2, PM10, PM25, the
 * 95th percentile of daily CO (mg/m³) and the 90th of O3-8h, by pollutant
 * (`SO2` … `O3`). A pollutant without value or limit makes the index missing.
 * From rounded inputs it may differ from the published one by up to 0.06.
 */
export function compositeIndex(
  concentrations: ReadonlyMap<string, Decimal>,
  standard: StandardEdition,
): Composite {
  const parts = new Map<string, Fraction>();
  const missing: string[] = [];
  for (const [pollutant, name] of Object.entries(limitNames)) {
    const value = concentrations.get(pollutant);
    const limit = parseDecimal(standard.limits[name] ?? "");
    const part =
      value === undefined || limit === null
        ? null
        : divideFractions(fractionOf(value), fractionOf(limit));
    if (part === null) missing.push(pollutant);
    else parts.set(pollutant, part);
  }
  if (missing.length > 0) return { kind: "missing", pollutants: missing };
  const exact = [...parts.values()].reduce(addFractions);
  return { kind: "value", value: roundFraction(exact, 2), exact, parts };
}
