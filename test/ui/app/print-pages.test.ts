import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fillPages, type Piece } from "../../../src/ui/app/print-pages.ts";

const row = (block: number, at: number, height: number, head = 20): Piece => ({
  block,
  row: at,
  height,
  head,
  keepWithNext: false,
});
const heading = (block: number): Piece => ({
  block,
  row: -1,
  height: 20,
  head: 0,
  keepWithNext: true,
});

const pieces = fc
  .array(
    fc.oneof(
      fc.record({ rows: fc.array(fc.integer({ min: 5, max: 60 })) }),
      fc.constant("heading" as const),
    ),
    { maxLength: 8 },
  )
  .map((blocks) =>
    blocks.flatMap((block, index) =>
      block === "heading"
        ? [heading(index)]
        : block.rows.map((height, at) => row(index, at, height)),
    ),
  );

/** What a page's pieces take, heads of tables once each. */
function taken(page: readonly Piece[]): number {
  return page.reduce(
    (sum, piece, i) =>
      sum +
      piece.height +
      (piece.row >= 0 && page[i - 1]?.block !== piece.block ? piece.head : 0),
    0,
  );
}

describe("fillPages", () => {
  it("prints every piece once, in order, on pages that hold them", () => {
    fc.assert(
      fc.property(pieces, fc.integer({ min: 100, max: 400 }), (all, room) => {
        const pages = fillPages(all, room);
        expect(pages.flat()).toEqual(all);
        for (const page of pages) {
          expect(page.length).toBeGreaterThan(0);
          if (page.length > 1) expect(taken(page)).toBeLessThanOrEqual(room);
        }
      }),
    );
  });

  it("never leaves a heading at the foot of a page", () => {
    const all = [row(0, 0, 150), heading(1), row(2, 0, 30)];
    expect(fillPages(all, 200).map((page) => page.length)).toEqual([1, 2]);
  });

  it("counts the head of a table again on its next page", () => {
    const all = Array.from({ length: 9 }, (_, at) => row(0, at, 20));
    expect(fillPages(all, 100).map((page) => page.length)).toEqual([4, 4, 1]);
  });

  it("gives no page where there is nothing", () => {
    expect(fillPages([], 100)).toEqual([]);
  });
});
