import type { Limits } from "./limits.ts";
import type { ZipEntry } from "./zip-directory.ts";

/** What inflating a whole package may still give; shared by its entries. */
export class InflateBudget {
  readonly limits: Limits;
  left: number;

  constructor(limits: Limits) {
    this.limits = limits;
    this.left = limits.maxInflated;
  }
}

export type InflateFailure =
  | { readonly kind: "bomb"; readonly ratio: number }
  | { readonly kind: "tooLarge" }
  | { readonly kind: "damaged" }
  | { readonly kind: "method"; readonly method: number }
  | { readonly kind: "encrypted" };

/** How inflating an entry ended: whether the check sum held, or why it stopped. */
export type InflateEnd = { readonly crcHolds: boolean } | InflateFailure;

/** The compressed bytes of an entry. */
export function compressedBytes(
  bytes: Uint8Array,
  entry: ZipEntry,
): Uint8Array {
  return bytes.subarray(
    entry.dataStart,
    entry.dataStart + entry.compressedSize,
  );
}

/** Why an entry cannot be inflated at all; null when it can. */
export function refusal(entry: ZipEntry): InflateFailure | null {
  if ((entry.flags & 1) !== 0) return { kind: "encrypted" };
  return entry.method === 0 || entry.method === 8
    ? null
    : { kind: "method", method: entry.method };
}

/** Counts what an entry gives against the limits. */
export class InflateMeter {
  readonly #budget: InflateBudget;
  given = 0;

  constructor(budget: InflateBudget) {
    this.#budget = budget;
  }

  /** Counts bytes given for the compressed bytes taken so far; why no more may come, or null. */
  take(size: number, fed: number): InflateFailure | null {
    const { bombAfter, bombRatio } = this.#budget.limits;
    this.given += size;
    this.#budget.left -= size;
    if (this.given > bombAfter && this.given > bombRatio * fed)
      return { kind: "bomb", ratio: Math.floor(this.given / fed) };
    return this.#budget.left < 0 ? { kind: "tooLarge" } : null;
  }
}

export function joinBytes(pieces: readonly Uint8Array[]): Uint8Array {
  if (pieces.length === 1 && pieces[0] !== undefined) return pieces[0];
  const size = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const joined = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}
