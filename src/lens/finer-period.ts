import type { Matcher } from "../match/matcher.ts";
import { periodFrom } from "../match/resolve-period.ts";
import type { PeriodCode } from "../model/codes.ts";
import { dayNumber, daysInMonth } from "../model/calendar.ts";
import type { PeriodHint } from "../model/facets.ts";
import { type Period, parsePeriod, periodOf } from "../model/period.ts";

/** What stands farther from the figures than the titles that date them. */
interface Remarks {
  readonly titles: readonly string[];
  readonly notes: readonly string[];
  readonly sheet: string;
  /** Without folders and extension. */
  readonly file: string;
}

/** Words of a remark on how far the figures of a table go. */
const tellsSpan =
  /截[至止]|(?:统计|数据|监测|计算|取值)(?:的?(?:时间|时段|期间|范围|周期|日期|为|自|从))/;

/**
 * A day or a span within a year that is all a sheet is dated by, as notes
 * (`数据统计时段为1月1日-12月18日`), the name of the sheet (`12.18`), the end of the
 * file's name (`进度1025`) or a title of every day (`日调度表`) state it: its
 * figures may be of those, and not of the whole year. Empty where nothing says so.
 */
export function finerPeriods(
  code: PeriodCode,
  { titles, notes, sheet, file }: Remarks,
  matcher: Matcher,
): readonly PeriodCode[] {
  const year = /^\d{4}$/.test(code) ? parsePeriod(code) : null;
  if (year === null) return [];
  const told = notes.flatMap((text) =>
    tellsSpan.test(text)
      ? matcher.period(text).flatMap(({ value }) => within(year, value))
      : [],
  );
  const named = [
    dayOf(year, /^(\d{1,2})\.(\d{1,2})$/.exec(sheet.trim())),
    dayOf(year, /^(0[1-9]|1[0-2])(\d{2})$/.exec(sheet.trim())),
    dayOf(
      year,
      /[\u4e00-\u9fff）)](?<![件表附第版图])(\d{1,2})\.(\d{1,2})$/.exec(file),
    ),
    dayOf(
      year,
      /[\u4e00-\u9fff）)](?<![件表附第版图])(0[1-9]|1[0-2])(\d{2})$/.exec(file),
    ),
  ].flatMap((day) => day ?? []);
  const finer = [...told, ...named];
  return finer.length > 0 || titles.some((title) => ofOneDay.test(title))
    ? [code, ...new Set(finer)]
    : [];
}

/** 空气质量日报, 日调度表: papers of one day. */
const ofOneDay = /(?<![工节假生今昨当每逐平])日(?:报|快报|调度|通报)(?:表|$)/;

/** A stated time inside the year that does not run to its end. */
function within(year: Period, hint: PeriodHint): PeriodCode[] {
  if (hint.kind === "relative" || hint.kind === "day") return [];
  const period = periodFrom(hint, { period: year });
  return period !== null && period.start >= year.start && period.end < year.end
    ? [period.code]
    : [];
}

function dayOf(year: Period, found: RegExpExecArray | null): PeriodCode | null {
  if (found === null) return null;
  const [, month = "", day = ""] = found;
  const [y, m, d] = [Number(year.code), Number(month), Number(day)];
  if (m < 1 || m > 12 || d < 1 || d > daysInMonth(y, m)) return null;
  const start = dayNumber(y, m, d);
  return start + 1 === year.end ? null : periodOf(start, start + 1).code;
}
