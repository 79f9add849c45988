import { expect, test } from "vitest";
import { compareImport } from "../../src/dataset/diff.ts";
import { foldEntries } from "../../src/dataset/fold.ts";
import { importOf, pm, store, taiyuan } from "./samples.ts";

const state = foldEntries([
  store(1, importOf([pm(taiyuan, 57), pm("140200", null), pm("140300", 0)])),
]);

test("new, agreeing and differing observations are told apart", () => {
  const given = [
    pm("140400", 40),
    { ...pm(taiyuan, 57.0), decimals: 1 },
    pm("140200", 38),
    pm("140300", null),
  ];
  const { fresh, same, different } = compareImport(state, given);
  expect(fresh).toEqual([given[0]]);
  expect(same).toEqual([given[1]]);
  expect(different.map(({ observation }) => observation)).toEqual([
    given[2],
    given[3],
  ]);
  expect(different.map(({ held }) => held.value)).toEqual([null, 0]);
});

test("a blank without a reason changes nothing", () => {
  const blank = { ...pm(taiyuan, null), missing: "" };
  expect(compareImport(state, [blank]).same).toEqual([blank]);
});
