/** What a stored value is; the number column holds it or points at it. */
export const kind = {
  blank: 0,
  /** The double itself. */
  number: 1,
  /** Index into the shared strings. */
  shared: 2,
  /** Index into `texts`. */
  text: 3,
  /** 0 or 1. */
  boolean: 4,
  /** Index into `texts`. */
  error: 5,
  /** Index into `texts`: an ISO date. */
  date: 6,
} as const;

/** A formula as stored; `text` null for a cell that shares its master's. */
export interface StoredFormula {
  readonly text: string | null;
  /** Group of a shared formula; empty for others. */
  readonly shared: string;
  readonly array: boolean;
}

/** Positions of a cell's or row's element in the part; only kept for patching. */
interface Positions {
  starts: Float64Array;
  ends: Float64Array;
}

const firstCapacity = 256;

/** Cells of one sheet in columns, in the order they were met until `settle` sorts them. */
export class CellColumns {
  length = 0;
  rows = new Uint32Array(firstCapacity);
  columns = new Uint16Array(firstCapacity);
  kinds = new Uint8Array(firstCapacity);
  styles = new Uint32Array(firstCapacity);
  values = new Float64Array(firstCapacity);
  positions: Positions | null;
  readonly texts: string[] = [];
  readonly formulas = new Map<number, StoredFormula>();
  /** Digits of numbers whose shortest text is another one, as lengths and bytes in a pool. */
  #rawAt: Uint32Array | null = null;
  #pool = new Uint8Array(0);
  #poolLength = 1;
  /** After `settle`: the rows that have cells, and where each begins. */
  rowNumbers = new Uint32Array(0);
  rowStarts = new Uint32Array(0);
  #sorted = true;
  #order: Uint32Array | null = null;

  constructor(keepPositions: boolean) {
    this.positions = keepPositions
      ? {
          starts: new Float64Array(firstCapacity),
          ends: new Float64Array(firstCapacity),
        }
      : null;
  }

  /** Adds a cell and returns its number. */
  push(
    row: number,
    column: number,
    cellKind: number,
    style: number,
    value: number,
  ): number {
    const index = this.length;
    if (index === this.rows.length) this.#grow();
    if (this.#sorted && index > 0) {
      const before = this.rows[index - 1] ?? 0;
      if (
        row < before ||
        (row === before && column <= (this.columns[index - 1] ?? 0))
      )
        this.#sorted = false;
    }
    this.rows[index] = row;
    this.columns[index] = column;
    this.kinds[index] = cellKind;
    this.styles[index] = style;
    this.values[index] = value;
    this.length = index + 1;
    return index;
  }

  pushText(
    row: number,
    column: number,
    cellKind: number,
    style: number,
    text: string,
  ): number {
    this.texts.push(text);
    return this.push(row, column, cellKind, style, this.texts.length - 1);
  }

  setPosition(index: number, start: number, end: number): void {
    if (this.positions === null) return;
    this.positions.starts[index] = start;
    this.positions.ends[index] = end;
  }

  #grow(): void {
    const size = this.rows.length * 2;
    this.rows = grown(this.rows, new Uint32Array(size));
    this.columns = grown(this.columns, new Uint16Array(size));
    this.kinds = grown(this.kinds, new Uint8Array(size));
    this.styles = grown(this.styles, new Uint32Array(size));
    this.values = grown(this.values, new Float64Array(size));
    if (this.#rawAt !== null)
      this.#rawAt = grown(this.#rawAt, new Uint32Array(size));
    if (this.positions !== null) {
      const { starts, ends } = this.positions;
      this.positions = {
        starts: grown(starts, new Float64Array(size)),
        ends: grown(ends, new Float64Array(size)),
      };
    }
  }

