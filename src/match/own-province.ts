import type { Catalog } from "../model/catalog.ts";
import type { RegionCode } from "../model/codes.ts";

/** 全省 and 我省: the province the paper is of. The list names one, which holds only where no other province is named. */
const ownProvince = /^[全我本]省(?:平均|均值)?$/;

/** True for words that name a province only by the paper they stand on. */
export function saysOwnProvince(words: string): boolean {
  return ownProvince.test(words);
}

/** The province that a place is or lies in; null for a country, a basin, and places of no province. */
export function provinceOf(
  place: RegionCode,
  { regions }: Pick<Catalog, "regions">,
): RegionCode | null {
  const seen = new Set<RegionCode>();
  for (let at = place; at !== "" && !seen.has(at);) {
    const region = regions.get(at);
    if (region === undefined) return null;
    if (region.level === "province") return at;
    seen.add(at);
    at = region.parent;
  }
  return null;
}
