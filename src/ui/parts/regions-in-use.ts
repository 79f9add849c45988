import type { CatalogInfo, RegionInfo } from "../../worker/api.ts";

/**
 * The country and the provinces, and whatever lies in a province in which one
 * of `places` lies or a target is set; in the order of the list.
 */
export function regionsInUse(
  { regions, targetRegions }: Pick<CatalogInfo, "regions" | "targetRegions">,
  places: readonly string[],
): readonly RegionInfo[] {
  const byCode = new Map(regions.map((region) => [region.code, region]));
  const provinceOf = new Map<string, string>();
  const province = (code: string): string => {
    const known = provinceOf.get(code);
    if (known !== undefined) return known;
    const region = byCode.get(code);
    // What lies below the country directly (a basin, a group) is shown as provinces are.
    provinceOf.set(code, "");
    const found =
      region === undefined || region.level === "country"
        ? ""
        : region.level === "province"
          ? code
          : province(region.parent);
    provinceOf.set(code, found);
    return found;
  };
  const used = new Set([...places, ...targetRegions].map(province));
  return regions.filter(({ code }) => {
    const own = province(code);
    return own === "" || own === code || used.has(own);
  });
}
