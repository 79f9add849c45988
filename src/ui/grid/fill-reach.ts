import { type Area, jump, type Spot } from "./areas.ts";
import type { FillDrag } from "./fill-handle.ts";
import type { SheetView } from "./sheet-view.ts";

/**
 * What a double click on the fill handle fills: down as far as the column to
 * the left reaches without a gap, else the one to the right, else the filled
 * cells below the source itself. Headings at the left reach as far as the rows
 * of one indicator. Null where nothing reaches further down.
 */
export function fillReach(
  view: Pick<SheetView, "size" | "firstFigure" | "isEmpty" | "row">,
  source: Area,
): FillDrag | null {
  const blockOf = (spot: Spot) => view.row(spot)?.item?.id ?? "";
  const block = blockOf({ row: source.bottom, column: 0 });
  const filled = (spot: Spot): boolean =>
    spot.row < view.size.rows &&
    (spot.column < view.firstFigure
      ? blockOf(spot) === block
      : !view.isEmpty(spot));
  for (const column of [source.left - 1, source.right + 1, source.left]) {
    if (column < 0 || column >= view.size.columns) continue;
    const below = { row: source.bottom + 1, column };
    if (!filled(below)) continue;
    // From the last filled cell of a run a jump goes on to the next run.
    const bottom = filled({ row: below.row + 1, column })
      ? jump(below, { rows: 1, columns: 0 }, view.size, filled).row
      : below.row;
    return {
      source,
      target: { ...source, top: below.row, bottom },
      along: "rows",
      back: false,
    };
  }
  return null;
}
