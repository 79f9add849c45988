import type { CellPlace } from "./drawn-range.ts";
import type { LaidCell } from "./sheet-layout.ts";

/** Where a key moves the focus of a sheet: `laid` is the cell at `from`, `page` the rows in view; null for any other key. */
export function placeAfterKey(
  { key, ctrlKey }: Pick<KeyboardEvent, "key" | "ctrlKey">,
  from: CellPlace,
  laid: Pick<LaidCell, "row" | "column" | "rowSpan" | "columnSpan">,
  last: CellPlace,
  page: number,
): CellPlace | null {
  switch (key) {
    case "ArrowDown":
      return { row: laid.row + laid.rowSpan, column: from.column };
    case "ArrowUp":
      return { row: laid.row - 1, column: from.column };
    case "ArrowRight":
      return { row: from.row, column: laid.column + laid.columnSpan };
    case "ArrowLeft":
      return { row: from.row, column: laid.column - 1 };
    case "PageDown":
      return { row: Math.min(last.row, from.row + page), column: from.column };
    case "PageUp":
      return { row: Math.max(0, from.row - page), column: from.column };
    case "Home":
      return { row: ctrlKey ? 0 : from.row, column: 0 };
    case "End":
      return { row: ctrlKey ? last.row : from.row, column: last.column };
    default:
      return null;
  }
}
