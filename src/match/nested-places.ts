import { liesIn } from "../model/lies-in.ts";
import type { RegionFind } from "./reading.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** 山西省太原市, 晋城市城区: of places that lie in each other the last is meant. */
export function nestedPlaces(
  finds: readonly RegionFind[],
  body: string,
  { catalog }: Vocabulary,
): RegionFind[] {
  const [first, ...others] = finds;
  if (first === undefined) return [];
  let current: RegionFind[] = [first];
  for (const find of others) {
    const last = current[current.length - 1];
    const inside = find.codes.filter((code) =>
      last?.codes.some((outer) => liesIn(code, outer, catalog.regions)),
    );
    if (inside.length > 0) {
      const words = (last?.words ?? "") + find.words;
      current = [
        {
          ...find,
          words,
          codes: inside,
          confidence: words === body ? 1 : find.confidence,
        },
      ];
    } else if (find.codes.some((code) => last?.codes.includes(code))) continue;
    else current = [...current, find];
  }
  return current.length === 1
    ? current
    : current.map((find) => ({
        ...find,
        confidence: Math.min(find.confidence, 0.6),
      }));
}
