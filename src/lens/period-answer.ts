import { civilDate } from "../model/calendar.ts";
import type { PeriodCode } from "../model/codes.ts";
import type { PeriodHint } from "../model/facets.ts";
import {
  monthPeriod,
  monthRange,
  parsePeriod,
  type Period,
  periodOf,
  shiftYears,
  yearToMonth,
} from "../model/period.ts";
import { periodFrom } from "../match/resolve-period.ts";

/** Answers that are relative to the period the sheet states. */
const relative = [
  "current",
  "month",
  "toDate",
  "year",
  "lastYear",
  "lastMonth",
] as const;

/** The hint of an answer about a column or a row; null for a fixed period on a file it was not given for. */
export function periodHintOf(
  choice: string,
  files: readonly string[],
  sha: string,
): PeriodHint | null {
  const which = relative.find((known) => choice === `~${known}`);
  if (which !== undefined) return { kind: "relative", which };
  return files.includes(sha) && parsePeriod(choice) !== null
    ? { kind: "period", code: choice }
    : null;
}

/**
 * A chosen period as an answer keeps it: which of the competing ones it is, or
 * how it relates to the one the sheet states (nearest first), else its code.
 */
export function periodAnswer(
  code: PeriodCode,
  stated: readonly PeriodCode[],
  rivals: readonly PeriodCode[],
): string {
  const rival = rivals.indexOf(code);
  if (rival >= 0) return `~${rival}`;
  const nearest = parsePeriod(stated[0] ?? "");
  if (nearest === null) return code;
  const which = relative.find(
    (word) =>
      periodFrom({ kind: "relative", which: word }, { period: nearest })
        ?.code === code,
  );
  return which === undefined ? code : `~${which}`;
}

/** Months that may lie between the sheet of an answer and one it still holds for. */
const farthest = 6;

/**
 * The year that months without one (the last is `month`) are of, after a sheet
 * of the period `last`: months up to half a year on follow it, others may be
 * earlier or later ones. Null where nobody can tell.
 */
export function yearThatFollows(month: number, last: Period): number | null {
  const end = civilDate(last.end - 1);
  const ahead = (month - end.month + 12) % 12;
  if (ahead > farthest) return null;
  return month < end.month ? end.year + 1 : end.year;
}

/** The period of the sheet that follows: the next month, quarter, year, or the year to the next month. */
export function periodThatFollows(code: PeriodCode): PeriodCode | null {
  const period = parsePeriod(code);
  if (period === null) return null;
  const from = civilDate(period.start);
  const to = civilDate(period.end - 1);
  const months = (to.year - from.year) * 12 + to.month - from.month + 1;
  if (period.end - period.start < 27)
    return periodOf(period.end, 2 * period.end - period.start).code;
  if (months === 12) return shiftYears(period, 1).code;
  const next = civilDate(period.end);
  if (months === 1) return monthPeriod(next.year, next.month).code;
  if (from.month === 1 && from.year === to.year && code.includes("/"))
    return yearToMonth(next.year, next.month).code;
  return monthRange(next.year, next.month, next.year, next.month + months - 1)
    .code;
}
