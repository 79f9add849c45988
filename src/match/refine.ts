import type { Facets, Guess } from "../model/facets.ts";
import type { Reading } from "./reading.ts";
import { mayStateBase } from "./comparison.ts";
import { foldedForScan, scan } from "./scan.ts";
import { settle } from "./settle.ts";
import { unitFits } from "./settle-units.ts";
import type { Vocabulary } from "./vocabulary.ts";

interface Origin {
  readonly reading: Reading;
  readonly vocabulary: Vocabulary;
}

/** What the facets of a matcher were made from, so that a path of them can be weighed as a whole. */
const origins = new WeakMap<Facets, Origin>();

/** Settles a reading and remembers where the facets came from. */
export function facetsOf(reading: Reading, vocabulary: Vocabulary): Facets {
  const facets = settle(reading, vocabulary);
  origins.set(facets, { reading, vocabulary });
  return facets;
}

/**
 * One reading of a path of texts, outermost first: table title or unit line if
 * wanted, header levels, the nearest last. Per slot the nearest sure words win
 * and texts further out fill the gaps; parent and child are also read as one
 * name (整改任务 + 完成数). Words of a child that nothing explains keep the
 * parent's indicator at 0.6: they may name another thing. Titles give no
 * measure and no role; `around` is one that gives no more than its topic and a
 * fall against a base year. Facets that no matcher made are merged slot by slot.
 * @throws when the path is empty.
 */
export function refine(facets: readonly Facets[], around?: Facets): Facets {
  const last = facets[facets.length - 1];
  if (last === undefined) throw new Error("refine needs at least one text");
  if (facets.length === 1 && around === undefined) return last;
  const known = facets.map((part) => origins.get(part));
  const vocabulary = known[known.length - 1]?.vocabulary;
  const readings = known.flatMap((origin) =>
    origin === undefined ? [] : [origin.reading],
  );
  if (vocabulary === undefined || readings.length !== facets.length)
    return mergeSlots(facets);
  const outside = around === undefined ? undefined : origins.get(around);
  const path = joinNames(readings, vocabulary);
  return facetsOf(
    merge(outside === undefined ? path : [topicOf(outside.reading), ...path]),
    vocabulary,
  );
}

/** What a title says of every figure under it: its nouns, and the fall it states against a base year or in %. */
function topicOf(reading: Reading): Reading {
  const { text, texts, bases, changes, units, measures } = reading;
  const falls =
    bases.length > 0 ||
    (units.some(({ code }) => code === "%") &&
      !measures.some(({ measure }) => measure.startsWith("change")));
  const agree = (topic: string): boolean =>
    reading.cues.every(({ topics }) => topics.includes(topic));
  // 空气质量和减排情况 is of both: such a title decides nothing.
  const cues = reading.cues.some(({ topics }) => topics.some(agree))
    ? reading.cues
    : [];
  return {
    text,
    texts: [texts.join("")],
    indicators: [],
    suffixes: [],
    regions: [],
    periods: [],
    measures: [],
    changes: falls ? changes : [],
    units: falls ? units : [],
    variants: [],
    bases,
    cues,
    apposition: false,
    role: null,
    rests: [""],
  };
}

/** Reads neighbours as one name where that names an indicator neither of them names. */
function joinNames(
  path: readonly Reading[],
  vocabulary: Vocabulary,
): readonly Reading[] {
  for (const length of [3, 2])
    for (let end = path.length; end >= length; end -= 1) {
      const parts = path.slice(end - length, end);
      if (
        parts.some(
          (part) => part.text === "" || part.texts.length > 1 || isNoPart(part),
        )
      )
        continue;
      const joined = namesOf(parts)
        .filter((text) => text.length <= 60)
        .map((text) => scannedName(text, parts, vocabulary))
        .find((reading) => reading !== null && isBetter(reading, parts));
      if (joined === undefined || joined === null) continue;
      return [
        ...path.slice(0, end - length),
        {
          ...joined,
          units:
            joined.units.length > 0
              ? joined.units
              : unitsOf(parts, joined, vocabulary),
        },
        ...path.slice(end),
      ];
    }
  return path;
}

