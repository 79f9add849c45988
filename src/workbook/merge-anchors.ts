import type { CellRange } from "../model/sheet.ts";

/** Rows up to which a merged area is listed under each of its rows. */
const listedRows = 64;

/** Finds the merged area a cell lies in; of areas that overlap the first in the file. */
export class MergeAnchors {
  readonly #merges: readonly CellRange[];
  /** Numbers of areas by row, and of those too tall to list. */
  readonly #byRow = new Map<number, number[]>();
  readonly #tall: number[] = [];

  constructor(merges: readonly CellRange[]) {
    this.#merges = merges;
    for (const [number, { top, bottom }] of merges.entries()) {
      if (bottom - top >= listedRows) {
        this.#tall.push(number);
        continue;
      }
      for (let row = top; row <= bottom; row++) {
        const known = this.#byRow.get(row);
        if (known === undefined) this.#byRow.set(row, [number]);
        else known.push(number);
      }
    }
  }

  /** The first cell of the merged area an address lies in, or the address itself. */
  at(row: number, column: number): { row: number; column: number } {
    const holds = (number: number): boolean => {
      const area = this.#merges[number];
      return area !== undefined && inRange(area, row, column);
    };
    const number = Math.min(
      this.#byRow.get(row)?.find(holds) ?? Infinity,
      this.#tall.find(holds) ?? Infinity,
    );
    const area = this.#merges[number];
    return area === undefined
      ? { row, column }
      : { row: area.top, column: area.left };
  }
}

/** True for a cell inside a rectangle. */
export function inRange(
  range: CellRange,
  row: number,
  column: number,
): boolean {
  return (
    range.top <= row &&
    row <= range.bottom &&
    range.left <= column &&
    column <= range.right
  );
}
