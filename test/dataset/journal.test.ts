import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encodeEntry, entryId } from "../../src/dataset/canonical.ts";
import { foldEntries } from "../../src/dataset/fold.ts";
import { sha256Hex } from "../../src/dataset/hash.ts";
import { type Author, Journal } from "../../src/dataset/journal.ts";
import type { JournalStore } from "../../src/dataset/store.ts";
import { createMemoryStore } from "../../src/storage/memory-store.ts";
import { journalMessages } from "../../src/text/messages/journal.ts";
import { fillIn } from "../../src/text/message.ts";
import {
  anyBody,
  importOf,
  pm,
  pmKey,
  store as storedOf,
  taiyuan,
  taiyuanKey,
  target as anyTarget,
} from "./samples.ts";

const wang: Author = { who: "王", at: 1_600_000_000_000 };
const bytes = new TextEncoder().encode("a workbook");

function file(value: number, content = bytes, name = "2019.xlsx") {
  return {
    ...wang,
    file: name,
    bytes: content,
    observations: [pm(taiyuan, value, name)],
    records: [],
    assume: {},
  };
}

function typed(value: number, region = taiyuan) {
  return {
    ...wang,
    key: pmKey(region),
    value,
    missing: "",
    decimals: 0,
    unit: "μg/m3",
  };
}

async function opened(store: JournalStore = createMemoryStore()) {
  const { journal, issues } = await Journal.open(store);
  return { journal, issues, store };
}

const shown = (journal: Journal) =>
  journal.state.observations.get(taiyuanKey)?.value;

describe("importing", () => {
  test("keeps the values and the file, and a reload shows the same", async () => {
    const { journal, store } = await opened();
    const { entry } = await journal.importFile(file(58));
    expect(entry).toHaveLength(64);
    const again = await opened(store);
    expect(again.issues).toEqual([]);
    expect([...again.journal.state.observations]).toEqual([
      ...journal.state.observations,
    ]);
    const { bytes: kept } = await again.journal.fileBytes(sha256Hex(bytes));
    expect(kept).toEqual(bytes);
  });

  test("the same file again is recognised, under another name too", async () => {
    const { journal } = await opened();
    await journal.importFile(file(58));
    expect(await journal.importFile(file(58))).toEqual({ entry: null });
    expect(await journal.importFile(file(58, bytes, "副本.xlsx"))).toEqual({
      entry: null,
    });
    expect(journal.entries()).toHaveLength(1);
  });

  test("the same file read differently is a new import", async () => {
    const { journal } = await opened();
    await journal.importFile(file(58));
    expect((await journal.importFile(file(59))).entry).not.toBeNull();
  });

  test("a file whose import was undone can be imported again", async () => {
    const { journal } = await opened();
    await journal.importFile(file(58));
    await journal.undoLast("王", 1);
    expect((await journal.importFile(file(58))).entry).not.toBeNull();
    expect(shown(journal)).toBe(58);
  });

  test("calls made at once take effect one after the other", async () => {
    const { journal } = await opened();
    await Promise.all([
      journal.importFile(file(58)),
      journal.edit(typed(60)),
      journal.edit(typed(61)),
      journal.importFile(file(58)),
    ]);
    expect(journal.entries().map(({ entry }) => entry.lamport)).toEqual([
      1, 2, 3,
    ]);
    expect(shown(journal)).toBe(61);
  });
});

