import type { ReactiveControllerHost } from "lit";
import { describe, expect, it } from "vitest";
import {
  type ChecksWanted,
  TemplateChecks,
} from "../../../src/ui/views/template-checks.ts";
import type { FillCheck, FillRequest } from "../../../src/worker/api.ts";

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

function checksOf(first: ChecksWanted) {
  let wanted: ChecksWanted | null = first;
  const asked: FillRequest[] = [];
  const waiting: ((check: FillCheck | null) => void)[] = [];
  const failures: unknown[] = [];
  const host: ReactiveControllerHost = {
    addController: () => undefined,
    removeController: () => undefined,
    requestUpdate: () => undefined,
    updateComplete: Promise.resolve(true),
  };
  const checks = new TemplateChecks(
    host,
    () => wanted,
    (request) => {
      asked.push(request);
      return new Promise((resolve) => waiting.push(resolve));
    },
    (error) => failures.push(error),
  );
  return {
    checks,
    asked,
    failures,
    want: (next: ChecksWanted | null) => {
      wanted = next;
      checks.hostUpdate();
    },
    answer: async (ready: number) => {
      waiting.shift()?.({ ready, empty: [], issues: [] });
      await settled();
    },
  };
}

const of = (region: string, first = "b"): ChecksWanted => ({
  ids: ["a", "b"],
  first,
  request: {
    region,
    period: "2021-06",
    asOf: "2021-06-30",
    onConflict: "write",
  },
  data: 3,
});

describe("checking templates one after the other", () => {
  it("begins with the one that is looked at, and asks nothing twice", async () => {
    const { checks, asked, want, answer } = checksOf(of("140000"));
    want(of("140000"));
    expect(asked.map(({ template }) => template)).toEqual(["b"]);
    await answer(1);
    want(of("140000", "a"));
    expect(asked.map(({ template }) => template)).toEqual(["b", "a"]);
    await answer(2);
    expect([checks.of("a")?.ready, checks.of("b")?.ready]).toEqual([2, 1]);
    want(of("140000"));
    expect(asked).toHaveLength(2);
  });

  it("drops what was overtaken, and keeps the last answer until the next", async () => {
    const { checks, asked, want, answer } = checksOf(of("140000"));
    want(of("140000"));
    await answer(1);
    want(of("140100"));
    expect(checks.of("b")?.ready).toBe(1);
    expect(checks.isFresh("b")).toBe(false);
    // The answer about a for the old region comes late.
    await answer(9);
    expect(checks.of("a")).toBeUndefined();
    await answer(4);
    expect(checks.of("b")?.ready).toBe(4);
    expect(checks.isFresh("b")).toBe(true);
    expect(asked.map(({ region }) => region)).toEqual([
      "140000",
      "140000",
      "140100",
      "140100",
    ]);
  });

  it("forgets all when there is nothing to fill with", async () => {
    const { checks, want, answer } = checksOf(of("140000"));
    want(of("140000"));
    await answer(1);
    want(null);
    expect(checks.of("b")).toBeUndefined();
  });
});
