import {
  compressedBytes,
  InflateMeter,
  joinBytes,
  refusal,
  type InflateBudget,
  type InflateEnd,
  type InflateFailure,
} from "./inflate.ts";
import { nativeInflater } from "./native-inflater.ts";
import type { ZipEntry } from "./zip-directory.ts";

/**
 * Inflates an entry piece by piece; declared sizes are not believed. Returns
 * how it ended. The platform's own inflater does it where there is one: it is
 * three times faster and works beside the reader. Where that fails, fflate is
 * loaded, takes over from the same place and decides what is wrong, so that
 * every platform says the same. Of a broken entry a platform may give some
 * bytes more than fflate would.
 */
export async function* inflateStream(
  bytes: Uint8Array,
  entry: ZipEntry,
  budget: InflateBudget,
): AsyncGenerator<Uint8Array, InflateEnd> {
  const refused = refusal(entry);
  if (refused !== null) return refused;
  const data = compressedBytes(bytes, entry);
  const meter = new InflateMeter(budget);
  const native = entry.method === 0 ? null : nativeInflater(data, entry);
  if (native !== null)
    try {
      for (;;) {
        const piece = await native.next();
        if (piece === "end") return { crcHolds: true };
        if (piece === "failed") break;
        const failure = meter.take(piece.length, native.fed);
        if (failure !== null) return failure;
        yield piece;
      }
    } finally {
      native.close();
    }
  // Every piece that was given already is counted; the rest follows on it.
  let known = meter.given;
  const { crc32 } = await import("./crc32.ts");
  const steps =
    entry.method === 0
      ? (await import("./stored-steps.ts")).storedSteps(data)
      : (await import("./inflate-steps.ts")).inflateSteps(data);
  let crc = 0;
  for (;;) {
    const next = steps.next();
    if (next.done)
      return next.value ? { crcHolds: crc === entry.crc } : { kind: "damaged" };
    crc = crc32(next.value.piece, crc);
    const skipped = Math.min(known, next.value.piece.length);
    known -= skipped;
    const piece = next.value.piece.subarray(skipped);
    if (piece.length === 0) continue;
    const failure = meter.take(piece.length, next.value.fed);
    if (failure !== null) return failure;
    yield piece;
  }
}

/** A whole entry in one array. */
export async function inflateWhole(
  bytes: Uint8Array,
  entry: ZipEntry,
  budget: InflateBudget,
): Promise<
  { readonly data: Uint8Array; readonly crcHolds: boolean } | InflateFailure
> {
  // Room for what is declared, as far as that can be true: pieces that are joined in the end would be there twice.
  const { bombAfter, bombRatio } = budget.limits;
  const possible = Math.max(bombAfter, bombRatio * entry.compressedSize);
  let data: Uint8Array = new Uint8Array(
    Math.min(entry.size, possible, budget.left),
  );
  let length = 0;
  const run = inflateStream(bytes, entry, budget);
  for (;;) {
    const next = await run.next();
    if (next.done)
      return "kind" in next.value
        ? next.value
        : { data: data.subarray(0, length), ...next.value };
    const piece = next.value;
    if (length + piece.length > data.length)
      data = joinBytes([data, new Uint8Array(length + piece.length)]);
    data.set(piece, length);
    length += piece.length;
  }
}
