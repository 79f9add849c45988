import { cellRef } from "../model/sheet.ts";
import type { Table } from "../model/table.ts";
import type { SheetContext } from "./bind-context.ts";
import type { ColumnSays } from "./column-says.ts";
import type { RowSays } from "./row-says.ts";

/** What of a table is known and not kept. */
export interface Unread {
  readonly columns: readonly ColumnSays[];
  readonly rows: readonly RowSays[];
  /** Columns of words. */
  readonly words: ReadonlySet<ColumnSays>;
  /** The first row of figures of an hour. */
  readonly hours: number | null;
}

/** Says once which columns and rows are known and not kept. */
export function reportUnread(
  { columns, rows, words, hours }: Unread,
  { range }: Pick<Table, "range">,
  context: Pick<SheetContext, "report">,
): void {
  const computed = [
    ...columns
      .filter(({ kind }) => kind === "computed")
      .map(({ head }) => head),
    ...rows.filter(({ computed }) => computed).map(({ head }) => head),
  ];
  if (hours !== null) {
    const cell = cellRef(hours, range.left);
    context.report({
      code: "lens.hours",
      severity: "info",
      cell,
      params: { cell },
    });
  }
  const worded = [...words].map(({ head }) => head);
  for (const [code, heads] of [
    ["lens.computed_columns", computed],
    ["lens.word_columns", worded],
  ] as const) {
    const [first] = heads;
    if (first === undefined) continue;
    const names = new Set(heads.map(({ text }) => text.trim()));
    context.report({
      code,
      severity: "info",
      cell: cellRef(first.row, first.column),
      params: { columns: [...names].join("、") },
    });
  }
}
