import { civilDate, parseIsoDate } from "../../model/calendar.ts";
import { monthRange, yearPeriod } from "../../model/period.ts";
import type { ReviewQuestion } from "../../worker/api.ts";

/**
 * What to offer where sheets name months without a year: those months in the
 * last year in which they had ended by the day, and in the one before; of
 * sheets that name different months, the years.
 */
export function likelyPeriods(
  { months }: Pick<ReviewQuestion, "months">,
  asOf: string,
): string[] {
  const day = parseIsoDate(asOf);
  const [first, ...others] = months;
  if (first === undefined || day === null) return [];
  const { year } = civilDate(day);
  const of = (start: number) =>
    others.length > 0
      ? yearPeriod(start)
      : monthRange(
          start,
          first.from,
          first.to < first.from ? start + 1 : start,
          first.to,
        );
  const latest = others.length > 0 || of(year).end <= day + 1 ? year : year - 1;
  return [latest, latest - 1].map((start) => of(start).code);
}
