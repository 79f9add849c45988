import { describe, expect, it } from "vitest";
import { countByState } from "../../src/ledger/states.ts";
import type { BureauRecord } from "../../src/model/observation.ts";
import { catalog, matcher } from "../shipped-matcher.ts";

const code = (text: string): string | undefined => matcher.state(text)?.code;

describe("states of tasks", () => {
  it.each(["整改中", "正在推进", "推进中", "在建", "办理中", "有序推进"])(
    "%s is under way, and says nothing of its pace",
    (text) => {
      expect(code(text)).toBe("正在推进");
    },
  );

  it.each(["达到序时", "按序时推进", "正常推进", "按计划推进", "符合序时进度"])(
    "%s keeps pace",
    (text) => {
      expect(code(text)).toBe("达到序时进度");
    },
  );

  it.each(["未达序时进度", "滞后", "推进缓慢"])("%s is behind", (text) => {
    expect(code(text)).toBe("未达到序时进度");
  });

  it("no spelling names two states, and every state has a name in both languages", () => {
    const seen = new Map<string, string>();
    const twice: string[] = [];
    for (const state of catalog.ledgerStates) {
      expect(state.label.zh).not.toBe("");
      expect(state.label.en).toMatch(/^[A-Z]/);
      for (const text of new Set([
        state.code,
        state.label.zh,
        ...state.aliases,
      ])) {
        if (seen.has(text)) twice.push(text);
        seen.set(text, state.code);
      }
    }
    expect(twice).toEqual([]);
  });

  it("a task under way is counted apart from one that keeps pace, and is done in neither case", () => {
    const task = (id: string, value: string): BureauRecord => ({
      kind: "task",
      id,
      fields: { state: { type: "state", value } },
      source: { file: "", sha: "", sheet: "", cell: "" },
    });
    const counts = countByState(
      [task("a", "整改中"), task("b", "达到序时进度"), task("c", "已完成")],
      catalog,
    );
    const of = (state: string): number | undefined =>
      counts.states.find((one) => one.code === state)?.count;
    expect([of("正在推进"), of("达到序时进度"), counts.done]).toEqual([
      1, 1, 1,
    ]);
    expect(counts.unknown).toEqual([]);
  });
});
