import { parseIsoDate } from "../model/calendar.ts";
import type { Catalog } from "../model/catalog.ts";
import { parsePeriod } from "../model/period.ts";
import type { Observation } from "../model/observation.ts";
import type { ProgressRow } from "../model/progress.ts";
import type { Target } from "../model/target.ts";
import { expectedPath } from "../progress/path.ts";
import { seriesOf } from "../progress/series.ts";
import type { Series } from "./api.ts";

export interface SeriesRequest {
  readonly indicator: string;
  readonly region: string;
  readonly variant: string;
  readonly asOf: string;
}

/** What is known of the indicator in the region. */
export interface SeriesInput {
  readonly observations: readonly Observation[];
  /** Its rows on the day. */
  readonly rows: readonly ProgressRow[];
}

/** Names of the standards' limits by indicator, for annual means. */
const limitNames: Readonly<Record<string, string>> = {
  "air.pm25": "PM25.year",
  "air.pm10": "PM10.year",
  "air.so2": "SO2.year",
  "air.no2": "NO2.year",
};

/** One series with the path of the target that is judged on the day, and the limit in force. */
export function seriesFor(
  { observations, rows }: SeriesInput,
  catalog: Catalog,
  targets: readonly Target[],
  request: SeriesRequest,
): Series {
  const { indicator, region, variant, asOf } = request;
  const known = catalog.indicators.get(indicator);
  const row = rows.find(
    (candidate) => candidate.variant === variant && candidate.targetId !== null,
  );
  const base = row?.base ?? observations[0]?.key.base ?? "";
  const series = seriesOf(observations, indicator, region, variant, base);
  const target = targets.find(({ id }) => id === row?.targetId);
  const deadline = row === undefined ? null : parsePeriod(row.deadline);
  return {
    indicator,
    region,
    unit: known?.unit ?? "",
    decimals: row?.decimals ?? known?.decimals ?? null,
    points: series.points.map(({ period, start, end, value, missing }) => ({
      period,
      start,
      end,
      value,
      missing,
    })),
    path:
      target === undefined
        ? []
        : expectedPath(target, catalog, row?.baseline ?? null),
    target:
      row === undefined || row.target === null || deadline === null
        ? null
        : {
            value: row.target,
            comparator: row.comparator,
            day: deadline.end - 1,
            source: target?.source ?? row.source?.file ?? "",
            unverified: target?.confidence === "unverified",
          },
    limit: limitOn(catalog, indicator, asOf),
  };
}

function limitOn(
  catalog: Catalog,
  indicator: string,
  asOf: string,
): Series["limit"] {
  const name = limitNames[indicator];
  if (name === undefined || parseIsoDate(asOf) === null) return null;
  const edition = catalog.standards.find(
    ({ limits, effectiveFrom, effectiveTo }) =>
      limits[name] !== undefined &&
      effectiveFrom <= asOf &&
      (effectiveTo === "" || asOf <= effectiveTo),
  );
  const text = edition?.limits[name];
  return edition === undefined || text === undefined
    ? null
    : { value: Number(text), label: edition.label };
}
