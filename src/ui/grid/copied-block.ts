import { aligned, type Area, disjoint } from "./areas.ts";
import type { CopiedCell } from "./clipboard-html.ts";
import type { SheetView } from "./sheet-view.ts";

/**
 * The selected cells as one block. Several areas are joined when they share
 * their rows or their columns; null when they do neither, or nothing is selected.
 */
export function copiedBlock(
  view: Pick<SheetView, "copied">,
  selected: readonly Area[],
): readonly (readonly CopiedCell[])[] | null {
  const areas = disjoint(selected);
  const [first] = areas;
  if (first === undefined) return null;
  const how = aligned(areas);
  if (how === null) return null;
  const sameRows = how === "rows";
  const rows = sameRows
    ? span(first.top, first.bottom)
    : areas.flatMap(({ top, bottom }) => span(top, bottom)).sort(byNumber);
  const columns = sameRows
    ? areas.flatMap(({ left, right }) => span(left, right)).sort(byNumber)
    : span(first.left, first.right);
  return rows.map((row) =>
    columns.map((column) => view.copied({ row, column })),
  );
}

function span(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

function byNumber(a: number, b: number): number {
  return a - b;
}
