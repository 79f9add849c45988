import { deflateSync } from "fflate";
import { crc32 } from "./crc32.ts";

/** Bytes as a zip entry stores them. */
export interface Deflated {
  readonly data: Uint8Array;
  /** Check sum of the bytes that were deflated. */
  readonly crc: number;
}

/** Bytes deflated by fflate, where the platform does not deflate. */
export function deflateHere(bytes: Uint8Array): Deflated {
  return { data: deflateSync(bytes, { level: 6 }), crc: crc32(bytes) };
}
