import type { IndicatorCode } from "../model/codes.ts";
import type { Facets } from "../model/facets.ts";

/**
 * 整改完成数 behind 交办问题数: the problems put right, where the columns that are
 * `named` for certain count problems and no tasks; null for any other header.
 */
export function doneOfProblems(
  leaf: Facets,
  named: ReadonlySet<IndicatorCode>,
): Facets | null {
  const [best, rival] = leaf.indicator;
  if (best?.value !== "rect.tasks_done" || rival !== undefined) return null;
  if (best.words.includes("任务") || leaf.rest !== "") return null;
  const tasks = ["rect.tasks", "rect.tasks_due"].some((code) =>
    named.has(code),
  );
  return tasks || !named.has("rect.problems")
    ? null
    : { ...leaf, indicator: [{ ...best, value: "rect.problems_done" }] };
}
