/** Bytes of an ordinary block; longer records get a block of their own. */
const blockSize = 1 << 16;

/**
 * Short runs of bytes kept one behind the other, without an object for each.
 * Grows by blocks, so that nothing is copied and little is left over.
 */
export class BytePool {
  readonly #blocks: Uint8Array[] = [];
  #block = new Uint8Array(0);
  #used = 0;
  #firstSize = 1 << 10;

  /**
   * Keeps a copy of the bytes and returns their number, above 0 and below 2^32
   * for up to 4 GB. `mark`, 0 to 3, is kept with them.
   */
  add(data: Uint8Array, from: number, to: number, mark = 0): number {
    const size = to - from;
    const head = size < 63 ? 1 : 5;
    if (this.#used + head + size > this.#block.length)
      this.#newBlock(head + size);
    const block = this.#block;
    const start = this.#used;
    let at = start;
    block[at++] = (Math.min(size, 63) << 2) | mark;
    if (head > 1) {
      block[at++] = size & 255;
      block[at++] = (size >>> 8) & 255;
      block[at++] = (size >>> 16) & 255;
      block[at++] = size >>> 24;
    }
    if (size <= 32) for (let p = from; p < to; p++) block[at++] = data[p] ?? 0;
    else {
      block.set(data.subarray(from, to), at);
      at += size;
    }
    this.#used = at;
    return (this.#blocks.length - 1) * blockSize + start + 1;
  }

  #newBlock(needed: number): void {
    const size = Math.max(this.#firstSize, needed);
    this.#firstSize = Math.min(blockSize, this.#firstSize * 8);
    this.#block = new Uint8Array(size);
    this.#blocks.push(this.#block);
    this.#used = 0;
  }

  /** Mark of a record. */
  mark(record: number): number {
    const { block, at } = this.#place(record);
    return (block[at] ?? 0) & 3;
  }

  /** Bytes of a record, over the pool's memory. */
  bytes(record: number): Uint8Array {
    const { block, at } = this.#place(record);
    const short = (block[at] ?? 0) >>> 2;
    if (short < 63) return block.subarray(at + 1, at + 1 + short);
    const size =
      (block[at + 1] ?? 0) |
      ((block[at + 2] ?? 0) << 8) |
      ((block[at + 3] ?? 0) << 16) |
      ((block[at + 4] ?? 0) << 24);
    return block.subarray(at + 5, at + 5 + size);
  }

  #place(record: number): { block: Uint8Array; at: number } {
    const number = Math.floor((record - 1) / blockSize);
    const block = this.#blocks[number];
    if (block === undefined) throw new Error(`no record ${record} in the pool`);
    return { block, at: record - 1 - number * blockSize };
  }
}
