import type { IndicatorCode } from "../../model/codes.ts";
import type { Facets, Guess } from "../../model/facets.ts";
import type { Measure } from "../../model/observation.ts";
import type { ColumnSays } from "../column-says.ts";
import { dependent } from "./dependent-measures.ts";
import { doneOfTask } from "./figure-beside.ts";

/** The indicator of the figures to the left, for words that only name a measure. */
export function indicatorBeside(
  left: readonly ColumnSays[],
  facets: Facets,
  cells: readonly Facets[],
): Guess<IndicatorCode> | null {
  const measure = facets.measure[0]?.value;
  if (measure === undefined || !dependent.has(measure)) return null;
  if ((facets.indicator[0]?.confidence ?? 0) >= 0.8) return null;
  // 能源消费总量增速 is of what it names, whatever stands before it.
  if (
    /^增[速长幅]/.test(facets.measure[0]?.words ?? "") &&
    /[\u4e00-\u9fff]{2}/.test(facets.rest)
  )
    return null;
  if (
    cells.some(
      (cell) =>
        cell.rest.trim() !== "" &&
        // 能源消费总量增速 is of 能源消费, which nobody knows, and of nothing beside it.
        (cell.measure.length === 0 || isOwnChange(measure, cell.rest)),
    )
  )
    return null;
  const neighbour =
    (measure === "completion"
      ? doneOfTask(left.filter(({ kind }) => kind === "value"))
      : undefined) ?? left.findLast(({ kind }) => kind === "value");
  const guess =
    neighbour?.facets.indicator[0] ?? neighbour?.beside ?? undefined;
  const own = neighbour?.facets.indicator[0]?.confidence ?? 0;
  const best = own >= 0.8 ? guess : (neighbour?.beside ?? guess);
  return best === undefined || best === null
    ? null
    : { ...best, confidence: Math.min(best.confidence, 0.9) };
}

/** True for a change of something that its own words name. */
function isOwnChange(measure: Measure, rest: string): boolean {
  return (
    (measure === "change" || measure === "changeRate") &&
    /[\u4e00-\u9fff]{3,}/.test(rest)
  );
}
