import { periodFrom } from "../match/resolve-period.ts";
import { civilDate } from "../model/calendar.ts";
import type { PeriodCode } from "../model/codes.ts";
import type { Guess, PeriodHint } from "../model/facets.ts";
import { type Period, parsePeriod } from "../model/period.ts";
import type { SheetContext } from "./bind-context.ts";
import { CERTAIN } from "./certain.ts";
import { yearOfFiling } from "./filing-year.ts";
import { isDayOfMaking, namesOnlyDay } from "./made-on.ts";

/** A period of the surroundings, with how sure it is. */
export interface StatedPeriod {
  readonly period: Period;
  readonly confidence: number;
  readonly words: string;
}

type Hints = readonly Guess<PeriodHint>[];

/** 表2 before 2023.1—12. */
const tableNumber = /^(?:附件|附表|表|图)\s*\d{1,2}\s+(?=\d)/;

/** Whatever may state a period, outermost first. */
interface PeriodPlaces {
  readonly titles: readonly string[];
  readonly lines: readonly Hints[];
  readonly outerTitles: readonly string[];
  readonly names: readonly Hints[];
}

/** The stated periods, nearest first, and the day the paper was made, which is none of them. */
export function periodsAround(
  { titles, lines, outerTitles, names }: PeriodPlaces,
  filed: Guess<PeriodHint> | undefined,
  { matcher, assume, alone }: SheetContext,
): {
  readonly periods: StatedPeriod[];
  readonly rivals: PeriodCode[];
  readonly day: Period | null;
} {
  const among = (
    texts: readonly string[],
    outer: readonly string[],
    on: Guess<PeriodHint> | undefined,
  ) => {
    const stated = statedPeriods(
      [
        ...[...texts]
          .reverse()
          .map((text) => matcher.read(text.replace(tableNumber, "")).period),
        ...lines,
        ...[...outer].reverse().map((text) => matcher.read(text).period),
        ...names,
      ],
      on,
      assume?.period,
      alone ? names : [],
    );
    moveLineBefore(stated.periods, lines);
    return stated;
  };
  const day = filed === undefined ? null : periodFrom(filed.value, {});
  const whole = [...titles, ...outerTitles];
  const [made] = whole
    .filter(namesOnlyDay)
    .flatMap((text) => matcher.read(text).period.slice(0, 1));
  const madeOn = made === undefined ? null : periodFrom(made.value, {});
  if (madeOn !== null) {
    const isOther = (text: string) => !namesOnlyDay(text);
    const rest = among(
      titles.filter(isOther),
      outerTitles.filter(isOther),
      filed ?? made,
    );
    const [nearest] = rest.periods;
    if (
      nearest !== undefined &&
      isDayOfMaking(madeOn, nearest.period, whole.filter(isOther))
    )
      return { ...rest, day: day ?? madeOn };
  }
  return { ...among(titles, outerTitles, filed), day };
}

/**
 * Resolves the stated periods from the farthest to the nearest, so that months
 * without a year take the year of what stands farther out. The day a form was
 * filled in only lends its year. `names` are those of the only sheet and its
 * file.
 */
function statedPeriods(
  places: readonly Hints[],
  filed: Guess<PeriodHint> | undefined,
  assumed: PeriodCode | undefined,
  names: readonly Hints[],
): { periods: StatedPeriod[]; rivals: PeriodCode[] } {
  const periods: StatedPeriod[] = [];
  let rivals: PeriodCode[] = [];
  const far = assumed === undefined ? null : parsePeriod(assumed);
  if (far !== null) periods.unshift({ period: far, confidence: 1, words: "" });
  const day = filed === undefined ? null : periodFrom(filed.value, {});
  for (const guesses of [...places].reverse()) {
    const [best, rival] = guesses;
    if (best === undefined) continue;
    const known = periods.find(({ period }) => isWithinYear(period));
    const resolved =
      periodFrom(
        best.value,
        known === undefined ? {} : { period: known.period },
      ) ?? (day === null ? null : yearOfFiling(best.value, day));
    if (resolved === null) continue;
    const other =
      rival === undefined || rival.confidence < best.confidence
        ? null
        : periodFrom(
            rival.value,
            known === undefined ? {} : { period: known.period },
          );
    periods.unshift({
      period: resolved,
      confidence: best.confidence,
      words: best.words,
    });
    rivals =
      other !== null && other.code !== resolved.code
        ? [resolved.code, other.code]
        : known !== undefined &&
            (isWholeOf(best.value, resolved, known.period) ||
              (names.includes(guesses) && endsSpan(resolved, known.period)))
          ? [resolved.code, known.period.code]
          : [];
    if (other !== null)
      periods.splice(1, 0, {
        period: other,
        confidence: 0.5,
        words: rival?.words ?? "",
      });
  }
  moveRangeBefore(periods);
  const [nearest] = periods;
  const months = places.find(([best]) => best?.value.kind === "months")?.[0];
  // A bare year in the title, the month in the sheet's or the file's name.
  if (
    nearest !== undefined &&
    months !== undefined &&
    /^\d{4}$/.test(nearest.period.code) &&
    // 1—12月 and 全年 are all of it.
    !/月|全年/.test(nearest.words)
  ) {
    const period = periodFrom(months.value, { period: nearest.period });
    if (period !== null) {
      periods.unshift({
        period,
        confidence: Math.min(nearest.confidence, months.confidence),
        words: `${nearest.words} ${months.words}`,
      });
      if (months.confidence < CERTAIN)
        rivals = [nearest.period.code, period.code];
    }
  }
  return { periods, rivals };
}

/** 统计时段：2022年10月—2023年2月 below a title of a winter or a year says how far its figures go. */
function moveLineBefore(
  periods: StatedPeriod[],
  lines: readonly Hints[],
): void {
  const [nearest] = periods;
  if (nearest === undefined || /月|季度|半年/.test(nearest.words)) return;
  const said = new Set(lines.flatMap(([best]) => best?.words ?? []));
  const at = periods.findIndex(
    ({ period, confidence, words }) =>
      said.has(words) &&
      confidence >= CERTAIN &&
      period.start >= nearest.period.start &&
      period.end <= nearest.period.end &&
      period.code !== nearest.period.code,
  );
  if (at > 0) periods.unshift(...periods.splice(at, 1));
}

/** 上半年 in the title above 截至6月30日: the day only says when those months ended. */
function moveRangeBefore(periods: StatedPeriod[]): void {
  const [nearest] = periods;
  if (nearest === undefined || !/^截[至止]/.test(nearest.words)) return;
  const at = periods.findIndex(
    ({ period, confidence }) =>
      confidence >= CERTAIN &&
      period.code.includes("/") &&
      period.end === nearest.period.end &&
      period.start < nearest.period.start &&
      isWithinYear(period),
  );
  if (at > 0) periods.unshift(...periods.splice(at, 1));
}

/** 全年 or 年度 near the figures, and farther out a month or a day of that year: of which the figures are nobody says. */
function isWholeOf(hint: PeriodHint, year: Period, known: Period): boolean {
  return (
    hint.kind === "relative" &&
    hint.which === "year" &&
    year.start <= known.start &&
    known.end < year.end
  );
}

/** The only sheet is called 8月 and its file 1-8月: whether the figures are of the one or of all of them nobody says. */
function endsSpan(month: Period, span: Period): boolean {
  return (
    month.end === span.end &&
    month.start > span.start &&
    span.code.includes("/") &&
    /^\d{4}-\d\d$/.test(month.code)
  );
}

function isWithinYear(period: Period): boolean {
  return civilDate(period.start).year === civilDate(period.end - 1).year;
}
