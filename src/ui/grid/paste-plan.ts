import { type Area, disjoint, type Size, sizeOf } from "./areas.ts";

/** Which cell of a copied block goes where. */
export interface Placement {
  readonly row: number;
  readonly column: number;
  /** Place in the block. */
  readonly fromRow: number;
  readonly fromColumn: number;
}

export interface PastePlan {
  readonly placements: readonly Placement[];
  /** The area that the block covers as far as it exists; null when one value went into several areas. */
  readonly area: Area | null;
  /** Rows and columns of the block that lie beyond the end of the grid. */
  readonly beyond: Size;
}

/**
 * Where a copied block lands, as in Excel: one value goes into every selected
 * cell; a selection that the block fills evenly is tiled with it; else the block
 * lies at the selection's first cell. Rows and columns are those shown, so
 * hidden ones are stepped over.
 */
export function planPaste(
  block: Size,
  selected: readonly Area[],
  size: Size,
): PastePlan {
  const none = { placements: [], area: null, beyond: { rows: 0, columns: 0 } };
  const [first] = selected;
  if (first === undefined || block.rows * block.columns === 0) return none;
  if (block.rows === 1 && block.columns === 1)
    return {
      ...none,
      area: selected.length === 1 ? first : null,
      placements: disjoint(selected).flatMap((area) =>
        lay(area, { rows: 1, columns: 1 }),
      ),
    };
  const room = sizeOf(first);
  const tiles =
    selected.length === 1 &&
    room.rows % block.rows === 0 &&
    room.columns % block.columns === 0;
  const wanted = tiles ? room : block;
  const area = {
    top: first.top,
    left: first.left,
    bottom: Math.min(first.top + wanted.rows, size.rows) - 1,
    right: Math.min(first.left + wanted.columns, size.columns) - 1,
  };
  return {
    area,
    placements: lay(area, block),
    beyond: {
      rows: Math.max(0, first.top + wanted.rows - size.rows),
      columns: Math.max(0, first.left + wanted.columns - size.columns),
    },
  };
}

function lay({ top, left, bottom, right }: Area, block: Size): Placement[] {
  const placements: Placement[] = [];
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1)
      placements.push({
        row,
        column,
        fromRow: (row - top) % block.rows,
        fromColumn: (column - left) % block.columns,
      });
  return placements;
}
