import { collectFinds, periodFinds } from "./collect-finds.ts";
import { stripBase } from "./comparison.ts";
import { fold, normalise } from "./normalise.ts";
import { findPeriodWords } from "./read-period.ts";
import type { Reading, SuffixFind } from "./reading.ts";
import { endsAsAggregate, roleOf } from "./role-words.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { type WordRange, findWordRanges } from "./word-ranges.ts";

const noFinds: Omit<Reading, "text" | "texts" | "role" | "rests"> = {
  indicators: [],
  suffixes: [],
  regions: [],
  periods: [],
  measures: [],
  changes: [],
  units: [],
  variants: [],
  bases: [],
  cues: [],
  apposition: false,
};

const apposition =
  /\((?:上年|去年)(?:同期)?\)|(?:上年|去年)(?:同期)?\((?:19|20)\d\d/;

/** Marks that need no explanation. */
const marks: ReadonlySet<string> = new Set(
  " ()（）,，、。.:：;；~/\\|+·!?…_#<>《》-",
);

/** 优良（Ⅰ—Ⅲ类）断面: which classes are good, said again inside the name. */
const classesOfGood =
  /(?<=优良|良好|达标)\((?:i|1)类?[-~至到、](?:i{2,3}|[23])类?\)(?=[\u4e00-\u9fff])/g;

/** A text as its words are looked for. */
export function foldedForScan(text: string): string {
  return fold(normalise(text)).replace(classesOfGood, "");
}

/**
 * Finds the words of one text: all known words and periods, the longest first,
 * each character used once. Words of one range keep all their meanings;
 * periods inside a measure or an indicator (`本月目标`, `2015年基数`) count too.
 */
export function scan(text: string, vocabulary: Vocabulary): Reading {
  const folded = foldedForScan(text);
  const role = roleOf(folded);
  if (role !== null)
    return {
      ...noFinds,
      text,
      texts: [folded],
      periods: periodFinds([], findPeriodWords(folded), ({ start, end }) =>
        folded.slice(start, end),
      ),
      role,
      rests: [""],
    };
  const { text: body, bases } = stripBase(folded);
  const chosen = findWordRanges(body, bases.length > 0, vocabulary);
  const covered = new Uint8Array(body.length);
  for (const { start, end, blocked } of chosen)
    if (!blocked) covered.fill(1, start, end);
  const rest = unexplained(body, covered);
  if (chosen.length === 0 && bases.length === 0)
    return {
      ...noFinds,
      text,
      texts: [folded],
      suffixes: suffixFinds(rest, vocabulary),
      role: endsAsAggregate(body) ? "aggregate" : null,
      rests: [rest],
    };
  const found = collectFinds(chosen, body, levelOf(rest, chosen), vocabulary);
  return {
    ...found,
    text,
    texts: [folded],
    suffixes:
      found.indicators.length > 0 || rest === ""
        ? []
        : suffixFinds(withCount(rest, body), vocabulary),
    bases: bases.map((base) => ({ ...base, confidence: 1, depth: 0 })),
    apposition: apposition.test(body),
    role:
      endsAsAggregate(body) &&
      !found.indicators.some(({ words }) => endsAsAggregate(words))
        ? "aggregate"
        : null,
    rests: [rest],
  };
}

/** The characters no word explains, without marks and blanks. */
function unexplained(body: string, covered: Uint8Array): string {
  let rest = "";
  for (let at = 0; at < body.length; at += 1) {
    const character = body.charAt(at);
    if (covered[at] === 1 || marks.has(character)) continue;
    rest += character;
  }
  return rest;
}

/** 1 when every word has a slot, 0.95 with plain words beside, 0.7 with unexplained ones. */
function levelOf(rest: string, chosen: readonly WordRange[]): number {
  if (rest !== "") return 0.7;
  const plain = chosen.some(
    ({ meanings }) =>
      meanings.length > 0 &&
      meanings.every(
        ({ slot }) => slot === "stop" || slot === "cue" || slot === "count",
      ),
  );
  return plain ? 0.95 : 1;
}

/** 整治 of 已完成整治数 with the 数 that belongs to it. */
function withCount(rest: string, body: string): string {
  const counted = `${rest}数`;
  return /^[^()]*/.exec(body)?.[0].endsWith(counted) === true ? counted : rest;
}

/** The end of an indicator's name that stands alone (类别), when it may end no more than six names. */
function suffixFinds(rest: string, vocabulary: Vocabulary): SuffixFind[] {
  const completions = vocabulary.suffixes.get(rest) ?? [];
  const codes = new Set(completions.map(({ code }) => code));
  if (codes.size === 0 || codes.size > 6) return [];
  return [{ completions, words: rest, confidence: 0.5, depth: 0 }];
}
