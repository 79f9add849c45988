import type { Catalog } from "../model/catalog.ts";
import type { IndicatorCode, PeriodCode, RegionCode } from "../model/codes.ts";
import {
  type Observation,
  type ObservationKey,
  keyText,
} from "../model/observation.ts";
import { type Period, parsePeriod } from "../model/period.ts";
import type { RegionLevel } from "../model/region.ts";
import { derivedObservations } from "./derived-observations.ts";
import type { ObservationIndex } from "./observation-index.ts";
import { rankRegions } from "./rank-regions.ts";
import type { Supposed } from "./supposed.ts";

export interface RankChange {
  readonly indicator: IndicatorCode;
  readonly period: PeriodCode;
  readonly region: RegionCode;
  /** Null where there is none. */
  readonly before: number | null;
  readonly after: number | null;
}

/** What is stated, and the index that formulas read. */
export interface Figures {
  readonly observations: readonly Observation[];
  readonly index: ObservationIndex;
}

/**
 * Ranks that differ, among the children of the same parent: by the indicators
 * supposed about, and by those whose formulas make another figure of it for a
 * period that holds a supposed one. `changed` are the indicators that may be
 * touched.
 */
export function rankChanges(input: {
  readonly before: Figures;
  readonly after: Figures;
  readonly supposed: readonly Supposed[];
  readonly changed: ReadonlySet<IndicatorCode>;
  readonly catalog: Catalog;
}): RankChange[] {
  const { catalog, supposed } = input;
  const keys = supposed.flatMap(({ key }) =>
    key.measure === "actual" ? [key] : [],
  );
  const computing = [...input.changed].filter(
    (code) => (catalog.indicators.get(code)?.formula ?? "") !== "",
  );
  const periods = keys.flatMap(({ period }) => parsePeriod(period) ?? []);
  const [old, next] = [input.before, input.after].map(
    (figures): readonly Observation[] =>
      computed(figures.index, computing, periods, catalog),
  );
  if (old === undefined || next === undefined) return [];
  const was = byIndicator(input.before, old);
  const would = byIndicator(input.after, next);
  const ranked = (
    observations: readonly Observation[] | undefined,
    place: Place,
  ): ReadonlyMap<RegionCode, number | null> =>
    new Map(
      rankRegions({ observations: observations ?? [], catalog, ...place }).map(
        ({ region, rank }) => [region, rank],
      ),
    );
  const places = new Map<string, Place>();
  for (const key of [...keys, ...differing(old, next)]) {
    const place = placeOf(key, catalog);
    if (place !== null)
      places.set(
        `${keyText({ ...key, region: place.parent })}|${place.level}`,
        place,
      );
  }
  return [...places.values()].flatMap((place) => {
    const { indicator, period } = place;
    const known = ranked(was.get(indicator), place);
    return [...ranked(would.get(indicator), place)].flatMap(
      ([region, after]): RankChange[] => {
        const before = known.get(region) ?? null;
        return before === after
          ? []
          : [{ indicator, period, region, before, after }];
      },
    );
  });
}

/** What is stated and what is computed, by indicator: each place looks at one. */
function byIndicator(
  { observations }: Figures,
  made: readonly Observation[],
): ReadonlyMap<IndicatorCode, readonly Observation[]> {
  const found = new Map<IndicatorCode, Observation[]>();
  for (const list of [observations, made])
    for (const observation of list) {
      const { indicator } = observation.key;
      const own = found.get(indicator);
      if (own === undefined) found.set(indicator, [observation]);
      else own.push(observation);
    }
  return found;
}

/** Who is ranked against whom. */
type Place = Pick<
  ObservationKey,
  "indicator" | "period" | "variant" | "base"
> & {
  readonly parent: RegionCode;
  readonly level: RegionLevel;
};

function placeOf(key: ObservationKey, { regions }: Catalog): Place | null {
  const { indicator, period, variant, base } = key;
  const region = regions.get(key.region);
  return region === undefined || region.parent === ""
    ? null
    : {
        indicator,
        period,
        variant,
        base,
        parent: region.parent,
        level: region.level,
      };
}

/** What formulas give for periods that hold one of `periods`. */
function computed(
  index: ObservationIndex,
  indicators: readonly IndicatorCode[],
  periods: readonly Period[],
  catalog: Catalog,
): readonly Observation[] {
  const holdsOne = (code: PeriodCode): boolean => {
    const { start, end } = index.period(code);
    return periods.some((one) => start <= one.start && one.end <= end);
  };
  return indicators.flatMap((code) =>
    // A formula may bring groups of others while it is computed.
    [...(index.byIndicator.get(code) ?? [])].flatMap((group) =>
      derivedObservations(group, catalog, holdsOne),
    ),
  );
}

/** Keys whose figure is another, or is there on one side only. */
function differing(
  before: readonly Observation[],
  after: readonly Observation[],
): readonly ObservationKey[] {
  const old = new Map(before.map(({ key, value }) => [keyText(key), value]));
  const found = after
    .filter(({ key, value }) => old.get(keyText(key)) !== value)
    .map(({ key }) => key);
  for (const { key } of after) old.delete(keyText(key));
  return [
    ...found,
    ...before.filter(({ key }) => old.has(keyText(key))).map(({ key }) => key),
  ];
}
