import { deflateSync } from "fflate";
import { crc32 } from "./crc32.ts";
import type { Deflated } from "./deflated.ts";

/** Bytes deflated by fflate, where the platform does not deflate. */
export function deflateHere(bytes: Uint8Array): Deflated {
  return { data: deflateSync(bytes, { level: 6 }), crc: crc32(bytes) };
}
