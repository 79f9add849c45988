/**
 * Bytes deflated, by the platform where it can (it works beside the page and
 * is several times faster), else by fflate, which is loaded then.
 */
export async function deflate(bytes: Uint8Array): Promise<Uint8Array> {
  const native = openNative();
  if (native === null) {
    const { deflateHere } = await import("./deflate-here.ts");
    return deflateHere(bytes);
  }
  const whole = new Blob([bytes as Uint8Array<ArrayBuffer>]);
  const packed = whole.stream().pipeThrough(native);
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

function openNative(): CompressionStream | null {
  if (typeof CompressionStream === "undefined") return null;
  try {
    return new CompressionStream("deflate-raw");
  } catch {
    return null;
  }
}
