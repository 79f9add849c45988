import type { Catalog } from "./catalog.ts";
import type { RegionCode } from "./codes.ts";

/** A region and those it lies in, the nearest first; a circle of parents ends where it closes. */
export function withAbove(
  region: RegionCode,
  regions: Catalog["regions"],
): readonly RegionCode[] {
  const found: RegionCode[] = [];
  for (
    let at = region;
    at !== "" && !found.includes(at);
    at = regions.get(at)?.parent ?? ""
  )
    found.push(at);
  return found;
}
