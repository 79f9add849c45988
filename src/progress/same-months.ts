import {
  type Fraction,
  addFractions,
  divideFractions,
  fractionOf,
  multiplyFractions,
  subtractFractions,
} from "../model/fraction.ts";
import type { Indicator } from "../model/indicator.ts";
import { type Period, shiftYears, yearPeriod } from "../model/period.ts";
import type { TraceStep } from "../model/progress.ts";
import { addsUp, isStateAtATime } from "./choose-figure.ts";
import { type Figure, candidates, figureOf } from "./figure.ts";
import {
  fractionNumber,
  fractionOfDecimal,
  tracedNumber,
} from "./fraction-number.ts";
import { lastYear } from "./granularity.ts";
import type { Group, ObservationIndex } from "./observation-index.ts";
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

/**
 * What a part-year figure amounts to over a year, by the same months of the
 * base year, else of last year: x·A/s for concentrations and indices, x + A − s
 * for shares, where s is the reference year's figure for those months and A its
 * annual one. Null when neither year has both.
 */
export function yearEquivalent(input: {
  readonly index: ObservationIndex;
  readonly group: Group;
  readonly indicator: Indicator;
  readonly figure: Figure;
  readonly window: TargetWindow;
  readonly baseline: Fraction | null;
}): { readonly value: Fraction; readonly step: TraceStep } | null {
  const { index, group, indicator, figure, window, baseline } = input;
  const year = lastYear(figure.period);
  const known = new Map(
    candidates(index, group, figure.period.end).map((candidate) => [
      candidate.period.code,
      candidate,
    ]),
  );
  const at = (period: Period): Fraction | null => {
    const candidate = known.get(period.code);
    const found =
      candidate === undefined ? null : figureOf(candidate, indicator, group);
    return found === null ? null : fractionOfDecimal(found.value);
  };
  const beside = group.stated.get("previous")?.get(figure.period.code)?.value;
  const actual = fractionOfDecimal(figure.value);
  const years = new Set([window.baseYear ?? year - 1, year - 1]);
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
      step: {
        code:
          indicator.kind === "ratio"
            ? "progress.step_same_months_points"
            : "progress.step_same_months",
        params: {
          actual: fractionNumber(actual),
          year: reference,
          months: fractionNumber(months),
          annual: fractionNumber(annual),
          value: tracedNumber(value),
        },
      },
    };
  }
  return null;
}
