import type { Matcher } from "../match/matcher.ts";
import type { IndicatorCode } from "../model/codes.ts";
import type { Facets, Guess } from "../model/facets.ts";
import type { Measure } from "../model/observation.ts";
import { CERTAIN } from "./certain.ts";
import { titleSays } from "./title-says.ts";

interface Head {
  readonly texts: readonly string[];
  readonly cells: readonly Facets[];
  readonly facets: Facets;
}

/** What a title or the column before speaks of: 散乱污企业, 入河排污口. */
interface Subject {
  readonly code: IndicatorCode;
  readonly words: string;
}

/** How sure a name is that only the words around a column complete. */
const completed = 0.85;

/**
 * Names that a column leaves half to what stands around it: 排查企业数 under a
 * title of 散乱污企业, 已完成整治 behind the number of those, 处罚企业（家） to its
 * unit, 任务数 under a title of other work. By place: what the whole name says, or null for work done on what
 * stands before it that no list counts (已完成整治 behind 黑臭水体数).
 */
export function completedNames(
  columns: readonly Head[],
  titles: readonly string[],
  matcher: Matcher,
): ReadonlyMap<number, Facets | null> {
  const found = new Map<number, Facets | null>();
  const named = new Set(
    columns.flatMap((column) => sureOf(column)?.code ?? []),
  );
  const around = titles.flatMap((title) =>
    matcher
      .read(title)
      .indicator.map(({ value, words }) => ({ code: value, words })),
  );
  const [of] = titleSays(titles, matcher).indicator;
  columns.forEach((column, at) => {
    const leaf = column.cells.at(-1);
    if (leaf === undefined) return;
    if (of !== undefined && isTaskOf(of, leaf, around)) {
      found.set(at, { ...leaf, indicator: [], measure: [taskOf(leaf)] });
      return;
    }
    if (leaf.rest === "") return;
    const counted = countedNoun(column, matcher);
    if (counted !== null) {
      found.set(at, counted);
      return;
    }
    if (leaf.indicator.length > 0 || sureOf(column) !== null) return;
    if ((leaf.measure[0]?.value ?? "actual") !== "actual") return;
    const [unit] = column.facets.unit;
    if (unit?.value === "%") return;
    const before = columns[at - 1];
    const left = before === undefined ? null : sureOf(before);
    const text = (column.texts.at(-1) ?? "")
      .replace(/[（(][^（()）]*[)）]\s*$/, "")
      .trim();
    const subjects = left === null ? around : [left, ...around];
    for (const subject of subjects)
      for (const name of namesOf(text, subject)) {
        const whole = matcher.read(name);
        const [best] = whole.indicator;
        if (best === undefined || best.confidence < 0.95 || whole.rest !== "")
          continue;
        if (named.has(best.value)) continue;
        if (topicOf(best.value) !== topicOf(subject.code)) continue;
        named.add(best.value);
        found.set(at, {
          ...whole,
          indicator: [{ ...best, confidence: completed }],
          unit: column.facets.unit,
        });
        return;
      }
    if (
      left !== null &&
      unit !== undefined &&
      before?.facets.unit[0]?.value === unit.value &&
      (before.facets.measure[0]?.value ?? "actual") === "actual" &&
      text.includes("完成") &&
      workDone.test(text)
    )
      found.set(at, null);
  });
  return found;
}

/** 任务数 under a title of 燃煤锅炉淘汰 that is of no rectification: how many of what the title names are to be done. */
function isTaskOf(
  of: Guess<IndicatorCode>,
  { indicator, measure, rest }: Facets,
  around: readonly Subject[],
): boolean {
  const [best, rival] = indicator;
  return (
    of.confidence >= CERTAIN &&
    // PM2.5 is no work of which some number is to be done.
    !/^(?:air|emis)\./.test(of.value) &&
    best !== undefined &&
    rival === undefined &&
    best.confidence < CERTAIN &&
    /^任务(?:总数|数量?)$/.test(best.words) &&
    measure.length === 0 &&
    rest === "" &&
    around.every(({ code }) => topicOf(code) !== topicOf(best.value))
  );
}

function taskOf({ indicator: [best] }: Facets): Guess<Measure> {
  return { value: "target", words: best?.words ?? "", confidence: 1 };
}

/** 处罚企业（家）: what is counted by its unit, as 处罚企业数 says; null for any other name. */
function countedNoun(
  { texts, cells, facets }: Head,
  matcher: Matcher,
): Facets | null {
  const [unit] = facets.unit;
  if (unit === undefined || !counters.test(unit.words)) return null;
  if (texts.length > 1 || facets.measure.length > 0) return null;
  if ((cells[0]?.indicator[0]?.confidence ?? 0) >= CERTAIN) return null;
  const name = /^([\u4e00-\u9fff]{3,})[（(][^（()）]*[)）]$/.exec(
    texts[0]?.trim() ?? "",
  )?.[1];
  if (name === undefined) return null;
  const whole = matcher.read(`${name}数`);
  const [best] = whole.indicator;
  return best === undefined || best.confidence < 0.95 || whole.rest !== ""
    ? null
    : { ...whole, unit: facets.unit };
}

/** Units that say what things are counted by, and not how often. */
const counters = /^[个家户台座件起处条项名宗份]$/;

/** 已完成整治: done, and what was done. */
const workDone =
  /^(?:累计)?(?:已完成|已|完成)([\u4e00-\u9fff]{2,4}?)(?:数量?)?$/;

/** The whole names that words behind a subject may stand for. */
function namesOf(text: string, { words }: Subject): string[] {
  const subject = words
    .replace(/总?数量?$/, "")
    .replace(/(?:整治|治理|整改|清理)$/, "");
  const work = workDone.exec(text)?.[1];
  if (work !== undefined)
    return [
      `${subject}${work}数`,
      `${subject}${work}`,
      `已${work}${subject}数`,
    ];
  for (let from = 1; from <= subject.length - 2; from += 1) {
    const noun = subject.slice(from);
    if (text.includes(noun) && !text.includes(subject))
      return [text.replace(noun, subject)];
  }
  return [];
}

function sureOf({ facets }: Head): Subject | null {
  const [best] = facets.indicator;
  return best === undefined || best.confidence < CERTAIN
    ? null
    : { code: best.value, words: best.words };
}

function topicOf(code: IndicatorCode): string | undefined {
  return code.split(".")[0];
}
