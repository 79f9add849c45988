import type { BoundTable } from "../../model/binding.ts";
import { civilDate, type DayNumber } from "../../model/calendar.ts";
import type { Period } from "../../model/period.ts";
import type { Dates } from "../bind-records.ts";
import { CERTAIN } from "../certain.ts";
import type { Surroundings } from "../surroundings.ts";

/** What a ledger is the state of: its stated period, or else the day it was filled in. */
export function periodOfRecords({
  periods,
  rivals,
  filed,
}: Surroundings): Period | null {
  const [nearest] = periods;
  if (nearest === undefined) return filed;
  return nearest.confidence >= CERTAIN && rivals.length === 0
    ? nearest.period
    : null;
}

/** A ledger of a month that was made on a day of it is of that day. */
export function asOfRecords(
  period: Period | null,
  { filed }: Surroundings,
): Pick<BoundTable, "asOf"> {
  if (period === null) return {};
  const within =
    filed !== null &&
    filed.end - filed.start === 1 &&
    filed.start >= period.start &&
    filed.end <= period.end;
  return { asOf: (within ? filed : period).code };
}

/** Whose ledger it is, where that is certain. */
export function placeOfRecords({
  region,
}: Surroundings): Pick<BoundTable, "place"> {
  return region !== null && region.confidence >= CERTAIN
    ? { place: region.value }
    : {};
}

/** The year of a period that is one, and its end; a deadline of a month's sheet may lie in the next year, but near the month or the day of filing; that of a winter lies in it. */
export function datesOf(period: Period | null, { filed }: Surroundings): Dates {
  const wholeYear = period !== null && /^\d{4}$/.test(period.code);
  const day = filed ?? (wholeYear ? null : period);
  const winter = filed === null && period !== null && crossesYear(period);
  return {
    ...(wholeYear ? { year: Number(period.code) } : {}),
    ...(period === null ? {} : { until: period.end - 1 }),
    ...(day === null ? {} : { near: winter ? middleOf(day) : day.end - 1 }),
  };
}

/** True for a winter: its deadlines lie in it, on either side of New Year. */
function crossesYear({ start, end }: Period): boolean {
  return end - start < 366 && civilDate(start).year !== civilDate(end - 1).year;
}

function middleOf({ start, end }: Period): DayNumber {
  return start + Math.floor((end - start) / 2);
}