  /** Keeps the digits of a number as the file has them. At most 255 of them. */
  setRaw(index: number, data: Uint8Array, from: number, to: number): void {
    const size = to - from;
    this.#rawAt ??= new Uint32Array(this.rows.length);
    if (this.#poolLength + size + 1 > this.#pool.length) {
      const bigger = Math.max(4096, this.#pool.length * 2, size + 2);
      this.#pool = grown(this.#pool, new Uint8Array(bigger));
    }
    this.#rawAt[index] = this.#poolLength;
    this.#pool[this.#poolLength] = size;
    this.#pool.set(data.subarray(from, to), this.#poolLength + 1);
    this.#poolLength += size + 1;
  }

  /** The digits kept for a cell; undefined where they are the number's shortest text. */
  raw(index: number): string | undefined {
    const at = this.#rawAt?.[this.source(index)] ?? 0;
    if (at === 0) return undefined;
    const size = this.#pool[at] ?? 0;
    return String.fromCharCode(...this.#pool.subarray(at + 1, at + 1 + size));
  }

  formula(index: number): StoredFormula | undefined {
    return this.formulas.size === 0
      ? undefined
      : this.formulas.get(this.source(index));
  }

  /** The number a cell had when it was added. */
  source(index: number): number {
    return this.#order?.[index] ?? index;
  }

  /**
   * Sorts by row and column where the file did not, indexes the rows and drops
   * all but the last of cells that stand at one address; returns the addresses
   * that stood there more than once.
   */
  settle(): { readonly row: number; readonly column: number }[] {
    const twice = this.#sorted ? [] : this.#sort();
    this.#trim();
    const numbers: number[] = [];
    const starts: number[] = [];
    let last = -1;
    for (let index = 0; index < this.length; index++) {
      const row = this.rows[index] ?? 0;
      if (row === last) continue;
      last = row;
      numbers.push(row);
      starts.push(index);
    }
    starts.push(this.length);
    this.rowNumbers = Uint32Array.from(numbers);
    this.rowStarts = Uint32Array.from(starts);
    return twice;
  }

  #sort(): { row: number; column: number }[] {
    const key = (index: number): number =>
      (this.rows[index] ?? 0) * 16384 + (this.columns[index] ?? 0);
    const keys = new Float64Array(this.length);
    for (let index = 0; index < this.length; index++) keys[index] = key(index);
    const all = new Uint32Array(this.length).map((_, index) => index);
    all.sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b);
    const twice: { row: number; column: number }[] = [];
    const kept = all.filter((from, index) => {
      const next = all[index + 1];
      if (next === undefined || keys[next] !== keys[from]) return true;
      twice.push({
        row: this.rows[from] ?? 0,
        column: this.columns[from] ?? 0,
      });
      return false;
    });
    const pick = <
      T extends Uint32Array | Uint16Array | Uint8Array | Float64Array,
    >(
      column: T,
    ): T => {
      const made = column.slice(0, kept.length) as T;
      kept.forEach((from, index) => {
        made[index] = column[from] ?? 0;
      });
      return made;
    };
    this.rows = pick(this.rows);
    this.columns = pick(this.columns);
    this.kinds = pick(this.kinds);
    this.styles = pick(this.styles);
    this.values = pick(this.values);
    if (this.positions !== null)
      this.positions = {
        starts: pick(this.positions.starts),
        ends: pick(this.positions.ends),
      };
    this.length = kept.length;
    this.#order = kept;
    return twice;
  }

  /** Gives back the room that growing by doubling left over. */
  #trim(): void {
    if (this.rows.length - this.length < 4096) return;
    this.rows = this.rows.slice(0, this.length);
    this.columns = this.columns.slice(0, this.length);
    this.kinds = this.kinds.slice(0, this.length);
    this.styles = this.styles.slice(0, this.length);
    this.values = this.values.slice(0, this.length);
  }

  /** Number of the cell at an address; -1 where none is stored. Needs `settle`. */
  find(row: number, column: number): number {
    const at = lowerBound(this.rowNumbers, row, 0, this.rowNumbers.length);
    if (this.rowNumbers[at] !== row) return -1;
    const from = this.rowStarts[at] ?? 0;
    const to = this.rowStarts[at + 1] ?? from;
    const index = lowerBound(this.columns, column, from, to);
    return index < to && this.columns[index] === column ? index : -1;
  }
}

function grown<T extends Uint32Array | Uint16Array | Uint8Array | Float64Array>(
  from: T,
  to: T,
): T {
  to.set(from);
  return to;
}

/** First position from `from` whose value is not below `wanted`, in ascending numbers. */
export function lowerBound(
  values: Uint32Array | Uint16Array,
  wanted: number,
  from: number,
  to: number,
): number {
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((values[middle] ?? 0) < wanted) from = middle + 1;
    else to = middle;
  }
  return from;
}
