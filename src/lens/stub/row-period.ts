import type { Guess, PeriodHint } from "../../model/facets.ts";
import type { Matcher } from "../../match/matcher.ts";
import { periodFrom } from "../../match/resolve-period.ts";

/** One period from the period columns of a row: 年份 beside 月份 is a month of that year. */
export function periodOfRow(
  texts: readonly string[],
  matcher: Matcher,
): Guess<PeriodHint> | undefined {
  const guesses = texts.flatMap((text) => periodOf(text, matcher) ?? []);
  const [first, second] = guesses;
  if (first === undefined || second === undefined) return first;
  const [year, months] =
    first.value.kind === "months" ? [second, first] : [first, second];
  const outer = periodFrom(year.value, {});
  const period =
    outer === null ? null : periodFrom(months.value, { period: outer });
  const inside =
    outer !== null &&
    period !== null &&
    outer.start <= period.start &&
    period.end <= outer.end;
  return {
    value: inside ? { kind: "period", code: period.code } : first.value,
    confidence: inside ? Math.min(first.confidence, second.confidence) : 0.5,
    words: `${year.words} ${months.words}`,
  };
}

/** 年均 below the months of a year. */
const wholeYear = /^(?:年均值?|年平均值?|全年均值|全年平均值?)$/;

/** A bare number is a month under 月份, a day under 日期. */
export function datedWords(text: string, header: string): string {
  if (wholeYear.test(text)) return "全年";
  const short = /^(0?[1-9]|1[0-2])[./-](0?[1-9]|[12]\d|3[01])$/.exec(text);
  if (short === null && !/^\d{1,2}$/.test(text)) return text;
  if (short !== null)
    return /日|时间/.test(header) ? `${short[1]}月${short[2]}日` : text;
  if (header.includes("月")) return `${text}月`;
  if (header.includes("季")) return `${text}季度`;
  return header.includes("日") ? `${text}日` : text;
}

function periodOf(
  text: string,
  matcher: Matcher,
): Guess<PeriodHint> | undefined {
  const direct = matcher.period(text)[0];
  if (direct !== undefined) return direct;
  if (/^(19|20)\d{2}$/.test(text)) return matcher.period(`${text}年`)[0];
  return undefined;
}
