import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editsKept } from "../../src/dataset/edits-kept.ts";
import { type Stored, compareStored } from "../../src/dataset/entry.ts";
import { Fold, emptyState, foldEntries } from "../../src/dataset/fold.ts";
import { keyText } from "../../src/model/observation.ts";
import type { State } from "../../src/model/state.ts";
import {
  anyJournal,
  editOf,
  importOf,
  pm,
  pmKey,
  store,
  taiyuan,
  taiyuanKey,
  taskOf,
  undoOf,
} from "./samples.ts";

const first = store(1, importOf([pm(taiyuan, 57)]), "王");
const second = store(2, importOf([pm(taiyuan, 58)]), "李");
const edit = store(3, editOf(taiyuan, 60));

describe("the order of arrival", () => {
  test("does not matter to the state", () => {
    fc.assert(
      fc.property(shuffledJournal(), ([entries, shuffled]) => {
        expect(plain(foldEntries(shuffled))).toEqual(
          plain(foldEntries(entries)),
        );
      }),
      { numRuns: 300 },
    );
  });

  test("does not matter when the state is looked at after every entry", () => {
    fc.assert(
      fc.property(shuffledJournal(), ([entries, shuffled]) => {
        const fold = new Fold();
        const seen: string[] = [];
        const states: State[] = [];
        for (const stored of shuffled) {
          fold.add(stored);
          states.push(fold.state);
          seen.push(JSON.stringify(plain(fold.state)));
        }
        expect(plain(fold.state)).toEqual(plain(foldEntries(entries)));
        expect(states.map((state) => JSON.stringify(plain(state)))).toEqual(
          seen,
        );
      }),
    );
  });

  test("every prefix agrees with a fold written the slow way", () => {
    fc.assert(
      fc.property(anyJournal, (entries) => {
        const fold = new Fold();
        entries.forEach((stored, place) => {
          fold.add(stored);
          expect(valuesOf(fold.state)).toEqual(
            slowFold(entries.slice(0, place + 1)),
          );
        });
      }),
      { numRuns: 300 },
    );
  });

  test("a state taken now and then stays what it was, wide imports included", () => {
    fc.assert(
      fc.property(
        anyJournal,
        fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }),
        fc.nat({ max: 14 }),
        (entries, taken, wideAt) => {
          const places = Array.from(
            { length: 20 },
            (_, at) => `1402${at + 10}`,
          );
          const wide = store(
            500,
            importOf([taiyuan, ...places].map((code, at) => pm(code, at))),
          );
          const all = [
            ...entries.slice(0, wideAt),
            wide,
            ...entries.slice(wideAt),
          ];
          const fold = new Fold();
          const states: State[] = [];
          const seen: unknown[] = [];
          for (const [at, stored] of all.entries()) {
            fold.add(stored);
            if (taken[at % taken.length] !== true) continue;
            states.push(fold.state);
            seen.push(structuredClone(plain(fold.state)));
          }
          for (const [at, state] of states.entries()) {
            expect(plain(state)).toEqual(seen[at]);
            const { observations } = state;
            expect(observations.size).toBe([...observations.keys()].length);
            for (const [key, held] of observations) {
              expect(observations.has(key)).toBe(true);
              expect(observations.get(key)).toEqual(held);
            }
          }
          expect(plain(fold.state)).toEqual(plain(foldEntries(all)));
        },
      ),
      { numRuns: 200 },
    );
  });

  test("adding an entry twice changes nothing", () => {
    const fold = new Fold();
    expect(fold.add(first)).toBe(true);
    expect(fold.add(first)).toBe(false);
    expect(fold.entries()).toHaveLength(1);
  });
});

