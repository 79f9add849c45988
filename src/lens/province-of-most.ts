import { provinceOf } from "../match/own-province.ts";
import type { Catalog } from "../model/catalog.ts";
import type { RegionCode } from "../model/codes.ts";
import type { Guess } from "../model/facets.ts";
import { CERTAIN } from "./certain.ts";

/** The part of the places that must lie in one province: a few may stand beside them to be compared. */
const most = 2 / 3;

/**
 * The province in which at least two thirds of the cities, counties and zones
 * lie that are named for certain; `"several"` where no one has so many, null
 * where none is named.
 */
export function provinceOfMost(
  places: readonly (Guess<RegionCode> | null)[],
  catalog: Pick<Catalog, "regions">,
): RegionCode | "several" | null {
  const counts = new Map<RegionCode, number>();
  let all = 0;
  for (const guess of places) {
    if (guess === null || guess.confidence < CERTAIN) continue;
    const level = catalog.regions.get(guess.value)?.level;
    if (level !== "city" && level !== "county" && level !== "zone") continue;
    const province = provinceOf(guess.value, catalog);
    if (province === null) continue;
    counts.set(province, (counts.get(province) ?? 0) + 1);
    all += 1;
  }
  if (all === 0) return null;
  for (const [province, count] of counts)
    if (count >= all * most) return province;
  return "several";
}
