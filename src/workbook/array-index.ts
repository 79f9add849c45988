import type { ArrayRange } from "./cell-store.ts";
import { lowerBound } from "./number-list.ts";

/**
 * Finds the array formula that fills a cell. The rows where a range begins or
 * ends cut the sheet into bands; a tree over the bands keeps each range at few
 * nodes. So nothing is done for the cells of a range, and a look-up takes a few
 * steps however many ranges there are. Array formulas cannot overlap; in a file
 * where they do, one of them counts.
 */
export class ArrayIndex {
  /** First rows of the bands. */
  readonly #bands: Uint32Array;
  /** Ranges by node of the tree, sorted by column; node n has the children 2n and 2n + 1. */
  readonly #nodes = new Map<number, ArrayRange[]>();

  constructor(arrays: readonly ArrayRange[]) {
    const edges = new Set<number>();
    for (const { range } of arrays) edges.add(range.top).add(range.bottom + 1);
    this.#bands = Uint32Array.from(edges).sort();
    for (const array of arrays) {
      const { top, bottom } = array.range;
      const last = this.#bandOf(bottom);
      this.#insert(array, this.#bandOf(top), last, 1, 0, this.#bands.length);
    }
    for (const ranges of this.#nodes.values())
      ranges.sort((a, b) => a.range.left - b.range.left);
  }

  /** Number of the band a row lies in; -1 above all. */
  #bandOf(row: number): number {
    return lowerBound(this.#bands, row + 1, 0, this.#bands.length) - 1;
  }

  /** Puts a range over the bands `first` to `last` at the nodes that make them up. */
  #insert(
    array: ArrayRange,
    first: number,
    last: number,
    node: number,
    from: number,
    to: number,
  ): void {
    if (last < from || first >= to) return;
    if (first <= from && to - 1 <= last) {
      const known = this.#nodes.get(node);
      if (known === undefined) this.#nodes.set(node, [array]);
      else known.push(array);
      return;
    }
    const middle = (from + to) >>> 1;
    this.#insert(array, first, last, 2 * node, from, middle);
    this.#insert(array, first, last, 2 * node + 1, middle, to);
  }

  /** The array formula over a cell; undefined where there is none. */
  at(row: number, column: number): ArrayRange | undefined {
    const band = this.#bandOf(row);
    if (band < 0) return undefined;
    let from = 0;
    let to = this.#bands.length;
    for (let node = 1; ;) {
      const found = lastFrom(this.#nodes.get(node), column);
      if (found !== undefined && column <= found.range.right) return found;
      if (to - from <= 1) return undefined;
      const middle = (from + to) >>> 1;
      if (band < middle) {
        to = middle;
        node = 2 * node;
      } else {
        from = middle;
        node = 2 * node + 1;
      }
    }
  }
}

/** The last range that does not begin right of a column. */
function lastFrom(
  ranges: readonly ArrayRange[] | undefined,
  column: number,
): ArrayRange | undefined {
  if (ranges === undefined) return undefined;
  let from = 0;
  let to = ranges.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((ranges[middle]?.range.left ?? 0) <= column) from = middle + 1;
    else to = middle;
  }
  return ranges[from - 1];
}
