import { type DayNumber, isoDate } from "../model/calendar.ts";
import {
  type Fraction,
  addFractions,
  divideFractions,
  multiplyFractions,
  roundFraction,
} from "../model/fraction.ts";
import { decimalNumber } from "../model/decimal.ts";
import type { Indicator } from "../model/indicator.ts";
import { type Period, periodOf } from "../model/period.ts";
import type { TraceStep } from "../model/progress.ts";
import { type Candidate, type Figure, figureOf } from "./figure.ts";
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
export function composeMean(input: {
  readonly index: ObservationIndex;
  readonly group: Group;
  readonly indicator: Indicator;
  readonly from: readonly Candidate[];
  readonly start: DayNumber;
  readonly end: DayNumber;
}): Figure | null {
  const { index, group, indicator, start, end } = input;
  const pieces = chain(input);
  const last = pieces.at(-1);
  if (last === undefined || pieces.length < 2 || last.period.end > end)
    return null;
  const figures: Figure[] = [];
  for (const piece of pieces) {
    const figure = figureOf(piece, indicator, group);
    if (figure !== null) figures.push(figure);
  }
  const counted = countedDays(figures, daysLookup(index, group));
  const weights = counted ?? figures.map(({ period }) => length(period));
  let days = 0;
  let sum = wholeFraction(0);
  for (const [at, figure] of figures.entries()) {
    const weight = weights[at] ?? 0;
    days += weight;
    sum = addFractions(
      sum,
      multiplyFractions(figure.exact, wholeFraction(weight)),
    );
  }
  const exact = divideFractions(sum, wholeFraction(days));
  if (exact === null) return null;
  const period = periodOf(start, last.period.end);
  const value = roundFraction(exact, (indicator.decimals ?? 1) + extraDecimals);
  return {
    period,
    value,
    exact,
    decimals: indicator.decimals ?? figures[0]?.decimals ?? null,
    get source() {
      return figures[0]?.source ?? null;
    },
    explain: () => [
      step(
        figures.map((figure, at): Part => ({ figure, days: weights[at] ?? 0 })),
        {
          exact,
          shown: decimalNumber(value),
          days,
          period,
          indicator,
          by: counted === null ? "calendar" : "valid",
        },
      ),
    ],
  };
}

/** The valid days of each; null where they are not known for all. */
function countedDays(
  figures: readonly Figure[],
  daysOf: (period: Period) => number | null,
): readonly number[] | null {
  const found: number[] = [];
  for (const { period } of figures) {
    const days = daysOf(period);
    if (days === null) return null;
    found.push(days);
  }
  return found;
}

/** Decimals shown beyond those a composed mean is judged with. */
const extraDecimals = 2;

function chain({
  from,
  start,
  end,
}: {
  readonly from: readonly Candidate[];
  readonly start: DayNumber;
  readonly end: DayNumber;
}): readonly Candidate[] {
  const longest = longestFrom(from, start, end);
  const dailies: DayNumber[] = [];
  for (const { period, kind } of from)
    if (
      kind !== "missing" &&
      period.start >= start &&
      period.end <= end &&
      granularity(period) === "day"
    )
      dailies.push(period.start);
  if (dailies.length > 1) dailies.sort((a, b) => a - b);
  const pieces: Candidate[] = [];
  let day = start;
  let at = 0;
  for (;;) {
    let next = longest(day);
    if (next === undefined) {
      const before = pieces.at(-1);
      const among =
        before === undefined || granularity(before.period) === "day";
      while (at < dailies.length && (dailies[at] ?? day) < day) at += 1;
      const later = dailies[at];
      if (!among || later === undefined || isFar(day, later)) break;
      next = longest(later);
    }
    if (next === undefined) break;
    pieces.push(next);
    day = next.period.end;
  }
  return pieces;
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
    index.groups.get(groupKey(validDays, region, of, ""))?.stated.get("actual");
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
                `${figure.period.code} ${decimalNumber(figure.value)} × ${own}`,
            )
            .join(" + "),
    },
    sources: parts.flatMap(({ figure }) =>
      figure.source === null ? [] : [figure.source],
    ),
  };
}
