import { civilDate } from "../model/calendar.ts";
import {
  type Fraction,
  addFractions,
  divideFractions,
  fractionOf,
  multiplyFractions,
} from "../model/fraction.ts";
import type { Indicator } from "../model/indicator.ts";
import { type Period, monthPeriod } from "../model/period.ts";
import { addsUp, isStateAtATime } from "./choose-figure.ts";
import type { FormulaValue } from "./evaluate-formula.ts";
import { keptShort } from "./reduced.ts";

/**
 * The figure of a longer period from its months (HJ 663: means are means of
 * daily values, so months are weighted by their valid days, by their calendar
 * days where nobody stated those): amounts and days are added up, what holds at
 * a moment is that of the last month. An index or a percentile cannot be had
 * from months. Missing as soon as one month is.
 */
export function accumulateFigure(
  indicator: Indicator,
  period: Period,
  read: (month: Period) => FormulaValue,
  validDays: (month: Period) => Fraction | null,
): FormulaValue {
  const months = monthsOf(period);
  const last = months?.at(-1);
  if (months === null || last === undefined)
    return { kind: "missing", reason: "formula.not_whole_months", name: "" };
  if (isStateAtATime(indicator)) return read(last);
  const adds = addsUp(indicator);
  if (!adds && indicator.kind !== "mean" && indicator.kind !== "ratio")
    return {
      kind: "missing",
      reason: "formula.not_from_months",
      name: indicator.code,
    };
  const stated = months.map(validDays);
  const weighted = stated.every((days) => days !== null && days.n > 0n);
  let sum: Fraction = fractionOf(0);
  let weights: Fraction = fractionOf(0);
  for (const [at, month] of months.entries()) {
    const value = read(month);
    if (value.kind === "missing") return value;
    const days = weighted ? stated[at] : undefined;
    const weight = adds
      ? fractionOf(1)
      : (days ?? fractionOf(month.end - month.start));
    sum = keptShort(addFractions(sum, multiplyFractions(value.value, weight)));
    weights = keptShort(addFractions(weights, weight));
  }
  if (adds) return { kind: "value", value: sum };
  const mean = divideFractions(sum, weights);
  return mean === null
    ? { kind: "missing", reason: "progress.division_by_zero", name: "" }
    : { kind: "value", value: mean };
}

/** The months of a period of more than one whole month, at most 120; null for any other. */
function monthsOf(period: Period): Period[] | null {
  const first = civilDate(period.start);
  const after = civilDate(period.end);
  if (first.day !== 1 || after.day !== 1) return null;
  const count = (after.year - first.year) * 12 + after.month - first.month;
  if (count < 2 || count > 120) return null;
  return Array.from({ length: count }, (_, at) => {
    const month = first.month - 1 + at;
    return monthPeriod(first.year + Math.floor(month / 12), (month % 12) + 1);
  });
}
