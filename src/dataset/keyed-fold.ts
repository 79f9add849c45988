import { type Stored, compareStored } from "./entry.ts";

/** Something an entry says, with its place in journal order. */
export interface Placed {
  readonly from: Stored;
  /** Place within the entry. */
  readonly row: number;
}

export function comparePlaced(a: Placed, b: Placed): number {
  return compareStored(a.from, b.from) || a.row - b.row;
}

/**
 * Statements by key, and what they resolve to. Only keys touched since the last
 * look are resolved again, so an entry costs its own size wherever it lands.
 */
export class KeyedFold<Said extends Placed, Result> {
  readonly #resolve: (key: string, said: readonly Said[]) => Result | null;
  readonly #isUndone: (said: Said) => boolean;
  readonly #said = new Map<string, Said[]>();
  readonly #results = new Map<string, Result>();
  readonly #touched = new Set<string>();
  #keys: readonly string[] = [];
  #newKeys: string[] = [];

  constructor(
    resolve: (key: string, said: readonly Said[]) => Result | null,
    isUndone: (said: Said) => boolean,
  ) {
    this.#resolve = resolve;
    this.#isUndone = isUndone;
  }

  insert(key: string, said: Said): void {
    this.#touched.add(key);
    const list = this.#said.get(key);
    if (list === undefined) {
      this.#said.set(key, [said]);
      this.#newKeys.push(key);
      return;
    }
    let place = list.length;
    for (let before = list[place - 1]; before !== undefined;) {
      if (comparePlaced(before, said) <= 0) break;
      place -= 1;
      before = list[place - 1];
    }
    list.splice(place, 0, said);
  }

  /** What `key` resolves to must be found again. */
  touch(key: string): void {
    this.#touched.add(key);
  }

  /** Everything said at a key in journal order, undone or not. */
  said(key: string): readonly Said[] {
    return this.#said.get(key) ?? [];
  }

  /** Every key that resolves to something, in the order of the key texts. */
  *results(): Iterable<readonly [string, Result]> {
    this.#bringUpToDate();
    for (const key of this.#keys) {
      const result = this.#results.get(key);
      if (result !== undefined) yield [key, result];
    }
  }

  #bringUpToDate(): void {
    for (const key of this.#touched) {
      const said = this.said(key).filter((one) => !this.#isUndone(one));
      const result = said.length === 0 ? null : this.#resolve(key, said);
      if (result === null) this.#results.delete(key);
      else this.#results.set(key, result);
    }
    this.#touched.clear();
    if (this.#newKeys.length === 0) return;
    this.#keys = mergeSorted(this.#keys, this.#newKeys.sort());
    this.#newKeys = [];
  }
}

function mergeSorted(
  a: readonly string[],
  b: readonly string[],
): readonly string[] {
  const merged: string[] = [];
  let i = 0;
  let j = 0;
  for (;;) {
    const x = a[i];
    const y = b[j];
    if (x !== undefined && (y === undefined || x < y)) {
      merged.push(x);
      i += 1;
    } else if (y !== undefined) {
      merged.push(y);
      j += 1;
    } else return merged;
  }
}
