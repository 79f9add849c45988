import type { IndicatorCode, RegionCode, UnitCode } from "../model/codes.ts";
import type { Facets, Guess, PeriodHint } from "../model/facets.ts";
import { type Measure, measures } from "../model/observation.ts";
import type { Answer } from "../model/profile.ts";
import { periodHintOf } from "./period-answer.ts";

/** What a person said of a column or a row; it outweighs whatever its words say. */
export interface Settled {
  /** Not ours: nothing of it is bound. */
  readonly skip?: true;
  readonly indicator?: IndicatorCode;
  readonly region?: RegionCode;
  readonly measure?: Measure;
  readonly unit?: UnitCode;
  /** The unit the header itself states beside the one that was said. */
  readonly ownUnit?: UnitCode;
  readonly period?: PeriodHint;
}

/** The answers about one place as one; undefined without any that hold. */
export function settledBy(
  answers: readonly Answer[],
  sha: string,
): Settled | undefined {
  let settled: Settled | undefined;
  for (const { role, choice, files, rivals, whole } of answers) {
    if (rivals !== undefined) continue;
    if (choice === "") {
      if (whole === true) settled = { ...settled, skip: true };
    } else if (role === "indicator" || role === "region" || role === "unit") {
      settled = { ...settled, [role]: choice };
    } else if (role === "measure") {
      const measure = measures.find((known) => known === choice);
      if (measure !== undefined) settled = { ...settled, measure };
    } else if (role === "period") {
      const period = periodHintOf(choice, files ?? [], sha);
      if (period !== null) settled = { ...settled, period };
    }
  }
  return settled;
}

/** The same with the unit that the header states. */
export function besideOwnUnit(
  settled: Settled | undefined,
  { unit }: Facets,
): Settled | undefined {
  const own = unit[0]?.value;
  return settled?.unit === undefined || own === undefined
    ? settled
    : { ...settled, ownUnit: own };
}

/** The words of a header as if they said what a person said of them. */
export function saidFacets(
  facets: Facets,
  settled: Settled | undefined,
  words: string,
): Facets {
  if (settled === undefined) return facets;
  const sure = <T>(value: T | undefined, read: readonly Guess<T>[]) =>
    value === undefined ? read : [{ value, confidence: 1, words }];
  const { indicator, region, measure, unit, period } = settled;
  return {
    ...facets,
    indicator: sure(indicator, facets.indicator),
    region: sure(region, facets.region),
    measure: sure(measure, facets.measure),
    unit: sure(unit, facets.unit),
    period: sure(period, facets.period),
    rest: "",
  };
}
