import { type Stored, compareStored } from "./entry.ts";
import { SnapshotMap } from "./snapshot-map.ts";
import { Versions, heldIn } from "./versions.ts";

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

/** What changed since it was last taken: the value in force at each key touched, null for none. To be gone through at once. */
export interface Feed<Value> {
  take(): Iterable<readonly [string, Value | null]>;
}

/** How statements are held and what they come to. There may be a million: what is held of each should be small. */
export interface Folding<Handle, Said extends Placed, Kept, Value, Dispute> {
  /** The statement that a handle stands for; a handle is no array. */
  open(handle: Handle): Said;
  isUndone(said: Said): boolean;
  resolve(key: string, said: readonly Said[]): Resolved<Kept, Dispute> | null;
  /** What is kept of a value in force, as others see it. */
  show(kept: Kept): Value;
  /** What a single handle nearly always comes to, so that nothing more is kept at its key; null where that cannot be told. */
  implied(handle: Handle): Kept | null;
}

/**
 * Statements by key, and what they come to. Only keys touched since the last
 * look are resolved again, so an entry costs its own size wherever it lands.
 * Values are made when they are asked for.
 */
export class KeyedFold<Handle, Said extends Placed, Kept, Value, Dispute> {
  readonly #folding: Folding<Handle, Said, Kept, Value, Dispute>;
  /** One handle, or several in journal order: nearly every key has one, and a list of its own would double it. */
  readonly #said = new Map<string, Handle | Handle[]>();
  /** What is in force, null for nothing, where that is not implied. */
  readonly #kept = new Map<string, Kept | null>();
  /** Keys to be resolved, with what was in force before they were touched. */
  readonly #touched = new Map<string, Kept | null>();
  readonly #feeds: Waiting[] = [];
  readonly #disputes = new Map<string, readonly Dispute[]>();
  readonly #versions = new Versions<Kept>();
  #size = 0;
  /** Every key ever met, in order, but for the new ones. */
  #ordered: readonly string[] = [];
  #unordered: string[] = [];
  #snapshot: ReadonlyMap<string, Value> | null = null;

  constructor(folding: Folding<Handle, Said, Kept, Value, Dispute>) {
    this.#folding = folding;
  }

  insert(key: string, handle: Handle): void {
    this.touch(key);
    const known = this.#said.get(key);
    if (known === undefined) {
      this.#said.set(key, handle);
      this.#unordered.push(key);
      return;
    }
    const list = Array.isArray(known) ? (known as Handle[]) : [known];
    if (list !== known) this.#said.set(key, list);
    const { open } = this.#folding;
    const said = open(handle);
    let place = list.length;
    for (let before = list[place - 1]; before !== undefined;) {
      if (comparePlaced(open(before), said) <= 0) break;
      place -= 1;
      before = list[place - 1];
    }
    list.splice(place, 0, handle);
  }

  /** What is said at `key` and not undone, in journal order. */
  said(key: string): readonly Said[] {
    const known = this.#said.get(key);
    if (known === undefined) return [];
    const { open, isUndone } = this.#folding;
    if (Array.isArray(known))
      return (known as Handle[]).map(open).filter((one) => !isUndone(one));
    const one = open(known);
    return isUndone(one) ? [] : [one];
  }

  /** What `key` resolves to must be found again. */
  touch(key: string): void {
    if (!this.#touched.has(key)) this.#touched.set(key, this.#keptAt(key));
    for (const { keys } of this.#feeds) keys?.add(key);
  }

  /** A feed that begins with every key there is. */
  feed(): Feed<Value> {
    const waiting: Waiting = { keys: null };
    this.#feeds.push(waiting);
    return {
      take: () => {
        const keys = waiting.keys ?? this.#said.keys();
        waiting.keys = new Set();
        return this.#valuesAt(keys);
      },
    };
  }

  *#valuesAt(
    keys: Iterable<string>,
  ): IterableIterator<readonly [string, Value | null]> {
    for (const key of keys) yield [key, this.valueAt(key)];
  }

  /** The value in force at a key; null for none. */
  valueAt(key: string): Value | null {
    this.#settle();
    return this.#shown(this.#keptAt(key));
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
    this.#settle();
    if (this.#snapshot !== null) return this.#snapshot;
    const version = this.#versions.begin();
    const keptThen = (key: string): Kept | null => {
      // First, so that the version is told what changes.
      this.#settle();
      return heldIn(version, key, () => this.#keptAt(key));
    };
    return (this.#snapshot = new SnapshotMap({
      size: this.#size,
      get: (key) => this.#shown(keptThen(key)),
      has: (key) => keptThen(key) !== null,
      keys: () => this.#inOrder(),
    }));
  }

  /** Every dispute, in the order of the key texts. */
  disputes(): readonly Dispute[] {
    this.#settle();
    return [...this.#disputes.keys()]
      .sort()
      .flatMap((key) => this.#disputes.get(key) ?? []);
  }

  /** What is in force at a key as last resolved. */
  #keptAt(key: string): Kept | null {
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept;
    const said = this.#said.get(key);
    return said === undefined || Array.isArray(said)
      ? null
      : this.#folding.implied(said);
  }

  #shown(kept: Kept | null): Value | null {
    return kept === null ? null : this.#folding.show(kept);
  }

  /** Resolves the keys touched since the last look. */
  #settle(): void {
    if (this.#touched.size === 0) return;
    for (const [key, before] of this.#touched) {
      const said = this.said(key);
      const resolved =
        said.length === 0 ? null : this.#folding.resolve(key, said);
      if (resolved === null || resolved.disputes.length === 0)
        this.#disputes.delete(key);
      else this.#disputes.set(key, resolved.disputes);
      const kept = resolved?.value ?? null;
      this.#kept.delete(key);
      if (this.#keptAt(key) !== kept) this.#kept.set(key, kept);
      if (kept === before) continue;
      this.#size += Number(kept !== null) - Number(before !== null);
      this.#versions.changed(key, before);
      this.#snapshot = null;
    }
    this.#touched.clear();
  }

  #inOrder(): readonly string[] {
    if (this.#unordered.length === 0) return this.#ordered;
    const added = this.#unordered.sort();
    this.#unordered = [];
    return (this.#ordered = merged(this.#ordered, added));
  }
}

/** Keys touched since a feed was last taken; null for every key there is. */
interface Waiting {
  keys: Set<string> | null;
}

/** Two sorted lists as one. */
function merged(a: readonly string[], b: readonly string[]): readonly string[] {
  if (a.length === 0) return b;
  const all: string[] = [];
  let next = 0;
  for (const key of a) {
    for (let early = b[next]; early !== undefined && early < key;) {
      all.push(early);
      next += 1;
      early = b[next];
    }
    all.push(key);
  }
  for (; next < b.length; next += 1) all.push(b[next] ?? "");
  return all;
}
