import type { Reading } from "../engine.ts";
import type { BoundTable } from "../model/binding.ts";
import { displayText } from "../model/number-format.ts";
import type { Source } from "../model/observation.ts";
import {
  type CellRange,
  parseCellRef,
  type SheetView,
} from "../model/sheet.ts";
import type { SheetExcerpt } from "./figure-api.ts";
import type { ReviewCell } from "./review-sheet-api.ts";
import { cellRoles } from "./cell-roles.ts";

/** Rows and columns shown on each side of the cell; fewer columns beside those that name the row. */
const around = { rows: 3, columns: 2, beside: 1 };
/** Rows above the body, and columns beside it, that are kept at most. */
const most = { rows: 6, columns: 3 };

/** The sheet around a cell, with what names its row and its column. */
export function sheetExcerpt(
  reading: Reading,
  source: Source,
): SheetExcerpt | null {
  const { workbook } = reading;
  const address = parseCellRef(source.cell);
  const sheet = workbook?.sheets.find(({ name }) => name === source.sheet);
  if (workbook === null || sheet === undefined || address === null) return null;
  const { row, column } = address;
  const tables = reading.tables.filter(({ part }) => part === sheet.part);
  const roleOf = cellRoles(tables);
  const table = tables.find(({ range }) => within(range, row, column));
  const rows = shown(
    table === undefined ? [] : titleRows(table, sheet, row, roleOf),
    row,
    around.rows,
    (at) => sheet.rowHidden(at),
  );
  const naming = table === undefined ? [] : namingColumns(table, column);
  const columns = shown(
    naming,
    column,
    naming.length > 0 ? around.beside : around.columns,
    (at) => sheet.columnHidden(at),
  );
  const merges = sheet.merges.filter(
    (merge) =>
      rows.some((at) => merge.top <= at && at <= merge.bottom) &&
      columns.some((at) => merge.left <= at && at <= merge.right),
  );
  const places = [
    ...rows.flatMap((at) => columns.map((across) => [at, across] as const)),
    ...merges.flatMap(({ top, left }) =>
      rows.includes(top) && columns.includes(left)
        ? []
        : [[top, left] as const],
    ),
  ];
  return {
    file: source.file,
    sheet: sheet.name,
    row,
    column,
    rows,
    columns,
    widths: columns.map((at) => sheet.columnWidth(at) ?? null),
    cells: places.flatMap(([at, across]): ReviewCell[] => {
      const cell = sheet.cellAt(at, across);
      if (cell === undefined || cell.type === "blank") return [];
      return [
        {
          row: at,
          column: across,
          text: displayText(cell, workbook.date1904),
          role: roleOf(at, across, String(cell.value)),
          numeric: cell.type === "number",
        },
      ];
    }),
    merges,
  };
}

/** `kept` and the neighbourhood of `at`, ascending, hidden ones left out unless asked for. */
function shown(
  kept: readonly number[],
  at: number,
  side: number,
  hidden: (at: number) => boolean,
): number[] {
  const near = Array.from(
    { length: 2 * side + 1 },
    (_, i) => at - side + i,
  ).filter((place) => place >= 0 && (place === at || !hidden(place)));
  return [...new Set([...kept, ...near])].sort((a, b) => a - b);
}

/** Rows of the table's title and header above `row`, the nearest few. */
function titleRows(
  table: BoundTable,
  sheet: SheetView,
  row: number,
  roleOf: ReturnType<typeof cellRoles>,
): number[] {
  const rows: number[] = [];
  const last = Math.min(row, table.range.top + mostLooked);
  for (let at = table.range.top; at < last; at += 1) {
    if (sheet.rowHidden(at)) continue;
    const named = Array.from(
      { length: table.range.right - table.range.left + 1 },
      (_, i) => sheet.cellAt(at, table.range.left + i),
    ).some((cell) => {
      if (cell === undefined || cell.type === "blank") return false;
      const role = roleOf(at, cell.column, String(cell.value));
      return role === "title" || role === "header";
    });
    if (named) rows.push(at);
  }
  return rows.slice(0, most.rows);
}

/** No header is deeper. */
const mostLooked = 20;

/** Columns left of the first figure, the nearest few. */
function namingColumns(table: BoundTable, column: number): number[] {
  const first = Math.min(
    ...table.bindings
      .filter(({ role }) => role !== "ordinal")
      .map((binding) => binding.column),
  );
  const columns: number[] = [];
  for (let at = table.range.left; at < Math.min(first, column); at += 1)
    columns.push(at);
  return columns.slice(-most.columns);
}

function within(range: CellRange, row: number, column: number): boolean {
  return (
    range.top <= row &&
    row <= range.bottom &&
    range.left <= column &&
    column <= range.right
  );
}
