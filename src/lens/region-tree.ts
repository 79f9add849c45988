import type { Catalog } from "../model/catalog.ts";
import type { RegionCode } from "../model/codes.ts";

/** Parents followed before a chain is taken for a circle. */
const deepest = 12;

/** True when a region lies inside another one; false for the region itself. */
export function liesIn(
  region: RegionCode,
  outer: RegionCode,
  catalog: Pick<Catalog, "regions">,
): boolean {
  let code = catalog.regions.get(region)?.parent;
  for (
    let step = 0;
    step < deepest && code !== undefined && code !== "";
    step += 1
  ) {
    if (code === outer) return true;
    code = catalog.regions.get(code)?.parent;
  }
  return false;
}
