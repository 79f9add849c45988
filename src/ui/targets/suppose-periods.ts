import { civilDate, parseIsoDate } from "../../model/calendar.ts";
import {
  monthPeriod,
  parsePeriod,
  yearPeriod,
  yearToMonth,
} from "../../model/period.ts";
import type { ProgressRow } from "../../model/progress.ts";

export const supposeKinds = ["month", "toDate", "year"] as const;
/** Single months, from January to a month, whole years. */
export type SupposeKind = (typeof supposeKinds)[number];

const most = 12;

/** Years follow an annual figure, months anything else. */
export function usualKind(row: ProgressRow): SupposeKind {
  return /^\d{4}$/.test(row.period) ? "year" : "month";
}

/**
 * The periods that a person may suppose values for: the row's own, and those
 * after it up to the deadline, at most twelve, the next one in any case. Without
 * a figure they begin after the day looked at.
 */
export function supposePeriods(
  row: ProgressRow,
  kind: SupposeKind,
  asOf: string,
): readonly string[] {
  const from = parsePeriod(row.period)?.end ?? (parseIsoDate(asOf) ?? 0) + 1;
  const until = parsePeriod(row.deadline)?.end ?? from;
  const first = civilDate(from);
  const own = parsePeriod(row.period);
  const found: string[] = [];
  for (let step = 0; found.length < most; step += 1) {
    const month = first.month - 1 + step;
    const year = first.year + Math.floor(month / 12);
    const period =
      kind === "year"
        ? yearPeriod(first.year + step)
        : kind === "month"
          ? monthPeriod(year, (month % 12) + 1)
          : yearToMonth(year, (month % 12) + 1);
    if (period.end > until && found.length > 0) break;
    found.push(period.code);
  }
  return own === null ? found : [own.code, ...found];
}
