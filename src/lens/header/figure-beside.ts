import type { IndicatorCode } from "../../model/codes.ts";
import type { Facets } from "../../model/facets.ts";
import type { Measure } from "../../model/observation.ts";
import { CERTAIN } from "../certain.ts";
import type { ColumnSays } from "../column-says.ts";
import { dependent } from "./dependent-measures.ts";
import { isOther } from "./head.ts";

/** Of nothing beside it. */
export const noFigure = { of: null, sharesName: false } as const;

/** The nearest figure to the left that words which only name a measure are of. */
export function figureBeside(
  left: readonly ColumnSays[],
  { facets, cells }: Pick<ColumnSays, "facets" | "cells">,
): Pick<ColumnSays, "of" | "sharesName"> {
  const measure = facets.measure[0]?.value;
  if (measure === undefined) return noFigure;
  if (facets.rest.trim() !== "") return noFigure;
  if (measure === "actual") return doneOf(left, facets);
  if (!dependent.has(measure)) return noFigure;
  const figures = left.filter(
    (column) => column.kind === "value" && !isOther(column.facets),
  );
  const is = (of: Measure) => (column: ColumnSays) =>
    (column.measure?.value ?? "actual") === of;
  const of =
    (measure === "completion" ? doneOfTask(figures) : undefined) ??
    figures.findLast(is("actual")) ??
    (measure === "completion" ? figures.findLast(is("target")) : undefined);
  if (of === undefined) return noFigure;
  const [parent, other] = [cells.at(-2), of.cells.at(-2)];
  return {
    of,
    sharesName:
      parent !== undefined &&
      parent === other &&
      parent.indicator.length > 0 &&
      (cells.at(-1)?.indicator.length ?? 0) === 0,
  };
}

/** Of 年度任务（台）, 已完成（台） and 完成容量（蒸吨） a 完成率 is of what the task counts. */
export function doneOfTask(
  figures: readonly ColumnSays[],
): ColumnSays | undefined {
  const named = (column: ColumnSays | undefined): IndicatorCode | undefined => {
    const [best] = column?.facets.indicator ?? [];
    return best !== undefined && best.confidence >= CERTAIN
      ? best.value
      : undefined;
  };
  const code = named(
    figures.findLast(({ measure }) => measure?.value === "target"),
  );
  return code === undefined
    ? undefined
    : figures.findLast(
        (column) =>
          (column.measure?.value ?? "actual") === "actual" &&
          named(column) === code,
      );
}

/** 截至本期完成 directly behind 年度任务 is what was done of it. */
function doneOf(
  left: readonly ColumnSays[],
  { indicator, measure, unit }: Facets,
): Pick<ColumnSays, "of" | "sharesName"> {
  const target = left.at(-1);
  return target?.kind === "value" &&
    target.measure?.value === "target" &&
    indicator.length === 0 &&
    unit.length === 0 &&
    /完成/.test(measure[0]?.words ?? "")
    ? { of: target, sharesName: false }
    : noFigure;
}
