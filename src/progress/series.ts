import type { DayNumber } from "../model/calendar.ts";
import type { IndicatorCode, PeriodCode, RegionCode } from "../model/codes.ts";
import type { Observation } from "../model/observation.ts";
import { parsePeriod } from "../model/period.ts";
import { type Granularity, granularity } from "./granularity.ts";

export interface SeriesPoint {
  readonly period: PeriodCode;
  readonly start: DayNumber;
  /** First day after the period. */
  readonly end: DayNumber;
  /** Null is missing, with the reason in `missing`. */
  readonly value: number | null;
  readonly missing: string;
  readonly observation: Observation;
}

export interface Series {
  /** The span of every point; null when there is none. */
  readonly granularity: Granularity | null;
  readonly points: readonly SeriesPoint[];
}

/** From the finest to the coarsest. */
const spans: readonly Granularity[] = [
  "day",
  "month",
  "quarter",
  "toDate",
  "range",
  "year",
  "years",
];

const coarsest = [...spans].reverse();

/**
 * The actuals of one indicator in one place by time, all of one span: the
 * finest of which two values are known, else the annual ones, else the coarsest
 * there is. Missing values stay as gaps.
 * @throws when an observation's period is no period.
 */
export function seriesOf(
  observations: Iterable<Observation>,
  indicator: IndicatorCode,
  region: RegionCode,
  variant = "",
  base: PeriodCode = "",
): Series {
  const bySpan = new Map<Granularity, Map<PeriodCode, SeriesPoint>>();
  for (const observation of observations) {
    const { key } = observation;
    if (
      key.measure !== "actual" ||
      key.indicator !== indicator ||
      key.region !== region ||
      key.variant !== variant ||
      key.base !== base ||
      typeof observation.value === "string"
    )
      continue;
    const period = parsePeriod(key.period);
    if (period === null) throw new Error(`not a period code: ${key.period}`);
    const span = granularity(period);
    const points = bySpan.get(span) ?? new Map<PeriodCode, SeriesPoint>();
    bySpan.set(span, points);
    if (observation.value === null && points.has(period.code)) continue;
    points.set(period.code, {
      period: period.code,
      start: period.start,
      end: period.end,
      value: observation.value,
      missing: observation.missing,
      observation,
    });
  }
  const known = (span: Granularity): number =>
    [...(bySpan.get(span)?.values() ?? [])].filter(
      ({ value }) => value !== null,
    ).length;
  const chosen =
    spans.find((span) => known(span) >= 2) ??
    (known("year") > 0 ? "year" : coarsest.find((span) => known(span) > 0)) ??
    coarsest.find((span) => bySpan.has(span)) ??
    null;
  const points =
    chosen === null ? [] : [...(bySpan.get(chosen)?.values() ?? [])];
  return {
    granularity: chosen,
    points: points.sort((a, b) => a.end - b.end || a.start - b.start),
  };
}
