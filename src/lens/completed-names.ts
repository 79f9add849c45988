import type { Matcher } from "../match/matcher.ts";
import type { IndicatorCode } from "../model/codes.ts";
import type { Facets } from "../model/facets.ts";
import { CERTAIN } from "./certain.ts";
import { doneOfProblems } from "./done-of-problems.ts";
import { refined } from "./refined.ts";
import { taskOfTitle } from "./task-of-title.ts";
import { titleSays } from "./title-says.ts";
import { topicOf } from "./topic-of.ts";

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
  const kinds = kindsOfCase.filter((code) => named.has(code)).length;
  columns.forEach((column, at) => {
    const sum = kinds < kindsOfCase.length - 1 ? null : sumOfKinds(column);
    if (sum !== null) {
      const whole = refined(sum, matcher);
      const [best] = whole.indicator;
      if (best?.value === "enf.five_cases" && best.confidence >= CERTAIN)
        found.set(at, {
          ...whole,
          indicator: [{ ...best, confidence: completed }],
        });
      return;
    }
    const leaf = column.cells.at(-1);
    if (leaf === undefined) return;
    const settled =
      taskOfTitle(of, leaf, around) ?? doneOfProblems(leaf, named);
    if (settled !== null) {
      found.set(at, settled);
      return;
    }
    if (leaf.rest === "") return;
    if (
      named.has("water.outlets") &&
      stepToOutlets.test(withoutBrackets(column.texts.at(-1) ?? ""))
    ) {
      found.set(at, null);
      return;
    }
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
    const text = withoutBrackets(column.texts.at(-1) ?? "");
    const wasted = ofHouseholds(text, titles, matcher);
    if (wasted !== null) {
      found.set(at, { ...wasted, unit: column.facets.unit });
      return;
    }
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
  columns.forEach((column, at) => {
    const task = taskOf(column, at, columns, found);
    if (task !== null) found.set(at, task);
  });
  return found;
}

/** 2023年整治任务（个） beside 已整治排污口（个）: the goal of the one work that other columns count in that unit. */
function taskOf(
  { cells, facets, texts }: Head,
  at: number,
  columns: readonly Head[],
  found: ReadonlyMap<number, Facets | null>,
): Facets | null {
  const leaf = cells.at(-1);
  const [measure] = facets.measure;
  const [unit] = facets.unit;
  if (leaf === undefined || measure?.value !== "target") return null;
  if (facets.indicator.length > 0 || unit === undefined) return null;
  const work = /^[\u4e00-\u9fff]{2}$/.exec(leaf.rest.trim())?.[0];
  if (work === undefined || !works.has(work)) return null;
  if (!/任务|目标|计划/.test(texts.at(-1) ?? "")) return null;
  const names = new Map<IndicatorCode, string>();
  columns.forEach((other, place) => {
    if (place === at) return;
    const said = found.get(place) ?? other.facets;
    const [best] = said.indicator;
    if (best === undefined || best.confidence < CERTAIN) return;
    if ((said.measure[0]?.value ?? "actual") !== "actual") return;
    if (said.unit[0]?.value !== unit.value) return;
    // 排查整治（个） may be either work.
    if (best.words.includes(work)) names.set(best.value, best.words);
  });
  const [only] = names;
  if (only === undefined || names.size > 1) return null;
  const [value, words] = only;
  return {
    ...leaf,
    indicator: [{ value, confidence: completed, words }],
    measure: [{ ...measure, confidence: 0.9 }],
    rest: "",
  };
}

/** What is done to things that are counted. */
const works: ReadonlySet<string> = new Set([
  "整治",
  "治理",
  "整改",
  "改造",
  "淘汰",
  "关停",
  "取缔",
  "搬迁",
  "清理",
  "提升",
  "替代",
]);

/** The kinds of case that the rules beside the environmental protection law name. */
const kindsOfCase: readonly IndicatorCode[] = [
  "enf.daily_penalty",
  "enf.seizure",
  "enf.limit",
  "enf.transfer_detention",
  "enf.transfer_crime",
];

/** 案件总数 beside its kinds, as what it is a sum of would say it; null for any other name. */
function sumOfKinds({ texts }: Head): string[] | null {
  const [first = "", ...others] = texts;
  const name = sumOfCases.exec(first.trim())?.[0];
  return name === undefined
    ? null
    : [first.trim().replace(name, "五类案件总数"), ...others];
}

const sumOfCases =
  /^案件(?:总数|数?合计|总计|数?小计)(?=$|同比|环比|较|比|[（(])/;

/** 已溯源 and 溯源率: what comes between finding outlets and putting them right, which no list counts. */
const stepToOutlets =
  /^(?:累计)?(?:已|应)?(?:完成)?(?:监测|溯源|命名编码|树标立牌|树牌立标|立标|树牌)(?:完成)?(?:总?数量?|个数|率|比例)?$/;

function withoutBrackets(text: string): string {
  return text.replace(/[（(][^（()）]*[)）]\s*$/, "").trim();
}

/** 日均产生量 under a title of 生活垃圾: that of household waste, as no title of 污泥 has it. */
function ofHouseholds(
  text: string,
  titles: readonly string[],
  matcher: Matcher,
): Facets | null {
  if (!titles.some((title) => title.includes("生活垃圾"))) return null;
  const whole = matcher.read(`生活垃圾${text}`);
  const [best] = whole.indicator;
  return best === undefined ||
    !best.value.startsWith("waste.") ||
    best.confidence < 0.95 ||
    whole.rest !== ""
    ? null
    : { ...whole, indicator: [{ ...best, confidence: completed }] };
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
