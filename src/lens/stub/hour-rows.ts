import type { Guess, PeriodHint } from "../../model/facets.ts";
import type { Table } from "../../model/table.ts";

/** A time of the day. */
export const clock = /\d:[0-5]\d/;

/** True for the period of a row that has an hour. */
export function isOfAnHour({ words }: Guess<PeriodHint>): boolean {
  return clock.test(words) || /\d时/.test(words);
}

/** True where a row has an hour that is not midnight. */
export function statesAnHour({ rows }: Table): boolean {
  const seen = new Set<string>();
  for (const { path } of rows)
    for (const { text } of path) {
      if (seen.has(text)) continue;
      if (clock.test(text) && !midnight.test(text)) return true;
      seen.add(text);
    }
  return false;
}

const midnight = /(?:^|\D)0?0:00(?::00)?$/;
