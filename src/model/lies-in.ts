import type { RegionCode } from "./codes.ts";
import { type Parents, withAbove } from "./with-above.ts";

/** True when a region is another one or lies in it. */
export function liesIn(
  region: RegionCode,
  outer: RegionCode,
  regions: Parents,
): boolean {
  return withAbove(region, regions).includes(outer);
}

/** True when a region lies in another one; false for the region itself. */
export function liesBelow(
  region: RegionCode,
  outer: RegionCode,
  regions: Parents,
): boolean {
  return region !== outer && liesIn(region, outer, regions);
}
