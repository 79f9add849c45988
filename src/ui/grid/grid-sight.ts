import { rowNumber } from "./cube-columns.ts";
import type { Hit } from "./pointer-selection.ts";

/** Where figures are in sight, in pixels of the window. */
export interface Sight {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What is drawn where: cells by the pointer, and the part of the grid that scrolls. */
export class GridSight {
  constructor(
    private readonly root: ShadowRoot,
    private readonly place: HTMLElement,
    private readonly columnIndex: ReadonlyMap<string, number>,
  ) {}

  /** What the pointer is on; null on buttons, edges of headers and outside. */
  hit(event: MouseEvent): Hit | null {
    const at = this.root.elementFromPoint(event.clientX, event.clientY);
    if (at === null || at.closest("button, .ag-header-cell-resize") !== null)
      return null;
    const element = at.closest("[col-id]");
    const id = element?.getAttribute("col-id") ?? "";
    const column = this.columnIndex.get(id);
    if (element?.getAttribute("role") === "columnheader") {
      if (id === rowNumber) return { on: "corner" };
      return column === undefined ? null : { on: "column", column };
    }
    const row = Number(
      element?.closest("[row-index]")?.getAttribute("row-index") ?? "NaN",
    );
    if (!Number.isInteger(row)) return null;
    if (id === rowNumber) return { on: "row", row };
    return column === undefined ? null : { on: "cell", spot: { row, column } };
  }

  scrollBy(x: number, y: number): void {
    this.place.querySelector(".ag-grid-viewport")?.scrollBy(x, y);
  }

  /** Below the headers, beside the pinned columns; null before anything is drawn. */
  figures(): Sight | null {
    const viewport = this.place.querySelector(".ag-grid-viewport");
    if (viewport === null) return null;
    const { left, right, top, bottom } = viewport.getBoundingClientRect();
    const edge = (selector: string) =>
      this.place.querySelector(selector)?.getBoundingClientRect();
    return {
      left: Math.max(left, edge(".ag-grid-pinned-left-cells")?.right ?? left),
      right,
      top: Math.max(top, edge(".ag-grid-pinned-top-rows")?.bottom ?? top),
      bottom,
    };
  }

  /** Whole rows in sight less one, at least one. */
  rowsOnPage(rowHeight: number): number {
    const sight = this.figures();
    return sight === null
      ? 1
      : Math.max(1, Math.floor((sight.bottom - sight.top) / rowHeight) - 1);
  }
}
