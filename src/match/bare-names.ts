import type { Catalog } from "../model/catalog.ts";
import type { RegionCode } from "../model/codes.ts";
import type { Region } from "../model/region.ts";

/** What is left of the names of the places within one, without 市, 县, 区 …, and their English names, folded. */
export type BareNames = ReadonlyMap<string, readonly RegionCode[]>;

/** What kind of place a name says it is. One character before it is no name (赵县). */
const kindOfPlace = /^(.{2,})(?:自治[州县旗]|地区|林区|[市县区盟州旗])$/;

/**
 * Names as they stand among their neighbours: 长安 in a table of 石家庄, 吉林
 * beside 长春. Most are words of the language (资源, 合作, 新建) and are looked
 * for only where the place around them is known. Counties are known to their
 * province too, by names that none of its cities has (辛集 beside 石家庄).
 */
export function bareNames(
  place: RegionCode,
  { regions }: Pick<Catalog, "regions">,
  keyOf: (text: string) => string,
): BareNames {
  const cities = new Map<string, RegionCode[]>();
  const counties = new Map<string, RegionCode[]>();
  for (const region of regions.values()) {
    if (region.level !== "city" && region.level !== "county") continue;
    if (region.parent === place) {
      note(cities, keyOf(region.english), region.code);
      noteBare(cities, region, keyOf);
      continue;
    }
    const above = regions.get(region.parent);
    if (above?.level === "city" && above.parent === place)
      noteBare(counties, region, keyOf);
  }
  return new Map([...counties, ...cities]);
}

function noteBare(
  names: Map<string, RegionCode[]>,
  { code, name, aliases }: Region,
  keyOf: (text: string) => string,
): void {
  const bare = new Set<string>();
  for (const full of [name, ...aliases]) {
    const rest = kindOfPlace.exec(full)?.[1];
    if (rest !== undefined) bare.add(keyOf(rest));
  }
  for (const key of bare) note(names, key, code);
}

function note(
  names: Map<string, RegionCode[]>,
  key: string,
  code: RegionCode,
): void {
  const codes = names.get(key);
  if (codes === undefined) names.set(key, [code]);
  else codes.push(code);
}
