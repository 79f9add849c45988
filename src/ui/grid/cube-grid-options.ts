import type { GridApi, GridOptions } from "ag-grid-community";
import type { TreeRow } from "./arrange-rows.ts";
import type { ColumnSort } from "./column-sort.ts";
import { sortIn } from "./shown-sort.ts";
import { processUnpinned } from "./unpin.ts";

/** Height of a row, in pixels. */
export const rowHeight = 24;

/** What the grid tells the cube of. */
export interface CubeGridHost {
  /** True in screen reader mode: then cells take the focus themselves. */
  reader(): boolean;
  /** A person clicked a header. */
  sorted(sort: ColumnSort | null): void;
  scrolled(): void;
  resized(): void;
  /** The focus went to a cell, given by its column's id. */
  focused(row: number, column: string): void;
  firstShown(api: GridApi<TreeRow>): void;
}

/** How AG Grid is set up to show a cube; ranges, keys and order are parts of our own. */
export function cubeGridOptions(host: CubeGridHost): GridOptions<TreeRow> {
  return {
    suppressCellFocus: !host.reader(),
    suppressMovableColumns: true,
    suppressRowHoverHighlight: true,
    ensureDomOrder: host.reader(),
    rowHeight,
    headerHeight: 28,
    groupHeaderHeight: 24,
    processUnpinnedColumns: processUnpinned,
    defaultColDef: {
      sortable: true,
      resizable: true,
      cellDataType: false,
      suppressHeaderMenuButton: true,
      // Rows come in order already: the tree of regions keeps aggregates in place.
      comparator: () => 0,
    },
    // Sorting is kept with the route; what comes from there is not sent again.
    onSortChanged: ({ api, source }) => {
      if (source === "uiColumnSorted")
        host.sorted(sortIn(api.getColumnState()));
    },
    onBodyScroll: () => {
      host.scrolled();
    },
    onColumnResized: () => {
      host.resized();
    },
    onCellFocused: ({ rowIndex, column }) => {
      if (!host.reader() || rowIndex === null || column === null) return;
      const id = typeof column === "string" ? column : column.getColId();
      host.focused(rowIndex, id);
    },
    onFirstDataRendered: ({ api }) => {
      host.firstShown(api);
    },
  };
}
