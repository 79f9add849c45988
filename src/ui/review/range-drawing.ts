import type { CellRange } from "../../model/sheet.ts";
import { type CellPlace, rangeBetween } from "./drawn-range.ts";

/** What drawing over the cells of a sheet needs of its view. */
export interface DrawingHost {
  /** The cell under the pointer, or the nearest one. */
  under(event: PointerEvent): CellPlace;
  /** The cell with the focus: Shift selects from there. */
  focused(): CellPlace | null;
  /** Scrolls on while the pointer drags beyond the edge. */
  follow(event: PointerEvent): void;
  changed(): void;
}

/** Cells that may be a table: dragged over, or reached with Shift and the arrow keys. */
export class RangeDrawing {
  readonly #host: DrawingHost;
  #selected: CellRange | null = null;
  /** Where a drag began; null while there is none. */
  #anchor: CellPlace | null = null;
  #dragging = false;
  /** Where a selection with the keys began. */
  #corner: CellPlace | null = null;

  constructor(host: DrawingHost) {
    this.#host = host;
  }

  get selected(): CellRange | null {
    return this.#selected;
  }

  clear(): void {
    this.#select(null);
  }

  /** The keys moved the focus; `on` selects what they moved over. */
  moved(from: CellPlace, to: CellPlace, on: boolean): void {
    if (on) this.#corner ??= from;
    else this.#corner = null;
    if (this.#corner !== null) this.#select(rangeBetween(this.#corner, to));
  }

  readonly press = (event: PointerEvent): void => {
    if (event.button !== 0 || event.pointerType === "touch") return;
    const at = this.#host.under(event);
    const focused = this.#host.focused();
    if (event.shiftKey && focused !== null) {
      event.preventDefault();
      this.#select(rangeBetween(focused, at));
      return;
    }
    this.#anchor = at;
    this.#dragging = false;
  };

  readonly drag = (event: PointerEvent): void => {
    const from = this.#anchor;
    if (from === null) return;
    if ((event.buttons & 1) === 0) {
      this.#anchor = null;
      return;
    }
    const to = this.#host.under(event);
    if (!this.#dragging && from.row === to.row && from.column === to.column)
      return;
    if (!this.#dragging && event.currentTarget instanceof HTMLElement)
      event.currentTarget.setPointerCapture(event.pointerId);
    this.#dragging = true;
    this.#select(rangeBetween(from, to));
    this.#host.follow(event);
  };

  readonly release = (): void => {
    // A click lets a selection go.
    if (this.#anchor !== null && !this.#dragging) this.clear();
    this.#anchor = null;
    this.#dragging = false;
  };

  #select(range: CellRange | null): void {
    if (range === this.#selected) return;
    this.#selected = range;
    this.#host.changed();
  }
}
