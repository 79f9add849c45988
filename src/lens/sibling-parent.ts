import type { Catalog } from "../model/catalog.ts";
import type { RegionCode } from "../model/codes.ts";
import type { Guess } from "../model/facets.ts";
import { CERTAIN } from "./certain.ts";

/** Fewer places than this tell nothing of those beside them. */
const fewest = 2;

/**
 * The city whose counties a table lists: the one parent of all counties it
 * names for certain. Null when they have several, or there are too few.
 */
export function siblingParent(
  regions: readonly (Guess<RegionCode> | null)[],
  { regions: known }: Pick<Catalog, "regions">,
): RegionCode | null {
  const named = new Set<RegionCode>();
  const parents = new Set<RegionCode>();
  for (const guess of regions) {
    if (guess === null || guess.confidence < CERTAIN) continue;
    const region = known.get(guess.value);
    if (region?.level !== "county" && region?.level !== "zone") continue;
    named.add(region.code);
    parents.add(region.parent);
  }
  const [parent] = parents;
  return parents.size === 1 && named.size >= fewest && parent !== undefined
    ? parent
    : null;
}
