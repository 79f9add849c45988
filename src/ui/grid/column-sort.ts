import type { RowSort } from "./arrange-rows.ts";
import type { Sheet } from "./sheet.ts";
import type { SheetView } from "./sheet-view.ts";
import { figureId } from "./typed-cell.ts";

/** The column that rows are sorted by. */
export interface ColumnSort {
  readonly id: string;
  readonly descending: boolean;
}

/** How rows of a sheet are compared by one of its columns; labels need the view that printed them. */
export function rowSortOf(
  { id, descending }: ColumnSort,
  sheet: Sheet,
  view: SheetView | null,
): RowSort {
  const at = sheet.columns.findIndex((column) => figureId(column.id) === id);
  return {
    descending,
    blocks: id === "indicator" || id === "unit",
    by: (row) => {
      if (at >= 0) return row.cells[at]?.value ?? null;
      const label = view?.labels.find((one) => one === id);
      return view === null || label === undefined
        ? null
        : view.label(
            { ...row, depth: 0, hasParts: false, folded: false },
            label,
          );
    },
  };
}
