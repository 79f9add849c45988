import type { Deflated } from "./deflated.ts";

/** What a gzip member has before and behind the deflated bytes. */
const head = 10;
const tail = 8;

/**
 * Bytes deflated, by the platform where it can (it works beside the page, is
 * several times faster and sums the bytes up), else by fflate, which is loaded
 * then.
 */
export async function deflate(bytes: Uint8Array): Promise<Deflated> {
  if (typeof CompressionStream !== "undefined") {
    const whole = new Blob([bytes as Uint8Array<ArrayBuffer>]);
    const packed = new Uint8Array(
      await new Response(
        whole.stream().pipeThrough(new CompressionStream("gzip")),
      ).arrayBuffer(),
    );
    const end = packed.length - tail;
    // No flag is set: nothing but the ten bytes stands before the rest.
    if (packed[3] === 0)
      return {
        data: packed.subarray(head, end),
        crc: new DataView(packed.buffer).getUint32(end, true),
      };
  }
  const { deflateHere } = await import("./deflate-here.ts");
  return deflateHere(bytes);
}
