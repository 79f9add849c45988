import { type DayNumber, isoDate } from "../model/calendar.ts";
import {
  type Fraction,
  addFractions,
  decimalFractionNumber,
  divideFractions,
  multiplyFractions,
  roundedFraction,
} from "../model/fraction.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Source } from "../model/observation.ts";
import { type Period, periodOf } from "../model/period.ts";
import type { TraceStep } from "../model/progress.ts";
import type { Actuals, Candidates } from "./candidates.ts";
import type { Figure } from "./figure.ts";
import { tracedNumber, wholeFraction } from "./fraction-number.ts";
import { granularity } from "./granularity.ts";
import { longestFrom } from "./longest-from.ts";
import {
  type Group,
  type ObservationIndex,
  groupKey,
} from "./observation-index.ts";

interface Part {
  readonly figure: Figure;
  /** Days it counts for. */
  readonly days: number;
}

/** The count of days with valid data, where a sheet states it for the same place and period. */
const validDays = "air.valid_days";

/**
 * The mean from `start` on, made of consecutive figures up to `end`: at each
 * step the longest that begins where the last one ended. Means over a time are
 * means of daily values, so parts weigh their valid days, or their calendar
 * days where those are not known for each of them. Daily values may have gaps
 * between them (a day without valid data counts nowhere); months may not. Null
 * with fewer than two parts.
 */
export function composeMean(
  of: Actuals,
  from: Candidates,
  start: DayNumber,
  end: DayNumber,
): Figure | null {
  const places = chain(from, start, end);
  const last = places.at(-1);
  if (last === undefined || places.length < 2) return null;
  const until = from.periodAt(last).end;
  if (until > end) return null;
  const counted = countedDays(from, places, daysLookup(of.index, of.group));
  const weights =
    counted ?? places.map((place) => length(from.periodAt(place)));
  let days = 0;
  let sum = wholeFraction(0);
  for (const [at, place] of places.entries()) {
    const weight = weights[at] ?? 0;
    days += weight;
    sum = addFractions(
      sum,
      multiplyFractions(from.exactAt(place), wholeFraction(weight)),
    );
  }
  const exact = divideFractions(sum, wholeFraction(days));
  if (exact === null) return null;
  return new ComposedMean(periodOf(start, until), exact, of.indicator, {
    from,
    places,
    weights,
    days,
    by: counted === null ? "calendar" : "valid",
  });
}

interface Parts {
  readonly from: Candidates;
  readonly places: readonly number[];
  /** Days that each counts for, and those of all. */
  readonly weights: readonly number[];
  readonly days: number;
  readonly by: "valid" | "calendar";
}

class ComposedMean implements Figure {
  readonly period: Period;
  readonly exact: Fraction;
  readonly decimals: number | null;
  readonly #indicator: Indicator;
  readonly #parts: Parts;

  constructor(
    period: Period,
    exact: Fraction,
    indicator: Indicator,
    parts: Parts,
  ) {
    this.period = period;
    this.exact = exact;
    this.decimals =
      indicator.decimals ?? parts.from.decimalsAt(parts.places[0] ?? 0);
    this.#indicator = indicator;
    this.#parts = parts;
  }

  get value(): Fraction {
    return roundedFraction(
      this.exact,
      (this.#indicator.decimals ?? 1) + extraDecimals,
    );
  }

  get source(): Source | null {
    const { from, places } = this.#parts;
    return from.figureAt(places[0] ?? 0)?.source ?? null;
  }

  explain(): readonly TraceStep[] {
    const { from, places, weights } = this.#parts;
    const parts = places.flatMap((place, at): Part[] => {
      const figure = from.figureAt(place);
      return figure === null ? [] : [{ figure, days: weights[at] ?? 0 }];
    });
    return [
      step(parts, {
        exact: this.exact,
        shown: decimalFractionNumber(this.value),
        days: this.#parts.days,
        period: this.period,
        indicator: this.#indicator,
        by: this.#parts.by,
      }),
    ];
  }
}

/** The valid days of each; null where they are not known for all. */
function countedDays(
  from: Candidates,
  places: readonly number[],
  daysOf: (period: Period) => number | null,
): readonly number[] | null {
  const found: number[] = [];
  for (const place of places) {
    const days = daysOf(from.periodAt(place));
    if (days === null) return null;
    found.push(days);
  }
  return found;
}

/** Decimals shown beyond those a composed mean is judged with. */
const extraDecimals = 2;

/** The places of consecutive ones. */
function chain(
  from: Candidates,
  start: DayNumber,
  end: DayNumber,
): readonly number[] {
  const longest = longestFrom(from, start, end);
  const dailies: DayNumber[] = [];
  for (let at = 0; at < from.length; at += 1) {
    const period = from.periodAt(at);
    if (
      period.start >= start &&
      period.end <= end &&
      granularity(period) === "day" &&
      from.isKnownAt(at)
    )
      dailies.push(period.start);
  }
  if (dailies.length > 1) dailies.sort((a, b) => a - b);
  const places: number[] = [];
  let day = start;
  let at = 0;
  for (;;) {
    let next = longest(day);
    if (next < 0) {
      const before = places.at(-1);
      const among =
        before === undefined || granularity(from.periodAt(before)) === "day";
      while (at < dailies.length && (dailies[at] ?? day) < day) at += 1;
      const later = dailies[at];
      if (!among || later === undefined || isFar(day, later)) break;
      next = longest(later);
    }
    if (next < 0) break;
    places.push(next);
    day = from.periodAt(next).end;
  }
  return places;
}

/** A gap of more than a week among daily values is missing data, not days that failed. */
function isFar(day: DayNumber, later: DayNumber): boolean {
  return later - day > 7;
}

/** The days that figures of a group count for by their periods; null where they are not stated. */
function daysLookup(
  index: ObservationIndex,
  { region, variant, indicator }: Group,
): (period: Period) => number | null {
  if (!indicator.startsWith("air."))
    return (period) => (granularity(period) === "day" ? 1 : null);
  const columnOf = (of: string) =>
    index.groups.get(groupKey(validDays, region, of, ""))?.actual;
  const own = columnOf(variant);
  const plain = variant === "" ? own : columnOf("");
  return (period) => {
    if (granularity(period) === "day") return 1;
    const stated = own?.numberOf(period.code) ?? NaN;
    const value = stated > 0 ? stated : (plain?.numberOf(period.code) ?? NaN);
    return value > 0 && Number.isInteger(value) ? value : null;
  };
}

function length({ start, end }: Period): number {
  return end - start;
}

function step(
  parts: readonly Part[],
  of: {
    readonly exact: Fraction;
    readonly shown: number;
    readonly days: number;
    readonly period: Period;
    readonly indicator: Indicator;
    readonly by: "valid" | "calendar";
  },
): TraceStep {
  const { exact, shown, days, period, indicator, by } = of;
  const daily = parts.every(
    ({ figure }) => granularity(figure.period) === "day",
  );
  return {
    code: daily
      ? "progress.step_mean_of_days"
      : `progress.step_mean_by_${by}_days`,
    params: {
      period: period.code,
      value: shown,
      exact: tracedNumber(exact),
      unit: indicator.unit,
      count: parts.length,
      days,
      span: length(period),
      first: isoDate(period.start),
      last: isoDate(period.end - 1),
      terms: daily
        ? ""
        : parts
            .map(
              ({ figure, days: own }) =>
                `${figure.period.code} ${decimalFractionNumber(figure.value)} × ${own}`,
            )
            .join(" + "),
    },
    sources: parts.flatMap(({ figure }) =>
      figure.source === null ? [] : [figure.source],
    ),
  };
}
