import fc from "fast-check";
import { expect, test } from "vitest";
import { foldEntries } from "../../src/dataset/fold.ts";
import { historyOf } from "../../src/dataset/history.ts";
import {
  anyJournal,
  editOf,
  importOf,
  pm,
  store,
  taiyuan,
  taiyuanKey,
  undoOf,
} from "./samples.ts";

test("every statement at a key is listed with who made it and what became of it", () => {
  const first = store(
    1,
    importOf([pm("140200", 1), pm(taiyuan, 57)]),
    "李",
    10,
  );
  const edit = store(2, editOf(taiyuan, 60), "王", 20);
  const undo = store(3, undoOf(edit), "王", 30);
  expect(
    historyOf([undo, edit, first], taiyuanKey).map(
      ({ kind, value, who, at, undone, inForce }) => [
        kind,
        value,
        who,
        at,
        undone,
        inForce,
      ],
    ),
  ).toEqual([
    ["import", 57, "李", 10, false, true],
    ["edit", 60, "王", 20, true, false],
  ]);
});

test("what is in force is what the state holds", () => {
  fc.assert(
    fc.property(anyJournal, (entries) => {
      const held = foldEntries(entries).observations.get(taiyuanKey);
      const inForce = historyOf(
        new Map(entries.map((stored) => [stored.id, stored])).values(),
        taiyuanKey,
      ).filter((item) => item.inForce);
      expect(inForce.map(({ entry }) => entry)).toEqual(
        held === undefined ? [] : [held.entry],
      );
    }),
  );
});

test("a text that is no key is refused", () => {
  expect(() => historyOf([store(1, importOf([]))], "air.pm25")).toThrow(
    "not an observation key",
  );
});