describe("values", () => {
  test("an empty journal holds nothing", () => {
    expect(emptyState().observations.size).toBe(0);
    expect(emptyState().conflicts).toEqual([]);
  });

  test("a held value names its entry and its cell", () => {
    const held = foldEntries([first]).observations.get(taiyuanKey);
    expect(held).toEqual({
      ...pm(taiyuan, 57),
      entry: first.id,
      edited: false,
    });
  });

  test("of two imports the later is in force and the difference is listed", () => {
    const { observations, conflicts } = foldEntries([first, second]);
    expect(observations.get(taiyuanKey)?.value).toBe(58);
    expect(conflicts).toHaveLength(1);
    expect(conflicts[0]?.key).toBe(taiyuanKey);
    expect(conflicts[0]?.inForce.entry).toBe(second.id);
    expect(conflicts[0]?.other.value).toBe(57);
  });

  test("imports that agree at full value are no conflict", () => {
    const other = store(2, importOf([{ ...pm(taiyuan, 57), decimals: 1 }]));
    const noise = store(3, importOf([pm(taiyuan, 0.1 + 0.2 + 56.7)]));
    const state = foldEntries([first, other, noise]);
    expect(state.conflicts).toEqual([]);
    expect(state.observations.get(taiyuanKey)?.entry).toBe(noise.id);
  });

  test("two cells of one file that state one key differently are a conflict", () => {
    const both = store(
      1,
      importOf([
        pm(taiyuan, 57, "2019.xlsx", "B5"),
        pm(taiyuan, 58, "2019.xlsx", "C9"),
      ]),
    );
    const { conflicts } = foldEntries([both]);
    expect(conflicts[0]?.inForce.source.cell).toBe("C9");
    expect(conflicts[0]?.other.source.cell).toBe("B5");
    const decided = store(2, {
      kind: "decision",
      key: taiyuanKey,
      chosen: both.id,
      sheet: "空气",
      cell: "B5",
    });
    const state = foldEntries([both, decided]);
    expect(state.conflicts).toEqual([]);
    expect(state.observations.get(taiyuanKey)?.value).toBe(57);
  });

  test("a decision settles the conflict for what came before it", () => {
    const decided = store(3, {
      kind: "decision",
      key: taiyuanKey,
      chosen: first.id,
      sheet: "",
      cell: "",
    });
    const state = foldEntries([first, second, decided]);
    expect(state.observations.get(taiyuanKey)?.value).toBe(57);
    expect(state.conflicts).toEqual([]);
    const later = store(4, importOf([pm(taiyuan, 59)]));
    const again = foldEntries([first, second, decided, later]);
    expect(again.observations.get(taiyuanKey)?.value).toBe(57);
    expect(again.conflicts.map(({ other }) => other.value)).toEqual([59]);
  });

  test("a decision for an undone import has no effect", () => {
    const decided = store(3, {
      kind: "decision",
      key: taiyuanKey,
      chosen: first.id,
      sheet: "",
      cell: "",
    });
    const undone = store(4, undoOf(first));
    const state = foldEntries([first, second, decided, undone]);
    expect(state.observations.get(taiyuanKey)?.value).toBe(58);
    expect(state.conflicts).toEqual([]);
  });

  test("an edit wins over the imports before it", () => {
    const state = foldEntries([first, second, edit]);
    const held = state.observations.get(taiyuanKey);
    expect(held?.value).toBe(60);
    expect(held?.edited).toBe(true);
    expect(held?.source.sha).toBe("");
    expect(state.conflicts).toEqual([]);
  });

  test("an import after an edit does not overwrite it silently", () => {
    const later = store(4, importOf([pm(taiyuan, 61)]));
    const state = foldEntries([first, edit, later]);
    expect(state.observations.get(taiyuanKey)?.value).toBe(60);
    expect(state.conflicts.map(({ other }) => other.entry)).toEqual([later.id]);
  });

  test("missing is not zero: a number against missing is a conflict", () => {
    const missing = store(2, importOf([pm(taiyuan, null)]));
    const state = foldEntries([first, missing]);
    expect(state.observations.get(taiyuanKey)?.value).toBeNull();
    expect(state.conflicts[0]?.other.value).toBe(57);
    const zero = store(3, importOf([pm(taiyuan, 0)]));
    expect(foldEntries([missing, zero]).conflicts).toHaveLength(1);
  });

  test.each(["", "—", "/", "_"])(
    "a cell that says %o displaces nothing",
    (missing) => {
      const blank = store(2, importOf([{ ...pm(taiyuan, null), missing }]));
      const state = foldEntries([first, blank]);
      expect(state.observations.get(taiyuanKey)?.value).toBe(57);
      expect(state.conflicts).toEqual([]);
    },
  );

  test("a person may clear a value", () => {
    const cleared = store(2, editOf(taiyuan, null));
    const held = foldEntries([first, cleared]).observations.get(taiyuanKey);
    expect(held?.value).toBeNull();
    expect(held?.edited).toBe(true);
  });

  test("keys come in one order, whatever file they came from", () => {
    const state = foldEntries([
      store(1, importOf([pm("140300", 1), pm(taiyuan, 2)])),
      store(2, importOf([pm("140200", 3)])),
    ]);
    expect(
      [...state.observations.values()].map(({ key }) => key.region),
    ).toEqual([taiyuan, "140200", "140300"]);
  });
});

