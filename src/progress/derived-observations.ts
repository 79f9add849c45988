import type { Catalog } from "../model/catalog.ts";
import type { Observation } from "../model/observation.ts";
import { roundFraction } from "../model/fraction.ts";
import { decimalNumber } from "../model/decimal.ts";
import type { Group } from "./observation-index.ts";

const shownDecimals = 1;

/** The computed actuals of a group as observations, rounded as they are shown; those that are missing are left out. */
export function derivedObservations(
  group: Group,
  catalog: Pick<Catalog, "indicators">,
): Observation[] {
  const { indicator, region, variant, base } = group;
  const known = catalog.indicators.get(indicator);
  if (known === undefined) return [];
  const decimals = known.decimals ?? shownDecimals;
  return [...group.derived].flatMap(([period, { value, inputs }]) =>
    value === null
      ? []
      : [
          {
            key: {
              indicator,
              region,
              period,
              measure: "actual",
              variant,
              base,
            },
            value: decimalNumber(roundFraction(value, decimals)),
            missing: "",
            decimals,
            unit: known.unit,
            status: "normal",
            source: inputs[0]?.sources[0] ?? {
              file: "",
              sha: "",
              sheet: "",
              cell: "",
            },
          } satisfies Observation,
        ],
  );
}
