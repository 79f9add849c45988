import type { Deflated } from "./deflated.ts";
import { joinBytes } from "./inflate.ts";

/** What a gzip member has before and behind the deflated bytes. */
const head = 10;
const tail = 8;

/** Bytes from which on a part is handed over piece by piece. */
const large = 1 << 24;

/**
 * Bytes deflated, by the platform where it can (it works beside the page, is
 * several times faster and sums the bytes up), else by fflate, which is loaded
 * then.
 */
export async function deflate(
  pieces: readonly Uint8Array[],
): Promise<Deflated> {
  if (typeof CompressionStream !== "undefined") {
    const { readable, writable } = new CompressionStream("gzip");
    const [buffer] = await Promise.all([
      new Response(readable).arrayBuffer(),
      feed(pieces, writable.getWriter()),
    ]);
    const packed = new Uint8Array(buffer);
    const end = packed.length - tail;
    // No flag is set: nothing but the ten bytes stands before the rest.
    if (packed[3] === 0)
      return {
        data: packed.subarray(head, end),
        crc: new DataView(packed.buffer).getUint32(end, true),
      };
  }
  const { deflateHere } = await import("./deflate-here.ts");
  return deflateHere(joinBytes(pieces));
}

/** Hands bytes over: a small part as one, since each piece costs a turn; of a large one no copy waits. */
async function feed(
  pieces: readonly Uint8Array[],
  writer: WritableStreamDefaultWriter<BufferSource>,
): Promise<void> {
  const size = pieces.reduce((sum, { length }) => sum + length, 0);
  for (const piece of size < large ? [joinBytes(pieces)] : pieces)
    await writer.write(piece as Uint8Array<ArrayBuffer>);
  await writer.close();
}
