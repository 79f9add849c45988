import type { Reading } from "../engine.ts";
import { compareImport } from "../dataset/diff.ts";
import type { Binding, BoundTable } from "../model/binding.ts";
import { displayText } from "../model/number-format.ts";
import { keyText } from "../model/observation.ts";
import type { SheetView, WorkbookView } from "../model/sheet.ts";
import type { State } from "../model/state.ts";
import type {
  ReviewBinding,
  ReviewCell,
  ReviewFile,
  ReviewSheet,
} from "./api.ts";
import type { CellLooks } from "../workbook/cell-looks.ts";
import { cellRoles } from "./cell-roles.ts";

/** Sheets longer than this are shown from the top only; recognition covers them whole. */
const shownRowsAtMost = 2_000;

/** A reading as the review shows it, compared with what is stored. */
export function reviewFile(
  reading: Reading,
  size: number,
  state: State,
  alreadyImported: boolean,
  looks: CellLooks = [],
): ReviewFile {
  const { workbook } = reading;
  const compared = compareImport(state, reading.observations);
  return {
    name: reading.file,
    sha: reading.sha,
    size,
    format: workbook?.format ?? "",
    alreadyImported,
    sheets:
      workbook === null
        ? []
        : workbook.sheets.map((sheet) =>
            reviewSheet(
              sheet,
              workbook,
              reading.tables.filter(({ part }) => part === sheet.part),
              state,
              looks,
            ),
          ),
    issues: reading.issues,
    counts: {
      observations: reading.observations.length,
      fresh: compared.fresh.length,
      different: compared.different.length,
      records: reading.records.length,
      unmatched: reading.tables.reduce(
        (sum, { unmatched }) => sum + unmatched.length,
        0,
      ),
    },
  };
}

function reviewSheet(
  sheet: SheetView,
  workbook: WorkbookView,
  tables: readonly BoundTable[],
  state: State,
  looks: CellLooks,
): ReviewSheet {
  const rows = sheet.bounds === null ? 0 : sheet.bounds.bottom + 1;
  const columns = sheet.bounds === null ? 0 : sheet.bounds.right + 1;
  const shownRows = Math.min(rows, shownRowsAtMost);
  const roleOf = cellRoles(tables);
  const cells: ReviewCell[] = [];
  for (const cell of sheet.cells()) {
    if (cell.row >= shownRows) break;
    const look = looks[cell.style];
    if (cell.type === "blank" && (look?.fill ?? null) === null) continue;
    cells.push({
      row: cell.row,
      column: cell.column,
      text: displayText(cell, workbook.date1904),
      role:
        cell.type === "blank"
          ? blankRole(roleOf(cell.row, cell.column, ""))
          : roleOf(cell.row, cell.column, String(cell.value)),
      numeric: cell.type === "number",
      ...(look?.fill == null ? {} : { fill: look.fill }),
      ...(look?.bold === true ? { bold: true as const } : {}),
    });
  }
  return {
    name: sheet.name,
    rows,
    columns,
    shownRows,
    merges: sheet.merges.filter(({ top }) => top < shownRows),
    widths: Array.from(
      { length: columns },
      (_, column) => sheet.columnWidth(column) ?? null,
    ),
    cells,
    tables: tables.map((table) => ({
      range: table.range,
      title: table.title,
      orientation: table.orientation,
      shape:
        table.ask === undefined
          ? null
          : { edges: table.ask.edges, shape: table.ask.shape ?? null },
      bindings: table.bindings.map((binding) => reviewBinding(binding, state)),
      unmatched: table.unmatched,
    })),
  };
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
