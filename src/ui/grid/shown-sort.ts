import type { ColumnState, GridApi } from "ag-grid-community";
import type { TreeRow } from "./arrange-rows.ts";
import type { ColumnSort } from "./column-sort.ts";

/** The headers say by what rows are sorted; they come in order already. */
export function showSort(
  api: GridApi<TreeRow> | null,
  sort: ColumnSort | null,
): void {
  const shown = sortIn(api?.getColumnState() ?? []);
  if (shown?.id === sort?.id && shown?.descending === sort?.descending) return;
  api?.applyColumnState({
    state:
      sort === null
        ? []
        : [{ colId: sort.id, sort: sort.descending ? "desc" : "asc" }],
    defaultState: { sort: null },
  });
}

/** By what the headers say rows are sorted; null by nothing. */
export function sortIn(columns: readonly ColumnState[]): ColumnSort | null {
  const column = columns.find(({ sort }) => sort != null);
  return column === undefined
    ? null
    : { id: column.colId, descending: column.sort === "desc" };
}
