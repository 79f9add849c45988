import type { CellRange } from "../model/sheet.ts";

/** Merges taller than this are kept in a list of their own, so that none is unrolled over its rows. */
const tallest = 64;

/** Finds the merge a cell lies in without walking over the areas of the merges. */
export class MergeIndex {
  readonly #byRow = new Map<number, CellRange[]>();
  readonly #tall: CellRange[] = [];
  /** The last row of those in `#byRow`: merges stand in headers mostly, far above most rows. */
  #last = -1;

  constructor(merges: readonly CellRange[]) {
    for (const merge of merges) {
      if (merge.bottom - merge.top >= tallest) {
        this.#tall.push(merge);
        continue;
      }
      this.#last = Math.max(this.#last, merge.bottom);
      for (let row = merge.top; row <= merge.bottom; row += 1) {
        const list = this.#byRow.get(row);
        if (list === undefined) this.#byRow.set(row, [merge]);
        else list.push(merge);
      }
    }
    for (const list of this.#byRow.values())
      list.sort((a, b) => a.left - b.left);
  }

  /** Areas of a few rows that are one cell although nobody merged them; they overlap no merge. */
  add(areas: readonly CellRange[]): void {
    for (const area of areas) {
      this.#last = Math.max(this.#last, area.bottom);
      for (let row = area.top; row <= area.bottom; row += 1) {
        const list = [...(this.#byRow.get(row) ?? []), area];
        this.#byRow.set(
          row,
          list.sort((a, b) => a.left - b.left),
        );
      }
    }
  }

  /** False when no merge reaches into the row. */
  touches(row: number): boolean {
    return this.#tall.length > 0 || (row <= this.#last && this.#byRow.has(row));
  }

  at(row: number, column: number): CellRange | undefined {
    const near = row <= this.#last ? this.#byRow.get(row) : undefined;
    if (near === undefined && this.#tall.length === 0) return undefined;
    const last = near === undefined ? undefined : lastFrom(near, column);
    if (last !== undefined && column <= last.right) return last;
    return this.#tall.find(
      (merge) =>
        merge.left <= column &&
        column <= merge.right &&
        merge.top <= row &&
        row <= merge.bottom,
    );
  }

  /** True for a cell of a merge that is not its first one. */
  covered(row: number, column: number): boolean {
    const merge = this.at(row, column);
    return merge !== undefined && (merge.top !== row || merge.left !== column);
  }
}

/** The last merge that begins at a column or left of it, of merges sorted by their left. */
function lastFrom(
  merges: readonly CellRange[],
  column: number,
): CellRange | undefined {
  let from = 0;
  let to = merges.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((merges[middle]?.left ?? 0) <= column) from = middle + 1;
    else to = middle;
  }
  return merges[from - 1];
}
