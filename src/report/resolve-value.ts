import type { Catalog } from "../model/catalog.ts";
import type { IndicatorCode, IsoDate } from "../model/codes.ts";
import {
  decimalNumber,
  decimalOf,
  multiplyDecimals,
  parseDecimal,
  subtractDecimals,
} from "../model/decimal.ts";
import {
  divideFractions,
  fractionOf,
  roundFraction,
} from "../model/fraction.ts";
import { formulaName, type Indicator } from "../model/indicator.ts";
import {
  keyText,
  type Observation,
  type ObservationKey,
} from "../model/observation.ts";
import { parsePeriod, shiftYears } from "../model/period.ts";
import type { Target } from "../model/target.ts";
import { evaluateFormula, parseFormula } from "../progress/formula.ts";
import { type RankRow, rankRegions } from "../progress/rank-regions.ts";

/** A value for a slot, and whether a sheet stated it or it was computed here. */
export interface Resolved {
  readonly value: number | string | null;
  readonly missing: string;
  readonly derived: boolean;
}

export interface ResolverInput {
  /** By `keyText`. */
  readonly observations: ReadonlyMap<string, Observation>;
  /** Those of one indicator, for who has them without going through all. */
  readonly statedOf?: (indicator: IndicatorCode) => Iterable<Observation>;
  /** What formulas give where no number is stated, by `keyText`. */
  readonly computed?: ReadonlyMap<string, Observation>;
  readonly targets: readonly Target[];
  readonly catalog: Catalog;
  readonly asOf: IsoDate;
}

export type Resolve = (key: ObservationKey) => Resolved | undefined;

const hundred = { digits: 100n, scale: 0 };

/**
 * Finds what belongs in a slot: the stated observation, else what follows from
 * stated ones by the rules of the field (上年同期 from last year's actual, 同比
 * from the two, 目标 from the targets in force, ratios by formula, ranks). Undefined when nothing is known.
 */
export function createResolver(input: ResolverInput): Resolve {
  const { observations, catalog } = input;
  const statedOf = input.statedOf ?? byIndicator(observations);

  function stated(key: ObservationKey): Resolved | undefined {
    const found = observations.get(keyText(key));
    return found === undefined
      ? undefined
      : { value: found.value, missing: found.missing, derived: false };
  }

  function number(key: ObservationKey): number | undefined {
    const value = resolve(key)?.value;
    return typeof value === "number" ? value : undefined;
  }

  function previous(key: ObservationKey): Resolved | undefined {
    const period = parsePeriod(key.period);
    if (period === null) return undefined;
    const last = stated({
      ...key,
      measure: "actual",
      period: shiftYears(period, -1).code,
    });
    return last === undefined ? undefined : { ...last, derived: true };
  }

  function pair(key: ObservationKey): readonly [number, number] | undefined {
    const now = number({ ...key, measure: "actual" });
    const before = number({ ...key, measure: "previous" });
    return now === undefined || before === undefined
      ? undefined
      : [now, before];
  }

  function change(key: ObservationKey): Resolved | undefined {
    const values = pair(key);
    if (values === undefined) return undefined;
    return computed(
      decimalNumber(
        subtractDecimals(decimalOf(values[0]), decimalOf(values[1])),
      ),
    );
  }

  function changeRate(key: ObservationKey): Resolved | undefined {
    const values = pair(key);
    if (values === undefined) return undefined;
    const [now, before] = values;
    const difference = subtractDecimals(decimalOf(now), decimalOf(before));
    const rate = divideFractions(
      fractionOf(multiplyDecimals(difference, hundred)),
      fractionOf(decimalOf(before)),
    );
    return rate === null
      ? undefined
      : computed(decimalNumber(roundFraction(rate, 1)));
  }

  const codes = new Map(
    [...catalog.indicators.keys()].map((code) => [formulaName(code), code]),
  );

  /** A ratio of counts and the like, by the indicator's formula. */
  function actual(
    key: ObservationKey,
    indicator: Indicator | undefined,
  ): Resolved | undefined {
    const given = input.computed?.get(keyText(key))?.value;
    if (typeof given === "number") return computed(given);
    if (indicator === undefined || indicator.formula === "") return undefined;
    const formula = parseFormula(indicator.formula);
    if (formula.kind === "error") return undefined;
    const result = evaluateFormula(formula, (name) => {
      const code = codes.get(name);
      const value =
        code === undefined || code === key.indicator
          ? undefined
          : stated({ ...key, indicator: code })?.value;
      return typeof value === "number"
        ? { kind: "value", value: fractionOf(value) }
        : { kind: "missing", reason: "", name };
    });
    return result.kind === "value"
      ? computed(
          decimalNumber(roundFraction(result.value, indicator.decimals ?? 1)),
        )
      : undefined;
  }

  const rankings = new Map<string, ReadonlyMap<string, RankRow>>();

  /** Among the regions of the same level under the same parent. */
  function rank(key: ObservationKey): Resolved | undefined {
    const region = catalog.regions.get(key.region);
    if (region === undefined || !catalog.indicators.has(key.indicator))
      return undefined;
    const id = `${keyText({ ...key, region: region.parent, measure: "rank" })}|${region.level}`;
    let ranking = rankings.get(id);
    if (ranking === undefined) {
      const rows = rankRegions({
        observations: statedOf(key.indicator),
        catalog,
        indicator: key.indicator,
        period: key.period,
        parent: region.parent,
        level: region.level,
        variant: key.variant,
        base: key.base,
      });
      ranking = new Map(rows.map((row) => [row.region, row]));
      rankings.set(id, ranking);
    }
    // A set of one has no order.
    if ([...ranking.values()].filter((one) => one.rank !== null).length < 2)
      return undefined;
    const row = ranking.get(key.region);
    const place = key.measure === "rank" ? row?.rank : row?.changeRank;
    return place == null ? undefined : computed(place);
  }

  function target(key: ObservationKey): Resolved | undefined {
    const found = targetInForce(input, key);
    const goal = found === undefined ? null : parseDecimal(found.goal);
    return goal === null ? longerTarget(key) : computed(decimalNumber(goal));
  }

  /** A sheet's target for a longer period that holds this one: the year's, for its first half. */
  function longerTarget(key: ObservationKey): Resolved | undefined {
    const period = parsePeriod(key.period);
    if (period === null) return undefined;
    let best: { readonly days: number; readonly value: number } | undefined;
    for (const { key: other, value } of sheetTargets(key)) {
      const window = parsePeriod(other.period);
      if (
        window === null ||
        typeof value !== "number" ||
        window.start > period.start ||
        window.end < period.end
      )
        continue;
      const days = window.end - window.start;
      if (best === undefined || days < best.days) best = { days, value };
    }
    return best === undefined ? undefined : computed(best.value);
  }

  const targetsOf = new Map<IndicatorCode, Map<string, Observation[]>>();

  function sheetTargets(key: ObservationKey): readonly Observation[] {
    let bySeries = targetsOf.get(key.indicator);
    if (bySeries === undefined) {
      bySeries = new Map();
      targetsOf.set(key.indicator, bySeries);
      for (const observation of statedOf(key.indicator))
        if (observation.key.measure === "target") {
          const id = seriesId(observation.key);
          const list = bySeries.get(id);
          if (list === undefined) bySeries.set(id, [observation]);
          else list.push(observation);
        }
    }
    return bySeries.get(seriesId(key)) ?? [];
  }

  function baseline(key: ObservationKey): Resolved | undefined {
    const found = targetInForce(input, key)?.baseline;
    const value = found == null ? null : parseDecimal(found.value);
    return value === null ? undefined : computed(decimalNumber(value));
  }

  function resolve(key: ObservationKey): Resolved | undefined {
    const known = stated(key);
    if (known !== undefined && known.value !== null) return known;
    return derive(key) ?? known;
  }

  function derive(key: ObservationKey): Resolved | undefined {
    switch (key.measure) {
      case "previous":
        return previous(key);
      case "change":
        return change(key);
      case "changeRate":
        return changeRate(key);
      case "target":
        return target(key);
      case "baseline":
        return baseline(key);
      case "actual":
        return actual(key, catalog.indicators.get(key.indicator));
      case "rank":
      case "changeRank":
        return rank(key);
      default:
        return undefined;
    }
  }

  return resolve;
}