describe("undo", () => {
  test("takes an entry back, and an undo of the undo brings it back", () => {
    fc.assert(
      fc.property(anyJournal, fc.nat(), (entries, pick) => {
        const target = entries[pick % Math.max(1, entries.length)];
        fc.pre(target !== undefined && target.entry.kind !== "undo");
        const undo = store(100, undoOf(target));
        const redo = store(101, undoOf(undo));
        const alreadyUndone = new Fold();
        for (const stored of entries) alreadyUndone.add(stored);
        fc.pre(!alreadyUndone.isUndone(target.id));
        expect(plain(foldEntries([...entries, undo]))).toEqual(
          plain(foldEntries(entries.filter(({ id }) => id !== target.id))),
        );
        expect(plain(foldEntries([...entries, undo, redo]))).toEqual(
          plain(foldEntries(entries)),
        );
      }),
      { numRuns: 300 },
    );
  });

  test("undoing an import keeps later edits of the same cells and lists them", () => {
    const imported = store(1, importOf([pm(taiyuan, 57), pm("140200", 50)]));
    const fold = new Fold();
    for (const stored of [imported, edit]) fold.add(stored);
    expect(editsKept(fold, imported.id)).toEqual([
      {
        type: "value",
        key: taiyuanKey,
        held: fold.state.observations.get(taiyuanKey),
      },
    ]);
    fold.add(store(4, undoOf(imported)));
    expect(
      [...fold.state.observations.values()].map(({ value }) => value),
    ).toEqual([60]);
  });

  test("an edit before the import is not among those it keeps", () => {
    const earlier = store(1, editOf(taiyuan, 60));
    const imported = store(2, importOf([pm(taiyuan, 57)]));
    const fold = new Fold();
    for (const stored of [earlier, imported]) fold.add(stored);
    expect(editsKept(fold, imported.id)).toEqual([]);
  });

  test("two copies that undid the same entry need both undone to bring it back", () => {
    const mine = store(2, undoOf(first), "王");
    const theirs = store(2, undoOf(first), "李");
    const redo = store(3, undoOf(mine));
    const entries = [first, mine, theirs, redo];
    expect(foldEntries(entries).observations.size).toBe(0);
    const both = [...entries, store(4, undoOf(theirs))];
    expect(foldEntries(both).observations.size).toBe(1);
  });

  test("an undo that stands before its target has no effect", () => {
    const target = store(5, importOf([pm(taiyuan, 57)]));
    const state = foldEntries([store(4, undoOf(target)), target]);
    expect(state.observations.size).toBe(1);
  });

  test("an undo may arrive before its target", () => {
    const fold = new Fold();
    fold.add(store(2, undoOf(first)));
    fold.add(first);
    expect(fold.state.observations.size).toBe(0);
    expect(fold.isUndone(first.id)).toBe(true);
  });
});

describe("records", () => {
  const state = (value: string) => ({ type: "state", value }) as const;
  const imported = store(
    1,
    importOf(
      [],
      [
        taskOf("1", {
          state: state("未达到序时进度"),
          name: { type: "text", value: "煤改电" },
        }),
      ],
    ),
  );
  const moved = store(2, {
    kind: "ledger",
    recordKind: "task",
    record: "1",
    field: "state",
    value: state("完成整改"),
  });

  test("are put together field by field, the later import holding", () => {
    const later = store(
      2,
      importOf([], [taskOf("1", { state: state("完成整改") })]),
    );
    const record = foldEntries([imported, later]).records.get("task|1");
    expect(record?.fields).toEqual({
      state: state("完成整改"),
      name: { type: "text", value: "煤改电" },
    });
    expect(record?.entry).toBe(later.id);
  });

  test("the statement of the later period holds, whichever came last", () => {
    const at = (
      lamport: number,
      asOf: string | undefined,
      value: string,
    ): Stored =>
      store(
        lamport,
        importOf(
          [],
          [
            {
              ...taskOf("1", { state: state(value) }),
              ...(asOf === undefined ? {} : { asOf }),
            },
          ],
        ),
      );
    const held = (...entries: Stored[]) => {
      const record = foldEntries(entries).records.get("task|1");
      return [record?.fields["state"]?.value, record?.asOf];
    };
    const july = at(1, "2021-07", "七月");
    expect(held(july, at(2, "2021-06", "六月"))).toEqual(["七月", "2021-07"]);
    expect(held(july, at(2, "2021-08", "八月"))).toEqual(["八月", "2021-08"]);
    expect(held(july, at(2, "2021-01/2021-06", "半年"))[0]).toBe("七月");
    // Equal, vague or unstated periods: as the journal has them.
    expect(held(july, at(2, "2021-07", "又"))[0]).toBe("又");
    expect(held(july, at(2, undefined, "又"))[0]).toBe("又");
    expect(held(july, at(2, "2021", "又"))[0]).toBe("又");
    expect(held(july, at(2, "2020", "去年"))[0]).toBe("七月");
  });

  test("a field set by hand stays, and a later import that differs is a conflict", () => {
    const later = store(
      3,
      importOf([], [taskOf("1", { state: state("反弹") })]),
    );
    const folded = foldEntries([imported, moved, later]);
    expect(folded.records.get("task|1")?.fields["state"]).toEqual(
      state("完成整改"),
    );
    expect(folded.recordConflicts).toEqual([
      {
        record: "task|1",
        field: "state",
        inForce: { value: state("完成整改"), entry: moved.id },
        other: { value: state("反弹"), entry: later.id },
      },
    ]);
  });

  test("a field set by hand stays when the import under it is undone", () => {
    const fold = new Fold();
    for (const stored of [imported, moved]) fold.add(stored);
    expect(editsKept(fold, imported.id)).toEqual([
      { type: "field", record: "task|1", field: "state", entry: moved.id },
    ]);
    fold.add(store(3, undoOf(imported)));
    expect(fold.state.records.get("task|1")?.fields).toEqual({
      state: state("完成整改"),
    });
  });
});

