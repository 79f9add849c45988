import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ArrayIndex } from "../../src/workbook/array-index.ts";
import { BytePool } from "../../src/workbook/byte-pool.ts";
import { CellColumns, kind } from "../../src/workbook/cell-columns.ts";

const cell = fc.record({
  row: fc.integer({ min: 0, max: 6 }),
  column: fc.integer({ min: 0, max: 6 }),
  style: fc.constantFrom(0, 1, 65535, 65536, 4294967295),
  value: fc.integer({ min: -9, max: 9 }),
  raw: fc.option(fc.stringMatching(/^[0-9.]{1,90}$/), { nil: undefined }),
  formula: fc.option(fc.string(), { nil: undefined }),
});

describe("columns of cells", () => {
  it("hold what was put in, by address, the last of each address, in order", () => {
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 400 }), (given) => {
        const cells = new CellColumns(true);
        const expected = new Map<number, (typeof given)[number]>();
        const met = new Set<number>();
        const twice = new Set<number>();
        given.forEach((one, number) => {
          const { row, column, style, value, raw, formula } = one;
          const index = cells.push(row, column, kind.number, style, value);
          cells.setPosition(index, number * 10, number * 10 + 5);
          if (raw !== undefined) {
            const bytes = new TextEncoder().encode(raw);
            cells.setRaw(index, bytes, 0, bytes.length);
          }
          if (formula !== undefined) {
            cells.formulas.set(index, {
              text: formula,
              shared: "",
              array: false,
            });
            cells.markFormula(index);
          }
          const key = row * 100 + column;
          if (met.has(key)) twice.add(key);
          met.add(key);
          expected.set(key, one);
        });
        const told: number[] = [];
        const settling = cells.settling((row, column) => {
          told.push(row * 100 + column);
        });
        while (settling.next().done !== true);
        expect(new Set(told)).toEqual(twice);
        expect(told.length).toBe(twice.size);
        const sorted = [...expected.entries()].sort(([a], [b]) => a - b);
        expect(cells.length).toBe(sorted.length);
        sorted.forEach(([, one], index) => {
          expect(cells.find(one.row, one.column)).toBe(index);
          expect([cells.rowAt(index), cells.columnAt(index)]).toEqual([
            one.row,
            one.column,
          ]);
          expect([
            cells.kindAt(index),
            cells.styleAt(index),
            cells.valueAt(index),
          ]).toEqual([kind.number, one.style, one.value]);
          expect(cells.raw(index)).toBe(one.raw);
          expect(cells.formula(index)?.text).toBe(one.formula);
          expect(cells.positionAt(index)?.start).toBe(given.indexOf(one) * 10);
        });
        expect(cells.find(7, 0)).toBe(-1);
      }),
    );
  });

  it("hold more cells than one block", () => {
    const cells = new CellColumns(false);
    const count = 100_000;
    for (let index = 0; index < count; index++)
      cells.push(
        Math.floor(index / 7),
        index % 7,
        kind.number,
        index % 70_000,
        index,
      );
    cells.settle();
    for (const index of [0, 255, 256, 32_767, 32_768, 65_536, count - 1])
      expect([
        cells.valueAt(index),
        cells.styleAt(index),
        cells.rowAt(index),
      ]).toEqual([index, index % 70_000, Math.floor(index / 7)]);
  });
});

describe("a pool of bytes", () => {
  it("gives back what was put in", () => {
    const lengths = fc.oneof(
      fc.nat(100),
      fc.nat(3000),
      fc.constantFrom(62, 63, 64, 65_535, 65_536, 200_000),
    );
    fc.assert(
      fc.property(fc.array(lengths, { maxLength: 40 }), (sizes) => {
        const pool = new BytePool();
        const kept = sizes.map((size, number) => {
          const bytes = new Uint8Array(size + 2).fill(number + 1);
          return {
            record: pool.add(bytes, 1, size + 1, number & 3),
            size,
            number,
          };
        });
        for (const { record, size, number } of kept) {
          expect(record).toBeGreaterThan(0);
          expect(pool.mark(record)).toBe(number & 3);
          const bytes = pool.bytes(record);
          expect(bytes.length).toBe(size);
          expect(bytes.every((byte) => byte === number + 1)).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe("the array formula over a cell", () => {
  it("is found as a look through all of them finds it", () => {
    const edge = fc.integer({ min: 0, max: 12 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(edge, edge, edge, edge), { maxLength: 12 }),
        (boxes) => {
          const free = boxes
            .map(([a, b, c, d], number) => ({
              text: String(number),
              range: {
                top: Math.min(a, b),
                bottom: Math.max(a, b),
                left: Math.min(c, d),
                right: Math.max(c, d),
              },
            }))
            .filter(({ range }, number, all) =>
              all
                .slice(0, number)
                .every(
                  (other) =>
                    other.range.bottom < range.top ||
                    range.bottom < other.range.top ||
                    other.range.right < range.left ||
                    range.right < other.range.left,
                ),
            );
          const index = new ArrayIndex(free);
          for (let row = 0; row <= 13; row++)
            for (let column = 0; column <= 13; column++)
              expect(index.at(row, column)).toBe(
                free.find(
                  ({ range }) =>
                    range.top <= row &&
                    row <= range.bottom &&
                    range.left <= column &&
                    column <= range.right,
                ),
              );
        },
      ),
    );
  });
});
