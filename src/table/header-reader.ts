import type { Facets, Guess } from "../model/facets.ts";

/** The part of a matcher that finding tables needs. */
export interface HeaderReader {
  read(text: string): Facets;
  corner(text: string): boolean;
  placeholder(text: string): unknown;
  field(
    text: string,
  ): readonly Guess<{ readonly kind: string; readonly field: string }>[];
}

/** True when the words of a header cell say something by themselves. */
export function isKnown(facets: Facets): boolean {
  return (
    (facets.role !== null && facets.role !== "aggregate") ||
    facets.indicator.length > 0 ||
    facets.measure.length > 0 ||
    facets.period.length > 0 ||
    facets.region.length > 0 ||
    facets.unit.length > 0
  );
}
