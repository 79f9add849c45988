import type { Table } from "../../model/table.ts";
import { cellRef } from "../../model/sheet.ts";
import { isFilled, type Lines } from "../../table/lines.ts";
import type { SheetContext } from "../bind-context.ts";
import { bindRecords } from "../bind-records.ts";
import type { RecordColumns } from "../record-columns.ts";
import type { Surroundings } from "../surroundings.ts";
import { askForPlace } from "./ask-for-place.ts";
import { type Bound, boundTable } from "./bound-table.ts";
import {
  asOfRecords,
  datesOf,
  periodOfRecords,
  placeOfRecords,
} from "./ledger-dates.ts";

/** Binds a table of one record a row. */
export function bindLedger(
  table: Table,
  found: RecordColumns,
  surroundings: Surroundings,
  context: SheetContext,
): Bound {
  const unread = found.columns.filter(
    ({ field, head }) => field === null && head.text.trim() !== "",
  );
  const [first] = unread;
  if (first !== undefined)
    context.report({
      code: "lens.unread_columns",
      severity: "info",
      cell: cellRef(first.head.row, first.head.column),
      params: {
        columns: unread.map(({ head }) => head.text.trim()).join("、"),
      },
    });
  const period = periodOfRecords(surroundings);
  const { bindings, questions, open } = bindRecords(
    table,
    found,
    context,
    datesOf(period, surroundings),
  );
  askForPlace(questions, table, bindings, found.kind, surroundings, context);
  return {
    ...boundTable(table, "records", bindings, questions.all),
    ...asOfRecords(period, surroundings),
    ...placeOfRecords(surroundings),
    open: {
      kind: found.kind.code,
      rows: open,
      columns: [
        ...found.ordinals.map((column) => ({ column, field: null })),
        ...found.columns.flatMap(({ column, field }) =>
          field === null ? [] : [{ column, field: field.code }],
        ),
      ],
    },
  };
}

/** Rows looked at to tell records from figures under the same words. */
const sample = 60;

/** False where fields of words hold figures: 任务, 完成情况 and 完成率 of a table that counts. */
export function holdsWords(
  { bodyRows }: Table,
  { columns }: RecordColumns,
  lines: Lines,
): boolean {
  let words = 0;
  let figures = 0;
  for (const row of bodyRows.slice(0, sample))
    for (const { column, field } of columns) {
      if (field === null || field.type === "number" || field.type === "date")
        continue;
      const cell = lines.cellAt(row, column);
      if (cell === undefined || !isFilled(cell)) continue;
      if (cell.type === "number") figures += 1;
      else words += 1;
    }
  return words >= figures;
}
