import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SheetPages } from "../../../src/ui/review/sheet-pages.ts";
import type { ReviewRows } from "../../../src/worker/api.ts";

const turn = () => new Promise<void>((done) => setTimeout(done, 0));

function watched() {
  const asked: (readonly [number, number])[] = [];
  const there = new Set<number>();
  const failures: unknown[] = [];
  let open = 0;
  let most = 0;
  const pages = new SheetPages({
    ask: async (top, bottom) => {
      asked.push([top, bottom]);
      most = Math.max(most, (open += 1));
      await turn();
      open -= 1;
      return { top, bottom, cells: [], bindings: [] };
    },
    came: ({ top }) => there.add(top),
    gone: ({ top }) => there.delete(top),
    failed: (error) => failures.push(error),
  });
  return {
    pages,
    asked,
    there,
    failures,
    get most() {
      return most;
    },
    settled: async () => {
      for (let i = 0; i < 12; i += 1) await turn();
    },
  };
}

describe("the pages of a long sheet", () => {
  it("come as they are looked at, and once", async () => {
    const { pages, asked, settled } = watched();
    pages.start(2000, 5000, false);
    pages.want(0, 40);
    await settled();
    expect(asked).toEqual([]);
    pages.want(1990, 2030);
    await settled();
    expect(asked).toEqual([[2000, 2199]]);
    pages.want(2150, 2250);
    pages.want(4990, 5004);
    await settled();
    expect(asked.slice(1)).toEqual([
      [2200, 2399],
      [4800, 4999],
    ]);
    pages.want(2000, 2040);
    await settled();
    expect(asked).toHaveLength(3);
  });

  it("are asked for one at a time, and of a fast scroll only where it ends", async () => {
    const seen = watched();
    seen.pages.start(2000, 100_000, false);
    for (let top = 2000; top < 90_000; top += 500)
      seen.pages.want(top, top + 30);
    await seen.settled();
    expect(seen.most).toBe(1);
    expect(seen.asked.length).toBeLessThanOrEqual(3);
    expect(seen.asked.at(-1)?.[0]).toBe(89_400);
  });

  it("that were read anew come again, and are shown as they were until then", async () => {
    const { pages, asked, there, settled } = watched();
    pages.start(2000, 5000, false);
    pages.want(2500, 2530);
    await settled();
    there.clear();
    pages.start(2000, 5000, true);
    expect([...there]).toEqual([2400]);
    await settled();
    expect(asked).toHaveLength(2);
    there.clear();
    pages.start(2000, 5000, false);
    await settled();
    expect(there.size).toBe(0);
    expect(asked).toHaveLength(2);
  });

  it("are let go when there are many, those in view never", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat({ max: 97_000 }), { minLength: 45, maxLength: 60 }),
        async (tops) => {
          const { pages, there, settled } = watched();
          pages.start(2000, 100_000, false);
          for (const top of tops) {
            pages.want(top + 2000, top + 2030);
            await turn();
            await turn();
            await turn();
          }
          await settled();
          const last = (tops.at(-1) ?? 0) + 2000;
          expect(there.size).toBeLessThanOrEqual(40);
          expect(there.has(last - ((last - 2000) % 200))).toBe(true);
        },
      ),
      { numRuns: 5 },
    );
  });

  it("that cannot be had are told of once", async () => {
    let asked = 0;
    const failures: unknown[] = [];
    const pages = new SheetPages({
      ask: (): Promise<ReviewRows> => {
        asked += 1;
        return Promise.reject(new Error("no review is open"));
      },
      came: () => undefined,
      gone: () => undefined,
      failed: (error) => failures.push(error),
    });
    pages.start(2000, 5000, false);
    pages.want(2500, 2530);
    await turn();
    pages.want(2600, 2630);
    await turn();
    expect([asked, failures.length]).toEqual([1, 1]);
  });
});
