import { parseIsoDate } from "../model/calendar.ts";
import type { Catalog } from "../model/catalog.ts";
import { parsePeriod } from "../model/period.ts";
import type { Observation } from "../model/observation.ts";
import type { ProgressRow } from "../model/progress.ts";
import type { Target } from "../model/target.ts";
import { granularity, lastYear } from "../progress/granularity.ts";
import { expectedPath } from "../progress/path.ts";
import { seasonalPath } from "../progress/seasonal-path.ts";
import type { Profile } from "../progress/seasonal-profile.ts";
import type { Series, SeriesRequest } from "./progress-api.ts";
import { seriesPoints } from "./series-points.ts";

/** What is known of the indicator in the region. */
export interface SeriesInput {
  readonly observations: readonly Observation[];
  /** Its rows on the day. */
  readonly rows: readonly ProgressRow[];
  /** How the burden of the years before one fell on its months. */
  readonly profile: (year: number) => Profile | null;
}

/** Names of the standards' limits by indicator, for annual means. */
const limitNames: Readonly<Record<string, string>> = {
  "air.pm25": "PM25.year",
  "air.pm10": "PM10.year",
  "air.so2": "SO2.year",
  "air.no2": "NO2.year",
};

/** One series up to a day, with the path of its target and the limit in force. */
export function seriesFor(
  { observations, rows, profile }: SeriesInput,
  catalog: Catalog,
  targets: readonly Target[],
  request: SeriesRequest,
): Series {
  const { indicator, variant, base, targetId, asOf, region } = request;
  const day = parseIsoDate(asOf) ?? Infinity;
  const known = catalog.indicators.get(indicator);
  const row =
    targetId === null
      ? undefined
      : rows.find(
          (candidate) =>
            candidate.targetId === targetId &&
            candidate.variant === variant &&
            candidate.base === base,
        );
  const target = targets.find(({ id }) => id === row?.targetId);
  const deadline = row === undefined ? null : parsePeriod(row.deadline);
  const points = seriesPoints(observations, {
    indicator,
    region,
    variant,
    base,
  }).filter(({ end }) => end - 1 <= day);
  return {
    indicator,
    region,
    unit: known?.unit ?? "",
    decimals: row?.decimals ?? known?.decimals ?? null,
    points,
    path:
      target === undefined
        ? []
        : pathOf(target, catalog, row?.baseline ?? null, points, profile),
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
    forecast: forecastOf(row),
    limit: limitOn(catalog, indicator, asOf),
  };
}

/** In the spans the figures come in: a seasonal path bends from month to month. */
function pathOf(
  target: Target,
  catalog: Catalog,
  baseline: number | null,
  points: Series["points"],
  profile: SeriesInput["profile"],
): Series["path"] {
  const last = parsePeriod(points.at(-1)?.period ?? "");
  const bySeason =
    target.path !== "seasonal" || last === null
      ? null
      : seasonalPath(target, catalog, {
          baseline,
          profile: profile(lastYear(last)),
          span: granularity(last),
        });
  return bySeason ?? expectedPath(target, catalog, baseline);
}

/** Where the figure is heading, at the last day of the deadline. */
function forecastOf(row: ProgressRow | undefined): Series["forecast"] {
  const end = parsePeriod(row?.deadline ?? "")?.end;
  const outlook = row?.outlook ?? null;
  if (outlook === null || end === undefined) return [];
  const { value, low, high } = outlook;
  return [{ day: end - 1, low, value, high }];
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
