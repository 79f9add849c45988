import type { GridApi } from "ag-grid-community";

/** What input methods send while they hold the keys. */
const processing = 229;

/**
 * Lets Chinese be typed straight onto a focused cell. The grid loses the first
 * key of a composition: here the editor opens before the input method writes,
 * and while it composes no key reaches the grid, so that Enter ends the
 * composition and does not commit. Returns what takes the guard off again.
 */
export function guardInputMethod<Row>(
  place: HTMLElement,
  api: GridApi<Row>,
): () => void {
  const onKey = (event: KeyboardEvent) => {
    // `keyCode` is the only sign of the very first key, before composition starts.
    if (!event.isComposing && event.keyCode !== processing) return;
    if (api.getEditingCells().length === 0) {
      const cell = api.getFocusedCell();
      if (cell === null || !mayEdit(api, cell.rowIndex, cell.column.getColId()))
        return;
      api.startEditingCell({
        rowIndex: cell.rowIndex,
        colKey: cell.column,
        key: "Backspace",
      });
      const input = place.querySelector(".ag-cell-inline-editing input");
      if (input instanceof HTMLInputElement) input.focus();
    }
    event.stopPropagation();
  };
  place.addEventListener("keydown", onKey, true);
  return () => {
    place.removeEventListener("keydown", onKey, true);
  };
}

function mayEdit<Row>(
  api: GridApi<Row>,
  rowIndex: number,
  column: string,
): boolean {
  const node = api.getDisplayedRowAtIndex(rowIndex);
  return (
    node !== undefined && (api.getColumn(column)?.isCellEditable(node) ?? false)
  );
}
