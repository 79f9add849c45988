import type { Catalog } from "../model/catalog.ts";
import type { Guess } from "../model/facets.ts";
import type { RegionCode } from "../model/codes.ts";
import type { Reading, RegionFind } from "./reading.ts";
import { liesIn } from "../model/lies-in.ts";
import { provinceOf, saysOwnProvince } from "./own-province.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** The nearest place; a name of several places is settled by a place named further out. */
export function settleRegions(
  reading: Reading,
  { catalog }: Vocabulary,
): Guess<RegionCode>[] {
  const finds = ownProvinces(reading.regions, catalog).sort(
    (a, b) => a.depth - b.depth,
  );
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
    const guesses = placeGuesses(find, inside ?? find.codes, catalog);
    const text = reading.texts[depth ?? 0] ?? "";
    if (isTownNamedLike(find, text)) return [];
    return isZoneOf(find, text) || isTownOf(find, text)
      ? doubted(guesses)
      : guesses;
  });
  return guesses.sort((a, b) => b.confidence - a.confidence);
}

/** The places with 全省 of 江西省…（全省数据） as the province that is named beside it. */
function ownProvinces(
  finds: readonly RegionFind[],
  catalog: Catalog,
): RegionFind[] {
  if (!finds.some(({ words }) => saysOwnProvince(words))) return [...finds];
  const named = finds.flatMap(({ words, codes }) =>
    saysOwnProvince(words)
      ? []
      : codes.slice(0, 1).flatMap((code) => provinceOf(code, catalog) ?? []),
  );
  const [province] = named;
  return province === undefined
    ? [...finds]
    : finds.map((find) =>
        saysOwnProvince(find.words) ? { ...find, codes: [province] } : find,
      );
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

/** What a zone is called behind the name of its place; 各县区及开发区 is no single one. */
const zone =
  /^[^各及和与、含县市区()]{0,12}?(?:(?:开发|经开|高新|农高|示范|度假|试验|综改|保税|风景|园|新)区|产业园|工业园|管委会)/;

/** True where a zone nobody lists is named after a place (运城开发区): it lies there, and is not the place. */
export function isZoneOf({ words }: RegionFind, folded: string): boolean {
  const at = folded.indexOf(words);
  return (
    at >= 0 && !/区$/.test(words) && zone.test(folded.slice(at + words.length))
  );
}

/** What a township or a part of a town is called behind the beginning of its name. */
const town =
  /^[^各及和与、含县市区乡()]{0,5}(?:镇|乡|街道(?:办(?:事处)?)?|办事处|社区)$/;

/** 新疆生产建设兵团 stands beside 新疆 in tables of provinces. */
const corps = /^(?:生产建设)?兵团$/;

/** True for 中阳楼街道 and 阳泉曲镇: their names begin like 中阳's and 阳泉's, and they lie elsewhere. */
export function isTownNamedLike(
  { words }: RegionFind,
  folded: string,
): boolean {
  const behind = folded.slice(words.length);
  return (
    folded.startsWith(words) &&
    !/[省市县区]$/.test(words) &&
    (town.test(behind) || corps.test(behind))
  );
}

/** True for 平遥县古陶镇: a place within the one it is named after. */
export function isTownOf({ words }: RegionFind, folded: string): boolean {
  return (
    folded.startsWith(words) &&
    /[市县区]$/.test(words) &&
    town.test(folded.slice(words.length))
  );
}

/** Readings that a person must confirm. */
export function doubted(
  guesses: readonly Guess<RegionCode>[],
): Guess<RegionCode>[] {
  return guesses.map((guess) => ({
    ...guess,
    confidence: Math.min(guess.confidence, 0.5),
  }));
}
