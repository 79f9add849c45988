import type { Catalog } from "../model/catalog.ts";
import type { Guess } from "../model/facets.ts";
import type { RegionCode } from "../model/codes.ts";
import type { Reading, RegionFind } from "./reading.ts";
import { liesIn } from "./lies-in.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** The nearest place; a name of several places is settled by a place named further out. */
export function settleRegions(
  reading: Reading,
  { catalog }: Vocabulary,
): Guess<RegionCode>[] {
  const finds = [...reading.regions].sort((a, b) => a.depth - b.depth);
  const depth = finds[0]?.depth;
  const own = finds.filter((find) => find.depth === depth);
  const outer = finds.filter((find) => find.depth !== depth);
  const guesses = own.flatMap((find) => {
    const inside = outer
      .map(({ codes }) =>
        find.codes.filter((code) =>
          codes.some((place) => liesIn(code, place, catalog.regions)),
        ),
      )
      .find((codes) => codes.length > 0);
    return placeGuesses(find, inside ?? find.codes, catalog);
  });
  return guesses.sort((a, b) => b.confidence - a.confidence);
}

/**
 * One place keeps its confidence; of several no one is more than 0.5. A code
 * that has ended is at most 0.7 unless the day is known to lie in its time.
 */
export function placeGuesses(
  { words, confidence }: RegionFind,
  codes: readonly RegionCode[],
  { regions }: Pick<Catalog, "regions">,
  dated = false,
): Guess<RegionCode>[] {
  const limit = codes.length > 1 ? 0.5 : 1;
  return codes.map((value) => {
    const ended = !dated && (regions.get(value)?.validTo ?? "") !== "";
    return {
      value,
      words,
      confidence: Math.min(confidence, ended ? Math.min(0.7, limit) : limit),
    };
  });
}
