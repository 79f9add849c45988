import type { Facets, Guess, PeriodHint } from "../../model/facets.ts";
import { type Period, parsePeriod } from "../../model/period.ts";
import { periodFrom } from "../../match/resolve-period.ts";
import { type Head, isOther } from "./head.ts";
import { absolutePeriod, relativePeriod } from "./own-period.ts";
import { plainOf, sameGroup } from "./same-group.ts";

/**
 * The period of the figures of the same group: 同比 beside 2018年 and 2019年 is
 * of 2019; beside 1—6月累计 it is of those months. Without dates, and for a
 * completion, the nearest figure to the left counts.
 */
export function periodBeside(
  index: number,
  columns: readonly Head[],
  around: readonly Period[],
): Guess<PeriodHint> | null {
  const here = columns[index];
  if (here === undefined) return null;
  const found: Guess<PeriodHint>[] = [];
  for (const step of [-1, 1]) {
    for (let at = index + step; ; at += step) {
      const column = columns[at];
      if (column === undefined || !sameGroup(here, column)) break;
      const measure = column.facets.measure[0]?.value ?? "actual";
      const hint =
        absolutePeriod(column.facets) ?? relativePeriod(column.facets, measure);
      if (measure !== "actual" || isOther(column.facets)) continue;
      // A figure without a date is of the title's period, and so is what compares it.
      if (hint === null) return null;
      found.push(hint);
    }
    if (found.length > 0) break;
  }
  const [nearest] = found;
  if (nearest === undefined) return null;
  // 完成率 is of the figure it stands beside, whatever else is dated.
  if (here.facets.measure[0]?.value === "completion") return nearest;
  let latest: Guess<PeriodHint> = nearest;
  let last = endOf(nearest, around);
  for (const hint of found) {
    const end = endOf(hint, around);
    // Of 1-6月 on a sheet without a year nobody says whether 2023年 is later.
    if (end === null || last === null) return nearest;
    if (end > last) [latest, last] = [hint, end];
  }
  return latest;
}

/** True for PM2.5浓度较2020年下降（%）, which compares the figures it stands beside. */
export function isCut({ indicator, base, period }: Facets): boolean {
  const [best] = indicator;
  return (
    best !== undefined &&
    best.value !== plainOf(best.value) &&
    base.length > 0 &&
    period.length === 0
  );
}

/** The day after a period on a sheet of those around; null where they do not settle it. */
function endOf(
  { value }: Guess<PeriodHint>,
  around: readonly Period[],
): number | null {
  const [found] =
    value.kind === "period"
      ? [parsePeriod(value.code)]
      : around.flatMap((period) => periodFrom(value, { period }) ?? []);
  return found?.end ?? null;
}