/** True for dates and for comparisons with last year: no part of any name. */
function isNoPart(part: Reading): boolean {
  const { indicators, suffixes, measures, changes, variants, cues } = part;
  if (indicators.length + suffixes.length > 0) return false;
  if (changes.length + variants.length + cues.length > 0) return false;
  if (part.rests.some((rest) => rest !== "")) return false;
  if (part.periods.some(({ value }) => value.kind === "relative"))
    return measures.some(({ measure }) => measure === "previous");
  return measures.length === 0
    ? part.periods.length > 0
    : measures.every(({ words }) => /^(?:同比|排名|名次)/.test(words));
}

/** Joined names come again for every column of a group. */
const names = new WeakMap<Vocabulary, Map<string, Reading>>();
const keptNames = 10_000;

/** What a joined name says; null where it can be no better than its parts. */
function scannedName(
  text: string,
  parts: readonly Reading[],
  vocabulary: Vocabulary,
): Reading | null {
  let known = names.get(vocabulary);
  if (known === undefined || known.size >= keptNames) {
    known = new Map();
    names.set(vocabulary, known);
  }
  let reading = known.get(text);
  if (reading === undefined) {
    if (!namesAcross(text, parts, vocabulary)) return null;
    reading = scan(text, vocabulary);
    known.set(text, reading);
  }
  return reading;
}

/** False for a joined name in which every indicator is one of a single part, as of nearly all: it need not be read to see that. */
function namesAcross(
  text: string,
  parts: readonly Reading[],
  vocabulary: Vocabulary,
): boolean {
  const folded = foldedForScan(text);
  return (
    mayStateBase(folded) ||
    vocabulary.words
      .find(folded)
      .some(
        ({ start, end, values }) =>
          values.some(({ slot }) => slot === "indicator") &&
          crosses(folded.slice(start, end), parts),
      )
  );
}

/** True for words that stand in no part alone. */
function crosses(words: string, parts: readonly Reading[]): boolean {
  return !parts.some(({ texts }) => texts.some((text) => text.includes(words)));
}

/** Parent and child as one name: 整改任务 + 完成率, and with the child before the noun it qualifies, 各类别 + Ⅰ类 + 断面数. */
function namesOf(parts: readonly Reading[]): string[] {
  const names = [
    parts
      .map(({ text }, at) =>
        at < parts.length - 1 ? withoutBrackets(text) : text,
      )
      .join(""),
  ];
  const [parent, child] = parts;
  if (parts.length !== 2 || parent === undefined || child === undefined)
    return names;
  const qualifier = withoutBrackets(child.texts[0] ?? "");
  const head = parent.texts[0] ?? "";
  const noun = parent.indicators[0]?.words;
  const share = shareEnd.exec(withoutBrackets(head))?.[0];
  return [
    ...names,
    noun === undefined
      ? qualifier + withoutBrackets(head)
      : head.replace(noun, qualifier + noun),
    // 水质类别比例 over 劣Ⅴ类: what is below is the share of each.
    ...(share === undefined ? [] : [qualifier + share]),
  ];
}

const shareEnd = /(?:比例|占比|比重)$/;

function withoutBrackets(text: string): string {
  return text.replace(/[(（][^()（）]*[)）]\s*$/, "");
}

/** The units of the last part, and of the others what fits the joined name: 整改任务（项） over 完成率. */
function unitsOf(
  parts: readonly Reading[],
  joined: Reading,
  vocabulary: Vocabulary,
): Reading["units"] {
  const codes = joined.indicators.flatMap((find) => find.codes);
  return parts.flatMap(({ units }, at) =>
    at === parts.length - 1
      ? units
      : units.filter((unit) =>
          codes.some((code) => unitFits(unit.code, code, vocabulary)),
        ),
  );
}

function isBetter(joined: Reading, parts: readonly Reading[]): boolean {
  const find = joined.indicators[0];
  if (find === undefined || joined.indicators.length > 1) return false;
  const best = Math.max(
    0,
    ...parts
      .slice(-1)
      .flatMap(({ indicators }) =>
        indicators.map(({ contextual, confidence }) =>
          contextual ? 0.6 : confidence,
        ),
      ),
  );
  return (
    find.confidence >= 0.95 &&
    find.confidence >= best &&
    crosses(find.words, parts)
  );
}

