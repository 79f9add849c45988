import type { CellEdit, ClosureItem } from "../model/sheet.ts";
import type { PlannedWrite } from "./edit-planner.ts";
import type { EditableSheet } from "./editable-sheet.ts";
import { ownFormulas } from "./shared-formula.ts";

/**
 * The sheet with the formulas that hang on a master to be overwritten written
 * out in each of their cells; edits of masters that cannot go are refused.
 */
export function freeMasters(
  sheet: EditableSheet,
  writes: readonly PlannedWrite[],
  refuse: (edit: CellEdit, code: string) => null,
): { sheet: EditableSheet; writes: readonly PlannedWrite[] } {
  const isMaster = ({ row, column, overFormula }: PlannedWrite): boolean =>
    overFormula && sheet.formulaAt(row, column) === "sharedMaster";
  const masters = writes.filter(isMaster);
  if (masters.length === 0) return { sheet, writes };
  const { cells } = sheet.scan;
  const groups = new Set(
    masters.map(
      ({ row, column }) => cells.formula(cells.find(row, column))?.shared ?? "",
    ),
  );
  const written = new Set(
    writes.map(({ row, column }) => row * 16384 + column),
  );
  const spread = ownFormulas(sheet.data, sheet.scan, groups, (row, column) =>
    written.has(row * 16384 + column),
  );
  if (spread === null) {
    for (const { edit } of masters)
      refuse(edit, "workbook.shared_formula_cell");
    return {
      sheet,
      writes: writes.filter((write) => !isMaster(write)),
    };
  }
  const { entry, name } = sheet.entry;
  const closure = spread.cells.map((element): ClosureItem => ({
    entry: entry.name,
    element,
    reason: "formula",
    sheet: name,
  }));
  return { sheet: sheet.changed(spread.data, closure), writes };
}
