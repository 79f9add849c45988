const usualSize = 1 << 18;

/**
 * Gathers pieces of a stream into one buffer that is used again and again: what
 * a reader could not finish moves to its front.
 */
export class TailBuffer {
  readonly #longest: number;
  #data = new Uint8Array(0);
  #length = 0;

  /** `longest`: bytes that may stay unfinished. */
  constructor(longest: number) {
    this.#longest = longest;
  }

  /** Copies what fits from a position on, and returns how much that was. */
  take(piece: Uint8Array, from: number): number {
    if (this.#data.length === 0) this.#data = new Uint8Array(usualSize);
    const size = Math.min(
      piece.length - from,
      this.#data.length - this.#length,
    );
    this.#data.set(piece.subarray(from, from + size), this.#length);
    this.#length += size;
    return size;
  }

  get full(): boolean {
    return this.#length === this.#data.length;
  }

  /** The bytes at hand, valid until the next call. */
  bytes(): Uint8Array {
    return this.#data.subarray(0, this.#length);
  }

  /** Forgets the first bytes, which are done with. False when too much stays. */
  drop(used: number): boolean {
    this.#data.copyWithin(0, used, this.#length);
    this.#length -= used;
    if (this.#length > this.#longest) return false;
    // Doubling keeps an element that is read again and again linear.
    if (this.#length > this.#data.length / 2) {
      const bigger = new Uint8Array(this.#data.length * 2);
      bigger.set(this.#data.subarray(0, this.#length));
      this.#data = bigger;
    }
    return true;
  }

  clear(): void {
    this.#data = new Uint8Array(0);
    this.#length = 0;
  }
}
