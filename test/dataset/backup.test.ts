import fc from "fast-check";
import { unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import {
  readBackup,
  restoreBackup,
  writeBackup,
} from "../../src/dataset/backup.ts";
import { encodeEntry } from "../../src/dataset/canonical.ts";
import { sha256Hex } from "../../src/dataset/hash.ts";
import { Journal } from "../../src/dataset/journal.ts";
import type { Stored } from "../../src/dataset/entry.ts";
import type { JournalStore } from "../../src/dataset/store.ts";
import { createMemoryStore } from "../../src/storage/memory-store.ts";
import { journalMessages } from "../../src/text/messages/journal.ts";
import { anyJournal, editOf, importOf, pm, store, taiyuan } from "./samples.ts";

const wang = { who: "王", at: 5 };
const noise = new Uint8Array(5000).map((_, at) => (at * at * 31) >>> 3);

async function storeOf(
  entries: readonly Stored[],
  blobs: readonly Uint8Array[] = [],
): Promise<JournalStore> {
  const into = createMemoryStore();
  for (const { id, entry } of entries)
    await into.append(id, encodeEntry(entry));
  for (const bytes of blobs) await into.putBlob(sha256Hex(bytes), bytes);
  return into;
}

async function contentsOf(of: JournalStore): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const { id } of of.readAll()) names.push(id);
  for await (const sha of of.blobs()) names.push(sha);
  return names.sort();
}

const sample = () =>
  storeOf(
    [
      store(1, importOf([pm(taiyuan, 58)])),
      store(2, editOf(taiyuan, 60)),
      store(3, editOf(taiyuan, 61)),
    ],
    [noise, new TextEncoder().encode("PK not really a zip")],
  );

