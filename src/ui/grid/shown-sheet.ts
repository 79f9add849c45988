import type { GridApi } from "ag-grid-community";
import type { Names } from "../state/names.ts";
import type { Arrangement } from "./arrangement.ts";
import { arrangeRows, type TreeRow } from "./arrange-rows.ts";
import { rowSortOf } from "./column-sort.ts";
import { rowNumber } from "./cube-columns.ts";
import type { Sheet } from "./sheet.ts";
import { type Say, SheetView, type Statuses } from "./sheet-view.ts";

/** Everything that decides what a sheet looks like. */
export interface ShownParts {
  readonly sheet: Sheet;
  readonly names: Names;
  readonly say: Say;
  readonly statuses: Statuses;
  readonly formats: ReadonlyMap<string, number>;
  readonly arrangement: Arrangement;
  /** Rows whose parts are folded away. */
  readonly folded: ReadonlySet<string>;
}

/** The view of a sheet that a grid shows, and what of it must be drawn anew. */
export class ShownSheet {
  /** Places of columns by their id. */
  readonly columnIndex = new Map<string, number>();
  #view: SheetView | null = null;
  /** What the cells drawn were made for. */
  #drawn: SheetView | null = null;

  get view(): SheetView {
    if (this.#view === null) throw new Error("the grid has no sheet yet");
    return this.#view;
  }

  /** The view of other parts; rows are put in order only when `reorder`. Gives the one before, null at first. */
  update(parts: ShownParts, reorder: boolean): SheetView | null {
    const before = this.#view;
    const view = viewOf(
      parts,
      before === null || reorder ? orderedRows(parts) : before.rows,
    );
    this.#view = view;
    this.columnIndex.clear();
    view.ids.forEach((id, at) => this.columnIndex.set(id, at));
    return before;
  }

  get started(): boolean {
    return this.#view !== null;
  }

  /** Row numbers, and columns whose longest figure has more or fewer decimals now. */
  refreshMoved(api: GridApi<TreeRow> | null): void {
    const { view } = this;
    const before = this.#drawn;
    this.#drawn = view;
    if (api === null) return;
    const columns = api
      .getAllDisplayedVirtualColumns()
      .map((column) => column.getColId())
      .filter((id) => {
        const at = this.columnIndex.get(id);
        return (
          id === rowNumber ||
          (before !== null &&
            at !== undefined &&
            at >= view.firstFigure &&
            before.ids[at] === id &&
            before.mostDecimals(at) !== view.mostDecimals(at))
        );
      });
    api.refreshCells({ columns, force: true });
  }
}

function viewOf(parts: ShownParts, rows: readonly TreeRow[]): SheetView {
  return new SheetView({ ...parts, rows, hidden: parts.arrangement.hidden });
}

function orderedRows(parts: ShownParts): readonly TreeRow[] {
  const { sheet, names, arrangement, folded } = parts;
  return arrangeRows(
    sheet.rows,
    (code) => names.regionInfo(code)?.parent ?? "",
    folded,
    arrangement.sort === null
      ? null
      : rowSortOf(arrangement.sort, sheet, viewOf(parts, [])),
  );
}
