import { Inflate } from "fflate";
import { crc32 } from "./crc32.ts";
import type { Limits } from "./limits.ts";
import type { ZipEntry } from "./zip-directory.ts";

/** Compressed bytes handed over at a time: at deflate's best ratio they give 16 MB. */
const step = 16 * 1024;

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

/**
 * Inflates an entry piece by piece; declared sizes are not believed. Returns
 * how it ended: whether the check sum held, or why it stopped.
 */
export function* inflatePieces(
  bytes: Uint8Array,
  entry: ZipEntry,
  budget: InflateBudget,
): Generator<Uint8Array, { readonly crcHolds: boolean } | InflateFailure> {
  if ((entry.flags & 1) !== 0) return { kind: "encrypted" };
  if (entry.method !== 0 && entry.method !== 8)
    return { kind: "method", method: entry.method };
  const data = bytes.subarray(
    entry.dataStart,
    entry.dataStart + entry.compressedSize,
  );
  const { bombAfter, bombRatio } = budget.limits;
  let crc = 0;
  let given = 0;
  let ready: Uint8Array[] = [];
  const inflate =
    entry.method === 8
      ? new Inflate((piece) => {
          ready.push(piece);
        })
      : null;
  for (let at = 0; at < data.length || at === 0; at += step) {
    const chunk = data.subarray(at, at + step);
    const last = at + step >= data.length;
    if (inflate === null) ready.push(chunk);
    else if (!push(inflate, chunk, last)) return { kind: "damaged" };
    for (const piece of ready) {
      if (piece.length === 0) continue;
      given += piece.length;
      budget.left -= piece.length;
      if (given > bombAfter && given > bombRatio * (at + chunk.length))
        return { kind: "bomb", ratio: Math.floor(given / (at + chunk.length)) };
      if (budget.left < 0) return { kind: "tooLarge" };
      crc = crc32(piece, crc);
      yield piece;
    }
    ready = [];
    if (data.length === 0) break;
  }
  return { crcHolds: crc === entry.crc };
}

/** False when the stream is no deflate stream, the one thing fflate throws for. */
function push(inflate: Inflate, chunk: Uint8Array, last: boolean): boolean {
  try {
    inflate.push(chunk, last);
    return true;
  } catch {
    return false;
  }
}

/** A whole entry in one array. */
export function inflateWhole(
  bytes: Uint8Array,
  entry: ZipEntry,
  budget: InflateBudget,
): { readonly data: Uint8Array; readonly crcHolds: boolean } | InflateFailure {
  const pieces: Uint8Array[] = [];
  const run = inflatePieces(bytes, entry, budget);
  for (;;) {
    const next = run.next();
    if (!next.done) pieces.push(next.value);
    else if ("kind" in next.value) return next.value;
    else return { data: joinBytes(pieces), ...next.value };
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