describe("a backup", () => {
  test("brings everything back into an empty store", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyJournal,
        fc.array(fc.uint8Array({ maxLength: 100 }), { maxLength: 4 }),
        async (entries, blobs) => {
          const from = await storeOf(entries, blobs);
          const contents = readBackup(await writeBackup(from));
          expect(contents.issues).toEqual([]);
          const into = createMemoryStore();
          await restoreBackup(into, contents);
          expect(await contentsOf(into)).toEqual(await contentsOf(from));
          expect(await writeBackup(into)).toEqual(await writeBackup(from));
        },
      ),
      { numRuns: 50 },
    );
  });

  test("of two copies merged holds the union, either way round", async () => {
    await fc.assert(
      fc.asyncProperty(anyJournal, anyJournal, async (a, b) => {
        const left = await storeOf(a);
        const right = await storeOf(b);
        const [fromLeft, fromRight] = [
          readBackup(await writeBackup(left)),
          readBackup(await writeBackup(right)),
        ];
        await restoreBackup(left, fromRight);
        await restoreBackup(right, fromLeft);
        expect(await contentsOf(left)).toEqual(await contentsOf(right));
        expect(new Set(await contentsOf(left))).toEqual(
          new Set([...a, ...b].map(({ id }) => id)),
        );
        const one = (await Journal.open(left)).journal.state;
        const other = (await Journal.open(right)).journal.state;
        expect([...one.observations]).toEqual([...other.observations]);
        expect(one.conflicts).toEqual(other.conflicts);
      }),
      { numRuns: 50 },
    );
  });

  test("opens in any zip program", async () => {
    const names = Object.keys(unzipSync(await writeBackup(await sample())));
    expect(names[0]).toMatch(/^manifest\/[0-9a-f]{64}$/);
    expect(names.filter((name) => name.startsWith("entries/"))).toHaveLength(3);
    expect(names.filter((name) => name.startsWith("blobs/"))).toHaveLength(2);
  });

  test("with one changed byte anywhere loses at most one item, and names it", async () => {
    const bytes = await writeBackup(await sample());
    const whole = readBackup(bytes);
    fc.assert(
      fc.property(
        fc.nat({ max: bytes.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        (at, change) => {
          const changed = bytes.slice();
          changed[at] = (changed[at] ?? 0) ^ change;
          const { entries, blobs, issues } = readBackup(changed);
          const lost =
            whole.entries.length +
            whole.blobs.length -
            entries.length -
            blobs.length;
          expect(lost).toBeLessThanOrEqual(1);
          expect(issues.length).toBeLessThanOrEqual(1);
          if (lost === 1) expect(issues).toHaveLength(1);
          for (const { code } of issues)
            expect(journalMessages).toHaveProperty([code]);
        },
      ),
      { numRuns: 300 },
    );
  });

  test("with a size or a name's length changed in a header loses at most that item", async () => {
    const bytes = await writeBackup(await sample());
    const whole = readBackup(bytes);
    const all = whole.entries.length + whole.blobs.length;
    let headers = 0;
    for (let at = 0; at + 30 <= bytes.length; at++) {
      if (new DataView(bytes.buffer, at).getUint32(0) !== 0x504b0304) continue;
      headers++;
      for (const field of [18, 19, 20, 21, 26, 27, 28, 29])
        for (const change of [1, 2, 3, 4, 128, 255]) {
          const changed = bytes.slice();
          changed[at + field] = (changed[at + field] ?? 0) ^ change;
          const { entries, blobs } = readBackup(changed);
          expect(
            all - entries.length - blobs.length,
            `byte ${field} of the header at ${at}`,
          ).toBeLessThanOrEqual(1);
        }
    }
    expect(headers).toBe(6);
  });

  test("cut off gives what is left and names the rest", async () => {
    const bytes = await writeBackup(await sample());
    for (const share of [0.2, 0.4, 0.6]) {
      const cut = bytes.subarray(0, Math.floor(bytes.length * share));
      const { entries, blobs, issues } = readBackup(cut);
      expect(entries.length + blobs.length + issues.length).toBe(5);
      expect(issues.length).toBeGreaterThan(0);
    }
  });

  test("of a newer version is refused whole", async () => {
    const list = new TextEncoder().encode(
      JSON.stringify({
        format: "dabiao-journal",
        version: 9,
        entries: [],
        blobs: [],
      }),
    );
    const bytes = zipSync({ [`manifest/${sha256Hex(list)}`]: list });
    expect(readBackup(bytes).issues[0]).toMatchObject({
      code: "journal.newer_backup",
      params: { version: 9 },
    });
  });

  test("something else is not a backup", () => {
    for (const bytes of [new Uint8Array(), noise])
      expect(readBackup(bytes)).toEqual({
        entries: [],
        blobs: [],
        issues: [
          { code: "journal.not_a_backup", severity: "error", params: {} },
        ],
      });
  });
});

describe("the journal's backup", () => {
  test("marks when it was saved and counts what came after", async () => {
    const { journal } = await Journal.open(await sample());
    expect(journal.lastBackup).toBeNull();
    expect(journal.entriesSinceBackup).toBe(3);
    const bytes = await journal.backup(wang);
    expect(journal.lastBackup).toBe(5);
    expect(journal.entriesSinceBackup).toBe(0);
    await journal.setSetting("a", "b", wang);
    expect(journal.entriesSinceBackup).toBe(1);

    const { journal: fresh } = await Journal.open(createMemoryStore());
    expect(await fresh.restore(bytes)).toEqual({ added: 4, issues: [] });
    expect(fresh.lastBackup).toBe(5);
    expect(fresh.entriesSinceBackup).toBe(0);
    expect(await fresh.restore(bytes)).toEqual({ added: 0, issues: [] });
  });

  test("restoring repairs a damaged entry", async () => {
    const from = await sample();
    const bytes = await writeBackup(from);
    const id = store(2, editOf(taiyuan, 60)).id;
    await from.append(id, new Uint8Array([1, 2, 3]));
    const { journal, issues } = await Journal.open(from);
    expect(issues).toHaveLength(1);
    expect(journal.entries()).toHaveLength(2);
    expect(await journal.restore(bytes)).toEqual({ added: 1, issues: [] });
  });
});
