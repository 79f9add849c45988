/** What decrypts the records of a workbook stream. */
export interface BiffCipher {
  /** Decrypts bytes of a record where they lie: `at` is their position in the stream, `recordSize` the size of the whole record. Positions only grow. */
  decrypt(bytes: Uint8Array, at: number, recordSize: number): void;
}
