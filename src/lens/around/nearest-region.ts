import type { RegionCode } from "../../model/codes.ts";
import type { Guess } from "../../model/facets.ts";
import { liesIn } from "../../model/lies-in.ts";
import { provinceOf, saysOwnProvince } from "../../match/own-province.ts";
import type { SheetContext } from "../bind-context.ts";
import { CERTAIN } from "../certain.ts";

/** The nearest region; a finer one farther away that lies in it is preferred, as on a form of the province filled by a city. */
export function nearestRegion(
  guesses: readonly (Guess<RegionCode> | undefined)[],
  assumed: RegionCode | undefined,
  catalog: SheetContext["catalog"],
): Guess<RegionCode> | null {
  const found = ownProvinces(
    guesses.filter((guess) => guess !== undefined),
    assumed,
    catalog,
  );
  const [title, filer] = guesses;
  if (
    title !== undefined &&
    filer !== undefined &&
    title.value !== filer.value &&
    liesIn(filer.value, title.value, catalog.regions)
  )
    return { ...filer, confidence: Math.min(filer.confidence, 0.9) };
  const [nearest] = found;
  if (nearest !== undefined) return nearest;
  return assumed === undefined
    ? null
    : { value: assumed, confidence: 1, words: "" };
}

/** The guesses with 全省 as the province of the nearest place that is named otherwise. */
function ownProvinces(
  guesses: readonly Guess<RegionCode>[],
  assumed: RegionCode | undefined,
  catalog: SheetContext["catalog"],
): readonly Guess<RegionCode>[] {
  const named = guesses.flatMap(({ value, words, confidence }) =>
    saysOwnProvince(words) || confidence < CERTAIN ? [] : [value],
  );
  const [province] = [
    ...named,
    ...(assumed === undefined ? [] : [assumed]),
  ].flatMap((place) => provinceOf(place, catalog) ?? []);
  return province === undefined
    ? guesses
    : guesses.map((guess) =>
        saysOwnProvince(guess.words) ? { ...guess, value: province } : guess,
      );
}
