/** A place in the grid as it is shown, counted from 0. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

/** A block of cells; all four ends are inside it. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** How many rows and columns there are. */
export interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** The smallest area that holds both. */
export function areaBetween(a: Spot, b: Spot): Area {
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  };
}

export function contains(area: Area, { row, column }: Spot): boolean {
  return (
    row >= area.top &&
    row <= area.bottom &&
    column >= area.left &&
    column <= area.right
  );
}

export function sizeOf(area: Area): Size {
  return {
    rows: area.bottom - area.top + 1,
    columns: area.right - area.left + 1,
  };
}

/** What both hold; null when they do not meet. */
export function intersection(a: Area, b: Area): Area | null {
  const area = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return area.top > area.bottom || area.left > area.right ? null : area;
}

/** What is left of an area without the cells of another: at most four areas that do not meet. */
export function without(area: Area, hole: Area): readonly Area[] {
  const cut = intersection(area, hole);
  if (cut === null) return [area];
  const pieces: Area[] = [];
  if (area.top < cut.top) pieces.push({ ...area, bottom: cut.top - 1 });
  const middle = { ...area, top: cut.top, bottom: cut.bottom };
  if (area.left < cut.left) pieces.push({ ...middle, right: cut.left - 1 });
  if (area.right > cut.right) pieces.push({ ...middle, left: cut.right + 1 });
  if (area.bottom > cut.bottom) pieces.push({ ...area, top: cut.bottom + 1 });
  return pieces;
}

/** The same cells in areas of which no two meet, so that each cell counts once. */
export function disjoint(areas: readonly Area[]): readonly Area[] {
  const out: Area[] = [];
  for (const area of areas) {
    let rest: readonly Area[] = [area];
    for (const taken of out) rest = rest.flatMap((one) => without(one, taken));
    out.push(...rest);
  }
  return out;
}

/** How many cells the areas hold, each counted once. */
export function countCells(areas: readonly Area[]): number {
  return disjoint(areas).reduce((sum, area) => {
    const { rows, columns } = sizeOf(area);
    return sum + rows * columns;
  }, 0);
}

/**
 * How areas that do not meet join to one block: all over the same `rows` or the
 * same `columns`; null when they do neither, or there are none.
 */
export function aligned(areas: readonly Area[]): "rows" | "columns" | null {
  const parts = disjoint(areas);
  const [first] = parts;
  if (first === undefined) return null;
  if (
    parts.every(
      ({ top, bottom }) => top === first.top && bottom === first.bottom,
    )
  )
    return "rows";
  return parts.every(
    ({ left, right }) => left === first.left && right === first.right,
  )
    ? "columns"
    : null;
}

/** Every cell once, by rows. */
export function* spotsOf(areas: readonly Area[]): Generator<Spot, void, void> {
  for (const { top, left, bottom, right } of disjoint(areas))
    for (let row = top; row <= bottom; row += 1)
      for (let column = left; column <= right; column += 1)
        yield { row, column };
}

/** The nearest place that exists; null in a grid without cells. */
export function clampSpot({ row, column }: Spot, size: Size): Spot | null {
  if (size.rows === 0 || size.columns === 0) return null;
  return {
    row: Math.min(Math.max(row, 0), size.rows - 1),
    column: Math.min(Math.max(column, 0), size.columns - 1),
  };
}

/** A step of one cell along one axis. */
export interface Step {
  readonly rows: -1 | 0 | 1;
  readonly columns: -1 | 0 | 1;
}

/**
 * Where Ctrl with an arrow leads: to the last filled cell of the block one
 * stands in, else to the next filled cell, else to the edge.
 */
export function jump(
  from: Spot,
  step: Step,
  size: Size,
  filled: (spot: Spot) => boolean,
): Spot {
  const inside = ({ row, column }: Spot) =>
    row >= 0 && column >= 0 && row < size.rows && column < size.columns;
  const next = ({ row, column }: Spot): Spot => ({
    row: row + step.rows,
    column: column + step.columns,
  });
  let at = from;
  let ahead = next(at);
  if (!inside(ahead)) return from;
  if (filled(at) && filled(ahead)) {
    while (inside(ahead) && filled(ahead)) {
      at = ahead;
      ahead = next(at);
    }
    return at;
  }
  while (inside(ahead) && !filled(ahead)) {
    at = ahead;
    ahead = next(at);
  }
  return inside(ahead) ? ahead : at;
}

/**
 * The cell after `from` when Enter (by columns) or Tab (by rows) walks through
 * selected areas, round and round; backwards when `back`.
 */
export function walk(
  areas: readonly Area[],
  from: Spot,
  along: "rows" | "columns",
  back: boolean,
): Spot {
  const order = back ? [...areas].reverse() : areas;
  const at = order.findIndex((area) => contains(area, from));
  const area = order[Math.max(at, 0)];
  if (area === undefined) return from;
  const move = back ? -1 : 1;
  const { rows, columns } = sizeOf(area);
  const [row, column] = [from.row - area.top, from.column - area.left];
  const place =
    (at < 0
      ? back
        ? rows * columns
        : -1
      : along === "rows"
        ? row * columns + column
        : column * rows + row) + move;
  if (place >= 0 && place < rows * columns)
    return along === "rows"
      ? {
          row: area.top + Math.floor(place / columns),
          column: area.left + (place % columns),
        }
      : {
          row: area.top + (place % rows),
          column: area.left + Math.floor(place / rows),
        };
  const other = order[(Math.max(at, 0) + 1) % order.length] ?? area;
  return back
    ? { row: other.bottom, column: other.right }
    : { row: other.top, column: other.left };
}
