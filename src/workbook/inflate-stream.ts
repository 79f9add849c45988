import {
  compressedBytes,
  InflateMeter,
  joinBytes,
  refusal,
  type InflateBudget,
  type InflateEnd,
  type InflateFailure,
} from "./inflate.ts";
import type { ZipEntry } from "./zip-directory.ts";

/** Compressed bytes handed over at a time. */
const step = 64 * 1024;

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
  const meter = new InflateMeter(entry, budget);
  if (entry.method === 0) {
    for (let at = 0; at < data.length; at += step) {
      const piece = data.subarray(at, at + step);
      const failure = meter.take(piece, at + piece.length);
      if (failure !== null) return failure;
      yield piece;
    }
    return meter.end();
  }
  const native = openNative();
  if (native !== null) {
    const feeder = new Feeder(native, data);
    try {
      for (;;) {
        const piece = await feeder.next();
        if (piece === "end") return meter.end();
        if (piece === "failed") break;
        const failure = meter.take(piece, feeder.fed);
        if (failure !== null) return failure;
        yield piece;
      }
    } finally {
      feeder.close();
    }
  }
  // Every piece that was given already is counted; the rest follows on it.
  let known = meter.given;
  const { inflateSteps } = await import("./inflate-steps.ts");
  const steps = inflateSteps(data);
  for (;;) {
    const next = steps.next();
    if (next.done) return next.value ? meter.end() : { kind: "damaged" };
    const skipped = Math.min(known, next.value.piece.length);
    known -= skipped;
    const piece = next.value.piece.subarray(skipped);
    if (piece.length === 0) continue;
    const failure = meter.take(piece, next.value.fed);
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
  const pieces: Uint8Array[] = [];
  const run = inflateStream(bytes, entry, budget);
  for (;;) {
    const next = await run.next();
    if (!next.done) pieces.push(next.value);
    else if ("kind" in next.value) return next.value;
    else return { data: joinBytes(pieces), ...next.value };
  }
}

function openNative(): DecompressionStream | null {
  if (typeof DecompressionStream === "undefined") return null;
  try {
    return new DecompressionStream("deflate-raw");
  } catch {
    return null;
  }
}

/** Hands compressed bytes to a stream, a step at a time, and takes what comes out. */
class Feeder {
  /** Compressed bytes handed over. */
  fed = 0;
  readonly #writer: WritableStreamDefaultWriter<BufferSource>;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  #done = false;
  /** Asked for ahead, so that the inflater works while the last piece is read. */
  #ahead: Promise<ReadableStreamReadResult<Uint8Array>>;

  constructor(stream: DecompressionStream, data: Uint8Array) {
    this.#writer = stream.writable.getWriter();
    this.#reader =
      stream.readable.getReader() as ReadableStreamDefaultReader<Uint8Array>;
    // Failures are met where the pieces are read.
    this.#writer.closed.catch(ignore);
    this.#reader.closed.catch(ignore);
    this.#feed(data).catch(ignore);
    this.#ahead = this.#ask();
  }

  async #feed(data: Uint8Array): Promise<void> {
    for (let at = 0; at < data.length && !this.#done; at += step) {
      const chunk = data.subarray(at, at + step);
      this.fed = at + chunk.length;
      await this.#writer.write(chunk as Uint8Array<ArrayBuffer>);
    }
    if (!this.#done) await this.#writer.close();
  }

  #ask(): Promise<ReadableStreamReadResult<Uint8Array>> {
    const asked = this.#reader.read();
    // Its failure is met where it is awaited, if it ever is.
    asked.catch(ignore);
    return asked;
  }

  async next(): Promise<Uint8Array | "end" | "failed"> {
    try {
      const { done, value } = await this.#ahead;
      if (!done) {
        this.#ahead = this.#ask();
        return value;
      }
      this.#done = true;
      return "end";
    } catch {
      return "failed";
    }
  }

  close(): void {
    if (this.#done) return;
    this.#done = true;
    this.#reader.cancel().catch(ignore);
    this.#writer.abort().catch(ignore);
  }
}

function ignore(): void {
  // The reader decides what a failure means.
}
