import type { RegionCode } from "../../model/codes.ts";
import type { Facets, Guess } from "../../model/facets.ts";
import { liesIn } from "../../model/lies-in.ts";
import type { Table } from "../../model/table.ts";
import type { Matcher } from "../../match/matcher.ts";
import { saysOwnProvince } from "../../match/own-province.ts";
import { CERTAIN } from "../certain.ts";
import { namingWords } from "../naming-words.ts";
import type { AroundRows } from "./around-rows.ts";
import type { StubRole } from "./stub-role.ts";

/** A text of a stub, and what was last found of its place. */
export interface PlaceWord {
  /** Its naming words. */
  readonly text: string;
  readonly facets: Facets;
  readonly role: StubRole;
  /** The regions it names within the place around it, which was asked for last; null before. */
  regions: readonly Guess<RegionCode>[] | null;
  outer: RegionCode | undefined;
}

/** 全市, 本县, 市本级: the place the sheet is of, under whatever header. */
const ownPlace = /^(?:[全我本][市县区]|市本级|本级|市直|市级|[县区]本级)/;

/** The places that the rows of a table name. */
export class RowPlaces {
  readonly #table: Table;
  readonly #matcher: Matcher;
  readonly #around: AroundRows;
  /** By place around them, then by name. */
  readonly #regions = new Map<
    RegionCode,
    Map<string, readonly Guess<RegionCode>[]>
  >();
  #saysProvince: boolean | null = null;

  constructor(table: Table, matcher: Matcher, around: AroundRows) {
    this.#table = table;
    this.#matcher = matcher;
    this.#around = around;
  }

  /** The places a word names within another one. */
  of(
    word: PlaceWord,
    outer: RegionCode | undefined,
  ): readonly Guess<RegionCode>[] {
    if (word.regions !== null && word.outer === outer) return word.regions;
    const { text, facets, role } = word;
    const regions =
      role === "region"
        ? this.#regionOf(text, outer, facets)
        : this.#regionIn(facets, text, outer);
    word.regions = regions;
    word.outer = outer;
    return regions;
  }

  #regionOf(
    text: string,
    outer: RegionCode | undefined,
    facets: Facets,
  ): readonly Guess<RegionCode>[] {
    const guesses = this.#regionsIn(text, outer);
    return guesses.length > 0 ? guesses : facets.region;
  }

  /** The matcher's reading within a parent, kept: a table names its few regions on every row. */
  #regionsIn(
    text: string,
    outer: RegionCode | undefined,
  ): readonly Guess<RegionCode>[] {
    let byName = this.#regions.get(outer ?? "");
    if (byName === undefined) {
      byName = new Map();
      this.#regions.set(outer ?? "", byName);
    }
    let guesses = byName.get(text);
    if (guesses === undefined) {
      guesses = this.#regionsNamed(text, this.#parentOf(text, outer));
      byName.set(text, guesses);
    }
    return guesses;
  }

  /** 全市 below a group of cities is the city of the sheet. */
  #parentOf(
    text: string,
    outer: RegionCode | undefined,
  ): RegionCode | undefined {
    if (outer === undefined || !ownPlace.test(text)) return outer;
    const level = this.#around.catalog.regions.get(outer)?.level;
    return level === "group" || level === "basin" ? this.#around.region : outer;
  }

  /** A name that is open or no longer used may be clear on the day the sheet is of. */
  #regionsNamed(
    text: string,
    parent: RegionCode | undefined,
  ): readonly Guess<RegionCode>[] {
    const guesses = this.#matcher.region(text, parent);
    const { asOf } = this.#around;
    const [best] = guesses;
    if (asOf === null || best === undefined || best.confidence >= CERTAIN)
      return guesses;
    const dated = this.#matcher.region(text, parent, asOf);
    return (dated[0]?.confidence ?? 0) >= CERTAIN ? dated : guesses;
  }

  #regionIn(
    facets: Facets,
    text: string,
    outer: RegionCode | undefined,
  ): readonly Guess<RegionCode>[] {
    if (facets.region.length === 0)
      return ownPlace.test(text) ? this.#regionsIn(text, outer) : [];
    const guesses =
      facets.indicator.length === 0 ? this.#regionsIn(text, outer) : [];
    return guesses.length > 0 ? guesses : facets.region;
  }

  /** 全市 among the sites of a city is the city; a township that the list knows is itself. */
  isWhole(text: string, { region }: Facets): boolean {
    if (ownPlace.test(text)) return true;
    const [best] = region;
    if (best === undefined) return false;
    const { catalog, region: around } = this.#around;
    return (
      best.value === around ||
      (around !== undefined &&
        best.words === text &&
        catalog.regions.get(best.value)?.level === "township" &&
        liesIn(best.value, around, catalog.regions))
    );
  }

  /** True for the short name of the province that the sheet is of, where another row is 全省. */
  isCityOfItsName(text: string, [best]: readonly Guess<RegionCode>[]): boolean {
    const { catalog, region: around } = this.#around;
    if (best === undefined || best.value !== around) return false;
    const own = catalog.regions.get(around);
    return (
      own?.level === "province" &&
      own.name === `${text}省` &&
      (this.#saysProvince ??= this.#table.rows.some(({ path }) =>
        path.some((words) => saysOwnProvince(namingWords(words.text))),
      ))
    );
  }
}
