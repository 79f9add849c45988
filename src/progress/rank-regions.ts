import type { Catalog } from "../model/catalog.ts";
import type { IndicatorCode, PeriodCode, RegionCode } from "../model/codes.ts";
import { type Decimal, decimalNumber, decimalOf } from "../model/decimal.ts";
import {
  divideFractions,
  fractionOf,
  multiplyFractions,
  roundFraction,
  subtractFractions,
} from "../model/fraction.ts";
import type { Measure, Observation, Source } from "../model/observation.ts";
import { parsePeriod, sameLastYear } from "../model/period.ts";
import type { RegionLevel } from "../model/region.ts";
import { rankEntrants } from "./rank.ts";

/** A region's place by level and by change. */
export interface RankRow {
  readonly region: RegionCode;
  readonly value: number | null;
  readonly decimals: number | null;
  /** 1 is best; null when missing or left out. */
  readonly rank: number | null;
  readonly tied: boolean;
  /** Change against the same period of last year: % for concentrations, indices and sums, 百分点 for shares, a number for counts; null when not known. */
  readonly change: number | null;
  /** `pp` are percentage points; empty is the indicator's own unit. */
  readonly changeUnit: "%" | "pp" | "";
  /** True when the change was computed here, false when the sheet states it. */
  readonly changeComputed: boolean;
  /** 1 is the greatest improvement. */
  readonly changeRank: number | null;
  readonly changeTied: boolean;
  readonly excluded: boolean;
  /** Why there is no rank: the sheet's own words; empty when there is one. */
  readonly reason: string;
  readonly source: Source | null;
}

export interface RankInput {
  readonly observations: Iterable<Observation>;
  readonly catalog: Catalog;
  readonly indicator: IndicatorCode;
  readonly period: PeriodCode;
  /** Only children of this region. */
  readonly parent?: RegionCode;
  readonly level?: RegionLevel;
  readonly variant?: string;
  readonly base?: PeriodCode;
}

/**
 * Ranks the regions that state an indicator for a period, by level and by
 * change. A region whose rank is a placeholder that excludes (`_`,
 * 不参与排名) keeps its row and gets none. Rows come best first, the unranked
 * last, equal ones by code.
 * @throws when the indicator is unknown or `period` is no period.
 */
export function rankRegions(input: RankInput): RankRow[] {
  const { catalog, variant = "", base = "" } = input;
  const indicator = catalog.indicators.get(input.indicator);
  if (indicator === undefined)
    throw new Error(`not an indicator of the catalog: ${input.indicator}`);
  const period = parsePeriod(input.period);
  if (period === null) throw new Error(`not a period code: ${input.period}`);
  const before = sameLastYear(period).code;
  const excluding = new Set(
    catalog.placeholders.filter((one) => one.excluded).map(({ text }) => text),
  );
  const stated = new Map<RegionCode, Map<Measure, Observation>>();
  const lastYear = new Map<RegionCode, number>();
  for (const observation of input.observations) {
    const { key, value } = observation;
    if (
      key.indicator !== input.indicator ||
      key.variant !== variant ||
      key.base !== base ||
      !belongs(catalog, key.region, input)
    )
      continue;
    if (key.period === before && key.measure === "actual") {
      if (typeof value === "number") lastYear.set(key.region, value);
    } else if (key.period === period.code) {
      const at = stated.get(key.region) ?? new Map<Measure, Observation>();
      if (value !== null || !at.has(key.measure))
        at.set(key.measure, observation);
      stated.set(key.region, at);
    }
  }
  const places = [...stated].filter(([, at]) => at.has("actual"));
  const decimals = indicator.decimals;
  const drafts = places.map(([region, at]) => {
    const actual = at.get("actual");
    const value = typeof actual?.value === "number" ? actual.value : null;
    const words = ["actual", "rank"].flatMap((measure) => {
      const observation = at.get(measure === "rank" ? "rank" : "actual");
      return observation?.value === null ? [observation.missing] : [];
    });
    const excluded = words.find((text) => excluding.has(text));
    return {
      region,
      value,
      shown: actual?.decimals ?? null,
      source: actual?.source ?? null,
      excluded: excluded !== undefined,
      reason: excluded ?? (value === null ? (words[0] ?? "") : ""),
      ...changeOf(indicator.kind, value, at, lastYear.get(region)),
    };
  });
  const better = indicator.direction === "up" ? "higher" : "lower";
  const levels = rankEntrants(
    drafts.map(({ region, value, excluded }) => ({
      id: region,
      value,
      excluded,
    })),
    { better, decimals },
  );
  const changes = rankEntrants(
    drafts.map(({ region, change, excluded, value }) => ({
      id: region,
      value: value === null ? null : change,
      excluded,
    })),
    { better, decimals: null },
  );
  return drafts
    .map((draft, at): RankRow => {
      const level = levels[at];
      const change = changes[at];
      return {
        region: draft.region,
        value: draft.value,
        decimals: decimals ?? draft.shown,
        rank: level?.rank ?? null,
        tied: level?.tied ?? false,
        change: draft.change === null ? null : decimalNumber(draft.change),
        changeUnit: draft.changeUnit,
        changeComputed: draft.changeComputed,
        changeRank: change?.rank ?? null,
        changeTied: change?.tied ?? false,
        excluded: draft.excluded,
        reason: draft.reason,
        source: draft.source,
      };
    })
    .sort(
      (a, b) =>
        (a.rank ?? places.length + 1) - (b.rank ?? places.length + 1) ||
        (a.region < b.region ? -1 : 1),
    );
}

function belongs(
  catalog: Catalog,
  code: RegionCode,
  { parent, level }: RankInput,
): boolean {
  const region = catalog.regions.get(code);
  if (parent !== undefined && region?.parent !== parent) return false;
  return level === undefined || region?.level === level;
}

interface Change {
  readonly change: Decimal | null;
  readonly changeUnit: "%" | "pp" | "";
  readonly changeComputed: boolean;
}

/** Recomputed where last year's value is known, else as the sheet states it. */
function changeOf(
  kind: string,
  value: number | null,
  at: ReadonlyMap<Measure, Observation>,
  lastYear: number | undefined,
): Change {
  const points = kind === "ratio" || kind === "reduction";
  const counted = kind === "count" || kind === "days";
  const changeUnit = points ? "pp" : counted ? "" : "%";
  const beside = at.get("previous")?.value;
  const previous = typeof beside === "number" ? beside : lastYear;
  if (value !== null && previous !== undefined) {
    const difference = subtractFractions(
      fractionOf(value),
      fractionOf(previous),
    );
    const share =
      points || counted
        ? difference
        : divideFractions(
            multiplyFractions(difference, fractionOf(100)),
            fractionOf(previous),
          );
    if (share !== null)
      return {
        change: counted
          ? roundFraction(share, 0)
          : roundFraction(share, changeDecimals),
        changeUnit,
        changeComputed: true,
      };
  }
  const stated = at.get(points || counted ? "change" : "changeRate")?.value;
  return {
    change: typeof stated === "number" ? decimalOf(stated) : null,
    changeUnit,
    changeComputed: false,
  };
}

const changeDecimals = 1;
