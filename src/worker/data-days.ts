import { isoDate } from "../model/calendar.ts";
import type { IsoDate, RegionCode } from "../model/codes.ts";
import type { Observation } from "../model/observation.ts";
import { parsePeriod } from "../model/period.ts";

const most = 24;

/** Last days of the periods of actual figures, newest first, at most 24. */
export function dataDays(observations: Iterable<Observation>): IsoDate[] {
  const periods = new Set<string>();
  for (const { key, value } of observations)
    if (key.measure === "actual" && value !== null) periods.add(key.period);
  const days = new Set<number>();
  for (const code of periods) {
    const end = parsePeriod(code)?.end;
    if (end !== undefined) days.add(end - 1);
  }
  return [...days]
    .sort((a, b) => b - a)
    .slice(0, most)
    .map(isoDate);
}

/** Regions any figure is held for, in the order met. */
export function dataRegions(observations: Iterable<Observation>): RegionCode[] {
  const regions = new Set<RegionCode>();
  for (const { key, value } of observations)
    if (value !== null) regions.add(key.region);
  return [...regions];
}
