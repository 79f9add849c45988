import type { Catalog } from "../model/catalog.ts";
import type { Observation } from "../model/observation.ts";
import { gapsToNextRank } from "../progress/gap-to-next-rank.ts";
import { rankRegions } from "../progress/rank-regions.ts";
import type { NextRank, RankingApi } from "./ranking-api.ts";

/** A region's place among the children of its parent that are of its level; null where it has none, or nobody to be ranked against. */
export function nextRankOf(
  observations: Iterable<Observation>,
  catalog: Catalog,
  {
    indicator,
    region,
    period,
    variant,
    base,
  }: Parameters<RankingApi["nextRank"]>[0],
): NextRank | null {
  const place = catalog.regions.get(region);
  const known = catalog.indicators.get(indicator);
  if (place === undefined || place.parent === "" || known === undefined)
    return null;
  if (known.direction === "none") return null;
  const gaps = gapsToNextRank(
    rankRegions({
      observations,
      catalog,
      indicator,
      period,
      parent: place.parent,
      level: place.level,
      variant,
      base,
    }),
  );
  const own = gaps.find((gap) => gap.region === region);
  if (own === undefined || gaps.length < 2) return null;
  const { region: _region, ...gap } = own;
  return { ...gap, of: gaps.length };
}
