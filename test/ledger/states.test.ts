import { expect, test } from "vitest";
import { countByState } from "../../src/ledger/states.ts";
import type { LedgerState, RecordKind } from "../../src/model/catalog.ts";
import type { FieldValue } from "../../src/model/observation.ts";
import { taskOf } from "../dataset/samples.ts";

const ledgerStates: readonly LedgerState[] = [
  {
    code: "behind",
    label: { zh: "未达到序时进度", en: "behind schedule" },
    aliases: ["滞后"],
    done: false,
  },
  {
    code: "completed",
    label: { zh: "完成整改", en: "rectified" },
    aliases: ["已完成"],
    done: true,
  },
  {
    code: "closed",
    label: { zh: "完成交账销号", en: "closed" },
    aliases: ["销号"],
    done: true,
  },
];
const task: RecordKind = {
  code: "task",
  label: { zh: "整改任务", en: "task" },
  fields: [
    {
      code: "progress",
      label: { zh: "整改进展", en: "state" },
      type: "state",
      aliases: [],
      identifies: false,
    },
  ],
  source: "",
};
const catalog = { ledgerStates, recordKinds: new Map([["task", task]]) };
const inState = (id: string, progress: FieldValue) => taskOf(id, { progress });

test("tasks are counted by state, by code, label or alias", () => {
  const counts = countByState(
    [
      inState("1", { type: "state", value: "completed" }),
      inState("2", { type: "state", value: "完成整改" }),
      inState("3", { type: "text", value: "销号" }),
      inState("4", { type: "state", value: "滞后" }),
      inState("5", { type: "state", value: "不明" }),
      inState("6", { type: "missing", value: null, reason: "—" }),
      taskOf("7", {}),
      { ...taskOf("8", {}), kind: "project" },
    ],
    catalog,
  );
  expect(counts.states.map(({ code, count }) => [code, count])).toEqual([
    ["behind", 1],
    ["completed", 2],
    ["closed", 1],
  ]);
  expect(counts.done).toBe(3);
  expect(counts.total).toBe(7);
  expect(counts.unstated).toBe(2);
  expect(counts.unknown).toEqual([{ text: "不明", count: 1 }]);
});

test("a kind that the catalog lacks is a mistake of the caller", () => {
  expect(() => countByState([], catalog, "case")).toThrow(
    "no record kind: case",
  );
});