describe("undo and redo", () => {
  test("go back and forth over what was done", async () => {
    const { journal } = await opened();
    expect(journal.canUndo).toBe(false);
    expect(await journal.undoLast("王", 1)).toBeNull();
    await journal.importFile(file(58));
    await journal.edit(typed(60));
    expect(journal.undoes?.code).toBe("journal.edit");
    await journal.undoLast("王", 1);
    expect(shown(journal)).toBe(58);
    expect(journal.redoes?.code).toBe("journal.edit");
    await journal.undoLast("王", 2);
    expect(shown(journal)).toBeUndefined();
    expect(journal.canUndo).toBe(false);
    await journal.redoLast("王", 3);
    expect(shown(journal)).toBe(58);
    await journal.redoLast("王", 4);
    expect(shown(journal)).toBe(60);
    expect(journal.canRedo).toBe(false);
    await journal.undoLast("王", 5);
    expect(shown(journal)).toBe(58);
  });

  test("a new action drops what could be redone, and the entries stay", async () => {
    const { journal } = await opened();
    await journal.edit(typed(60));
    await journal.undoLast("王", 1);
    await journal.edit(typed(61));
    expect(journal.canRedo).toBe(false);
    expect(await journal.redoLast("王", 2)).toBeNull();
    expect(journal.entries()).toHaveLength(3);
    expect(journal.history(taiyuanKey).map(({ value }) => value)).toEqual([
      60, 61,
    ]);
  });

  test("behave as a list with a cursor, and survive a reload at any point", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            fc.integer({ min: 1, max: 99 }),
            fc.constantFrom("undo", "redo", "reload", "backup"),
          ),
          { maxLength: 25 },
        ),
        async (steps) => {
          const store = createMemoryStore();
          let { journal } = await Journal.open(store);
          let done: number[] = [];
          let cursor = 0;
          for (const [at, step] of steps.entries()) {
            if (typeof step === "number") {
              await journal.edit({ ...typed(step), at });
              done = [...done.slice(0, cursor), step];
              cursor += 1;
            } else if (step === "undo") {
              await journal.undoLast("王", at);
              cursor = Math.max(0, cursor - 1);
            } else if (step === "redo") {
              await journal.redoLast("王", at);
              cursor = Math.min(done.length, cursor + 1);
            } else if (step === "backup") {
              await journal.backup({ who: "王", at });
            } else {
              ({ journal } = await Journal.open(store));
            }
            expect(shown(journal)).toBe(done[cursor - 1]);
            expect(journal.canUndo).toBe(cursor > 0);
            expect(journal.canRedo).toBe(cursor < done.length);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test("redo brings back what two copies undid", async () => {
    const { journal, store } = await opened();
    await journal.edit(typed(60));
    const other = createMemoryStore();
    for await (const { id, bytes: of } of store.readAll())
      await other.append(id, of);
    const copy = (await Journal.open(other)).journal;
    await journal.undoLast("王", 1);
    await copy.undoLast("李", 2);
    for await (const { id, bytes: of } of other.readAll())
      await store.append(id, of);
    expect(await journal.refresh()).toEqual([]);
    expect(shown(journal)).toBeUndefined();
    await journal.redoLast("王", 3);
    expect(shown(journal)).toBe(60);
    expect(journal.canRedo).toBe(false);
  });

  test("undoing an import tells which edits stay", async () => {
    const { journal } = await opened();
    const { entry } = await journal.importFile(file(58));
    await journal.edit(typed(60));
    const result = await journal.undo(entry ?? "", wang);
    expect(result.kept.map(({ type }) => type)).toEqual(["value"]);
    expect(shown(journal)).toBe(60);
  });

  test("settings and backups are no steps", async () => {
    const { journal } = await opened();
    await journal.setSetting("region", "140000", wang);
    await journal.backup(wang);
    expect(journal.canUndo).toBe(false);
  });

  test("a profile and a spelling are steps, and undo takes them back", async () => {
    const { journal } = await opened();
    await journal.saveProfile("f1", '{"name":"月报"}', wang);
    expect(journal.undoes).toEqual({
      code: "journal.profile",
      params: { name: "月报" },
    });
    await journal.setSetting("alias.indicator.细颗粒", "air.pm25", wang);
    await journal.undoLast("王", 1);
    expect(journal.facts.settings.size).toBe(0);
    await journal.undoLast("王", 1);
    expect(journal.facts.profiles.size).toBe(0);
  });

  test("a profile of empty text is gone", async () => {
    const { journal } = await opened();
    await journal.saveProfile("f1", '{"name":"月报"}', wang);
    await journal.saveProfile("f1", "", wang);
    expect(journal.facts.profiles.size).toBe(0);
    await journal.undoLast("王", 1);
    expect([...journal.facts.profiles.keys()]).toEqual(["f1"]);
  });

  test("undoing what is not there is a mistake of the caller", async () => {
    const { journal } = await opened();
    await expect(journal.undo("0".repeat(64), wang)).rejects.toThrow(
      "there is no entry",
    );
    await journal.edit(typed(60));
    expect(shown(journal)).toBe(60);
  });
});

describe("an import of several files", () => {
  const other = new TextEncoder().encode("another workbook");
  const both = (journal: Journal) =>
    journal.importAll(
      [file(58), { ...file(59, other, "b.xlsx") }],
      ([first]) =>
        first == null
          ? []
          : [
              {
                kind: "decision",
                key: taiyuanKey,
                chosen: first,
                sheet: "",
                cell: "",
              },
              { kind: "profile", name: "f1", json: '{"name":"月报"}' },
            ],
      wang,
    );

  test("is one step: undo takes all of it back, redo brings all of it", async () => {
    const { journal, store } = await opened();
    await journal.edit(typed(60, "140200"));
    await both(journal);
    expect(shown(journal)).toBe(58);
    expect(journal.state.conflicts).toEqual([]);
    expect(journal.undoes).toEqual({
      code: "journal.batch",
      params: { files: 2, observations: 2, records: 0 },
    });
    await journal.undoLast("王", 1);
    expect(shown(journal)).toBeUndefined();
    expect(journal.facts.profiles.size).toBe(0);
    expect(journal.importsOf(sha256Hex(bytes))).toEqual([]);
    expect(journal.undoes?.code).toBe("journal.edit");
    await journal.redoLast("王", 2);
    expect(shown(journal)).toBe(58);
    expect(journal.facts.profiles.size).toBe(1);
    const again = await opened(store);
    expect([...again.journal.state.observations]).toEqual([
      ...journal.state.observations,
    ]);
    expect(again.journal.undoes?.code).toBe("journal.batch");
  });

  test("of one file alone is just that import", async () => {
    const { journal } = await opened();
    await journal.importAll([file(58)], () => [], wang);
    expect(journal.entries().map(({ entry }) => entry.kind)).toEqual([
      "import",
    ]);
  });

  test("whose files are all there already writes nothing", async () => {
    const { journal } = await opened();
    await journal.importFile(file(58));
    expect(await journal.importAll([file(58)], () => [], wang)).toEqual({
      entries: [null],
    });
    expect(journal.entries()).toHaveLength(1);
  });

  test("that fails half-way is still one step", async () => {
    const { journal, store } = await opened();
    const failing = await Journal.open({
      ...store,
      putBlob: (id: string, content: Uint8Array) =>
        content === other
          ? Promise.reject(new Error("no room"))
          : store.putBlob(id, content),
      append: (id, content) => store.append(id, content),
      readAll: () => store.readAll(),
    });
    await expect(
      failing.journal.importAll(
        [
          file(58),
          file(57, new TextEncoder().encode("c"), "c.xlsx"),
          { ...file(59, other, "b.xlsx") },
        ],
        () => [],
        wang,
      ),
    ).rejects.toThrow("no room");
    expect(failing.journal.undoes?.params).toMatchObject({ files: 2 });
    expect(journal.entries()).toHaveLength(0);
  });

  test("is undone in every copy, whatever order its entries arrive in", async () => {
    const { journal } = await opened();
    await both(journal);
    await journal.undoLast("王", 1);
    const entries = journal.entries();
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...entries], { minLength: entries.length }),
        (shuffled) => {
          expect([...foldEntries(shuffled).observations]).toEqual([]);
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe("other entries", () => {
  test("targets are set, replaced and removed", async () => {
    const { journal } = await opened();
    const target = { ...fc.sample(anyTarget, 1)[0], id: "t" };
    await journal.setTarget(target as never, wang);
    expect([...journal.state.targets.keys()]).toEqual(["t"]);
    await journal.removeTarget("t", wang);
    expect(journal.state.targets.size).toBe(0);
  });

  test("templates keep their bytes", async () => {
    const { journal } = await opened();
    await journal.addTemplate("调度表.xlsx", bytes, wang);
    const sha = journal.facts.templates.get("调度表.xlsx") ?? "";
    expect((await journal.fileBytes(sha)).bytes).toEqual(bytes);
    await journal.removeTemplate("调度表.xlsx", wang);
    expect(journal.facts.templates.size).toBe(0);
  });

  test("a decision settles a conflict", async () => {
    const { journal } = await opened();
    const { entry } = await journal.importFile(file(57));
    await journal.importFile(file(58, new Uint8Array([1])));
    expect(journal.state.conflicts).toHaveLength(1);
    await journal.decide(taiyuanKey, entry ?? "", wang);
    expect(journal.state.conflicts).toEqual([]);
    expect(shown(journal)).toBe(57);
  });

  test("a field of a record is set", async () => {
    const { journal } = await opened();
    await journal.setField(
      { recordKind: "task", record: "1", field: "state" },
      { type: "state", value: "完成整改" },
      wang,
    );
    expect(journal.state.records.get("task|1")?.fields["state"]?.value).toBe(
      "完成整改",
    );
  });
});

describe("the log", () => {
  test("names what was done, newest first, and what was undone", async () => {
    const { journal } = await opened();
    await journal.importFile(file(58));
    await journal.undoLast("李", 7);
    await journal.redoLast("李", 8);
    const log = journal.log();
    expect(log.map(({ code, undone }) => [code, undone])).toEqual([
      ["journal.redo_import", false],
      ["journal.undo_import", true],
      ["journal.import", false],
    ]);
    expect(log[0]).toMatchObject({ who: "李", at: 8, kind: "undo" });
    expect(log[0]?.params).toEqual({
      file: "2019.xlsx",
      observations: 1,
      records: 0,
    });
  });

  test("every kind of entry has words in both languages, without gaps", async () => {
    const { journal } = await opened();
    const bodies = fc.sample(anyBody, { numRuns: 200, seed: 7 });
    for (const body of bodies) {
      const id = await journal.append(body, wang);
      await journal.append({ kind: "undo", target: id }, wang);
    }
    for (const { code, params } of journal.log()) {
      const words = journalMessages[code];
      expect(words, code).toBeDefined();
      for (const wording of [words?.zh, words?.en]) {
        const names = [...(wording?.message ?? "").matchAll(/\{(\w+)\}/g)];
        for (const [, name = ""] of names) expect(params).toHaveProperty(name);
        expect(fillIn(wording?.message ?? "", params)).not.toBe("");
      }
    }
  });
});

describe("trouble in the store", () => {
  test("a damaged entry is an issue, and the rest holds", async () => {
    const store = createMemoryStore();
    const good = storedOf(1, importOf([pm(taiyuan, 58)]));
    await store.append(good.id, encodeEntry(good.entry));
    await store.append("0".repeat(64), encodeEntry(good.entry));
    const { journal, issues } = await opened(store);
    expect(issues).toEqual([
      {
        code: "journal.damaged_entry",
        severity: "error",
        params: { id: "0".repeat(64) },
      },
    ]);
    expect(shown(journal)).toBe(58);
  });

  test("an entry of a newer version is named and left where it is", async () => {
    const store = createMemoryStore();
    const newer = encodeEntry(storedOf(1, importOf([])).entry);
    newer[4] = 7;
    await store.append(entryId(newer), newer);
    const { issues } = await opened(store);
    expect(issues[0]).toMatchObject({
      code: "journal.newer_entry",
      params: { schema: 7 },
    });
  });

  test("a file that is gone or damaged is an issue", async () => {
    const { journal, store } = await opened();
    const sha = sha256Hex(bytes);
    const gone = await journal.fileBytes(sha);
    expect(gone.bytes).toBeNull();
    expect(gone.issues[0]?.code).toBe("journal.missing_blob");
    await store.putBlob(sha, new Uint8Array([1]));
    const damaged = await journal.fileBytes(sha);
    expect(damaged.bytes).toBeNull();
    expect(damaged.issues[0]?.code).toBe("journal.damaged_blob");
  });

  test("when the store refuses, nothing has changed and the next call goes on", async () => {
    const store = createMemoryStore();
    let full = true;
    const { journal } = await opened({
      ...store,
      append: (id, content) =>
        full
          ? Promise.reject(new Error("disk full"))
          : store.append(id, content),
    });
    await expect(journal.edit(typed(60))).rejects.toThrow("disk full");
    expect(journal.entries()).toEqual([]);
    full = false;
    await journal.edit(typed(61));
    expect(shown(journal)).toBe(61);
  });
});

describe("many values set at once", () => {
  const many = Array.from({ length: 50 }, (_, i) => ({
    key: pmKey(String(140100 + i)),
    value: i,
    missing: "",
    decimals: 0,
    unit: "μg/m3",
  }));

  test("are one entry, which undo takes back whole and a reload keeps", async () => {
    const { journal, store } = await opened();
    await journal.importFile(file(57));
    await journal.editMany("paste", many, wang);
    expect(journal.entries().length).toBe(2);
    expect(journal.state.observations.get(taiyuanKey)).toMatchObject({
      value: 0,
      edited: true,
    });
    expect(journal.imported(taiyuanKey)).toMatchObject({ value: 57 });
    expect(journal.undoes).toEqual({
      code: "journal.edits_paste",
      params: { n: 50 },
    });
    const again = await Journal.open(store);
    expect(again.journal.state).toEqual(journal.state);
    await journal.undoLast("王", 2);
    expect(journal.state.observations.size).toBe(1);
    expect(journal.state.observations.get(taiyuanKey)?.value).toBe(57);
    await journal.redoLast("王", 3);
    expect(journal.state).toEqual(again.journal.state);
  });

  test("stand in the history of each of them, as typed by hand", async () => {
    const { journal } = await opened();
    await journal.importFile(file(57));
    await journal.editMany("fill", many, wang);
    expect(
      journal.history(taiyuanKey).map(({ kind, value, inForce, who }) => ({
        kind,
        value,
        inForce,
        who,
      })),
    ).toEqual([
      { kind: "import", value: 57, inForce: false, who: "王" },
      { kind: "edit", value: 0, inForce: true, who: "王" },
    ]);
  });
});

describe("remarks", () => {
  test("are kept with who and when, oldest first, and taken back by undo", async () => {
    const { journal } = await opened();
    await journal.comment(taiyuanKey, "核实过", { who: "李", at: 5 });
    await journal.comment(taiyuanKey, "有出入", { who: "王", at: 6 });
    expect(journal.facts.comments.get(taiyuanKey)).toEqual([
      { text: "核实过", who: "李", at: 5 },
      { text: "有出入", who: "王", at: 6 },
    ]);
    expect(journal.state.observations.size).toBe(0);
    await journal.undoLast("王", 7);
    expect(journal.facts.comments.get(taiyuanKey)?.length).toBe(1);
  });
});
