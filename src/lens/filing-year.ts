import { civilDate } from "../model/calendar.ts";
import type { PeriodHint } from "../model/facets.ts";
import type { Period } from "../model/period.ts";
import { periodFrom } from "../match/resolve-period.ts";

/** Days a form may be filled in before its months have ended. */
const early = 5;

/** Months without a year, on a form filled in on `day`: the latest such months that had ended by then. */
export function yearOfFiling(hint: PeriodHint, day: Period): Period | null {
  if (hint.kind !== "months") return null;
  const { year } = civilDate(day.end - 1);
  const same = periodFrom(hint, { year });
  if (same !== null && same.end <= day.end + early) return same;
  return periodFrom(hint, { year: year - 1 });
}
