import type { Area } from "./areas.ts";
import type { GridSight } from "./grid-sight.ts";
import type { Selection } from "./selection.ts";
import { activeId, type SelectionPainter } from "./selection-painter.ts";

/** Scrolling is over after this many milliseconds without a move. */
const still = 90;

export interface CellOverlaysHost {
  readonly selection: Selection;
  readonly painter: SelectionPainter;
  readonly sight: GridSight;
  readonly editing: () => boolean;
  /** The area the handle stands at; null for no handle. */
  readonly fillSource: () => Area | null;
}

/**
 * What lies on cells that may not be drawn yet: the field over the active cell
 * and the fill handle at the corner of the selection.
 */
export class CellOverlays {
  #frame = 0;
  #scrolling = 0;

  constructor(
    private readonly place: HTMLElement,
    private readonly field: HTMLInputElement,
    private readonly handle: HTMLElement,
    private readonly host: CellOverlaysHost,
  ) {}

  stop(): void {
    window.clearTimeout(this.#scrolling);
    window.cancelAnimationFrame(this.#frame);
  }

  /** Puts everything in its place with the next frame. */
  later(): void {
    window.cancelAnimationFrame(this.#frame);
    this.#frame = window.requestAnimationFrame(() => {
      this.host.painter.paint();
      this.placeField();
      this.#placeHandle();
    });
  }

  /** While rows rush by nothing is measured; what lies on cells finds its place when they rest. */
  scrolled(): void {
    if (!this.handle.hidden) this.handle.hidden = true;
    if (this.host.editing()) this.placeField();
    window.clearTimeout(this.#scrolling);
    this.#scrolling = window.setTimeout(() => {
      this.later();
    }, still);
  }

  placeField(): void {
    const { field, host } = this;
    const { active } = host.selection;
    const cell = active === null ? null : host.painter.cell(active);
    if (!host.editing())
      if (cell === null) field.removeAttribute("aria-activedescendant");
      else field.setAttribute("aria-activedescendant", activeId);
    if (cell === null) return;
    const box = this.place.getBoundingClientRect();
    const at = cell.getBoundingClientRect();
    field.style.left = `${String(at.left - box.left)}px`;
    field.style.top = `${String(at.top - box.top)}px`;
    field.style.width = `${String(at.width)}px`;
    field.style.height = `${String(at.height)}px`;
  }

  #placeHandle(): void {
    const { handle, host } = this;
    const area = host.editing() ? null : host.fillSource();
    const cell =
      area === null
        ? null
        : host.painter.cell({ row: area.bottom, column: area.right });
    const sight = host.sight.figures();
    if (cell === null || sight === null) {
      handle.hidden = true;
      return;
    }
    const box = this.place.getBoundingClientRect();
    const at = cell.getBoundingClientRect();
    handle.hidden =
      at.right < sight.left ||
      at.right > sight.right + 2 ||
      at.bottom < sight.top ||
      at.bottom > sight.bottom + 2;
    handle.style.left = `${String(at.right - box.left - 4)}px`;
    handle.style.top = `${String(at.bottom - box.top - 4)}px`;
  }
}
