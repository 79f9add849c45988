import { dayNumber } from "../model/calendar.ts";
import {
  type Fraction,
  addFractions,
  divideFractions,
  fractionOf,
  multiplyFractions,
  ratioOf,
  subtractFractions,
} from "../model/fraction.ts";
import type { Indicator } from "../model/indicator.ts";
import { type Period, shiftYears, yearPeriod } from "../model/period.ts";
import type { Explain } from "../model/progress.ts";
import { addsUp, isStateAtATime } from "./choose-figure.ts";
import { composeMean } from "./compose-mean.ts";
import { candidatesOf, figureAt } from "./candidates.ts";
import type { Figure } from "./figure.ts";
import { tracedNumber } from "./fraction-number.ts";
import { lastYear } from "./granularity.ts";
import type { Group, ObservationIndex } from "./observation-index.ts";
import { yearsText } from "./path.ts";
import { type Profile, burdenOf } from "./seasonal-profile.ts";
import { type TargetWindow, endsYear } from "./target-window.ts";

/**
 * True when a figure of part of a year stands before a goal for a year and the
 * months covered bias it (PM2.5 is a winter figure).
 */
export function needsSameMonths(
  figure: Period,
  window: TargetWindow,
  indicator: Indicator,
): boolean {
  return (
    indicator.seasonal &&
    !isStateAtATime(indicator) &&
    !addsUp(indicator) &&
    endsYear(window.deadline) &&
    window.deadline.end - window.deadline.start >= 365 &&
    figure.end - figure.start < 365
  );
}

export interface YearEquivalent {
  readonly value: Fraction;
  readonly explain: Explain;
}

/**
 * What a part-year figure amounts to over a year by the shares that its months
 * had in past years: x · (days of it ÷ days of the year) ÷ share.
 */
export function byProfile(
  figure: Figure,
  profile: Profile,
): YearEquivalent | null {
  const { start, end } = figure.period;
  const year = yearPeriod(lastYear(figure.period));
  const share = burdenOf(profile, start, end);
  const days = end - start;
  const ofYear = year.end - year.start;
  const value = divideFractions(
    multiplyFractions(figure.exact, ratioOf(days, ofYear)),
    share,
  );
  return value === null
    ? null
    : {
        value,
        explain: () => [
          {
            code: "progress.step_by_profile",
            params: {
              years: yearsText(profile),
              actual: tracedNumber(figure.exact),
              days,
              ofYear,
              share: tracedNumber(share),
              value: tracedNumber(value),
            },
          },
        ],
      };
}

/**
 * What a part-year figure amounts to over a year, by the same months of the
 * base year, else of last year: x·A/s for concentrations and indices, x + A − s
 * for shares, where s is the reference year's figure for those months and A its
 * annual one. Means that are not stated are made of shorter ones. Null when
 * neither year has both.
 */
export function yearEquivalent(input: {
  readonly index: ObservationIndex;
  readonly group: Group;
  readonly indicator: Indicator;
  readonly figure: Figure;
  readonly window: TargetWindow;
  readonly baseline: Fraction | null;
  readonly composable: boolean;
}): YearEquivalent | null {
  const { group, indicator, figure, window, baseline } = input;
  const year = lastYear(figure.period);
  const years = new Set([window.baseYear ?? year - 1, year - 1]);
  const all = candidatesOf(
    input,
    figure.period.end,
    dayNumber(Math.min(...years), 1, 1),
  );
  const at = (period: Period): Fraction | null => {
    const found = figureAt(all, period);
    if (found !== null) return found.exact;
    const made = input.composable
      ? composeMean(input, all, period.start, period.end)
      : null;
    return made?.period.end === period.end ? made.exact : null;
  };
  const beside = group.stated.get("previous")?.get(figure.period.code)?.value;
  const actual = figure.exact;
  for (const reference of years) {
    if (reference >= year) continue;
    const months =
      at(shiftYears(figure.period, reference - year)) ??
      (reference === year - 1 && typeof beside === "number"
        ? fractionOf(beside)
        : null);
    const annual =
      at(yearPeriod(reference)) ??
      (reference === window.baseYear ? baseline : null);
    if (months === null || annual === null) continue;
    const value =
      indicator.kind === "ratio"
        ? addFractions(actual, subtractFractions(annual, months))
        : divideFractions(multiplyFractions(actual, annual), months);
    if (value === null) continue;
    return {
      value,
      explain: () => [
        {
          code:
            indicator.kind === "ratio"
              ? "progress.step_same_months_points"
              : "progress.step_same_months",
          params: {
            actual: tracedNumber(actual),
            year: reference,
            months: tracedNumber(months),
            annual: tracedNumber(annual),
            value: tracedNumber(value),
          },
        },
      ],
    };
  }
  return null;
}
