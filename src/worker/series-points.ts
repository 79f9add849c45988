import type { Observation } from "../model/observation.ts";
import { parsePeriod, sameLastYear } from "../model/period.ts";
import { seriesOf } from "../progress/series.ts";
import type { SeriesPoint } from "./progress-api.ts";

/**
 * The actuals of one indicator in one place by time, all of one span. Where no
 * actual is held for a period and a sheet states it as 上年同期 of the next
 * year, that figure is taken, and marked.
 */
export function seriesPoints(
  observations: readonly Observation[],
  series: {
    readonly indicator: string;
    readonly region: string;
    readonly variant: string;
    readonly base: string;
  },
): SeriesPoint[] {
  const { indicator, region, variant, base } = series;
  const own = observations.filter(
    ({ key }) =>
      key.indicator === indicator &&
      key.region === region &&
      key.variant === variant &&
      key.base === base,
  );
  const known = new Set(
    own.flatMap(({ key, value }) =>
      key.measure === "actual" && value !== null ? [key.period] : [],
    ),
  );
  const stated = own.flatMap((observation) => {
    const { key, value } = observation;
    const period = parsePeriod(key.period);
    if (key.measure !== "previous" || value === null || period === null)
      return [];
    const before = sameLastYear(period).code;
    return known.has(before)
      ? []
      : [
          {
            ...observation,
            key: { ...key, measure: "actual", period: before } as const,
          },
        ];
  });
  const added = new Set(stated.map(({ key }) => key.period));
  return seriesOf(
    [...own, ...stated],
    indicator,
    region,
    variant,
    base,
  ).points.map(({ period, start, end, value, missing }) => ({
    period,
    start,
    end,
    value,
    missing,
    stated: added.has(period),
  }));
}
