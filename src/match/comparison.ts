import type { PeriodCode } from "../model/codes.ts";
import type { MeasureWord } from "../model/catalog.ts";
import { findPeriods } from "./read-period.ts";

/** A base period taken out of a text. */
export interface Base {
  readonly code: PeriodCode;
  readonly words: string;
}

/** False for a folded text that {@link stripBase} leaves as it is. */
export function mayStateBase(folded: string): boolean {
  return /[较比与以]/.test(folded);
}

/**
 * Takes 较2015年, 比2019年同期, 与2015年相比 out of a folded text. What remains
 * reads as if the base were not mentioned: `SO2排放总量较2015年下降` becomes
 * `SO2排放总量下降` with base 2015.
 */
export function stripBase(folded: string): {
  readonly text: string;
  readonly bases: readonly Base[];
} {
  const bases: Base[] = [];
  if (!mayStateBase(folded)) return { text: folded, bases };
  let text = "";
  let done = 0;
  for (const span of findPeriods(folded)) {
    const before = folded.slice(done, span.start);
    const after = folded.slice(span.end);
    const opening = /(?:相较于?|相对于?|相比于?|对比|较|比|与|以)$/.exec(
      before,
    );
    const hint = span.hints[0]?.value;
    if (opening === null || hint?.kind !== "period") continue;
    const closing =
      /^(?:同期|底|末)?(?:相比|比较|水平|为基准年?|为基数|基数)?/.exec(
        after,
      )?.[0] ?? "";
    if (/[与以]$/.test(opening[0]) && !/相比|比较|同期|为基/.test(closing))
      continue;
    const end = span.end + closing.length;
    bases.push({
      code: hint.code,
      words: folded.slice(span.start - opening[0].length, end),
    });
    text += before.slice(0, opening.index);
    done = end;
  }
  return { text: text + folded.slice(done), bases };
}

/** A comparison with the same time last year, as the words put it. */
export interface YearOnYear {
  readonly start: number;
  readonly end: number;
  readonly as: MeasureWord["as"];
}

const direction =
  "(?:变化|变动|增减|升降|增长|增加|上升|升高|提高|下降|降低|减少|改善|变|增|降|减)";
const lastYear = "(?:上年度?|去年|上一年度?|前一年)(?:同期|同月)?";
const yearOnYear = new RegExp(
  `(?:同比|(?:相?较|比|与|同)${lastYear}(?:相比|比较|对比|比)?|${lastYear}(?:相比|对比)|(?:较|比|与)同期(?:相比)?)` +
    `(?:${direction}(?=率|比例|比率|幅|量|值|数|情况|百分点|个百分点|$|[^\\u4e00-\\u9fff])|变化|变动|增减|升降|增长|增加|上升|升高|提高|下降|降低|减少|改善)?` +
    `(率|比例|比率|幅度|幅|情况|量|值|数|个?百分点)?`,
  "g",
);

/** 同比, 较上年, 与去年同期相比 with the direction words after them. */
export function findYearOnYear(folded: string): YearOnYear[] {
  if (!/同|上年|上一年|去年|前一年/.test(folded)) return [];
  return [...folded.matchAll(yearOnYear)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    as: kindOf(match[1] ?? ""),
  }));
}

function kindOf(ending: string): MeasureWord["as"] {
  if (/率|比例/.test(ending)) return "percent";
  if (/百分点/.test(ending)) return "points";
  return /[量值数]/.test(ending) ? "absolute" : "any";
}

/** Comparisons that no measure holds (环比, 较上月): half-open ranges. */
export function findOtherComparisons(
  folded: string,
): { readonly start: number; readonly end: number }[] {
  if (!/[较比与]|进度/.test(folded)) return [];
  return [...folded.matchAll(otherComparison)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** True for words that are such a comparison and nothing else. */
export function isOtherComparison(folded: string): boolean {
  return folded !== "" && folded.replace(otherComparison, "") === "";
}

/**
 * True for a header that compares with something no measure holds, or tells a
 * move in rank: `较上月位次`, `环比变化（%）`, `较序时（百分点）`, `与目标差距`,
 * `本周新增`, `排名变化`. A rank by change (`变化率排名`) is none.
 */
export function isComputed(folded: string): boolean {
  return (
    /^(?:环比|(?:相?较|比|与)(?:上个?月|上季度?|上期|上周|上旬|昨日|前一日|前日|上日|序时|时序|目标|年度目标|计划|全[国省市县]平均)|(?:超|超前|滞后)?(?:序时|时序)(?:进度|要求)|距(?:离)?(?:年度)?目标|(?:目标)?差距|剩余|[本上当](?:周|旬|候)(?:净?新增|增加)|iaqi)/.test(
      folded,
    ) ||
    unkept.test(folded) ||
    /^占全[国省市县区](?:的?(?:总[量数]的?)?(?:比例|比重|比率|比))?(?:\(%\))?$/.test(
      folded,
    ) ||
    /^(?:[\u4e00-\u9fff]{0,4})(?:排名|名次|位次|排序)(?:的)?(?:变化|变动|升降|增减|进退|进位|对比)/.test(
      folded,
    )
  );
}

/** Parts and extremes of figures: an index of one pollutant, the highest day, days by the pollutant that led. */
const unkept =
  /(?:分指数|单项指数|分担率|贡献率|贡献值|污染负荷系数|最[大小高低]值|峰值)(?:\([^()]*\))?$|首要污染物(?:为.{1,8}的?)?(?:天数|日数|次数|分布|占比|比例)/;

/** True for the name of a group of columns that tell how often each pollutant led. */
export function namesMainPollutant(folded: string): boolean {
  return /首要污染物/.test(folded);
}

const otherComparison =
  /环比|(?:序时|时序|时间)进度|(?:相?较|比|与)(?:上个?月|上季度?|上期|上周|昨日|前一日|基准年?|基数|基期|序时进?度?|时序进?度?|目标值?|计划|年度目标)(?:相比)?/g;

/**
 * The sign of a change as its header words put it: -1 when a positive number
 * means a smaller value (`同比下降(%)`, `降幅`; 改善 where less is better),
 * otherwise 1. The matcher keeps such words in the `words` of a `change` or
 * `changeRate` guess. A cell that carries its own words (`下降20%`) or sign
 * beside a neutral header keeps its own.
 */
export function signOfChange(
  words: string,
  better: "up" | "down" | "none",
): 1 | -1 {
  if (/上升|增长|增加|升高|提高|[升增][降减]|[+＋]/.test(words)) return 1;
  if (/下降|降低|减少|削减|降幅|减幅/.test(words)) return -1;
  return words.includes("改善") && better === "down" ? -1 : 1;
}
