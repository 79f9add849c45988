import type { ProgressRow } from "../model/progress.ts";
import type { RowOutlook } from "./progress-api.ts";

/** The outlooks of targets; each is drawn when it is read here. */
export function outlooksOf(
  rows: Iterable<ProgressRow>,
  include: (region: string) => boolean,
): RowOutlook[] {
  const found: RowOutlook[] = [];
  for (const row of rows) {
    const { targetId, indicator, region, variant, base } = row;
    if (targetId === null || !include(region)) continue;
    const { outlook } = row;
    if (outlook !== null)
      found.push({ targetId, indicator, region, variant, base, outlook });
  }
  return found;
}
