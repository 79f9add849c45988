import type { Catalog } from "../model/catalog.ts";
import type { PeriodCode } from "../model/codes.ts";
import type { Observation, Source } from "../model/observation.ts";
import { roundFraction } from "../model/fraction.ts";
import { decimalNumber } from "../model/decimal.ts";
import type { Group } from "./observation-index.ts";

const shownDecimals = 1;
const nowhere: Source = { file: "", sha: "", sheet: "", cell: "" };

/** The computed actuals of a group, at the periods that are wanted, as observations, rounded as they are shown; those that are missing are left out. */
export function derivedObservations(
  group: Group,
  catalog: Pick<Catalog, "indicators">,
  isWanted: (period: PeriodCode) => boolean = () => true,
): Observation[] {
  const { indicator, region, variant, base } = group;
  const known = catalog.indicators.get(indicator);
  if (known === undefined) return [];
  const decimals = known.decimals ?? shownDecimals;
  return [...group.derived.keys()].flatMap((period): Observation[] => {
    const figure = isWanted(period) ? group.derived.get(period) : undefined;
    if (figure === undefined || figure.value === null) return [];
    const { value, inputs } = figure;
    return [
      {
        key: { indicator, region, period, measure: "actual", variant, base },
        value: decimalNumber(roundFraction(value, decimals)),
        missing: "",
        decimals,
        unit: known.unit,
        status: "normal",
        source: inputs[0]?.sources[0] ?? nowhere,
      },
    ];
  });
}
