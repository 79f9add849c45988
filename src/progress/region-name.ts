import type { Catalog } from "../model/catalog.ts";
import type { RegionCode } from "../model/codes.ts";

/** The name of a region; of one that no list has, its code. */
export function regionName(
  { regions }: Pick<Catalog, "regions">,
  code: RegionCode,
): string {
  return regions.get(code)?.name ?? code;
}
