import { expect, test } from "vitest";
import { rawLists } from "../../data/index.ts";
import { learn } from "../../src/engine.ts";
import { createMemoryStore } from "../../src/storage/memory-store.ts";
import { practise } from "../../src/worker/practice.ts";
import { hostOf } from "./host-of.ts";

test("what is practised on is recognised: each of the sheets binds its cells, in every round", () => {
  const bound = [...practise(learn(rawLists))].filter((cells) => cells > 0);
  // Three sheets, each in a round of few rows first.
  expect(bound.length % 3).toBe(0);
  expect(bound.length).toBeGreaterThanOrEqual(6);
  const columns = [6 * 4 + 1, 12 + 1, 20];
  for (const [at, least] of columns.entries())
    expect(bound[at]).toBeGreaterThanOrEqual(3 * least);
});

test("practice leaves the journal and what is recognised after it as they are", async () => {
  const store = createMemoryStore();
  const offered: Iterator<unknown>[] = [];
  const host = hostOf(store, (work) => offered.push(work));
  const plain = hostOf();
  const opened = await host.open();
  expect(offered.length).toBe(1);
  for (const work of offered)
    for (let step = work.next(); step.done !== true; step = work.next())
      await step.value;
  expect(await host.open()).toEqual(opened);
  expect((await host.state()).entries).toBe(0);
  expect(await host.log()).toEqual([]);
  const files = (await host.examples()).slice(0, 2);
  const practised = await host.review(files, {}, () => undefined);
  const fresh = await plain.review(files, {}, () => undefined);
  expect(practised.files).toEqual(fresh.files);
  // Opening again offers nothing more.
  expect(offered.length).toBe(1);
});