describe("targets, settings, profiles and templates", () => {
  test("the last word by name holds, and removal removes", () => {
    const fold = new Fold();
    fold.add(store(1, { kind: "setting", name: "region", text: "140000" }));
    fold.add(store(2, { kind: "setting", name: "region", text: "140200" }));
    fold.add(store(3, { kind: "profile", name: "月报", json: "{}" }));
    const template = store(4, {
      kind: "template",
      name: "调度表",
      sha: "0".repeat(64),
    });
    fold.add(template);
    expect([...fold.state.settings]).toEqual([["region", "140200"]]);
    expect([...fold.facts.profiles]).toEqual([["月报", "{}"]]);
    expect([...fold.facts.templates]).toEqual([["调度表", "0".repeat(64)]]);
    fold.add(store(5, { kind: "template", name: "调度表", sha: null }));
    expect(fold.facts.templates.size).toBe(0);
  });
});

function shuffledJournal(): fc.Arbitrary<
  readonly [readonly Stored[], readonly Stored[]]
> {
  return anyJournal.chain((entries) =>
    fc
      .shuffledSubarray([...entries], {
        minLength: entries.length,
        maxLength: entries.length,
      })
      .map((shuffled) => [entries, shuffled] as const),
  );
}

/** Maps as lists, so that their order is compared too. */
function plain(state: State): unknown {
  return {
    ...state,
    observations: [...state.observations],
    records: [...state.records],
    targets: [...state.targets],
    settings: [...state.settings],
  };
}

function valuesOf(state: State): unknown {
  return [...state.observations].map(([key, { value, entry }]) => [
    key,
    value,
    entry,
    state.conflicts
      .filter((conflict) => conflict.key === key)
      .map(({ other }) => String(other.value))
      .sort(),
  ]);
}

/** The rules of the journal read aloud, key by key and without any cleverness. */
function slowFold(arrived: readonly Stored[]): unknown {
  const entries = [...new Map(arrived.map((one) => [one.id, one])).values()];
  entries.sort(compareStored);
  const isUndone = (target: Stored): boolean =>
    entries.some(
      (undo) =>
        undo.entry.kind === "undo" &&
        undo.entry.target === target.id &&
        compareStored(undo, target) > 0 &&
        !isUndone(undo),
    );
  const live = entries.filter((stored) => !isUndone(stored));
  return ["140100", "140200", "140300"].flatMap((region) => {
    const key = keyText(pmKey(region));
    type Said = { value: number | string | null; entry: string };
    let current: Said | null = null;
    let person = false;
    let before: Said[] = [];
    const all: Said[] = [];
    for (const { id, entry } of live) {
      let said: Said | undefined;
      if (entry.kind === "import") {
        const found = [...entry.observations].find(
          (one) => keyText(one.key) === key,
        );
        if (found === undefined) continue;
        said = { value: found.value, entry: id };
        all.push(said);
        if (person) before.push(said);
        else {
          if (current !== null) before.push(current);
          current = said;
        }
        continue;
      }
      if (entry.kind === "edit" && keyText(entry.key) === key) {
        said = { value: entry.value, entry: id };
        all.push(said);
      } else if (entry.kind === "edits") {
        const found = [...entry.observations].find(
          (one) => keyText(one.key) === key,
        );
        if (found === undefined) continue;
        said = { value: found.value, entry: id };
        all.push(said);
      } else if (entry.kind === "decision" && entry.key === key)
        said = all.filter((one) => one.entry === entry.chosen).at(-1);
      if (said === undefined) continue;
      current = said;
      person = true;
      before = [];
    }
    if (current === null) return [];
    const inForce: Said = current;
    const others = new Set(
      before
        .map(({ value }) => value)
        .filter((value) => value !== inForce.value),
    );
    return [
      [key, inForce.value, inForce.entry, [...others].map(String).sort()],
    ];
  });
}
