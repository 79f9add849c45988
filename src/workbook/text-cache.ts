const slots = 4096;
const longest = 40;

/**
 * Remembers the short texts met last by their bytes, so that a text which a
 * sheet repeats is decoded and kept once.
 */
export class TextCache {
  readonly #bytes = new Uint8Array(slots * longest);
  readonly #lengths = new Uint8Array(slots);
  readonly #numbers = new Uint32Array(slots);
  #slot = -1;

  /** Number given to the bytes by `keep`; -1 when they are not remembered. */
  find(data: Uint8Array, from: number, to: number): number {
    const size = to - from;
    this.#slot = -1;
    if (size === 0 || size > longest) return -1;
    let hash = size;
    for (let at = from; at < to; at++)
      hash = (Math.imul(hash, 31) + (data[at] ?? 0)) | 0;
    const slot = (hash ^ (hash >>> 13)) & (slots - 1);
    this.#slot = slot;
    if (this.#lengths[slot] !== size) return -1;
    const bytes = this.#bytes;
    const start = slot * longest;
    for (let k = 0; k < size; k++)
      if (bytes[start + k] !== data[from + k]) return -1;
    return this.#numbers[slot] ?? -1;
  }

  /** Gives the bytes that `find` was asked for last a number. */
  keep(data: Uint8Array, from: number, to: number, number: number): void {
    const slot = this.#slot;
    if (slot < 0) return;
    this.#lengths[slot] = to - from;
    this.#numbers[slot] = number;
    this.#bytes.set(data.subarray(from, to), slot * longest);
  }
}
