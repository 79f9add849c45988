import type { IndicatorCode, RegionCode } from "../model/codes.ts";
import {
  type Fraction,
  addFractions,
  compareFractions,
  divideFractions,
  fractionOf,
  multiplyFractions,
} from "../model/fraction.ts";
import type { Aggregation, Indicator } from "../model/indicator.ts";
import type { Source } from "../model/observation.ts";
import type { Period } from "../model/period.ts";
import type { Children } from "./children-of.ts";
import { keptShort } from "./reduced.ts";

/** A figure of one region, or why there is none. */
export interface PartFigure {
  readonly value: Fraction | null;
  readonly missing: string;
  readonly sources: readonly Source[];
}

/** One part of a region with what it brings in. */
export interface Part {
  readonly region: RegionCode;
  /** Its own figure; of a ratio of sums 100 × numerator ÷ denominator. Null when missing. */
  readonly value: Fraction | null;
  readonly missing: string;
  /** What it weighs: valid days, the denominator, else 1. Null when unknown. */
  readonly weight: Fraction | null;
  readonly sources: readonly Source[];
}

/** The figure of a region from its parts. */
export interface Aggregate {
  readonly rule: Aggregation["rule"];
  /** Null unless every part is there. */
  readonly value: Fraction | null;
  /** Over the parts that are there; never the figure of the whole when some are missing. */
  readonly partial: Fraction | null;
  /** A reason where `value` is null; empty otherwise. */
  readonly reason: string;
  readonly parts: readonly Part[];
  /** Parts without a figure. */
  readonly missing: readonly RegionCode[];
  /** Parts that came or went within the period. */
  readonly changed: readonly RegionCode[];
  /** True when the parts weigh the same because nobody stated their days. */
  readonly unweighted: boolean;
}

export type ReadPart = (
  indicator: IndicatorCode,
  region: RegionCode,
) => PartFigure;

const one: Fraction = { n: 1n, d: 1n };

/**
 * The figure of a region by its indicator's own rule. A part that is missing
 * leaves the whole missing, and is named; parts that were merged or split
 * within the period do too. Null when no rule is declared or the region has no
 * parts.
 */
export function aggregate(
  indicator: Indicator,
  { regions, changed }: Children,
  read: ReadPart,
): Aggregate | null {
  const rule = indicator.aggregation;
  if (rule === undefined || rule.rule === "none") return null;
  if (regions.length + changed.length === 0) return null;
  const { parts, unweighted } = partsOf(
    indicator,
    rule,
    regions.map(({ code }) => code),
    read,
  );
  const known = parts.filter(
    (part): part is Known => part.value !== null && part.weight !== null,
  );
  const partial = joined(rule, indicator, known);
  const missing = parts
    .filter(({ value, weight }) => value === null || weight === null)
    .map(({ region }) => region);
  const reason =
    changed.length > 0
      ? "progress.children_changed"
      : missing.length > 0
        ? "progress.children_missing"
        : partial === null
          ? "progress.division_by_zero"
          : "";
  return {
    rule: rule.rule,
    value: reason === "" ? partial : null,
    partial,
    reason,
    parts,
    missing,
    changed: changed.map(({ code }) => code),
    unweighted,
  };
}

type Known = Part & { readonly value: Fraction; readonly weight: Fraction };

function partsOf(
  indicator: Indicator,
  rule: Aggregation,
  regions: readonly RegionCode[],
  read: ReadPart,
): { readonly parts: readonly Part[]; readonly unweighted: boolean } {
  if (rule.rule === "ratioOfSums")
    return {
      parts: regions.map((region) =>
        quotient(
          region,
          read(rule.numerator, region),
          read(rule.denominator, region),
        ),
      ),
      unweighted: false,
    };
  const figures = regions.map((region) => ({
    region,
    figure: read(indicator.code, region),
  }));
  const by = rule.rule === "mean" ? rule.weight : "";
  const weights =
    by === ""
      ? null
      : new Map(regions.map((region) => [region, read(by, region)]));
  const weighted =
    weights !== null &&
    [...weights.values()].every(({ value }) => value !== null && value.n > 0n);
  return {
    parts: figures.map(({ region, figure }) => {
      const weight = weighted ? weights.get(region) : undefined;
      return {
        region,
        ...figure,
        weight: weight?.value ?? one,
        sources: [...figure.sources, ...(weight?.sources ?? [])],
      };
    }),
    unweighted: by !== "" && !weighted,
  };
}

/** A part of a ratio of sums: it weighs what its denominator counts. */
function quotient(
  region: RegionCode,
  numerator: PartFigure,
  denominator: PartFigure,
): Part {
  const sources = [...numerator.sources, ...denominator.sources];
  if (numerator.value === null || denominator.value === null)
    return {
      region,
      value: null,
      missing: numerator.missing || denominator.missing,
      weight: denominator.value,
      sources,
    };
  const share = divideFractions(numerator.value, denominator.value);
  // A part with nothing to count weighs nothing.
  if (share === null && numerator.value.n === 0n)
    return {
      region,
      value: { n: 0n, d: 1n },
      missing: "",
      weight: denominator.value,
      sources,
    };
  return {
    region,
    value: share === null ? null : { n: share.n * 100n, d: share.d },
    missing: share === null ? "progress.division_by_zero" : "",
    weight: denominator.value,
    sources,
  };
}

function joined(
  rule: Aggregation,
  { direction }: Indicator,
  parts: readonly Known[],
): Fraction | null {
  const [first, ...rest] = parts;
  if (first === undefined) return null;
  if (rule.rule === "worst") {
    const sign = direction === "up" ? -1 : 1;
    return rest.reduce(
      (worst, { value }) =>
        compareFractions(value, worst) * sign > 0 ? value : worst,
      first.value,
    );
  }
  if (rule.rule === "sum") return total(parts.map(({ value }) => value));
  return divideFractions(
    total(parts.map(({ value, weight }) => multiplyFractions(value, weight))),
    total(parts.map(({ weight }) => weight)),
  );
}

function total(values: readonly Fraction[]): Fraction {
  return values.reduce(
    (sum, next) => keptShort(addFractions(sum, next)),
    fractionOf(0),
  );
}

/** How many calendar days a period has, as a weight. */
export function daysOf({ start, end }: Period): Fraction {
  return fractionOf(end - start);
}
