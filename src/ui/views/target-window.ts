import { civilDate, parseIsoDate } from "../../model/calendar.ts";
import { parsePeriod } from "../../model/period.ts";
import type { ProgressRow } from "../../model/progress.ts";

/** From where targets are looked at: the as-of day, and the regions that any figure is held for. */
export interface Standpoint {
  /** ISO day. */
  readonly asOf: string;
  readonly regions: ReadonlySet<string>;
}

/** True while a figure for the target is still to come: its deadline lies on or after the day. */
export function isOpen(row: ProgressRow, { asOf }: Standpoint): boolean {
  const deadline = parsePeriod(row.deadline);
  const day = parseIsoDate(asOf);
  return deadline !== null && day !== null && deadline.end - 1 >= day;
}

/** True for a target whose deadline lies in a year before that of the day. */
export function closedBefore(row: ProgressRow, { asOf }: Standpoint): boolean {
  const deadline = parsePeriod(row.deadline);
  const day = parseIsoDate(asOf);
  return (
    deadline !== null &&
    day !== null &&
    civilDate(deadline.end - 1).year < civilDate(day).year
  );
}

/** True when the figure judged is the deadline's own, not one from before. */
export function hasFinalFigure(row: ProgressRow): boolean {
  if (row.actual === null) return false;
  const deadline = parsePeriod(row.deadline);
  const period = parsePeriod(row.period);
  return deadline !== null && period !== null && period.end >= deadline.end;
}
