import type { Matcher } from "../match/matcher.ts";
import { periodFrom } from "../match/resolve-period.ts";
import { civilDate, parseIsoDate } from "../model/calendar.ts";
import {
  type Period,
  monthPeriod,
  parsePeriod,
  yearPeriod,
} from "../model/period.ts";

/** A deadline on the last day of a year or a month is that year or month. */
export function periodOfText(text: string, matcher: Matcher): Period | null {
  if (text === "") return null;
  const exact = parsePeriod(text);
  if (exact?.code === text && text.includes("/")) return exact;
  const year = /^(19|20)\d{2}$/.test(text) ? yearPeriod(Number(text)) : null;
  const hint = matcher.period(text)[0]?.value;
  const day = parseIsoDate(text.slice(0, 10));
  const period =
    year ??
    (day !== null && /^\d{4}-\d{2}-\d{2}/.test(text)
      ? parsePeriod(text.slice(0, 10))
      : hint === undefined
        ? parsePeriod(text)
        : periodFrom(hint, {}));
  if (period === null || period.end - period.start !== 1) return period;
  const next = civilDate(period.end);
  if (next.day !== 1) return period;
  const last = civilDate(period.start);
  return next.month === 1
    ? yearPeriod(last.year)
    : monthPeriod(last.year, last.month);
}
