import type { Facets } from "../../model/facets.ts";

/** The header of one body column by itself. */
export interface Head {
  /** The texts of its levels, outermost first. */
  readonly texts: readonly string[];
  /** What each of them says. */
  readonly cells: readonly Facets[];
  /** What they say together. */
  readonly facets: Facets;
}

/** True for a column of words nobody knows (差距): no figure to stand beside. */
export function isOther({ rest, indicator, measure, period }: Facets): boolean {
  return rest !== "" && indicator.length + measure.length + period.length === 0;
}
