import type { ProgressRow } from "../../model/progress.ts";
import type { Trend } from "../../worker/api.ts";
import type { Multiple } from "../chart/db-multiples.ts";
import type { Names } from "../state/names.ts";

/** Which series of an indicator are drawn side by side. */
export interface MultiplesChoice {
  readonly indicator: string;
  readonly variant: string;
  readonly base: string;
  /** In the order they are drawn. */
  readonly regions: readonly string[];
}

/** A small chart for every region, empty where nothing is known, with its target and status where it has one. */
export function multiplesOf(
  choice: MultiplesChoice,
  trends: readonly Trend[],
  rows: readonly ProgressRow[],
  names: Names,
): readonly Multiple[] {
  const fits = (of: {
    readonly indicator: string;
    readonly variant: string;
    readonly base: string;
  }) =>
    of.indicator === choice.indicator &&
    of.variant === choice.variant &&
    of.base === choice.base;
  const trendOf = new Map(
    trends.filter(fits).map((trend) => [trend.region, trend]),
  );
  const rowOf = new Map(
    rows
      .filter((row) => row.targetId !== null && fits(row))
      .map((row) => [row.region, row]),
  );
  return choice.regions.map((region) => {
    const row = rowOf.get(region);
    return {
      region,
      name: names.regionShort(region),
      points: trendOf.get(region)?.points ?? [],
      target: row?.target ?? null,
      comparator: row?.comparator ?? "",
      status: row?.status ?? null,
      statusWord: row === undefined ? "" : names.status(row.status),
    };
  });
}

/** The cities of a province with the most figures here, else of the first province; in code order. */
export function citiesShown(
  names: Names,
  withData: readonly string[],
): readonly string[] {
  const cities = names.catalog.regions.filter(({ level }) => level === "city");
  const known = new Set(withData);
  const counts = new Map<string, number>();
  for (const { code, parent } of cities)
    counts.set(parent, (counts.get(parent) ?? 0) + (known.has(code) ? 1 : 0));
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return cities
    .filter(({ parent }) => parent === most?.[0])
    .map(({ code }) => code);
}
