import type { CellRange } from "../model/sheet.ts";

/** Merges taller than this are kept in a list of their own, so that none is unrolled over its rows. */
const tallest = 64;

/** Finds the merge a cell lies in without walking over the areas of the merges. */
export class MergeIndex {
  readonly #byRow = new Map<number, CellRange[]>();
  readonly #tall: CellRange[] = [];

  constructor(merges: readonly CellRange[]) {
    for (const merge of merges) {
      if (merge.bottom - merge.top >= tallest) {
        this.#tall.push(merge);
        continue;
      }
      for (let row = merge.top; row <= merge.bottom; row += 1) {
        const list = this.#byRow.get(row);
        if (list === undefined) this.#byRow.set(row, [merge]);
        else list.push(merge);
      }
    }
  }

  at(row: number, column: number): CellRange | undefined {
    const near = this.#byRow.get(row);
    if (near === undefined && this.#tall.length === 0) return undefined;
    const inside = (merge: CellRange): boolean =>
      merge.left <= column &&
      column <= merge.right &&
      merge.top <= row &&
      row <= merge.bottom;
    return near?.find(inside) ?? this.#tall.find(inside);
  }

  /** True for a cell of a merge that is not its first one. */
  covered(row: number, column: number): boolean {
    const merge = this.at(row, column);
    return merge !== undefined && (merge.top !== row || merge.left !== column);
  }
}
