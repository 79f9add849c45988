import type { Facets, Guess, PeriodHint } from "../../model/facets.ts";
import type { Measure } from "../../model/observation.ts";

/** The period that a header names by its date; null without one. */
export function absolutePeriod(facets: Facets): Guess<PeriodHint> | null {
  return facets.period.find(({ value }) => value.kind !== "relative") ?? null;
}

/** 上年同期 names the measure, not another period; 当月 and 累计 name a period. */
export function relativePeriod(
  facets: Facets,
  measure: Measure | null,
): Guess<PeriodHint> | null {
  const hint = facets.period[0];
  if (hint === undefined || hint.value.kind !== "relative") return null;
  if (
    hint.value.which === "lastYear" &&
    measure !== null &&
    measure !== "actual"
  )
    return null;
  // 占年度任务比例 is of what was done so far.
  if (hint.value.which === "year" && measure === "completion") return null;
  // 今年 beside 去年同期 is the time the sheet is of; 今年目标 is the year's.
  return hint.value.which === "year" &&
    measure !== "target" &&
    /^(?:今年|本年|当年)$/.test(hint.words)
    ? { ...hint, value: { kind: "relative", which: "current" } }
    : hint;
}
