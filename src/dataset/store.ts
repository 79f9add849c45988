import type { Sha256 } from "../model/codes.ts";

/**
 * Where a journal is kept: a growing set of entries and a growing set of files,
 * both named by their SHA-256. Writing what is already there changes nothing.
 * A store does not look into the bytes and does not check them. Every promise
 * rejects when the place refuses (full, gone, not permitted).
 */
export interface JournalStore {
  /** Every entry, in no particular order. */
  readAll(): AsyncIterable<StoredBytes>;
  /** Resolves when the entry would survive a crash. */
  append(id: Sha256, bytes: Uint8Array): Promise<void>;
  hasBlob(sha: Sha256): Promise<boolean>;
  getBlob(sha: Sha256): Promise<Uint8Array | null>;
  putBlob(sha: Sha256, bytes: Uint8Array): Promise<void>;
  /** The names of all files, in no particular order. */
  blobs(): AsyncIterable<Sha256>;
  /** False when everything is gone with the page or the process. */
  readonly persistent: boolean;
}

export interface StoredBytes {
  readonly id: Sha256;
  readonly bytes: Uint8Array;
}
