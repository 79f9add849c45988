import { rawLists } from "../../data/index.ts";
import { loadCatalog } from "../../src/catalog/load-catalog.ts";
import { createMatcher } from "../../src/match/matcher.ts";
import { refine } from "../../src/match/refine.ts";
import type { Facets, Guess } from "../../src/model/facets.ts";

export const { catalog } = loadCatalog(rawLists);
export const matcher = createMatcher(catalog);

/** At or above it a reading is taken without asking. */
export const SURE = 0.8;

/** What a text, or a path of texts from the outside in, is surely read as; open slots are left out. */
export function sure(...path: readonly string[]): Record<string, unknown> {
  const facets = refine(path.map((text) => matcher.read(text)));
  const result: Record<string, unknown> = {};
  const slots = {
    indicator: facets.indicator,
    region: facets.region,
    measure: facets.measure,
    unit: facets.unit,
    variant: facets.variant,
    base: facets.base,
  };
  for (const [slot, guesses] of Object.entries(slots)) {
    const best: Guess<string> | undefined = guesses[0];
    if (best !== undefined && best.confidence >= SURE)
      result[slot] = best.value;
  }
  const period = facets.period[0];
  if (period !== undefined && period.confidence >= SURE)
    result["period"] =
      period.value.kind === "period"
        ? period.value.code
        : period.value.kind === "relative"
          ? period.value.which
          : period.value.kind === "day"
            ? `day ${period.value.day}`
            : period.value.kind === "since"
              ? `since ${period.value.month}-${period.value.day}`
              : `${period.value.from}-${period.value.to}`;
  if (facets.role !== null) result["role"] = facets.role;
  return result;
}

/** The indicators a text may be, best first. */
export function candidates(...path: readonly string[]): string[] {
  return read(...path).indicator.map(({ value }) => value);
}

export function read(...path: readonly string[]): Facets {
  return refine(path.map((text) => matcher.read(text)));
}
