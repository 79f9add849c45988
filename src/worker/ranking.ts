import type { Catalog } from "../model/catalog.ts";
import { decimalNumber, decimalOf, roundDecimal } from "../model/decimal.ts";
import { keyText } from "../model/observation.ts";
import type { Conflict } from "../model/state.ts";
import { rankRegions } from "../progress/rank-regions.ts";
import type { HeldFigure } from "./figure-api.ts";
import type { ShownObservation } from "./kept-rows.ts";
import type { RankRequest, Ranking } from "./ranking-api.ts";

/**
 * Ranks regions by an indicator for a period, by level and by change. `figures`
 * are those of the indicator, others do not count.
 * @throws when the indicator or the period is unknown.
 */
export function rankingOf(
  figures: Iterable<ShownObservation>,
  conflicts: readonly Conflict[],
  catalog: Catalog,
  request: RankRequest,
): Ranking {
  const { indicator, variant, base, level, parent, period } = request;
  const known = catalog.indicators.get(indicator);
  const observations = [...figures];
  const disputed = new Set(conflicts.map(({ key }) => key));
  const byKey = new Map(
    observations.map((observation) => [keyText(observation.key), observation]),
  );
  const cellOf = (key: string): HeldFigure => {
    const held = byKey.get(key);
    return {
      value: held?.value ?? null,
      missing: held?.missing ?? "",
      decimals: held?.decimals ?? null,
      status: held?.status ?? "normal",
      edited: held?.edited ?? false,
      conflict: disputed.has(key),
    };
  };
  const rows = rankRegions({
    observations,
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
