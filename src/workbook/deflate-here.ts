import { deflateSync } from "fflate";

/** Bytes deflated by fflate, where the platform does not deflate. */
export function deflateHere(bytes: Uint8Array): Uint8Array {
  return deflateSync(bytes, { level: 6 });
}
