import type { CachedValue, CellContent } from "./cell-xml.ts";

/** One cell to write. `style` null keeps the style a cell has or gets by its row and column. */
export interface CellWrite {
  readonly row: number;
  readonly column: number;
  readonly style: number | null;
  readonly content: CellContent;
}

/** One formula result to store. */
export interface CacheWrite {
  readonly row: number;
  readonly column: number;
  readonly value: CachedValue;
}
