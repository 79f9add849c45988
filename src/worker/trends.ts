import { parseIsoDate } from "../model/calendar.ts";
import type { Catalog } from "../model/catalog.ts";
import type { HeldObservation, State } from "../model/state.ts";
import type { Trend } from "./progress-api.ts";
import { seriesPoints } from "./series-points.ts";

/** Points of one small chart at most. */
const most = 24;

/** Short series of some indicators in many regions, up to a day, in the order of the code lists. */
export function trendsOf(
  state: State,
  catalog: Catalog,
  indicators: readonly string[],
  asOf: string,
  include: (region: string) => boolean,
): Trend[] {
  const day = parseIsoDate(asOf) ?? Infinity;
  const wanted = new Set(indicators);
  const groups = new Map<string, HeldObservation[]>();
  for (const observation of state.observations.values()) {
    const { indicator, region, variant, base, measure } = observation.key;
    if (measure !== "actual" && measure !== "previous") continue;
    if (!wanted.has(indicator) || !include(region)) continue;
    const id = [indicator, region, variant, base].join("|");
    const known = groups.get(id);
    if (known === undefined) groups.set(id, [observation]);
    else known.push(observation);
  }
  const order = new Map(
    [...catalog.regions.keys()].map((code, index) => [code, index]),
  );
  return [...groups.values()]
    .flatMap((observations): Trend[] => {
      const [first] = observations;
      if (first === undefined) return [];
      const { indicator, region, variant, base } = first.key;
      const series = { indicator, region, variant, base };
      return [
        {
          ...series,
          decimals: catalog.indicators.get(indicator)?.decimals ?? null,
          points: seriesPoints(observations, series)
            .filter(({ end }) => end - 1 <= day)
            .slice(-most),
        },
      ];
    })
    .sort(
      (a, b) =>
        (order.get(a.region) ?? order.size) -
        (order.get(b.region) ?? order.size),
    );
}
