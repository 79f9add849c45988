import type { Catalog } from "../model/catalog.ts";
import type { IndicatorCode } from "../model/codes.ts";

/** Ratios whose formula counts days, and seasonal ratios without a formula (优良天数比例). `reads`: what each formula reads. */
export function findSharesOfDays(
  { indicators }: Pick<Catalog, "indicators">,
  reads: ReadonlyMap<IndicatorCode, readonly IndicatorCode[]>,
): ReadonlySet<IndicatorCode> {
  const found = new Set<IndicatorCode>();
  for (const { code, kind, formula, seasonal } of indicators.values()) {
    if (kind !== "ratio") continue;
    const ofDays =
      formula === ""
        ? seasonal
        : (reads.get(code) ?? []).some(
            (one) => indicators.get(one)?.kind === "days",
          );
    if (ofDays) found.add(code);
  }
  return found;
}
