import type { Catalog } from "../model/catalog.ts";
import { decimalNumber, decimalOf, roundDecimal } from "../model/decimal.ts";
import { keyText } from "../model/observation.ts";
import type { State } from "../model/state.ts";
import { rankRegions } from "../progress/rank-regions.ts";
import type { HeldFigure } from "./figure-api.ts";
import type { RankRequest, Ranking } from "./ranking-api.ts";

/**
 * Ranks regions by an indicator for a period, by level and by change.
 * @throws when the indicator or the period is unknown.
 */
export function rankingOf(
  state: State,
  catalog: Catalog,
  request: RankRequest,
): Ranking {
  const { indicator, variant, base, level, parent, period } = request;
  const known = catalog.indicators.get(indicator);
  const rows = rankRegions({
    observations: state.observations.values(),
    catalog,
    indicator,
    period,
    variant,
    base,
    // Every child of a city: its counties, and the zones beside them.
    ...(parent === "" ? { level } : { parent }),
    ...(level === "city" ? { level } : {}),
  });
  const decimals = known?.decimals ?? null;
  return {
    unit: known?.unit ?? "",
    decimals,
    better: known?.direction === "up" ? "higher" : "lower",
    lines: rows.map(
      ({ source: _source, decimals: _shown, value, region, ...place }) => ({
        ...place,
        region,
        cell: cellOf(
          state,
          keyText({
            indicator,
            region,
            period,
            measure: "actual",
            variant,
            base,
          }),
        ),
        value:
          value === null || decimals === null
            ? value
            : decimalNumber(roundDecimal(decimalOf(value), decimals)),
      }),
    ),
  };
}

function cellOf(state: State, key: string): HeldFigure {
  const held = state.observations.get(key);
  return {
    value: held?.value ?? null,
    missing: held?.missing ?? "",
    decimals: held?.decimals ?? null,
    status: held?.status ?? "normal",
    edited: held?.edited ?? false,
    conflict: state.conflicts.some((conflict) => conflict.key === key),
  };
}
