import type { IsoDate, RegionCode } from "../model/codes.ts";
import type { Guess } from "../model/facets.ts";
import { liesIn } from "../model/lies-in.ts";
import { provinceOf, saysOwnProvince } from "./own-province.ts";
import type { Reading, RegionFind } from "./reading.ts";
import {
  doubted,
  isEndOfOther,
  isTownNamedLike,
  isTownOf,
  isZoneOf,
  placeGuesses,
} from "./settle-regions.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Words for the place the sheet is about. */
const ownWords =
  /^(?:全市|全县|全区|我市|我县|我区|本市|本县|本区)(?:平均|均值)?$/;
/** The city's own part, without its counties: asked about. */
const coreWords = /^(?:市本级|本级|市直|市级|县本级|区本级)$/;

/**
 * Places a scanned text names. A name of several places (城区) is open (0.5) until
 * `parent` settles it; codes not in use on `asOf` are left out. 全市 is the
 * parent itself, 全省 the province it lies in.
 */
export function readRegion(
  { regions, texts: [folded = ""] }: Reading,
  vocabulary: Vocabulary,
  parent?: RegionCode,
  asOf?: IsoDate,
): Guess<RegionCode>[] {
  if (ownWords.test(folded) || coreWords.test(folded))
    return parent === undefined || !isOwn(folded, parent, vocabulary)
      ? []
      : [
          {
            value: parent,
            words: folded,
            confidence: coreWords.test(folded) ? 0.6 : 1,
          },
        ];
  if (parent !== undefined) {
    const bare = bareNamed(folded, regions, parent, vocabulary);
    if (bare !== null) return [bare];
  }
  if (regions.length === 0)
    return parent === undefined ? [] : zoneOf(folded, parent, vocabulary);
  return regions
    .flatMap((find) => {
      if (isTownNamedLike(find, folded) || isEndOfOther(find, regions, folded))
        return [];
      const valid = find.codes.filter((code) =>
        isValid(code, vocabulary, asOf),
      );
      const home =
        parent !== undefined && saysOwnProvince(find.words)
          ? provinceOf(parent, vocabulary.catalog)
          : null;
      if (home !== null)
        return [
          { value: home, words: find.words, confidence: find.confidence },
        ];
      const inside =
        parent === undefined
          ? []
          : valid.filter((code) =>
              liesIn(code, parent, vocabulary.catalog.regions),
            );
      const dated = asOf !== undefined;
      if (isZoneOf(find, folded) || isTownOf(find, folded))
        return doubted(placeGuesses(find, valid, vocabulary.catalog, dated));
      if (inside.length > 0)
        return placeGuesses(find, inside, vocabulary.catalog, dated);
      const guesses = placeGuesses(
        find,
        current(valid, vocabulary, asOf),
        vocabulary.catalog,
        dated,
      );
      return parent !== undefined && valid.length > 1
        ? guesses.map((guess) => ({ ...guess, confidence: 0.3 }))
        : guesses;
    })
    .sort((a, b) => b.confidence - a.confidence);
}

/** False for 全市 on a sheet of the province, and for 全县 on one of a city; 全区 is an autonomous region too. */
function isOwn(
  folded: string,
  parent: RegionCode,
  { catalog }: Vocabulary,
): boolean {
  const { level, name = "" } = catalog.regions.get(parent) ?? {};
  // 全区 of 内蒙古自治区.
  if (level === "province") return /区/.test(folded) && name.endsWith("自治区");
  if (level === "country") return false;
  return level !== "city" || !/[县区]/.test(folded);
}

/** 长安 in a table of 石家庄; null where a place that lies there is named in full, or its name without 区 is that of several. */
function bareNamed(
  folded: string,
  finds: readonly RegionFind[],
  parent: RegionCode,
  { bareNames, catalog }: Vocabulary,
): Guess<RegionCode> | null {
  const named = finds.some((find) =>
    find.codes.some(
      (code) => code !== parent && liesIn(code, parent, catalog.regions),
    ),
  );
  if (named) return null;
  const [only, other] = bareNames(parent).get(folded) ?? [];
  return only === undefined || other !== undefined
    ? null
    : { value: only, words: folded, confidence: 0.9 };
}

/** What zones are called among the counties of their city, and the part of their names it stands for. */
const zoneWords: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:经济?(?:技术)?)?开发?区$/, /开发区$/],
  [/^高新(?:技术)?(?:产业)?(?:开发)?区$/, /高新[^市县]*区$/],
  [/^(?:综改|(?:综改)?示范)区$/, /示范区$/],
];

/** 经开区 among the counties of a city that has one. */
function zoneOf(
  folded: string,
  parent: RegionCode,
  { catalog }: Vocabulary,
): Guess<RegionCode>[] {
  const meant = zoneWords.find(([words]) => words.test(folded))?.[1];
  if (meant === undefined) return [];
  const zones = [...catalog.regions.values()].filter(
    (region) =>
      region.level === "zone" &&
      region.parent === parent &&
      meant.test(region.name),
  );
  const [only, other] = zones;
  return only === undefined || other !== undefined
    ? []
    : [{ value: only.code, words: folded, confidence: 0.9 }];
}

function isValid(
  code: RegionCode,
  { catalog }: Vocabulary,
  asOf: IsoDate | undefined,
): boolean {
  const region = catalog.regions.get(code);
  if (region === undefined) return false;
  if (asOf === undefined) return true;
  return (
    (region.validFrom === "" || region.validFrom <= asOf) &&
    (region.validTo === "" || asOf <= region.validTo)
  );
}

/** Without a day, codes still in use come before the ones that ended. */
function current(
  codes: readonly RegionCode[],
  { catalog }: Vocabulary,
  asOf: IsoDate | undefined,
): readonly RegionCode[] {
  if (asOf !== undefined) return codes;
  const ended = (code: RegionCode) =>
    (catalog.regions.get(code)?.validTo ?? "") === "" ? 0 : 1;
  return [...codes].sort((a, b) => ended(a) - ended(b));
}
