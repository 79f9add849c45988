import { parseIsoDate } from "../model/calendar.ts";
import type { Catalog } from "../model/catalog.ts";
import { parsePeriod } from "../model/period.ts";
import type { Region } from "../model/region.ts";
import type { State } from "../model/state.ts";
import type { RankChoice } from "./ranking-api.ts";
import { comparePeriods } from "./cube.ts";

interface Found {
  readonly choice: Omit<RankChoice, "periods">;
  readonly periods: Map<string, Set<string>>;
}

/**
 * Which regions can be ranked by what: cities of one province, counties of one
 * city, and the counties of all cities together, wherever two of them or more
 * have a figure for one period that ended by the day.
 */
export function rankChoices(
  state: State,
  catalog: Catalog,
  asOf: string,
  include: (region: string) => boolean,
): RankChoice[] {
  const day = parseIsoDate(asOf);
  const found = new Map<string, Found>();
  for (const { key, value } of state.observations.values()) {
    const { indicator, variant, base, period } = key;
    if (key.measure !== "actual" || typeof value !== "number") continue;
    const region = catalog.regions.get(key.region);
    if (region === undefined) continue;
    const level = rankedLevel(region, catalog);
    if (level === null) continue;
    const end = parsePeriod(period)?.end;
    if (end === undefined || (day !== null && end - 1 > day)) continue;
    if (!include(region.code)) continue;
    const parents =
      region.level === "county" ? [region.parent, ""] : [region.parent];
    for (const parent of parents) {
      const choice = { indicator, variant, base, level, parent };
      const id = Object.values(choice).join("|");
      const at = found.get(id) ?? { choice, periods: new Map() };
      found.set(id, at);
      const regions = at.periods.get(period) ?? new Set<string>();
      at.periods.set(period, regions.add(region.code));
    }
  }
  const order = [...catalog.indicators.keys()];
  return [...found.values()]
    .map(({ choice, periods }) => ({
      ...choice,
      periods: [...periods]
        .filter(([, regions]) => regions.size > 1)
        .map(([code, regions]) => ({ code, n: regions.size }))
        .sort((a, b) => comparePeriods(b.code, a.code)),
    }))
    .filter(
      (choice, _, all) => choice.periods.length > 0 && !isOneCity(choice, all),
    )
    .sort(
      (a, b) =>
        order.indexOf(a.indicator) - order.indexOf(b.indicator) ||
        compare(a.level, b.level) ||
        compare(a.variant + a.base, b.variant + b.base) ||
        compare(a.parent, b.parent),
    );
}

/** A zone that lies in a city stands among its counties. */
function rankedLevel(
  { level, parent }: Region,
  catalog: Catalog,
): "city" | "county" | null {
  if (level === "city" || level === "county") return level;
  return level === "zone" && catalog.regions.get(parent)?.level === "city"
    ? "county"
    : null;
}

/** The counties "of every city" are those of one city only. */
function isOneCity(
  choice: Omit<RankChoice, "periods">,
  all: readonly Omit<RankChoice, "periods">[],
): boolean {
  if (choice.level !== "county" || choice.parent !== "") return false;
  const cities = all.filter(
    (other) =>
      other.level === "county" &&
      other.parent !== "" &&
      other.indicator === choice.indicator &&
      other.variant === choice.variant &&
      other.base === choice.base,
  );
  return cities.length === 1;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
