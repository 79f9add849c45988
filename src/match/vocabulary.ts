import type { Catalog, MeasureWord } from "../model/catalog.ts";
import type { IndicatorCode, RegionCode, UnitCode } from "../model/codes.ts";
import { type BareNames, bareNames } from "./bare-names.ts";
import { stripBase } from "./comparison.ts";
import {
  type Cue,
  type Direction,
  changeWords,
  contextualWords,
  countWords,
  cues,
  stopWords,
} from "./fixed-words.ts";
import { fold, normalise } from "./normalise.ts";
import { periodWords } from "./period-words.ts";
import type { Completion } from "./reading.ts";
import { WordTrie } from "./word-trie.ts";

/** What a known word stands for. */
export type Meaning =
  | {
      readonly slot: "indicator";
      readonly code: IndicatorCode;
      readonly contextual: boolean;
      /** Found only as the whole text, less brackets: too short, or too common a noun (国考断面), inside one. */
      readonly whole: boolean;
      /** The spelling holds only beside a base (`SO2下降` of 较2015年下降). */
      readonly based: boolean;
    }
  | {
      readonly slot: "region";
      readonly code: RegionCode;
      readonly full: boolean;
    }
  | {
      readonly slot: "measure";
      readonly measure: MeasureWord["measure"];
      readonly as: MeasureWord["as"];
    }
  | { readonly slot: "unit"; readonly code: UnitCode }
  | { readonly slot: "variant"; readonly code: string }
  | { readonly slot: "change"; readonly direction: Direction }
  | { readonly slot: "cue"; readonly cue: Cue }
  | { readonly slot: "count" }
  | { readonly slot: "stop" };

/** A catalog's words, indexed once. */
export interface Vocabulary {
  readonly catalog: Catalog;
  readonly words: WordTrie<Meaning>;
  /** Ends of indicator names (率, 类别 …) by their text. */
  readonly suffixes: ReadonlyMap<string, readonly Completion[]>;
  /** The bare names within a place, made when first asked for: most sheets name their places in full. */
  readonly bareNames: (place: RegionCode) => BareNames;
}

/** A spelling as the index holds it. */
export function wordKey(text: string): string {
  return fold(normalise(text));
}

export function buildVocabulary(catalog: Catalog): Vocabulary {
  const words = new WordTrie<Meaning>();
  const spellings = new Map<string, Set<IndicatorCode>>();
  addUnits(words, catalog);
  addIndicators(words, catalog, spellings);
  addRegions(words, catalog);
  addMeasures(words, catalog);
  for (const variant of catalog.variants)
    for (const key of distinct([variant.label.zh, ...variant.aliases]))
      words.add(key, { slot: "variant", code: variant.code });
  for (const cue of cues)
    for (const word of cue.words) words.add(word, { slot: "cue", cue });
  for (const [direction, list] of changeWords)
    for (const word of list) words.add(word, { slot: "change", direction });
  for (const word of stopWords) words.add(word, { slot: "stop" });
  for (const word of countWords) words.add(word, { slot: "count" });
  const bare = new Map<RegionCode, BareNames>();
  return {
    catalog,
    words,
    suffixes: suffixesOf(spellings),
    bareNames: (place) => {
      let names = bare.get(place);
      if (names === undefined) {
        names = bareNames(place, catalog, wordKey);
        bare.set(place, names);
      }
      return names;
    },
  };
}

function distinct(texts: readonly string[]): Set<string> {
  return new Set(texts.map(wordKey).filter((key) => key !== ""));
}

function addUnits(words: WordTrie<Meaning>, catalog: Catalog): void {
  for (const unit of catalog.units.values())
    for (const key of distinct([
      unit.code,
      unit.label.zh,
      unit.label.en,
      ...unit.aliases,
    ]))
      words.add(key, { slot: "unit", code: unit.code });
}

const cueWords: ReadonlySet<string> = new Set(
  cues.flatMap(({ words }) => words),
);

/** Classes of water are values, not names of an indicator. */
const classValue = /^劣?(?:[iv]{1,3}|[一二三四五1-5])类?$/;

