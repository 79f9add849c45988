import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { afterEach, describe, expect, test, vi } from "vitest";
import { encodeEntry } from "../../src/dataset/canonical.ts";
import { sha256Hex } from "../../src/dataset/hash.ts";
import { Journal } from "../../src/dataset/journal.ts";
import type { JournalStore } from "../../src/dataset/store.ts";
import { openFolderStore } from "../../src/storage/folder-store.ts";
import { openIdbStore } from "../../src/storage/idb-store.ts";
import { createMemoryStore } from "../../src/storage/memory-store.ts";
import {
  editOf,
  importOf,
  pm,
  store as storedOf,
  taiyuan,
} from "../dataset/samples.ts";

const folders: string[] = [];

afterEach(async () => {
  for (const folder of folders.splice(0))
    await rm(folder, { recursive: true, force: true });
  vi.unstubAllGlobals();
});

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "dabiao-store-"));
  folders.push(folder);
  return folder;
}

async function all(store: JournalStore) {
  const found: { id: string; bytes: Uint8Array }[] = [];
  for await (const stored of store.readAll()) found.push(stored);
  return found.sort((a, b) => (a.id < b.id ? -1 : 1));
}

const first = storedOf(1, importOf([pm(taiyuan, 58)]));
const firstBytes = encodeEntry(first.entry);
const file = new TextEncoder().encode("a workbook");
const sha = sha256Hex(file);

const kinds: Record<
  string,
  { persistent: boolean; open: () => Promise<() => Promise<JournalStore>> }
> = {
  memory: {
    persistent: false,
    open: () => {
      const store = createMemoryStore();
      return Promise.resolve(() => Promise.resolve(store));
    },
  },
  IndexedDB: {
    persistent: true,
    open: () => {
      vi.stubGlobal("indexedDB", new IDBFactory());
      vi.stubGlobal("IDBKeyRange", IDBKeyRange);
      return Promise.resolve(() => openIdbStore("journal"));
    },
  },
  folder: {
    persistent: true,
    open: async () => {
      const folder = join(await temporaryFolder(), "deep", "store");
      return () => openFolderStore(folder);
    },
  },
};

describe.each(Object.entries(kinds))("a store in %s", (_, kind) => {
  test("gives back what was put in, after it is opened again", async () => {
    const open = await kind.open();
    const store = await open();
    expect(store.persistent).toBe(kind.persistent);
    expect(await all(store)).toEqual([]);
    await store.append(first.id, firstBytes);
    await store.putBlob(sha, file);
    const again = await open();
    expect(await all(again)).toEqual([{ id: first.id, bytes: firstBytes }]);
    expect(await again.hasBlob(sha)).toBe(true);
    expect(await again.getBlob(sha)).toEqual(file);
    const blobs: string[] = [];
    for await (const name of again.blobs()) blobs.push(name);
    expect(blobs).toEqual([sha]);
  });

  test("says when a file is not there", async () => {
    const store = await (await kind.open())();
    expect(await store.hasBlob(sha)).toBe(false);
    expect(await store.getBlob(sha)).toBeNull();
  });

  test("putting the same thing twice changes nothing", async () => {
    const store = await (await kind.open())();
    await Promise.all([
      store.append(first.id, firstBytes),
      store.append(first.id, firstBytes),
      store.putBlob(sha, file),
      store.putBlob(sha, file),
    ]);
    expect(await all(store)).toHaveLength(1);
  });

  test("keeps its own copy of the bytes", async () => {
    const store = await (await kind.open())();
    const mine = firstBytes.slice();
    await store.append(first.id, mine);
    mine.fill(0);
    expect((await all(store))[0]?.bytes).toEqual(firstBytes);
  });

  test("holds more entries than one batch while the reader takes its time", async () => {
    const store = await (await kind.open())();
    const many = Array.from({ length: 300 }, (_, at) =>
      storedOf(at + 1, editOf(taiyuan, at)),
    );
    for (const { id, entry } of many)
      await store.append(id, encodeEntry(entry));
    const ids: string[] = [];
    for await (const { id } of store.readAll()) {
      await new Promise((done) => setImmediate(done));
      ids.push(id);
    }
    expect(ids.sort()).toEqual(many.map(({ id }) => id).sort());
  });

  test("carries a journal over a restart", async () => {
    const open = await kind.open();
    const { journal } = await Journal.open(await open());
    await journal.importFile({
      who: "王",
      at: 1,
      file: "2019.xlsx",
      bytes: file,
      observations: [pm(taiyuan, 58)],
      records: [],
      assume: { region: "140000" },
    });
    await journal.undoLast("王", 2);
    const { journal: again, issues } = await Journal.open(await open());
    expect(issues).toEqual([]);
    expect(again.state).toEqual(journal.state);
    await again.redoLast("王", 3);
    expect(again.state.observations.size).toBe(1);
  });
});

describe("IndexedDB that is refused", () => {
  test.each([
    ["missing", undefined],
    [
      "forbidden",
      {
        open() {
          throw new DOMException("denied", "SecurityError");
        },
      },
    ],
  ])("(%s) gives a store that does not persist", async (_, factory) => {
    vi.stubGlobal("indexedDB", factory);
    const store = await openIdbStore("journal");
    expect(store.persistent).toBe(false);
    await store.append(first.id, firstBytes);
    expect(await all(store)).toHaveLength(1);
  });
});

describe("a folder", () => {
  test("holds whole files under their hashes and nothing else", async () => {
    const folder = await temporaryFolder();
    const store = await openFolderStore(folder);
    await store.append(first.id, firstBytes);
    await store.putBlob(sha, file);
    expect(await readdir(join(folder, "entries"))).toEqual([`${first.id}.bin`]);
    expect(await readdir(join(folder, "blobs"))).toEqual([sha]);
    expect(
      new Uint8Array(
        await readFile(join(folder, "entries", `${first.id}.bin`)),
      ),
    ).toEqual(firstBytes);
  });

  test("what a crash or another program left in it is passed over", async () => {
    const folder = await temporaryFolder();
    const store = await openFolderStore(folder);
    await store.append(first.id, firstBytes);
    await writeFile(join(folder, "entries", `.${first.id}.bin.x.tmp`), "half");
    await writeFile(join(folder, "entries", "Thumbs.db"), "x");
    await writeFile(join(folder, "blobs", "desktop.ini"), "x");
    expect(await all(store)).toHaveLength(1);
    for await (const name of store.blobs()) expect(name).toBe("nothing");
  });

  test("a truncated entry is an issue of the journal", async () => {
    const folder = await temporaryFolder();
    const store = await openFolderStore(folder);
    await store.append(first.id, firstBytes);
    const path = join(folder, "entries", `${first.id}.bin`);
    await writeFile(path, firstBytes.subarray(0, 40));
    const { issues } = await Journal.open(store);
    expect(issues.map(({ code }) => code)).toEqual(["journal.damaged_entry"]);
  });

  test("that cannot be written to rejects", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "file"), "x");
    await expect(openFolderStore(join(folder, "file"))).rejects.toThrow();
  });
});
