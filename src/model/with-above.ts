import type { RegionCode } from "./codes.ts";
import type { Region } from "./region.ts";

/** Where each region lies; an empty parent is none. */
export type Parents = ReadonlyMap<RegionCode, Pick<Region, "parent">>;

/** A region and those it lies in, the nearest first; without any for an empty code. A circle of parents ends where it closes. */
export function withAbove(
  region: RegionCode,
  regions: Parents,
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