function addIndicators(
  words: WordTrie<Meaning>,
  catalog: Catalog,
  spellings: Map<string, Set<IndicatorCode>>,
): void {
  const isUnit = (text: string) =>
    words.exact(text).some((meaning) => meaning.slot === "unit");
  for (const { code, kind, label, aliases } of catalog.indicators.values()) {
    const keys = new Map<string, boolean>();
    for (const key of distinct([label.zh, label.en, ...aliases])) {
      if (kind === "class" && classValue.test(key)) continue;
      for (const { form, based } of formsOf(key, isUnit))
        keys.set(form, based && keys.get(form) !== false);
    }
    for (const [key, based] of keys) {
      words.add(key, {
        slot: "indicator",
        code,
        contextual: contextualWords.has(key),
        whole: /^\d+$|^.$/.test(key) || cueWords.has(key),
        based,
      });
      const known = spellings.get(key);
      if (known === undefined) spellings.set(key, new Set([code]));
      else known.add(code);
    }
  }
}

interface Form {
  readonly form: string;
  readonly based: boolean;
}

/**
 * A spelling as it is looked for: without a base year and without a unit in
 * brackets, which are read by themselves; with and without a dash between
 * Chinese words.
 */
function formsOf(key: string, isUnit: (text: string) => boolean): Form[] {
  const { text, bases } = stripBase(key);
  const bracket = /^(.+)\(([^()]+)\)$/.exec(text);
  const bare =
    bracket?.[1] !== undefined && isUnit(bracket[2] ?? "") ? bracket[1] : text;
  const dashless = bare.replace(
    /(?<=[\u4e00-\u9fff)])-(?=[\u4e00-\u9fff])/g,
    "",
  );
  return [bare, dashless].map((form) => ({ form, based: bases.length > 0 }));
}

function addRegions(words: WordTrie<Meaning>, catalog: Catalog): void {
  for (const region of catalog.regions.values()) {
    const { code, level, name, short, traditional, english, aliases } = region;
    // English names of counties are many, and few sheets have one: see `bareNames`.
    const foreign = level === "county" ? [] : [english];
    const full = distinct([name, traditional, ...foreign, ...aliases]);
    for (const key of full)
      words.add(key, { slot: "region", code, full: true });
    for (const key of distinct([short]))
      if (!full.has(key)) words.add(key, { slot: "region", code, full: false });
  }
}

/**
 * Measure words. 浓度, 值, 当月, 累计值 … are listed as "actual" and say no more
 * than that a figure stands there: they are explained, and claim no measure.
 */
function addMeasures(words: WordTrie<Meaning>, catalog: Catalog): void {
  const plain = new Set([...stopWords, ...cues.flatMap((cue) => cue.words)]);
  const listed = new Set([
    ...catalog.measureWords.map(({ text }) => wordKey(text)),
    ...[...changeWords.values()].flat(),
  ]);
  for (const { text, measure, as } of catalog.measureWords) {
    const key = wordKey(text);
    // The unit in `同比(%)` is read by itself.
    if (listed.has(key.replace(/\([^()]*\)$|%$/, "")) && /[)%]$/.test(key))
      continue;
    const weak =
      measure === "actual" &&
      (plain.has(key) || (startsWithPeriod(key) && !/完成|实际/.test(key)));
    words.add(key, weak ? { slot: "stop" } : { slot: "measure", measure, as });
  }
}

function startsWithPeriod(key: string): boolean {
  return [...periodWords.keys()].some((word) => key.startsWith(word));
}

const suffixEnd =
  /(?:率|类别|指数|天数|台数|蒸吨|容量|[治改理]数|[治理]完成数?)$/;

/**
 * The ends of two to five characters of the indicators' names that are no names
 * themselves, or names that mean little without context (整治完成率).
 */
function suffixesOf(
  spellings: ReadonlyMap<string, ReadonlySet<IndicatorCode>>,
): Map<string, Completion[]> {
  const suffixes = new Map<string, Completion[]>();
  for (const [key, codes] of spellings) {
    if (!suffixEnd.test(key) || key.includes("(")) continue;
    // 整治完成 is as much an end as 整治完成数.
    const names = key.endsWith("完成数") ? [key, key.slice(0, -1)] : [key];
    for (const name of names)
      for (
        let length = 2;
        length <= Math.min(5, name.length - 2);
        length += 1
      ) {
        const suffix = name.slice(-length);
        if (!suffixEnd.test(suffix)) continue;
        if (spellings.has(suffix) && !contextualWords.has(suffix)) continue;
        const list = suffixes.get(suffix) ?? [];
        for (const code of codes)
          list.push({ code, prefix: name.slice(0, -length) });
        suffixes.set(suffix, list);
      }
  }
  return suffixes;
}
