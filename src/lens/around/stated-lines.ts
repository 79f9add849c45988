import type { RegionCode } from "../../model/codes.ts";
import type { Guess, PeriodHint } from "../../model/facets.ts";
import type { HeaderText } from "../../model/table.ts";
import type { Matcher } from "../../match/matcher.ts";
import { isSignOff } from "../../table/line-words.ts";

const filedBy =
  /(?:填报|上报|报送|填表|编制|制表)(?:单位|部门|机构)[^:：]*[:：]\s*([^ \u3000]+)/;
const areaLine = /(?:地区|行政区划|所属区划)\s*[:：]\s*([^ \u3000]+)/;
const periodLine =
  /(?:报告期|统计时间|统计期间?|数据期间?|时段|统计时段|数据时间|截[至止](?:时间|日期)|月份|年份|期间)\s*[:：]\s*([^\u3000]+?)(?:\s{2,}|$)/;
/** 时间：2024年1—6月; a day there may be that of filling in. */
const plainTime =
  /^[（(]?\s*(?:时间|日期|统计日期)\s*[:：]\s*([^\u3000]+?)(?:\s{2,}|[）)]?$)/;
const filedOn =
  /(?:填报|上报|报送|填表|编制|制表|调度|通报|印发)(?:时间|日期)[^:：]*[:：]\s*([^\u3000]+?)(?:\s{2,}|$)/;

const dayWords = /\d{4}年\d{1,2}月\d{1,2}日/;

/** The words that a pattern finds in lines, each once a line. */
function stated(metas: readonly string[], pattern: RegExp): string[] {
  return metas.flatMap((text) => {
    const words = pattern.exec(text)?.[1]?.trim();
    return words === undefined || words === "" ? [] : [words];
  });
}

/** Whose a form is by its lines: 地区：… before 填报单位：…. */
export function filersOf(
  metas: readonly string[],
  matcher: Matcher,
): Guess<RegionCode>[] {
  return [...stated(metas, areaLine), ...stated(metas, filedBy)].flatMap(
    (text) => matcher.read(text).region.slice(0, 1),
  );
}

/** What each line of a period states: 报告期：… before 时间：…. */
export function periodLines(
  metas: readonly string[],
  matcher: Matcher,
): (readonly Guess<PeriodHint>[])[] {
  return [
    ...stated(metas, periodLine),
    ...stated(metas, plainTime).filter((text) => !dayWords.test(text)),
  ].map((text) => matcher.period(text));
}

/** The day a form was filled in, by its lines or what stands below a signature; undefined without one. */
export function filedDay(
  metas: readonly string[],
  notes: readonly HeaderText[],
  matcher: Matcher,
): Guess<PeriodHint> | undefined {
  const signed = notes.flatMap(({ text }) =>
    isSignOff(text) ? (dayWords.exec(text) ?? []).slice(0, 1) : [],
  );
  return [...stated(metas, filedOn), ...signed].flatMap((text) =>
    matcher.period(text).slice(0, 1),
  )[0];
}
