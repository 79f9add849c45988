import type { ProgressRow } from "../../model/progress.ts";
import { keyText } from "../../model/observation.ts";

/** Tells the rows of one answer apart. */
export function progressId(row: ProgressRow): string {
  return [
    row.targetId ?? "",
    row.indicator,
    row.region,
    row.variant,
    row.base,
    row.period,
  ].join("|");
}

/** Key of the actual that a row judges; null when there is none. */
export function actualKey(row: ProgressRow): string | null {
  if (row.period === "" || row.actual === null) return null;
  const { indicator, region, period, variant, base } = row;
  return keyText({
    indicator,
    region,
    period,
    measure: "actual",
    variant,
    base,
  });
}

/** Tells series apart, whatever their period. */
export function trendKey(of: {
  readonly indicator: string;
  readonly region: string;
  readonly variant: string;
  readonly base: string;
}): string {
  return [of.indicator, of.region, of.variant, of.base].join("|");
}
