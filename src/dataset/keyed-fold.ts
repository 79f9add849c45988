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

/** What the statements at one key come to: the value in force, and what disputes it. */
export interface Resolved<Value, Dispute> {
  readonly value: Value;
  readonly disputes: readonly Dispute[];
}

/** What changed since it was last taken: the value in force at each key touched, null for none. */
export interface Feed<Value> {
  take(): readonly (readonly [string, Value | null])[];
}

/**
 * Statements by key, and what they come to. Only keys touched since the last
 * look are resolved again, so an entry costs its own size wherever it lands.
 * The map of all values is put together when it is asked for; whoever follows a
 * feed needs none.
 */
export class KeyedFold<Said extends Placed, Value, Dispute> {
  readonly #resolve: (
    key: string,
    said: readonly Said[],
  ) => Resolved<Value, Dispute> | null;
  readonly #isUndone: (said: Said) => boolean;
  /** One statement, or several in journal order: nearly every key has one, and a list of its own would double it. */
  readonly #said = new Map<string, Said | Said[]>();
  readonly #touched = new Set<string>();
  /** Resolved since the map of all values was put together. */
  readonly #fresh = new Map<string, Value | null>();
  readonly #feeds: Set<string>[] = [];
  #size = 0;
  readonly #disputes = new Map<string, readonly Dispute[]>();
  #values: ReadonlyMap<string, Value> = new Map<string, Value>();

  constructor(
    resolve: (
      key: string,
      said: readonly Said[],
    ) => Resolved<Value, Dispute> | null,
    isUndone: (said: Said) => boolean,
  ) {
    this.#resolve = resolve;
    this.#isUndone = isUndone;
  }

  insert(key: string, said: Said): void {
    this.touch(key);
    const known = this.#said.get(key);
    if (known === undefined) {
      this.#said.set(key, said);
      return;
    }
    const list = Array.isArray(known) ? known : [known];
    if (list !== known) this.#said.set(key, list);
    let place = list.length;
    for (let before = list[place - 1]; before !== undefined;) {
      if (comparePlaced(before, said) <= 0) break;
      place -= 1;
      before = list[place - 1];
    }
    list.splice(place, 0, said);
  }

  /** What is said at `key` and not undone, in journal order. */
  said(key: string): readonly Said[] {
    const known = this.#said.get(key);
    if (known === undefined) return [];
    if (Array.isArray(known))
      return known.filter((one) => !this.#isUndone(one));
    return this.#isUndone(known) ? [] : [known];
  }

  /** What `key` resolves to must be found again. */
  touch(key: string): void {
    this.#touched.add(key);
    for (const feed of this.#feeds) feed.add(key);
  }

  /** A feed that begins with every key there is. */
  feed(): Feed<Value> {
    const waiting = new Set(this.#said.keys());
    this.#feeds.push(waiting);
    return {
      take: () => {
        const taken = [...waiting].map(
          (key) => [key, this.valueAt(key)] as const,
        );
        waiting.clear();
        return taken;
      },
    };
  }

  /** The value in force at a key; null for none. */
  valueAt(key: string): Value | null {
    this.#settle();
    const fresh = this.#fresh.get(key);
    return fresh === undefined ? (this.#values.get(key) ?? null) : fresh;
  }

  /** How many keys have a value. */
  get size(): number {
    this.#settle();
    return this.#size;
  }

  /** How many disputes there are. */
  get disputed(): number {
    this.#settle();
    let count = 0;
    for (const disputes of this.#disputes.values()) count += disputes.length;
    return count;
  }

  /** Every value in force, in the order of the key texts. Later statements leave the map alone. */
  values(): ReadonlyMap<string, Value> {
    this.#bringUpToDate();
    return this.#values;
  }

  /** Every dispute, in the order of the key texts. */
  disputes(): readonly Dispute[] {
    this.#bringUpToDate();
    return [...this.#disputes.keys()]
      .sort()
      .flatMap((key) => this.#disputes.get(key) ?? []);
  }

  /** Resolves the keys touched since the last look. */
  #settle(): void {
    for (const key of this.#touched) {
      const said = this.said(key);
      const resolved = said.length === 0 ? null : this.#resolve(key, said);
      if (resolved === null || resolved.disputes.length === 0)
        this.#disputes.delete(key);
      else this.#disputes.set(key, resolved.disputes);
      const before = this.#fresh.has(key)
        ? this.#fresh.get(key) !== null
        : this.#values.has(key);
      this.#size += Number(resolved !== null) - Number(before);
      this.#fresh.set(key, resolved === null ? null : resolved.value);
    }
    this.#touched.clear();
  }

  #bringUpToDate(): void {
    this.#settle();
    if (this.#fresh.size === 0) return;
    const values = new Map(this.#values);
    const newKeys: string[] = [];
    for (const [key, value] of this.#fresh) {
      if (value === null) {
        values.delete(key);
        continue;
      }
      if (!values.has(key)) newKeys.push(key);
      values.set(key, value);
    }
    this.#fresh.clear();
    this.#values =
      newKeys.length === 0 ? values : inKeyOrder(values, newKeys.sort());
  }
}

/** The new keys stand at the end of the map, the others in order before them. */
function inKeyOrder<Value>(
  values: ReadonlyMap<string, Value>,
  newKeys: readonly string[],
): ReadonlyMap<string, Value> {
  const ordered = new Map<string, Value>();
  const copy = (key: string): void => {
    const value = values.get(key);
    if (value !== undefined) ordered.set(key, value);
  };
  let left = values.size - newKeys.length;
  let next = 0;
  for (const key of values.keys()) {
    if (left === 0) break;
    left -= 1;
    for (let early = newKeys[next]; early !== undefined && early < key;) {
      copy(early);
      next += 1;
      early = newKeys[next];
    }
    copy(key);
  }
  newKeys.slice(next).forEach(copy);
  return ordered;
}
