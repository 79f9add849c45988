import type { Spot } from "./areas.ts";
import type { Selection } from "./selection.ts";

/** Where in the grid the pointer is. */
export type Hit =
  | { readonly on: "cell"; readonly spot: Spot }
  | { readonly on: "row"; readonly row: number }
  | { readonly on: "column"; readonly column: number }
  | { readonly on: "corner" };

export interface PointerHost {
  hit(event: PointerEvent | MouseEvent): Hit | null;
  /** Pixels the grid scrolls when the pointer is held beyond its edge. */
  scrollBy(x: number, y: number): void;
  /** Ends an edit before the selection moves. */
  settleEdit(): void;
  focus(): void;
  /** True when the focus must not go to what is clicked. */
  keepsFocus(): boolean;
}

const edge = 24;

/** Draws selections with the mouse: drag, Shift, Ctrl, rows by their numbers, columns by their headers. */
export class PointerSelection {
  #dragging: "cell" | "row" | "column" | null = null;
  #timer = 0;

  constructor(
    private readonly place: HTMLElement,
    private readonly selection: Selection,
    private readonly host: PointerHost,
  ) {
    place.addEventListener("mousedown", this.#down, true);
  }

  stop(): void {
    this.place.removeEventListener("mousedown", this.#down, true);
    this.#end();
  }

  #down = (event: MouseEvent) => {
    const hit = this.host.hit(event);
    if (hit === null) return;
    // A right click inside the selection keeps it for the menu.
    if (event.button !== 0 && this.#holds(hit)) return;
    this.host.settleEdit();
    // The focus stays in the field that takes the keys.
    if (this.host.keepsFocus()) event.preventDefault();
    this.#begin(hit, event.shiftKey, event.ctrlKey || event.metaKey);
    this.host.focus();
    if (event.button !== 0 || hit.on === "corner") return;
    this.#dragging = hit.on;
    window.addEventListener("mousemove", this.#move);
    window.addEventListener("mouseup", this.#end);
  };

  #holds(hit: Hit): boolean {
    return hit.on === "cell" && this.selection.bits(hit.spot) !== 0;
  }

  #begin(hit: Hit, shift: boolean, control: boolean): void {
    const { selection } = this;
    const { rows, columns } = selection.size;
    const [from, to] = this.#ends(hit);
    if (hit.on === "corner") {
      selection.replace({ row: 0, column: 0 }, { row: rows, column: columns });
      return;
    }
    if (shift && selection.current !== null) {
      this.#stretchTo(hit);
      return;
    }
    if (control) selection.add(from, to);
    else selection.replace(from, to);
  }

  /** Extends the block in hand; whole rows and columns stay whole. */
  #stretchTo(hit: Hit): void {
    const { selection } = this;
    const { current } = selection;
    if (current === null || hit.on === "corner") return;
    const [, to] = this.#ends(hit);
    selection.extend(to);
  }

  #ends(hit: Hit): readonly [Spot, Spot] {
    const { rows, columns } = this.selection.size;
    switch (hit.on) {
      case "cell":
        return [hit.spot, hit.spot];
      case "row":
        return [
          { row: hit.row, column: 0 },
          { row: hit.row, column: columns },
        ];
      case "column":
        return [
          { row: 0, column: hit.column },
          { row: rows, column: hit.column },
        ];
      case "corner":
        return [
          { row: 0, column: 0 },
          { row: rows, column: columns },
        ];
    }
  }

  #move = (event: MouseEvent) => {
    const { left, right, top, bottom } = this.place.getBoundingClientRect();
    const x = beyond(event.clientX, left, right);
    const y = beyond(event.clientY, top, bottom);
    window.clearInterval(this.#timer);
    if (x !== 0 || y !== 0)
      this.#timer = window.setInterval(() => {
        this.host.scrollBy(x, y);
        this.#follow(event);
      }, 40);
    this.#follow(event);
  };

  #follow(event: MouseEvent): void {
    const hit = this.host.hit(event);
    if (hit === null || this.#dragging === null) return;
    if (this.#dragging === "row" && hit.on === "cell")
      this.#stretchTo({ on: "row", row: hit.spot.row });
    else if (this.#dragging === "column" && hit.on === "cell")
      this.#stretchTo({ on: "column", column: hit.spot.column });
    else if (hit.on === this.#dragging) this.#stretchTo(hit);
  }

  #end = () => {
    this.#dragging = null;
    window.clearInterval(this.#timer);
    window.removeEventListener("mousemove", this.#move);
    window.removeEventListener("mouseup", this.#end);
  };
}

function beyond(at: number, from: number, to: number): number {
  if (at < from + edge) return Math.max(-120, at - from - edge);
  return at > to - edge ? Math.min(120, at - to + edge) : 0;
}
