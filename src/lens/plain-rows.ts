import { kind } from "../model/cell-kind.ts";
import type { Lines } from "../table/lines.ts";
import type { BindingList } from "./binding-list.ts";
import type { PlainKind } from "./cross-plan.ts";
import type { PlainNumbers } from "./number-forms.ts";

/** What is known of the numbers in rows that say the same, by place among the columns that are bound. */
export class PlainKinds {
  /** The style of the cells it is known of; -1 where nothing is known yet. */
  readonly styles: Int32Array;
  /** Numbers of the kinds they are bound as. */
  readonly kinds: Int32Array;
  /** What tells whether one leaves a doubt; null where none does. */
  readonly doubts: (PlainNumbers | null)[];

  constructor(places: number) {
    this.styles = new Int32Array(places).fill(-1);
    this.kinds = new Int32Array(places);
    this.doubts = new Array<PlainNumbers | null>(places).fill(null);
  }

  learn(place: number, style: number, known: PlainKind): void {
    this.styles[place] = style;
    this.kinds[place] = known.kind;
    this.doubts[place] = known.takesAll ? null : known.plain;
  }
}

/** Binds numbers without a doubt that follow each other in a row, most of what a long sheet holds. */
export class PlainRows {
  readonly #list: BindingList;
  readonly #lines: Lines;
  readonly #columns: Uint16Array;

  /** `columns`: those that are bound, ascending. */
  constructor(list: BindingList, lines: Lines, columns: readonly number[]) {
    this.#list = list;
    this.#lines = lines;
    this.#columns = Uint16Array.from(columns);
  }

  /**
   * Binds the cells of a row without merges from a place among the columns on,
   * up to the first that needs a closer look; returns its place.
   */
  bind(row: number, from: number, known: PlainKinds, subject: number): number {
    const columns = this.#columns;
    const lines = this.#lines;
    const left = columns[from] ?? 0;
    const right = columns[columns.length - 1] ?? left;
    const first = lines.indexAt(row, left);
    if (first < 0) return from;
    if (lines.indexAt(row, right) - first !== right - left)
      return this.#bindSparsely(row, from, known, subject);
    // Of a row without gaps the numbers of the cells follow from their columns.
    const shift = first - left;
    const { kinds, styles, values } = lines.cells;
    const { styles: ownStyles, doubts } = known;
    let place = from;
    for (; place < columns.length; place += 1) {
      const cell = shift + (columns[place] ?? 0);
      if (kinds[cell] !== kind.number) break;
      if (styles[cell] !== ownStyles[place]) break;
      const doubt = doubts[place] ?? null;
      if (doubt !== null && !doubt.takes(values[cell] ?? 0)) break;
    }
    if (place > from)
      this.#list.addRun(row, columns, from, place, shift, known.kinds, subject);
    return place;
  }

  /** The same in a row with gaps. */
  #bindSparsely(
    row: number,
    from: number,
    { styles, kinds, doubts }: PlainKinds,
    subject: number,
  ): number {
    const columns = this.#columns;
    const lines = this.#lines;
    const { cells } = lines;
    let place = from;
    for (; place < columns.length; place += 1) {
      const column = columns[place] ?? 0;
      const cell = lines.indexAt(row, column);
      if (cell < 0 || cells.kinds[cell] !== kind.number) break;
      if (cells.styles[cell] !== styles[place]) break;
      const doubt = doubts[place] ?? null;
      if (doubt !== null && !doubt.takes(cells.values[cell] ?? 0)) break;
      this.#list.addPlain(row, column, cell, kinds[place] ?? 0, subject);
    }
    return place;
  }
}
