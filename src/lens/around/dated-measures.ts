import type { Measure } from "../../model/observation.ts";
import type { Matcher } from "../../match/matcher.ts";
import { periodFrom } from "../../match/resolve-period.ts";
import { CERTAIN } from "../certain.ts";
import type { StatedPeriod } from "../stated-periods.ts";

/** A title that gives each of several measures a period of its own dates the figures of those measures. */
export function datedMeasures(
  titles: readonly string[],
  matcher: Matcher,
): ReadonlyMap<Measure, StatedPeriod> {
  const none = new Map<Measure, StatedPeriod>();
  for (const title of titles) {
    const found = new Map<Measure, StatedPeriod>();
    for (const part of title.split(
      /[、，,；;（）()]|(?<=[年月\u4e00-\u9fff])[和与及](?=\d{4}年)/,
    )) {
      const { period, measure, indicator } = matcher.read(part);
      const [hint] = period;
      const [said] = measure;
      if (hint === undefined || said === undefined || indicator.length > 0)
        continue;
      const resolved = periodFrom(hint.value, {});
      if (hint.confidence < CERTAIN || said.confidence < CERTAIN) continue;
      if (resolved === null || found.has(said.value)) return none;
      found.set(said.value, {
        period: resolved,
        confidence: Math.min(hint.confidence, 0.9),
        words: hint.words,
      });
    }
    if (found.size > 1) return found;
  }
  return none;
}