const titleEnd =
  /(?:表|通报|公报|简报|月报|快报|周报|日报|年报|报告|情况|统计|一览|进展|台账|清单|排行榜)(?:\([^()]*\))?$/;

/** Texts that head a whole sheet: what they say of measures is not said of a column. */
function isTitle(folded: string): boolean {
  return titleEnd.test(folded) && folded.length > 6;
}

function merge(path: readonly Reading[]): Reading {
  const nearestFirst = [...path].reverse();
  const last = nearestFirst[0];
  if (last === undefined) throw new Error("no readings to merge");
  const outer = (at: number, { texts, rests, bases }: Reading) =>
    at > 0 &&
    ((isTitle(texts[0] ?? "") && bases.length === 0) || rests[0] !== "");
  const pick = <T extends { readonly depth: number }>(
    of: (reading: Reading) => readonly T[],
    skip: (at: number, reading: Reading) => boolean = () => false,
  ): T[] =>
    nearestFirst.flatMap((reading, at) =>
      skip(at, reading)
        ? []
        : of(reading).map((find) => ({ ...find, depth: at })),
    );
  const roles = nearestFirst.map(({ role }) => role);
  return {
    text: path.map(({ text }) => text).join(" "),
    texts: nearestFirst.map(({ texts }) => texts[0] ?? ""),
    indicators: pick((reading) => reading.indicators),
    suffixes: pick((reading) => reading.suffixes).filter(
      ({ depth }) => depth === 0,
    ),
    regions: pick((reading) => reading.regions),
    periods: pick((reading) => reading.periods),
    measures: pick((reading) => reading.measures, outer),
    changes: pick((reading) => reading.changes, outer),
    units: pick((reading) => reading.units),
    variants: pick((reading) => reading.variants),
    bases: pick((reading) => reading.bases),
    cues: pick((reading) => reading.cues),
    apposition: last.apposition,
    role:
      roles[0] ??
      roles.find(
        (role) =>
          role === "ordinal" || role === "remark" || role === "aggregate",
      ) ??
      null,
    rests: restsOf(nearestFirst),
  };
}

/**
 * Unexplained words up to the text that names the indicator. A name's end that
 * was used is explained, and so is one repeated below it (轻度污染天数, 天数).
 */
function restsOf(nearestFirst: readonly Reading[]): string[] {
  const named = nearestFirst.findIndex(
    ({ indicators }) => indicators.length > 0,
  );
  const upTo = named < 0 ? 0 : named;
  const names = (nearestFirst[named]?.indicators ?? []).map(
    ({ words }) => words,
  );
  return nearestFirst.map(({ rests, suffixes, texts }, at) => {
    const rest = rests[0] ?? "";
    const text = (texts[0] ?? "").replace(/\([^()]*\)/g, "");
    const repeated = at < named && names.some((name) => name.endsWith(text));
    return at > upTo || suffixes.length > 0 || repeated ? "" : rest;
  });
}

function mergeSlots(path: readonly Facets[]): Facets {
  const nearestFirst = [...path].reverse();
  const first = <T>(of: (facets: Facets) => readonly Guess<T>[]) =>
    nearestFirst
      .map(of)
      .find((guesses) => (guesses[0]?.confidence ?? 0) > 0.6) ??
    nearestFirst.map(of).find((guesses) => guesses.length > 0) ??
    [];
  return {
    text: path.map(({ text }) => text).join(" "),
    indicator: first((facets) => facets.indicator),
    region: first((facets) => facets.region),
    period: first((facets) => facets.period),
    measure: first((facets) => facets.measure),
    unit: first((facets) => facets.unit),
    variant: first((facets) => facets.variant),
    base: first((facets) => facets.base),
    role: nearestFirst.find(({ role }) => role !== null)?.role ?? null,
    rest: nearestFirst[0]?.rest ?? "",
  };
}
