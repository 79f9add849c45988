/** What decrypts a package, a segment at a time. */
export interface PackageKey {
  /** Bytes of a segment; all but the last have them. */
  readonly segment: number;
  /** A segment of whole blocks of 16 bytes, decrypted; they are numbered from 0. */
  readonly decrypt: (bytes: Uint8Array, number: number) => Uint8Array;
}
