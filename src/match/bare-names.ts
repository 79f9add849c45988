import type { Catalog } from "../model/catalog.ts";
import type { RegionCode } from "../model/codes.ts";

/** Places by one they lie in, then by what is left of their names without 市, 县, 区 …, and by their English names, folded. */
export type BareNames = ReadonlyMap<
  RegionCode,
  ReadonlyMap<string, readonly RegionCode[]>
>;

/** What kind of place a name says it is. One character before it is no name (赵县). */
const kindOfPlace = /^(.{2,})(?:自治[州县旗]|地区|林区|[市县区盟州旗])$/;

/**
 * Names as they stand among their neighbours: 长安 in a table of 石家庄, 吉林
 * beside 长春. Most are words of the language (资源, 合作, 新建) and are looked
 * for only where the place around them is known. Counties are known to their
 * province too, by names that none of its cities has (辛集 beside 石家庄).
 */
export function bareNames(
  { regions }: Pick<Catalog, "regions">,
  keyOf: (text: string) => string,
): BareNames {
  const byPlace = new Map<RegionCode, Map<string, RegionCode[]>>();
  const note = (place: RegionCode, bare: string, code: RegionCode) => {
    let names = byPlace.get(place);
    if (names === undefined) {
      names = new Map();
      byPlace.set(place, names);
    }
    const codes = names.get(bare);
    if (codes === undefined) names.set(bare, [code]);
    else codes.push(code);
  };
  const counties: { bare: string; code: RegionCode; province: RegionCode }[] =
    [];
  for (const region of regions.values()) {
    const { code, parent, level, name, aliases, english } = region;
    if (level !== "city" && level !== "county") continue;
    const above = regions.get(parent);
    note(parent, keyOf(english), code);
    for (const bare of bareOf([name, ...aliases], keyOf)) {
      note(parent, bare, code);
      if (above?.level === "city")
        counties.push({ bare, code, province: above.parent });
    }
  }
  const taken = new Set(
    [...byPlace].flatMap(([place, names]) =>
      [...names.keys()].map((bare) => `${place} ${bare}`),
    ),
  );
  for (const { bare, code, province } of counties)
    if (!taken.has(`${province} ${bare}`)) note(province, bare, code);
  return byPlace;
}

function bareOf(
  names: readonly string[],
  keyOf: (text: string) => string,
): Set<string> {
  const bare = new Set<string>();
  for (const name of names) {
    const rest = kindOfPlace.exec(name)?.[1];
    if (rest !== undefined) bare.add(keyOf(rest));
  }
  return bare;
}
