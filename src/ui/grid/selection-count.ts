import type { ReactiveController, ReactiveControllerHost } from "lit";
import { disjoint } from "./areas.ts";
import type { Selection } from "./selection.ts";
import { type SelectionSum, SelectionTally } from "./selection-sum.ts";
import type { SheetView } from "./sheet-view.ts";

/** Cells counted before the page gets its turn again. */
const portion = 50_000;

/** Adds up what is selected, a portion at a time, so that keys are heard meanwhile. */
export class SelectionCount implements ReactiveController {
  sum: SelectionSum | null = null;
  /** The one unit of the figures as it is printed; null when there are several. */
  unit: string | null = null;
  counting = false;
  #timer = 0;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly selection: Selection,
    private readonly view: () => SheetView,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    window.clearTimeout(this.#timer);
  }

  /** Counts anew, after the page has shown the selection. */
  start(): void {
    window.clearTimeout(this.#timer);
    if (!this.selection.isWide) {
      if (this.sum === null && !this.counting) return;
      this.sum = null;
      this.counting = false;
      this.host.requestUpdate();
      return;
    }
    const tally = new SelectionTally();
    const units = new Set<string>();
    const steps = this.#steps(tally, units);
    const run = () => {
      for (let left = portion; left > 0; left -= 1) {
        if (steps.next().done !== true) continue;
        this.sum = tally.result();
        this.counting = false;
        const [unit] = units;
        this.unit = units.size === 1 ? (unit ?? "") : null;
        this.host.requestUpdate();
        return;
      }
      if (!this.counting) {
        this.counting = true;
        this.host.requestUpdate();
      }
      this.#timer = window.setTimeout(run);
    };
    this.#timer = window.setTimeout(run);
  }

  *#steps(
    tally: SelectionTally,
    units: Set<string>,
  ): Generator<void, void, void> {
    const view = this.view();
    const { picked, columns } = view.sheet;
    for (const area of disjoint(this.selection.areas))
      for (let row = area.top; row <= area.bottom; row += 1) {
        const line = view.rows[row];
        if (line === undefined) continue;
        for (
          let column = Math.max(area.left, view.firstFigure);
          column <= area.right;
          column += 1
        ) {
          const at = column - view.firstFigure;
          const cell = line.cells[at] ?? null;
          tally.add(cell === null ? undefined : cell.value);
          if (typeof cell?.value === "number") {
            const item = line.item ?? columns[at]?.item ?? picked.item;
            units.add(view.names.unit(item?.unit ?? ""));
          }
          yield;
        }
      }
  }
}
