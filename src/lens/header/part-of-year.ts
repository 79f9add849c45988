import type { Guess, PeriodHint } from "../../model/facets.ts";
import type { Measure } from "../../model/observation.ts";
import { parsePeriod } from "../../model/period.ts";
import type { Head } from "./head.ts";
import { absolutePeriod } from "./own-period.ts";
import { sameGroup } from "./same-group.ts";

/** 2023年同比 beside 2022年1-6月 and 2023年1-6月 is of those months; which it is of several spans of that year nobody says. */
export function partOfYear(
  index: number,
  columns: readonly Head[],
  measure: Guess<Measure> | null,
  year: Guess<PeriodHint>,
): Guess<PeriodHint> | null {
  const here = columns[index];
  if (here === undefined || measure === null || !compares.has(measure.value))
    return null;
  const { value } = year;
  if (value.kind !== "period" || !/^\d{4}$/.test(value.code)) return null;
  const parts = new Map<string, Guess<PeriodHint>>();
  for (const column of columns) {
    if (column === here || !sameGroup(here, column)) continue;
    if ((column.facets.measure[0]?.value ?? "actual") !== "actual") continue;
    const hint = absolutePeriod(column.facets);
    if (hint?.value.kind !== "period") continue;
    if (hint.value.code === value.code) return null;
    if (isPartOf(hint.value.code, value.code)) parts.set(hint.value.code, hint);
  }
  const [only, other] = parts.values();
  if (only === undefined) return null;
  return other === undefined ? only : { ...year, confidence: 0.5 };
}

const compares: ReadonlySet<Measure> = new Set<Measure>([
  "change",
  "changeRate",
  "rank",
  "changeRank",
]);

function isPartOf(code: string, year: string): boolean {
  const [part, whole] = [parsePeriod(code), parsePeriod(year)];
  return (
    part !== null &&
    whole !== null &&
    whole.start <= part.start &&
    part.end <= whole.end
  );
}
