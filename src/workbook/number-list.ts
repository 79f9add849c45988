/** Whole numbers below 2^32 in a row, growing as they come. */
export class NumberList {
  length = 0;
  #items = new Uint32Array(16);

  push(value: number): void {
    if (this.length === this.#items.length) {
      const bigger = new Uint32Array(this.length * 2);
      bigger.set(this.#items);
      this.#items = bigger;
    }
    this.#items[this.length] = value;
    this.length += 1;
  }

  at(index: number): number {
    return this.#items[index] ?? 0;
  }

  /** The numbers so far, over the same memory. */
  view(): Uint32Array {
    return this.#items.subarray(0, this.length);
  }

  /** Gives back the room that growing left over. */
  trim(): void {
    if (this.#items.length > this.length + 1024)
      this.#items = this.#items.slice(0, this.length);
  }
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

/** Finds numbers in an ascending list; quick where they are asked for in order. */
export class AscendingIndex {
  readonly #list: NumberList;
  #last = -1;

  constructor(list: NumberList) {
    this.#list = list;
  }

  /** Position of a number; -1 when it is not in the list. */
  find(wanted: number): number {
    const list = this.#list;
    let at = this.#last + 1;
    if (at >= list.length || list.at(at) !== wanted)
      at = lowerBound(list.view(), wanted, 0, list.length);
    if (at >= list.length || list.at(at) !== wanted) return -1;
    this.#last = at;
    return at;
  }
}
