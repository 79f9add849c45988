/** Bytes as a zip entry stores them. */
export interface Deflated {
  readonly data: Uint8Array;
  /** Check sum of the bytes that were deflated. */
  readonly crc: number;
}
