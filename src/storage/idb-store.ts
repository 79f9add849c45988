import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { JournalStore } from "../dataset/store.ts";
import { createMemoryStore } from "./memory-store.ts";

interface JournalSchema extends DBSchema {
  entries: { key: string; value: Uint8Array };
  blobs: { key: string; value: Uint8Array };
}

/** Entries read in one transaction; between batches the reader may take its time. */
const batchSize = 256;

/**
 * A journal in the browser's IndexedDB. Where the browser refuses it (private
 * windows, policies, no disk) the journal is kept in memory, and `persistent`
 * is false so that the user is told.
 */
export async function openIdbStore(name: string): Promise<JournalStore> {
  try {
    return idbStore(await openJournal(name));
  } catch {
    return createMemoryStore();
  }
}

function openJournal(name: string): Promise<IDBPDatabase<JournalSchema>> {
  const opened = openDB<JournalSchema>(name, 1, {
    upgrade(database) {
      database.createObjectStore("entries");
      database.createObjectStore("blobs");
    },
    blocking() {
      // A newer version in another tab waits for this connection to go.
      void opened.then((database) => {
        database.close();
      });
    },
  });
  return opened;
}

function idbStore(database: IDBPDatabase<JournalSchema>): JournalStore {
  async function put(
    store: "entries" | "blobs",
    key: string,
    bytes: Uint8Array,
  ): Promise<void> {
    const transaction = database.transaction(store, "readwrite", {
      durability: "strict",
    });
    await Promise.all([
      transaction.objectStore(store).put(ownBytes(bytes), key),
      transaction.done,
    ]);
  }
  return {
    persistent: true,
    async *readAll() {
      const ids = await database.getAllKeys("entries");
      for (let start = 0; start < ids.length; start += batchSize) {
        const batch = ids.slice(start, start + batchSize);
        const transaction = database.transaction("entries");
        const values = await Promise.all(
          batch.map((id) => transaction.store.get(id)),
        );
        for (const [place, id] of batch.entries()) {
          const bytes = values[place];
          if (bytes !== undefined) yield { id, bytes };
        }
      }
    },
    append: (id, bytes) => put("entries", id, bytes),
    async hasBlob(sha) {
      return (await database.count("blobs", sha)) > 0;
    },
    async getBlob(sha) {
      return (await database.get("blobs", sha)) ?? null;
    },
    putBlob: (sha, bytes) => put("blobs", sha, bytes),
    async *blobs() {
      yield* await database.getAllKeys("blobs");
    },
  };
}

/** A view would be stored with the whole buffer behind it. */
function ownBytes(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
}
