import type {
  ReviewBinding,
  ReviewCell,
  ReviewSheet,
} from "../../worker/api.ts";

export interface LaidCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** Undefined for a cell without content. */
  readonly cell: ReviewCell | undefined;
  readonly bindings: readonly ReviewBinding[];
}

/** A sheet as rows of drawn cells; cells under a merge are left out. */
export interface SheetLayout {
  readonly rows: readonly (readonly LaidCell[])[];
  /** Column widths in pixels. */
  readonly widths: readonly number[];
  /** Rows that can still be drawn, and rows that cannot since their cells were not sent. */
  readonly rowsLeft: number;
  readonly rowsHidden: number;
  readonly columnsLeft: number;
}

const defaultWidth = 9;
const mostColumns = 120;

/** Lays out at most `mostRows` rows. */
export function layOutSheet(sheet: ReviewSheet, mostRows: number): SheetLayout {
  const rowCount = Math.min(sheet.shownRows, mostRows);
  const columnCount = Math.min(sheet.columns, mostColumns);
  const at = (row: number, column: number) => row * sheet.columns + column;
  const cells = new Map(
    sheet.cells.map((cell) => [at(cell.row, cell.column), cell]),
  );
  const bindings = new Map<number, ReviewBinding[]>();
  for (const table of sheet.tables)
    for (const binding of table.bindings) {
      const key = at(binding.row, binding.column);
      const known = bindings.get(key);
      if (known === undefined) bindings.set(key, [binding]);
      else known.push(binding);
    }
  const spans = new Map<number, { rows: number; columns: number }>();
  const covered = new Set<number>();
  for (const merge of sheet.merges) {
    const bottom = Math.min(merge.bottom, rowCount - 1);
    const right = Math.min(merge.right, columnCount - 1);
    if (merge.top > bottom || merge.left > right) continue;
    spans.set(at(merge.top, merge.left), {
      rows: bottom - merge.top + 1,
      columns: right - merge.left + 1,
    });
    for (let row = merge.top; row <= bottom; row += 1)
      for (let column = merge.left; column <= right; column += 1)
        if (row !== merge.top || column !== merge.left)
          covered.add(at(row, column));
  }
  const rows = Array.from({ length: rowCount }, (_, row) =>
    Array.from({ length: columnCount }, (__, column) => column)
      .filter((column) => !covered.has(at(row, column)))
      .map((column): LaidCell => {
        const span = spans.get(at(row, column));
        return {
          row,
          column,
          rowSpan: span?.rows ?? 1,
          columnSpan: span?.columns ?? 1,
          cell: cells.get(at(row, column)),
          bindings: bindings.get(at(row, column)) ?? [],
        };
      }),
  );
  return {
    rows,
    widths: Array.from({ length: columnCount }, (_, column) =>
      pixels(sheet.widths[column] ?? null),
    ),
    rowsLeft: sheet.shownRows - rowCount,
    rowsHidden: sheet.rows - sheet.shownRows,
    columnsLeft: sheet.columns - columnCount,
  };
}

/** Spreadsheet widths are in characters of about seven pixels. */
function pixels(characters: number | null): number {
  return Math.round(
    Math.min(60, Math.max(3, characters ?? defaultWidth)) * 7 + 6,
  );
}
