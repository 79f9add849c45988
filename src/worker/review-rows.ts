import type { Reading } from "../engine.ts";
import type { Binding, BoundTable } from "../model/binding.ts";
import { displayText } from "../model/number-format.ts";
import { keyText } from "../model/observation.ts";
import type { Cell, SheetView } from "../model/sheet.ts";
import type { State } from "../model/state.ts";
import type { CellLooks } from "../workbook/cell-looks.ts";
import type { ReviewBinding, ReviewCell } from "./review-sheet-api.ts";
import { cellRoles } from "./cell-roles.ts";
import type { ReviewRows } from "./review-sheet-api.ts";

/** No more columns are drawn. */
const mostColumns = 200;

/** Rows `top` to `bottom`, inclusive, of a sheet as the review shows them. */
export function reviewRows(
  { workbook, tables }: Pick<Reading, "workbook" | "tables">,
  sheet: SheetView,
  state: State,
  looks: CellLooks,
  top: number,
  bottom: number,
): ReviewRows {
  const own = tables.filter(({ part }) => part === sheet.part);
  const bindings = own.flatMap((table) => bindingsIn(table, top, bottom));
  const roleOf = cellRoles(own, { top, bottom });
  const date1904 = workbook?.date1904 ?? false;
  const cells: ReviewCell[] = [];
  for (const cell of cellsIn(sheet, top, bottom)) {
    const look = looks[cell.style];
    if (cell.type === "blank" && (look?.fill ?? null) === null) continue;
    cells.push({
      row: cell.row,
      column: cell.column,
      text: displayText(cell, date1904),
      role:
        cell.type === "blank"
          ? blankRole(roleOf(cell.row, cell.column, ""))
          : roleOf(cell.row, cell.column, String(cell.value)),
      numeric: cell.type === "number",
      ...(look?.fill == null ? {} : { fill: look.fill }),
      ...(look?.bold === true ? { bold: true as const } : {}),
      ...look?.align,
    });
  }
  return {
    top,
    bottom,
    cells,
    bindings: bindings.map((binding) => reviewBinding(binding, state)),
  };
}

function cellsIn(sheet: SheetView, top: number, bottom: number): Cell[] {
  const found: Cell[] = [];
  if (top === 0) {
    for (const cell of sheet.cells()) {
      if (cell.row > bottom) break;
      found.push(cell);
    }
    return found;
  }
  const right = Math.min(sheet.bounds?.right ?? -1, mostColumns - 1);
  for (let row = top; row <= bottom; row += 1)
    for (let column = 0; column <= right; column += 1) {
      const cell = sheet.cellAt(row, column);
      if (cell !== undefined) found.push(cell);
    }
  return found;
}

/** Of tables that were shown once: their bindings by row. */
const byRow = new WeakMap<BoundTable, ReadonlyMap<number, Binding[]>>();

function bindingsIn(table: BoundTable, top: number, bottom: number): Binding[] {
  let rows = byRow.get(table);
  if (rows === undefined) {
    const made = new Map<number, Binding[]>();
    for (const binding of table.bindings) {
      const known = made.get(binding.row);
      if (known === undefined) made.set(binding.row, [binding]);
      else known.push(binding);
    }
    byRow.set(table, made);
    rows = made;
  }
  const found: Binding[] = [];
  for (let row = top; row <= bottom; row += 1)
    found.push(...(rows.get(row) ?? []));
  return found;
}

/** A cell that only has a colour says nothing. */
function blankRole(role: ReviewCell["role"]): ReviewCell["role"] {
  return role === "title" || role === "meta" || role === "note"
    ? "plain"
    : role;
}

function reviewBinding(binding: Binding, state: State): ReviewBinding {
  const { target } = binding;
  const key = target.type === "observation" ? target.key : null;
  const held =
    key === null || binding.role !== "value"
      ? undefined
      : state.observations.get(keyText(key));
  return {
    row: binding.row,
    column: binding.column,
    slot: binding.slot,
    indicator: key?.indicator ?? "",
    region: key?.region ?? "",
    period: key?.period ?? "",
    measure: key?.measure ?? "",
    variant: key?.variant ?? "",
    base: key?.base ?? "",
    record: target.type === "field" ? target.record : "",
    field: target.type === "field" ? target.field : "",
    value: binding.value,
    missing: binding.missing,
    unit: binding.unit,
    form: binding.form.kind,
    confidence: binding.confidence,
    reasons: binding.reasons,
    change:
      key === null || binding.role !== "value"
        ? "none"
        : held === undefined
          ? "new"
          : held.value === binding.value
            ? "same"
            : "different",
    stored: held?.value ?? null,
  };
}
