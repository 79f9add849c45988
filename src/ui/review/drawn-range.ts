import type { CellRange } from "../../model/sheet.ts";

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** The rectangle between two cells, whichever of them is first. */
export function rangeBetween(from: CellPlace, to: CellPlace): CellRange {
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
}

/** True for cells that can be a table: a header and something below it. */
export function canBeTable({ top, bottom }: CellRange): boolean {
  return bottom > top;
}
