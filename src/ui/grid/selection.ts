import {
  type Area,
  areaBetween,
  clampSpot,
  contains,
  type Size,
  type Spot,
} from "./areas.ts";

/** One selected block, as it was drawn: from where, to where. */
export interface Stretch {
  readonly anchor: Spot;
  readonly focus: Spot;
}

/** Which edges of a selected cell are edges of the selection, and what the cell is. */
export const selectionBits = {
  selected: 1,
  top: 2,
  right: 4,
  bottom: 8,
  left: 16,
  active: 32,
} as const;

/**
 * The selected blocks of a grid and the one active cell in the last of them.
 * Tells `changed` after every change.
 */
export class Selection {
  #stretches: readonly Stretch[] = [];
  #active: Spot | null = null;
  #size: Size = { rows: 0, columns: 0 };
  #areas: readonly Area[] | null = null;

  constructor(private readonly changed: () => void) {}

  get active(): Spot | null {
    return this.#active;
  }

  get size(): Size {
    return this.#size;
  }

  /** The selected blocks as areas, the last drawn last. */
  get areas(): readonly Area[] {
    this.#areas ??= this.#stretches.map(({ anchor, focus }) =>
      areaBetween(anchor, focus),
    );
    return this.#areas;
  }

  /** The block in hand; null without one. */
  get current(): Stretch | null {
    return this.#stretches[this.#stretches.length - 1] ?? null;
  }

  /** True when more than the active cell is selected. */
  get isWide(): boolean {
    const [area] = this.areas;
    return (
      this.areas.length > 1 ||
      (area !== undefined &&
        (area.top !== area.bottom || area.left !== area.right))
    );
  }

  /** The grid has another size now: what lies outside is let go. */
  resize(size: Size): void {
    this.#size = size;
    const clamp = (spot: Spot) => clampSpot(spot, size);
    this.#stretches = this.#stretches.flatMap(({ anchor, focus }) => {
      const [from, to] = [clamp(anchor), clamp(focus)];
      return from === null || to === null ? [] : [{ anchor: from, focus: to }];
    });
    this.#active = this.#active === null ? null : clamp(this.#active);
    this.#settle();
  }

  /** One cell, and nothing else. */
  select(to: Spot): void {
    const spot = clampSpot(to, this.#size);
    if (spot === null) return;
    this.#active = spot;
    this.#stretches = [{ anchor: spot, focus: spot }];
    this.#settle();
  }

  /** The block in hand reaches from the active cell to here. */
  extend(to: Spot): void {
    const spot = clampSpot(to, this.#size);
    const { current } = this;
    if (spot === null) return;
    if (current === null) {
      this.select(spot);
      return;
    }
    this.#stretches = [
      ...this.#stretches.slice(0, -1),
      { anchor: current.anchor, focus: spot },
    ];
    this.#settle();
  }

  /** Another block beside those there are. */
  add(from: Spot, to: Spot = from): void {
    const [anchor, focus] = [
      clampSpot(from, this.#size),
      clampSpot(to, this.#size),
    ];
    if (anchor === null || focus === null) return;
    this.#active = anchor;
    this.#stretches = [...this.#stretches, { anchor, focus }];
    this.#settle();
  }

  /** One block in place of all; the active cell is where it begins. */
  replace(from: Spot, to: Spot): void {
    this.#stretches = [];
    this.add(from, to);
  }

  /** The active cell moves within what is selected. */
  activate(spot: Spot): void {
    this.#active = clampSpot(spot, this.#size);
    this.#settle();
  }

  clear(): void {
    this.#stretches = [];
    this.#active = null;
    this.#settle();
  }

  /** How a cell is drawn, as a sum of {@link selectionBits}. */
  bits(spot: Spot): number {
    let bits = 0;
    for (const area of this.areas) {
      if (!contains(area, spot)) continue;
      bits |= selectionBits.selected;
      if (spot.row === area.top) bits |= selectionBits.top;
      if (spot.column === area.right) bits |= selectionBits.right;
      if (spot.row === area.bottom) bits |= selectionBits.bottom;
      if (spot.column === area.left) bits |= selectionBits.left;
    }
    if (
      this.#active !== null &&
      this.#active.row === spot.row &&
      this.#active.column === spot.column
    )
      bits |= selectionBits.active;
    return bits;
  }

  #settle(): void {
    this.#areas = null;
    this.changed();
  }
}
