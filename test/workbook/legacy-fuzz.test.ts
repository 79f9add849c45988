import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import { openWorkbook } from "../../src/workbook/open.ts";

const folder = "test/fixtures/legacy";
const files = readdirSync(folder).filter((name) =>
  /\.(xls|ods|fods|html|csv|tsv)$/.test(name),
);

/** Numbers below `n`, the same from the same seed. */
function chance(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

function mutate(bytes: Uint8Array, below: (n: number) => number): Uint8Array {
  const made = bytes.slice();
  switch (below(4)) {
    case 0:
      return made.slice(0, below(made.length));
    case 1:
      for (let count = below(20) + 1; count > 0; count--)
        made[below(made.length)] = below(256);
      return made;
    case 2: {
      const from = below(made.length);
      made.copyWithin(below(made.length), from, from + below(2000));
      return made;
    }
    default:
      for (let count = below(6) + 1; count > 0; count--) {
        const at = below(made.length);
        made.fill(below(2) * 255, at, at + 4);
      }
      return made;
  }
}

describe("damaged files of other formats", () => {
  it.each(files)(
    "%s gives cells or says why not, and never throws or prints",
    async (name) => {
      const spies = (["log", "warn", "error"] as const).map((method) =>
        vi.spyOn(console, method),
      );
      const bytes = new Uint8Array(readFileSync(`${folder}/${name}`));
      const below = chance(name.length);
      for (let turn = 0; turn < 40; turn++) {
        const { workbook, issues } = await openWorkbook(mutate(bytes, below), {
          file: name,
        });
        expect(workbook !== null || issues.length > 0).toBe(true);
        for (const sheet of workbook?.sheets ?? [])
          for (const { row, column } of sheet.cells())
            if (row > 1_048_575 || column > 16_383)
              throw new Error(`a cell at ${row}, ${column}`);
      }
      for (const spy of spies) expect(spy).not.toHaveBeenCalled();
      vi.restoreAllMocks();
    },
  );
});
