import type { ZipEntry } from "./zip-directory.ts";

/** Compressed bytes handed over at a time. */
const step = 64 * 1024;

/** Bytes a platform that asks gives at a time: a piece for each 16 KB would cost more than inflating it. */
const pieceSize = 256 * 1024;

/** Inflates piece by piece; `failed` where it cannot tell, or the bytes are not what the entry says. */
export interface NativeInflater {
  /** Compressed bytes taken so far. */
  readonly fed: number;
  next(): Promise<Uint8Array | "end" | "failed">;
  close(): void;
}

/**
 * The platform's inflater over the compressed bytes of an entry; null where it
 * has none. The bytes are handed over as a gzip member with the entry's check
 * sum and size, so that the platform compares those too.
 */
export function nativeInflater(
  data: Uint8Array,
  { crc, size }: ZipEntry,
): NativeInflater | null {
  const ends = new Uint8Array(18);
  ends.set([0x1f, 0x8b, 8]);
  const view = new DataView(ends.buffer);
  view.setUint32(10, crc, true);
  view.setUint32(14, size, true);
  const parts = [ends.subarray(0, 10), data, ends.subarray(10)] as const;
  const zlib = nodeZlib();
  if (zlib !== undefined) return new NodeInflater(zlib, parts);
  if (typeof DecompressionStream === "undefined") return null;
  return new StreamInflater(new DecompressionStream("gzip"), parts);
}

/** What is used of Node's zlib. */
interface Zlib {
  createGunzip(options: { chunkSize: number }): AsyncIterable<Uint8Array> & {
    readonly bytesWritten: number;
    write(bytes: Uint8Array): boolean;
    end(bytes: Uint8Array): void;
    destroy(): void;
  };
}

function nodeZlib(): Zlib | undefined {
  const { process } = globalThis as {
    process?: { getBuiltinModule?: (name: string) => unknown };
  };
  return process?.getBuiltinModule?.("node:zlib") as Zlib | undefined;
}

class NodeInflater implements NativeInflater {
  readonly #gunzip: ReturnType<Zlib["createGunzip"]>;
  readonly #pieces: AsyncIterator<Uint8Array>;

  constructor(
    zlib: Zlib,
    [head, data, tail]: readonly [Uint8Array, Uint8Array, Uint8Array],
  ) {
    this.#gunzip = zlib.createGunzip({ chunkSize: pieceSize });
    this.#pieces = this.#gunzip[Symbol.asyncIterator]();
    this.#gunzip.write(head);
    this.#gunzip.write(data);
    this.#gunzip.end(tail);
  }

  get fed(): number {
    return this.#gunzip.bytesWritten;
  }

  async next(): Promise<Uint8Array | "end" | "failed"> {
    try {
      const { done, value } = await this.#pieces.next();
      // A plain view: Node's own kind slices without a copy.
      return done
        ? "end"
        : new Uint8Array(value.buffer, value.byteOffset, value.length);
    } catch {
      return "failed";
    }
  }

  close(): void {
    this.#gunzip.destroy();
  }
}

/** Hands bytes to a stream, a step at a time, and takes what comes out. */
class StreamInflater implements NativeInflater {
  fed = 0;
  readonly #writer: WritableStreamDefaultWriter<BufferSource>;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  #done = false;
  /** Asked for ahead, so that the inflater works while the last piece is read. */
  #ahead: Promise<ReadableStreamReadResult<Uint8Array>>;

  constructor(stream: DecompressionStream, parts: readonly Uint8Array[]) {
    this.#writer = stream.writable.getWriter();
    this.#reader =
      stream.readable.getReader() as ReadableStreamDefaultReader<Uint8Array>;
    // Failures are met where the pieces are read.
    this.#writer.closed.catch(ignore);
    this.#reader.closed.catch(ignore);
    this.#feed(parts).catch(ignore);
    this.#ahead = this.#ask();
  }

  async #feed(parts: readonly Uint8Array[]): Promise<void> {
    for (const part of parts)
      for (let at = 0; at < part.length && !this.#done; at += step) {
        const chunk = part.subarray(at, at + step);
        this.fed += chunk.length;
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
