import type { Facets, Guess } from "../model/facets.ts";
import type { IndicatorCode } from "../model/codes.ts";
import type { Matcher } from "../match/matcher.ts";
import { stripBase } from "../match/comparison.ts";
import { fold, normalise } from "../match/normalise.ts";
import { withoutNumber } from "../table/line-words.ts";
import { CERTAIN } from "./certain.ts";
import { refined } from "./refined.ts";

/** Nouns for the document itself, at the end of a title. */
const documentWords =
  /(?:统计|汇总|一览|对比|对照|对标|进展|进度|分析|研判|预测|评估|评价|考核|核算|调度|推进|跟踪|监控|管控|控制|目标|分解|改善|变化|走势|趋势|状况|水平|概况|动态|监测|明细|逐月|逐日|逐年|历年|确村确户|入户|核查|核实|验收|基本|完成|任务|年度|情况|结果|数据|台账|日历|月历|日记|通报|公报|简报|报告|清单|排名|排序|排行榜|月报|日报|周报|年报|快报|报表|附表|表|图)+$/;

/** Words before the name of what is measured in air and water that make it a figure of something smaller than a place or a day. */
const otherThings =
  /(?<!\d)小时|实时|站点|点位|子站|企业|单位|排污|污染源|室内|机组/;

/** A bracket behind the name that may rename what is counted. */
const renaming = /\([^()]*(?:天数|率|比例|次数|个数|指数)[^()]*\)/;

/**
 * What the title lines above a table say, outermost first. A title names its
 * subject last: unexplained words before an indicator only narrow it (`11个
 * 设区市PM2.5…`), those behind it may name another thing (`PM2.5超标天数`) unless
 * they name the document (`…统计表`).
 */
export function titleSays(titles: readonly string[], matcher: Matcher): Facets {
  const texts = titles.map(withoutNumber).filter((text) => text !== "");
  const title = refined(texts, matcher);
  const [best, ...others] = title.indicator;
  if (best !== undefined && best.confidence >= CERTAIN) return title;
  for (const text of [...texts].reverse()) {
    const own = matcher.read(text);
    const [named, rival] = own.indicator;
    if (named === undefined) {
      if (own.rest === "") continue;
      return title;
    }
    return rival === undefined && isSubject(named, text, matcher)
      ? {
          ...title,
          indicator: [
            { ...named, confidence: 0.9 },
            ...others.filter(({ value }) => value !== named.value),
          ],
        }
      : title;
  }
  return title;
}

const ofTargets =
  /(?:目标|目标值|目标任务|目标分解|目标责任|控制目标|任务分解|任务目标|指标分解|计划目标)(?:任务|分解|责任|值)*(?:一览|清单|书|表|方案)*(?:\([^()]*\))?$/;

/** True for titles that name targets and say nothing of what was reached: 各市“十四五”空气质量改善目标. */
export function namesTargets(titles: readonly string[]): boolean {
  return titles.some((title) => {
    const folded = fold(normalise(withoutNumber(title)));
    return (
      ofTargets.test(folded) &&
      !/完成|进展|对比|实际|情况|[及和与、]/.test(folded)
    );
  });
}

/** True for a title of places, times and words for the document only. */
export function saysNothing(title: string, matcher: Matcher): boolean {
  const plain = withoutNumber(title).replace(documentWords, "");
  return plain === "" || matcher.read(plain).rest === "";
}

/** True when what the title says behind an indicator's name leaves it the subject. */
function isSubject(
  { value, words, confidence }: Guess<IndicatorCode>,
  text: string,
  matcher: Matcher,
): boolean {
  if (confidence <= 0.6) return false;
  // PM2.5浓度较2020年下降: the name goes on behind its base year.
  const folded = stripBase(fold(normalise(text))).text;
  const name = words.split("、").at(-1) ?? words;
  const at = folded.lastIndexOf(name);
  if (at < 0) return false;
  if (
    /^(?:air|water|emis)\./.test(value) &&
    otherThings.test(folded.slice(0, at))
  )
    return false;
  const behind = folded.slice(at + name.length);
  if (renaming.test(behind)) return false;
  const plain = behind
    .replace(/\([^()]*\)/g, "")
    .replace(/(?:逐|各|分|按)[年月日季]度?|[月季年]度|[月季年日]均/g, "")
    .replace(documentWords, "");
  return plain === "" || matcher.read(plain).rest === "";
}
