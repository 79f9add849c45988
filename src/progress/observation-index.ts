import type { IndicatorCode, PeriodCode, RegionCode } from "../model/codes.ts";
import type { Fraction } from "../model/fraction.ts";
import type { Measure, Observation, Source } from "../model/observation.ts";
import { type Period, parsePeriod } from "../model/period.ts";
import type { TraceStep } from "../model/progress.ts";

/** A figure computed from others of the same region and period. `value` is null when an input is missing, and `missing` is its reason. */
export interface DerivedFigure {
  readonly value: Fraction | null;
  readonly missing: string;
  readonly formula: string;
  /** How it came about, where there is more to say than the formula and its inputs. */
  readonly steps?: readonly TraceStep[];
  readonly inputs: readonly {
    readonly indicator: IndicatorCode;
    readonly value: number;
    readonly sources: readonly Source[];
  }[];
}

/** Everything stated under one indicator, region, variant and base. */
export interface Group {
  readonly indicator: IndicatorCode;
  readonly region: RegionCode;
  readonly variant: string;
  readonly base: PeriodCode;
  readonly stated: ReadonlyMap<Measure, ReadonlyMap<PeriodCode, Observation>>;
  /** Values that differ from the one in force at the same actual. */
  readonly rivals: ReadonlyMap<PeriodCode, readonly Observation[]>;
  /** Filled by `deriveFigures`, for periods without a stated number. */
  readonly derived: Map<PeriodCode, DerivedFigure>;
}

export interface ObservationIndex {
  readonly groups: ReadonlyMap<string, Group>;
  readonly byIndicator: ReadonlyMap<IndicatorCode, readonly Group[]>;
  /** The group at a key, made empty when there is none. */
  groupAt(
    indicator: IndicatorCode,
    region: RegionCode,
    variant: string,
    base: PeriodCode,
  ): Group;
  /** @throws when the text is no period code. */
  period(code: PeriodCode): Period;
}

interface OpenGroup extends Group {
  readonly stated: Map<Measure, Map<PeriodCode, Observation>>;
  readonly rivals: Map<PeriodCode, Observation[]>;
}

export function groupKey(
  indicator: IndicatorCode,
  region: RegionCode,
  variant: string,
  base: PeriodCode,
): string {
  return `${indicator}|${region}|${variant}|${base}`;
}

/**
 * Sorts observations into groups. Of two values at one key the later one
 * counts and the other is kept as its rival; a missing one never displaces a
 * value.
 */
export function indexObservations(
  observations: Iterable<Observation>,
  region?: RegionCode,
): ObservationIndex {
  const groups = new Map<string, OpenGroup>();
  const byIndicator = new Map<IndicatorCode, OpenGroup[]>();
  const periods = new Map<PeriodCode, Period>();

  function groupAt(
    indicator: IndicatorCode,
    at: RegionCode,
    variant: string,
    base: PeriodCode,
  ): OpenGroup {
    const key = groupKey(indicator, at, variant, base);
    const known = groups.get(key);
    if (known !== undefined) return known;
    const group: OpenGroup = {
      indicator,
      region: at,
      variant,
      base,
      stated: new Map(),
      rivals: new Map(),
      derived: new Map(),
    };
    groups.set(key, group);
    const siblings = byIndicator.get(indicator);
    if (siblings === undefined) byIndicator.set(indicator, [group]);
    else siblings.push(group);
    return group;
  }

  for (const observation of observations) {
    const { key } = observation;
    if (region !== undefined && key.region !== region) continue;
    add(groupAt(key.indicator, key.region, key.variant, key.base), observation);
  }

  return {
    groups,
    byIndicator,
    groupAt,
    period(code) {
      const known = periods.get(code);
      if (known !== undefined) return known;
      const period = parsePeriod(code);
      if (period === null) throw new Error(`not a period code: ${code}`);
      periods.set(code, period);
      return period;
    },
  };
}

function add(group: OpenGroup, observation: Observation): void {
  const { measure, period } = observation.key;
  let at = group.stated.get(measure);
  if (at === undefined) {
    at = new Map();
    group.stated.set(measure, at);
  }
  const before = at.get(period);
  if (before === undefined) {
    at.set(period, observation);
    return;
  }
  if (observation.value === null) return;
  at.set(period, observation);
  if (
    measure !== "actual" ||
    before.value === null ||
    before.value === observation.value
  )
    return;
  const rivals = group.rivals.get(period);
  if (rivals === undefined) group.rivals.set(period, [before]);
  else rivals.push(before);
}
