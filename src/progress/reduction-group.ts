import type { Catalog } from "../model/catalog.ts";
import type { PeriodCode } from "../model/codes.ts";
import {
  type Fraction,
  fractionOf,
  multiplyFractions,
  divideFractions,
  subtractFractions,
} from "../model/fraction.ts";
import type { Source } from "../model/observation.ts";
import {
  type Period,
  parsePeriod,
  shiftYears,
  yearPeriod,
} from "../model/period.ts";
import type { Target } from "../model/target.ts";
import { candidatesOf } from "./candidates.ts";
import type { Figure } from "./figure.ts";
import { fractionNumber, tracedNumber } from "./fraction-number.ts";
import { granularity, lastYear } from "./granularity.ts";
import {
  type DerivedFigure,
  type Group,
  type ObservationIndex,
  groupKey,
} from "./observation-index.ts";

/**
 * The figures of a reduction that no sheet states: (base − now) ÷ base × 100
 * from the indicator that is reduced, the same months of the base year for part
 * of a year; or, of a reduction that is stated year by year, 1 − Π(1 − dᵢ) over
 * the years since the base. Null when there is nothing to compute them from.
 */
export function reductionGroup(
  index: ObservationIndex,
  catalog: Catalog,
  target: Target,
): Group | null {
  const indicator = catalog.indicators.get(target.indicator);
  const base = target.base === "" ? target.from : target.base;
  const since = parsePeriod(base);
  if (indicator?.kind !== "reduction" || since === null) return null;
  const derived =
    indicator.compounds === true
      ? compounded(index, catalog, target, since)
      : indicator.of === undefined
        ? new Map<PeriodCode, DerivedFigure>()
        : reduced(index, catalog, target, indicator.of, since);
  if (derived.size === 0) return null;
  const { indicator: code, region, variant } = target;
  return {
    indicator: code,
    region,
    variant,
    base,
    stated: new Map(),
    actual: undefined,
    rivals: new Map(),
    derived,
  };
}

function figuresOf(
  index: ObservationIndex,
  catalog: Catalog,
  { region, variant }: Target,
  code: string,
): ReadonlyMap<PeriodCode, Figure> {
  const indicator = catalog.indicators.get(code);
  const group = index.groups.get(groupKey(code, region, variant, ""));
  const found = new Map<PeriodCode, Figure>();
  if (indicator === undefined || group === undefined) return found;
  const all = candidatesOf(
    { index, group, indicator },
    Number.POSITIVE_INFINITY,
  );
  for (let at = 0; at < all.length; at += 1) {
    const figure = all.figureAt(at);
    if (figure !== null) found.set(figure.period.code, figure);
  }
  return found;
}

function reduced(
  index: ObservationIndex,
  catalog: Catalog,
  target: Target,
  of: string,
  base: Period,
): Map<PeriodCode, DerivedFigure> {
  const figures = figuresOf(index, catalog, target, of);
  const derived = new Map<PeriodCode, DerivedFigure>();
  for (const [code, now] of figures) {
    const years = lastYear(now.period) - lastYear(base);
    if (years <= 0) continue;
    const before = figures.get(shiftYears(now.period, -years).code);
    if (before === undefined || !within(before.period, base)) continue;
    const value = cut(before.exact, now.exact);
    if (value === null) continue;
    derived.set(code, {
      value,
      missing: "",
      formula: "",
      inputs: [before, now].map(({ exact, source }) => ({
        indicator: of,
        value: fractionNumber(exact),
        sources: source === null ? [] : [source],
      })),
      steps: [
        ...before.explain(),
        ...now.explain(),
        {
          code: "progress.step_reduction",
          params: {
            base: before.period.code,
            before: tracedNumber(before.exact),
            now: tracedNumber(now.exact),
            exact: tracedNumber(value),
          },
          sources: sourcesOf([before, now]),
        },
      ],
    });
  }
  return derived;
}

function within(period: Period, base: Period): boolean {
  return period.start >= base.start && period.end <= base.end;
}

function cut(before: Fraction, now: Fraction): Fraction | null {
  const share = divideFractions(subtractFractions(before, now), before);
  return share === null ? null : multiplyFractions(share, fractionOf(100));
}

function compounded(
  index: ObservationIndex,
  catalog: Catalog,
  target: Target,
  base: Period,
): Map<PeriodCode, DerivedFigure> {
  const derived = new Map<PeriodCode, DerivedFigure>();
  if (granularity(base) !== "year") return derived;
  const figures = figuresOf(index, catalog, target, target.indicator);
  const used: Figure[] = [];
  let left: Fraction = fractionOf(1);
  for (let year = lastYear(base) + 1; ; year += 1) {
    const { code } = yearPeriod(year);
    const figure = figures.get(code);
    if (figure === undefined) return derived;
    used.push(figure);
    left = multiplyFractions(left, {
      n: figure.exact.d * 100n - figure.exact.n,
      d: figure.exact.d * 100n,
    });
    const value = multiplyFractions(
      subtractFractions(fractionOf(1), left),
      fractionOf(100),
    );
    const parts = [...used];
    derived.set(code, {
      value,
      missing: "",
      formula: "",
      inputs: parts.map(({ exact, source }) => ({
        indicator: target.indicator,
        value: fractionNumber(exact),
        sources: source === null ? [] : [source],
      })),
      steps: [
        ...parts.flatMap((part) => part.explain()),
        {
          code: "progress.step_reduction_compound",
          params: {
            terms: parts
              .map(({ exact }) => `(1 − ${tracedNumber(exact)}%)`)
              .join(" × "),
            exact: tracedNumber(value),
            period: code,
          },
          sources: sourcesOf(parts),
        },
      ],
    });
  }
}

function sourcesOf(figures: readonly Figure[]): Source[] {
  return figures.flatMap(({ source }) => (source === null ? [] : [source]));
}
