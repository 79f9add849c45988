import type { Catalog } from "../model/catalog.ts";
import { fractionOf, subtractFractions } from "../model/fraction.ts";
import type { Aggregate } from "../progress/aggregate.ts";
import { fractionNumber } from "../progress/fraction-number.ts";
import { numberOrNull } from "../progress/row-fields.ts";
import type { PartsReport } from "./formula-api.ts";

/** What is stated beside what the parts come to. */
export function partsReport(
  found: Aggregate,
  stated: number | null,
  key: Pick<PartsReport, "indicator" | "region" | "period">,
  catalog: Catalog,
): PartsReport {
  return {
    ...key,
    rule: found.rule,
    unit: catalog.indicators.get(key.indicator)?.unit ?? "",
    stated,
    computed: numberOrNull(found.value),
    partial: numberOrNull(found.partial),
    difference:
      stated === null || found.value === null
        ? null
        : fractionNumber(subtractFractions(fractionOf(stated), found.value)),
    reason: found.reason,
    parts: found.parts.map(({ region, value, missing, weight, sources }) => ({
      region,
      value: numberOrNull(value),
      missing,
      weight: numberOrNull(weight),
      sources,
    })),
    missing: found.missing,
    changed: found.changed,
    unweighted: found.unweighted,
  };
}
