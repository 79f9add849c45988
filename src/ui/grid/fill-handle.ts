import { type Area, sizeOf, type Spot } from "./areas.ts";

/** The part that a drag of the fill handle adds, and where it runs. */
export interface FillDrag {
  readonly source: Area;
  readonly target: Area;
  readonly along: "rows" | "columns";
  /** Up or to the left. */
  readonly back: boolean;
}

/** What is filled when the handle of `source` is let go at a cell; null inside it. The longer way decides. */
export function fillDrag(source: Area, to: Spot): FillDrag | null {
  const down = to.row - source.bottom;
  const up = source.top - to.row;
  const right = to.column - source.right;
  const left = source.left - to.column;
  const most = Math.max(down, up, right, left);
  if (most <= 0) return null;
  if (most === down)
    return {
      source,
      target: { ...source, top: source.bottom + 1, bottom: to.row },
      along: "rows",
      back: false,
    };
  if (most === up)
    return {
      source,
      target: { ...source, top: to.row, bottom: source.top - 1 },
      along: "rows",
      back: true,
    };
  if (most === right)
    return {
      source,
      target: { ...source, left: source.right + 1, right: to.column },
      along: "columns",
      back: false,
    };
  return {
    source,
    target: { ...source, left: to.column, right: source.left - 1 },
    along: "columns",
    back: true,
  };
}

/** The lines of cells that go on by themselves: for each, its source in the direction of the drag and its target. */
export function fillLines({ source, target, along, back }: FillDrag): readonly {
  readonly from: readonly Spot[];
  readonly to: readonly Spot[];
}[] {
  const { rows, columns } = sizeOf(source);
  const line = (area: Area, at: number): Spot[] => {
    const size = sizeOf(area);
    const length = along === "rows" ? size.rows : size.columns;
    const spots = Array.from({ length }, (_, i) =>
      along === "rows"
        ? { row: area.top + i, column: area.left + at }
        : { row: area.top + at, column: area.left + i },
    );
    return back ? spots.reverse() : spots;
  };
  return Array.from({ length: along === "rows" ? columns : rows }, (_, at) => ({
    from: line(source, at),
    to: line(target, at),
  }));
}

export interface FillHandleHost {
  /** The cell under the pointer; null outside. */
  spotAt(event: MouseEvent): Spot | null;
  source(): Area | null;
  preview(drag: FillDrag | null): void;
  /** `copy`: Ctrl was held. */
  fill(drag: FillDrag, control: boolean): void;
  /** What a double click fills; null for nothing. */
  reach(): FillDrag | null;
}

/** The small square at the corner of a selection: dragged, or clicked twice, it fills. */
export class FillHandle {
  #drag: FillDrag | null = null;
  #source: Area | null = null;

  constructor(
    readonly element: HTMLElement,
    private readonly host: FillHandleHost,
  ) {
    element.addEventListener("mousedown", this.#down);
    element.addEventListener("dblclick", this.#double);
  }

  stop(): void {
    this.element.removeEventListener("mousedown", this.#down);
    this.element.removeEventListener("dblclick", this.#double);
    this.#release();
  }

  #down = (event: MouseEvent) => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    this.#source = this.host.source();
    window.addEventListener("mousemove", this.#move);
    window.addEventListener("mouseup", this.#up);
  };

  #move = (event: MouseEvent) => {
    const to = this.host.spotAt(event);
    if (to === null || this.#source === null) return;
    this.#drag = fillDrag(this.#source, to);
    this.host.preview(this.#drag);
  };

  #up = (event: MouseEvent) => {
    const drag = this.#drag;
    this.#release();
    this.host.preview(null);
    if (drag !== null) this.host.fill(drag, event.ctrlKey || event.metaKey);
  };

  #double = (event: MouseEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const drag = this.host.reach();
    if (drag !== null) this.host.fill(drag, event.ctrlKey || event.metaKey);
  };

  #release(): void {
    this.#drag = null;
    this.#source = null;
    window.removeEventListener("mousemove", this.#move);
    window.removeEventListener("mouseup", this.#up);
  }
}