/** Goes through all of them once, when the first is asked for. */
function byIndicator(
  observations: ReadonlyMap<string, Observation>,
): (indicator: IndicatorCode) => Iterable<Observation> {
  let found: Map<IndicatorCode, Observation[]> | null = null;
  return (indicator) => {
    if (found === null) {
      found = new Map();
      for (const observation of observations.values()) {
        const list = found.get(observation.key.indicator);
        if (list === undefined)
          found.set(observation.key.indicator, [observation]);
        else list.push(observation);
      }
    }
    return found.get(indicator) ?? [];
  };
}

function seriesId(key: ObservationKey): string {
  return keyText({ ...key, measure: "target", period: "" });
}

function computed(value: number): Resolved {
  return { value, missing: "", derived: true };
}

/** A goal against a base year, or one that accumulates, is the goal of every year of its window; a level is that of its last. */
function spansYears({ base, cumulative, baseline }: Target): boolean {
  return base !== "" || cumulative || baseline !== null;
}

/** The target for a period: its deadline ends with that period, else the nearest later one that holds for every year of its window. */
function targetInForce(
  { targets, asOf }: ResolverInput,
  key: ObservationKey,
): Target | undefined {
  const period = parsePeriod(key.period);
  if (period === null) return undefined;
  const fitting = targets.flatMap((target) => {
    const from = parsePeriod(target.from);
    const deadline = parsePeriod(target.deadline);
    const fits =
      target.indicator === key.indicator &&
      target.region === key.region &&
      target.variant === key.variant &&
      target.base === key.base &&
      (target.declared === "" || target.declared <= asOf) &&
      from !== null &&
      deadline !== null &&
      from.start <= period.start &&
      (period.end === deadline.end ||
        (spansYears(target) && period.end < deadline.end));
    return fits ? [{ target, end: deadline.end }] : [];
  });
  fitting.sort(
    (a, b) =>
      a.end - b.end ||
      Number(a.target.confidence === "unverified") -
        Number(b.target.confidence === "unverified") ||
      (a.target.id < b.target.id ? -1 : 1),
  );
  return fitting[0]?.target;
}
