import { parseIsoDate } from "../model/calendar.ts";
import type { Catalog } from "../model/catalog.ts";
import type { RegionCode } from "../model/codes.ts";
import type { Period } from "../model/period.ts";
import type { Region, RegionLevel } from "../model/region.ts";

/** The administrative tree; zones, basins, groups and sites are no parts of it. */
const below: Readonly<Partial<Record<RegionLevel, RegionLevel>>> = {
  country: "province",
  province: "city",
  city: "county",
};

/** The parts of a region in a period; `changed` names those that came or went within it, and then no set is the whole. */
export interface Children {
  readonly regions: readonly Region[];
  readonly changed: readonly Region[];
}

/** Looks up the parts of regions: provinces of the country, cities of a province, counties of a city, by their dates. */
export function childrenLookup(
  regions: Catalog["regions"],
): (code: RegionCode, period: Period) => Children {
  const byParent = new Map<RegionCode, Region[]>();
  for (const region of regions.values()) {
    const parent = regions.get(region.parent);
    if (parent === undefined || below[parent.level] !== region.level) continue;
    const siblings = byParent.get(parent.code);
    if (siblings === undefined) byParent.set(parent.code, [region]);
    else siblings.push(region);
  }
  return (code, period) => {
    const all = byParent.get(code) ?? [];
    const spans = all.map((region) => ({
      region,
      from: parseIsoDate(region.validFrom) ?? Number.NEGATIVE_INFINITY,
      end: endOf(region),
    }));
    const during = spans.filter(
      ({ from, end }) => from < period.end && end > period.start,
    );
    return {
      regions: during
        .filter(({ from, end }) => from <= period.start && end >= period.end)
        .map(({ region }) => region),
      changed: during
        .filter(({ from, end }) => from > period.start || end < period.end)
        .map(({ region }) => region),
    };
  };
}

function endOf({ validTo }: Region): number {
  const last = parseIsoDate(validTo);
  return last === null ? Number.POSITIVE_INFINITY : last + 1;
}
