import type { IndicatorCode } from "../model/codes.ts";
import type { Facets, Guess } from "../model/facets.ts";
import { CERTAIN } from "./certain.ts";
import { topicOf } from "./topic-of.ts";

/**
 * 任务数 under a title of 燃煤锅炉淘汰 that is of no rectification: how many of
 * what the title names (`of`) are to be done. `around` are the indicators that
 * the titles may name; null for any other header.
 */
export function taskOfTitle(
  of: Guess<IndicatorCode> | undefined,
  leaf: Facets,
  around: readonly { readonly code: IndicatorCode }[],
): Facets | null {
  if (of === undefined || of.confidence < CERTAIN) return null;
  // PM2.5 is no work of which some number is to be done.
  if (/^(?:air|emis)\./.test(of.value)) return null;
  const [best, rival] = leaf.indicator;
  if (best === undefined || rival !== undefined || best.confidence >= CERTAIN)
    return null;
  if (!/^任务(?:总数|数量?)$/.test(best.words)) return null;
  if (leaf.measure.length > 0 || leaf.rest !== "") return null;
  if (around.some(({ code }) => topicOf(code) === topicOf(best.value)))
    return null;
  return {
    ...leaf,
    indicator: [],
    measure: [{ value: "target", words: best.words, confidence: 1 }],
  };
}
