import { BiffReader } from "./biff-text.ts";

/** One record with those that continue it. */
export interface BiffRecord {
  readonly type: number;
  /** Position of the record in the stream. */
  readonly start: number;
  readonly parts: readonly Uint8Array[];
}

const continued = 0x003c;

/** Walks over the records of a workbook stream. */
export class BiffRecords {
  readonly #bytes: Uint8Array;
  at: number;
  /** True when the stream ended inside a record. */
  cut = false;

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes;
    this.at = at;
  }

  /** The next record; null at the end. */
  next(): BiffRecord | null {
    const start = this.at;
    const head = this.#head();
    if (head === null) return null;
    const parts = [this.#take(head.size)];
    for (;;) {
      const next = this.#head();
      if (next?.type !== continued) break;
      parts.push(this.#take(next.size));
    }
    return { type: head.type, start, parts };
  }

  #head(): { readonly type: number; readonly size: number } | null {
    const { at } = this;
    const bytes = this.#bytes;
    if (at + 4 > bytes.length) return null;
    return {
      type: (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8),
      size: (bytes[at + 2] ?? 0) | ((bytes[at + 3] ?? 0) << 8),
    };
  }

  #take(size: number): Uint8Array {
    const from = this.at + 4;
    if (from + size > this.#bytes.length) this.cut = true;
    this.at = from + size;
    return this.#bytes.subarray(from, this.at);
  }
}

export function readerOf({ parts }: BiffRecord): BiffReader {
  return new BiffReader(parts);
}
