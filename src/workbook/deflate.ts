import type { Deflated } from "./deflated.ts";
import { joinBytes } from "./inflate.ts";

/** What a gzip member has before and behind the deflated bytes. */
const head = 10;
const tail = 8;

/** Bytes handed over at a time. */
const step = 1 << 18;

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

/** Hands bytes over a step at a time, so that no copy of all of them waits. */
async function feed(
  pieces: readonly Uint8Array[],
  writer: WritableStreamDefaultWriter<BufferSource>,
): Promise<void> {
  for (const piece of pieces)
    for (let at = 0; at < piece.length; at += step)
      await writer.write(
        piece.subarray(at, at + step) as Uint8Array<ArrayBuffer>,
      );
  await writer.close();
}
