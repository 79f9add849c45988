import type { Selection } from "./selection.ts";
import type { SheetView } from "./sheet-view.ts";

/**
 * Fits a selection to what is shown now: it stays while rows and columns stay,
 * else the active cell follows its row and column.
 */
export function keepPlace(
  selection: Selection,
  before: SheetView | null,
  view: SheetView,
): void {
  const { active } = selection;
  selection.resize(view.size);
  if (before === null || active === null || sameFrame(before, view)) return;
  const rowId = before.row(active)?.id;
  const row = view.rows.findIndex(({ id }) => id === rowId);
  const column = view.ids.indexOf(before.ids[active.column] ?? "");
  selection.select({
    row: row < 0 ? active.row : row,
    column: column < 0 ? Math.max(active.column, view.firstFigure) : column,
  });
}

function sameFrame(before: SheetView, view: SheetView): boolean {
  return (
    before.rows.length === view.rows.length &&
    before.ids.length === view.ids.length &&
    before.rows.every(({ id }, at) => id === view.rows[at]?.id) &&
    before.ids.every((id, at) => id === view.ids[at])
  );
}
