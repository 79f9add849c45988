import { civilDate } from "../../model/calendar.ts";
import type { Guess } from "../../model/facets.ts";
import type { Measure } from "../../model/observation.ts";
import type { Period } from "../../model/period.ts";
import { CERTAIN } from "../certain.ts";
import type { Head } from "./head.ts";

/** The year the figures of a table run to: that of the sheet, or the last one its headers name; null without any. */
export function latestYear(
  columns: readonly Head[],
  [nearest]: readonly Period[],
): number | null {
  if (nearest !== undefined) return civilDate(nearest.end - 1).year;
  const years = columns.flatMap(({ facets }) =>
    facets.period.flatMap(({ value }) =>
      value.kind === "period"
        ? [
            Math.max(
              ...[...value.code.matchAll(/(?<![-\d])\d{4}/g)].map(Number),
            ),
          ]
        : [],
    ),
  );
  return years.length === 0 ? null : Math.max(...years);
}

/** 2021年同期 on a sheet of 2022: last year's figure of the same time; null for anything else. */
export function sameTime(
  { facets }: Head,
  latest: number | null,
): Guess<Measure> | null {
  const [measure] = facets.measure;
  const [period] = facets.period;
  if (measure?.value !== "previous" || measure.confidence >= CERTAIN)
    return null;
  return latest !== null &&
    period?.value.kind === "period" &&
    period.value.code === String(latest - 1) &&
    /^同期/.test(measure.words)
    ? { ...measure, confidence: 0.9 }
    : null;
}
