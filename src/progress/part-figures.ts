import type { Catalog } from "../model/catalog.ts";
import type { PeriodCode } from "../model/codes.ts";
import { type Fraction, subtractFractions } from "../model/fraction.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Period } from "../model/period.ts";
import type { TraceStep } from "../model/progress.ts";
import type { Aggregate, Part } from "./aggregate.ts";
import type { Derivation } from "./derive-figures.ts";
import { regionName } from "./region-name.ts";
import { tracedNumber } from "./fraction-number.ts";
import { LazyFigures } from "./lazy-figures.ts";
import type {
  DerivedFigure,
  Group,
  KeptGroup,
  KeptIndex,
} from "./observation-index.ts";

/**
 * A group that states no actual, with the figures of its region's parts in
 * their place; null when there are none. What it computes is as lasting as the
 * group's own figures.
 */
export function fromParts(
  index: KeptIndex,
  group: KeptGroup,
  indicator: Indicator,
  catalog: Catalog,
  derivation: Derivation,
): Group | null {
  if (!aggregates(indicator)) return null;
  const { region, variant, base } = group;
  const derived = new LazyFigures(group, index.reads, {
    periods: () => derivation.partPeriods(indicator, region, variant, base),
    figure: (code) => {
      const period = index.period(code);
      const found = derivation.aggregateAt(
        indicator,
        region,
        period,
        variant,
        base,
      );
      return figureOf(found, period, indicator, catalog);
    },
  });
  if (derived.size === 0) return null;
  return {
    indicator: group.indicator,
    region,
    variant,
    base,
    get stated() {
      return group.stated;
    },
    get actual() {
      return group.actual;
    },
    get rivals() {
      return group.rivals;
    },
    derived,
  };
}

export function aggregates({ aggregation }: Indicator): boolean {
  return aggregation !== undefined && aggregation.rule !== "none";
}

function figureOf(
  found: Aggregate | null,
  period: Period,
  indicator: Indicator,
  catalog: Catalog,
): DerivedFigure {
  if (found === null)
    return {
      value: null,
      missing: "progress.no_children",
      formula: "",
      inputs: [],
    };
  return {
    value: found.value,
    missing: found.reason,
    missingName: lackingNames(found, catalog),
    formula: "",
    inputs: found.parts.flatMap(({ region, value, sources }) =>
      value === null
        ? []
        : [
            {
              indicator: indicator.code,
              region,
              value: tracedNumber(value),
              sources,
            },
          ],
    ),
    steps: [aggregateStep(found, period.code, indicator, catalog)],
  };
}

/** The parts that are not there, or that changed, by name. */
export function lackingNames(
  { missing, changed }: Aggregate,
  catalog: Catalog,
): string {
  return [...missing, ...changed]
    .map((code) => regionName(catalog, code))
    .join("、");
}

/** How the parts came to the whole: each with its figure and what it weighs. */
export function aggregateStep(
  found: Aggregate,
  period: PeriodCode,
  indicator: Indicator,
  catalog: Catalog,
): TraceStep {
  const complete = found.value !== null;
  const value = found.value ?? found.partial;
  return {
    code: `progress.step_parts_${
      !complete ? "incomplete" : found.unweighted ? "mean_equal" : found.rule
    }`,
    params: {
      value: value === null ? "—" : tracedNumber(value),
      unit: indicator.unit,
      period,
      count: found.parts.length,
      weight: weightOf(indicator),
      missing: lackingNames(found, catalog),
      parts: partList(
        found.parts,
        catalog,
        found.rule === "mean" || found.rule === "ratioOfSums",
      ),
    },
    sources: found.parts.flatMap(({ sources }) => sources),
  };
}

function weightOf({ aggregation }: Indicator): string {
  if (aggregation?.rule === "mean") return aggregation.weight || "—";
  return aggregation?.rule === "ratioOfSums" ? aggregation.denominator : "—";
}

/** Each part that is there with its figure, and what it weighs. */
function partList(
  parts: readonly Part[],
  catalog: Catalog,
  weighted: boolean,
): string {
  return parts
    .flatMap(({ region, value, weight }) =>
      value === null
        ? []
        : [
            `${regionName(catalog, region)} ${tracedNumber(value)}${
              weighted && weight !== null ? `×${tracedNumber(weight)}` : ""
            }`,
          ],
    )
    .join("、");
}

/**
 * Beside a stated figure: what its region's parts come to. Null when there is
 * nothing to compute it from.
 */
export function besideStep(
  found: Aggregate | null,
  stated: Fraction,
  period: PeriodCode,
  indicator: Indicator,
  catalog: Catalog,
): TraceStep | null {
  if (found === null || found.partial === null) return null;
  const step = aggregateStep(found, period, indicator, catalog);
  if (found.value === null) return step;
  const difference = subtractFractions(stated, found.value);
  return {
    ...step,
    code:
      difference.n === 0n
        ? "progress.step_parts_agree"
        : "progress.step_parts_differ",
    params: {
      ...step.params,
      stated: tracedNumber(stated),
      difference: tracedNumber(difference),
    },
  };
}
