import type { Hit } from "./pointer-selection.ts";
import type { SheetView } from "./sheet-view.ts";

export interface CellTitlesHost {
  readonly view: () => SheetView;
  readonly hit: (event: MouseEvent) => Hit | null;
}

/** Titles are made for the cell under the pointer only: most are never read. */
export class CellTitles {
  #cell: HTMLElement | null = null;
  #view: SheetView | null = null;

  constructor(
    private readonly place: HTMLElement,
    private readonly host: CellTitlesHost,
  ) {
    place.addEventListener("mousemove", this.#over);
  }

  stop(): void {
    this.place.removeEventListener("mousemove", this.#over);
  }

  #over = (event: MouseEvent) => {
    const cell =
      event.target instanceof Element
        ? event.target.closest<HTMLElement>("[role=gridcell]")
        : null;
    if (cell === null) return;
    const view = this.host.view();
    if (this.#cell === cell && this.#view === view && cell.title !== "") return;
    this.#cell = cell;
    this.#view = view;
    const hit = this.host.hit(event);
    cell.title = hit?.on === "cell" ? view.tooltip(hit.spot) : "";
  };
}
