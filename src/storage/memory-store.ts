import type { JournalStore } from "../dataset/store.ts";

/** A journal that is gone with the page or the process. */
export function createMemoryStore(): JournalStore {
  const entries = new Map<string, Uint8Array>();
  const blobs = new Map<string, Uint8Array>();
  return {
    persistent: false,
    async *readAll() {
      for (const [id, bytes] of [...entries])
        yield { id, bytes: bytes.slice() };
    },
    append(id, bytes) {
      entries.set(id, bytes.slice());
      return Promise.resolve();
    },
    hasBlob: (sha) => Promise.resolve(blobs.has(sha)),
    getBlob: (sha) => Promise.resolve(blobs.get(sha)?.slice() ?? null),
    putBlob(sha, bytes) {
      blobs.set(sha, bytes.slice());
      return Promise.resolve();
    },
    async *blobs() {
      yield* [...blobs.keys()];
    },
  };
}
