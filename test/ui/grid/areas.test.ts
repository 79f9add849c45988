import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Area,
  areaBetween,
  contains,
  countCells,
  disjoint,
  intersection,
  jump,
  type Spot,
  spotsOf,
  walk,
  without,
} from "../../../src/ui/grid/areas.ts";

const spot = fc.record({ row: fc.nat(9), column: fc.nat(9) });
const area = fc.tuple(spot, spot).map(([a, b]) => areaBetween(a, b));
const areas = fc.array(area, { maxLength: 6 });
const all = { top: 0, left: 0, bottom: 9, right: 9 };

function cells(list: readonly Area[]): Set<string> {
  const found = new Set<string>();
  for (const one of list)
    for (let row = one.top; row <= one.bottom; row += 1)
      for (let column = one.left; column <= one.right; column += 1)
        found.add(`${row}:${column}`);
  return found;
}

describe("areas", () => {
  it("hold both corners they are drawn between, whichever comes first", () => {
    fc.assert(
      fc.property(spot, spot, (a, b) => {
        const drawn = areaBetween(a, b);
        expect(drawn).toEqual(areaBetween(b, a));
        expect(contains(drawn, a) && contains(drawn, b)).toBe(true);
      }),
    );
  });

  it("lose exactly the cells of another", () => {
    fc.assert(
      fc.property(area, area, (a, b) => {
        const left = without(a, b);
        const meet = intersection(a, b);
        const expected = [...cells([a])].filter(
          (cell) => meet === null || !cells([meet]).has(cell),
        );
        expect([...cells(left)].sort()).toEqual(expected.sort());
        expect(countCells(left)).toBe(expected.length);
      }),
    );
  });

  it("count each cell once however they overlap", () => {
    fc.assert(
      fc.property(areas, (list) => {
        const apart = disjoint(list);
        expect(cells(apart)).toEqual(cells(list));
        apart.forEach((a, i) => {
          for (const b of apart.slice(i + 1))
            expect(intersection(a, b)).toBe(null);
        });
        const walked = [...spotsOf(list)];
        expect(walked.length).toBe(cells(list).size);
        expect(countCells(list)).toBe(walked.length);
      }),
    );
  });

  it("are walked through cell by cell, and back the same way", () => {
    fc.assert(
      fc.property(
        fc.array(area, { minLength: 1, maxLength: 3 }).map(disjoint),
        fc.constantFrom("rows" as const, "columns" as const),
        (list, along) => {
          const [first] = list;
          if (first === undefined) return;
          const start: Spot = { row: first.top, column: first.left };
          const seen = new Set<string>();
          let at = start;
          for (let i = 0; i < countCells(list); i += 1) {
            seen.add(`${at.row}:${at.column}`);
            const next = walk(list, at, along, false);
            expect(walk(list, next, along, true)).toEqual(at);
            at = next;
          }
          expect(seen).toEqual(cells(list));
          expect(at).toEqual(start);
        },
      ),
    );
  });
});

describe("Ctrl with an arrow", () => {
  const size = { rows: 10, columns: 1 };
  const filled = (rows: readonly number[]) => (at: Spot) =>
    rows.includes(at.row);
  const down = (from: number, rows: readonly number[]) =>
    jump({ row: from, column: 0 }, { rows: 1, columns: 0 }, size, filled(rows))
      .row;

  it("goes to the end of the block, over the gap, and to the edge", () => {
    expect(down(0, [0, 1, 2, 5, 6])).toBe(2);
    expect(down(2, [0, 1, 2, 5, 6])).toBe(5);
    expect(down(3, [0, 1, 2, 5, 6])).toBe(5);
    expect(down(6, [0, 1, 2, 5, 6])).toBe(9);
    expect(down(9, [9])).toBe(9);
  });

  it("never leaves the grid and never goes back", () => {
    fc.assert(
      fc.property(fc.nat(9), fc.array(fc.nat(9)), (from, rows) => {
        const to = down(from, rows);
        expect(to).toBeGreaterThanOrEqual(from);
        expect(to).toBeLessThan(10);
        expect(contains(all, { row: to, column: 0 })).toBe(true);
      }),
    );
  });
});
