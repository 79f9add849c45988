/** Something computed from what was read, to be computed again when that changes. */
export interface Reader {
  /** What it was computed from changed. */
  forget(): void;
}

/** Notes who reads what while something is computed. One for an index and all that is computed from it. */
export class Reads {
  #reader: Reader | null = null;

  get reader(): Reader | null {
    return this.#reader;
  }

  /** Runs `compute`; whatever is read in it is noted for `reader` (null: for nobody). */
  by<Result>(reader: Reader | null, compute: () => Result): Result {
    const before = this.#reader;
    this.#reader = reader;
    try {
      return compute();
    } finally {
      this.#reader = before;
    }
  }
}

/** One thing that is read. */
export class Readable {
  readonly #reads: Reads;
  #readers: Set<Reader> | Reader | null = null;

  constructor(reads: Reads) {
    this.#reads = reads;
  }

  /** Notes the reader at work. */
  noteRead(): void {
    const { reader } = this.#reads;
    const known = this.#readers;
    if (reader === null || known === reader) return;
    if (known === null) this.#readers = reader;
    else if (known instanceof Set) known.add(reader);
    else this.#readers = new Set([known, reader]);
  }

  /** Has everybody who read it forget what came of it. */
  changed(): void {
    const readers = this.#readers;
    this.#readers = null;
    if (readers === null) return;
    if (readers instanceof Set) for (const reader of readers) reader.forget();
    else readers.forget();
  }
}
