/** Where a snapshot reads from. */
export interface SnapshotSource<Value> {
  readonly size: number;
  /** Null for none. */
  get(key: string): Value | null;
  has(key: string): boolean;
  /** In order; keys without a value may be among them. */
  keys(): readonly string[];
}

/** A map that never changes, whose values are made when they are asked for. */
export class SnapshotMap<Value> implements ReadonlyMap<string, Value> {
  readonly size: number;
  readonly #source: SnapshotSource<Value>;

  constructor(source: SnapshotSource<Value>) {
    this.size = source.size;
    this.#source = source;
  }

  get(key: string): Value | undefined {
    return this.#source.get(key) ?? undefined;
  }

  has(key: string): boolean {
    return this.#source.has(key);
  }

  *keys(): MapIterator<string> {
    for (const key of this.#source.keys()) if (this.#source.has(key)) yield key;
  }

  *values(): MapIterator<Value> {
    for (const [, value] of this.entries()) yield value;
  }

  *entries(): MapIterator<[string, Value]> {
    for (const key of this.#source.keys()) {
      const value = this.#source.get(key);
      if (value !== null) yield [key, value];
    }
  }

  [Symbol.iterator](): MapIterator<[string, Value]> {
    return this.entries();
  }

  forEach(
    use: (value: Value, key: string, map: ReadonlyMap<string, Value>) => void,
  ): void {
    for (const [key, value] of this.entries()) use(value, key, this);
  }
}
