import type { UnitCode } from "../model/codes.ts";
import type { Measure } from "../model/observation.ts";
import { refine } from "../match/refine.ts";
import type { ColumnSays } from "./column-says.ts";
import { comesFromRow } from "./comes-from-row.ts";
import type { ResolveContext } from "./resolve-context.ts";
import type { RowName } from "./row-says.ts";
import { isLevel } from "./resolve-measure.ts";
import { sureUnit } from "./sure-unit.ts";
import { unitScale } from "./unit-scale.ts";

export type Stated =
  | { readonly kind: "fits"; readonly unit: UnitCode | null }
  | {
      readonly kind: "misfit";
      readonly unit: UnitCode;
      readonly at: "column" | "row";
    };

/**
 * The unit of bare numbers, nearest first. The column's own unit must convert;
 * a unit of the row or of a 单位 line that does not fit is of other figures.
 */
export function statedUnit(
  measure: Measure,
  to: UnitCode,
  column: ColumnSays,
  row: RowName,
  context: ResolveContext,
): Stated {
  if (measure === "rank" || measure === "changeRank")
    return { kind: "fits", unit: null };
  const { catalog, surroundings } = context;
  const fits = (unit: UnitCode): boolean =>
    unitScale(unit, to, catalog) !== null;
  const own = sureUnit(column.facets);
  // The unit above is that of the figures a row of 同比 or 完成率 compares.
  if (!isLevel(measure) && comesFromRow(column, row)) {
    const unit = sureUnit(row.facets)?.value ?? own?.value;
    if (unit === undefined || !fits(unit)) return { kind: "fits", unit: null };
    return { kind: "fits", unit };
  }
  if (own !== undefined) {
    if (fits(own.value)) return { kind: "fits", unit: own.value };
    if (measure === "change" && to === "pp" && own.value === "%")
      return { kind: "fits", unit: null };
    return { kind: "misfit", unit: own.value, at: "column" };
  }
  const rowUnit = row.unit ?? sureUnit(row.facets) ?? null;
  if (rowUnit !== null) {
    if (fits(rowUnit.value)) return { kind: "fits", unit: rowUnit.value };
    if (
      measure === "actual" ||
      measure === "target" ||
      measure === "previous" ||
      measure === "baseline"
    )
      return { kind: "misfit", unit: rowUnit.value, at: "row" };
    return { kind: "fits", unit: null };
  }
  // 浓度单位：μg/m³（CO：mg/m³） holds for CO what it says of CO.
  const names = row.facets.indicator.length > 0 ? row.facets : column.facets;
  for (const line of surroundings.unitLines) {
    const unit = refine([line, names]).unit.find(({ value }) => fits(value));
    if (unit !== undefined) return { kind: "fits", unit: unit.value };
  }
  const line = surroundings.units.find(({ value }) => fits(value));
  const named = unitNamed(column);
  return {
    kind: "fits",
    unit: line?.value ?? (named !== null && fits(named) ? named : null),
  };
}

/** The unit that a column says in its name and nowhere else: 任务蒸吨数, 完成台数. */
export function unitNamed({ head }: ColumnSays): UnitCode | null {
  return /(蒸吨|台)数$/.exec(head.text.trim())?.[1] ?? null;
}
