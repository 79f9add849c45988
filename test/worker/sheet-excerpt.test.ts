import { beforeAll, describe, expect, it } from "vitest";
import type { SheetExcerpt } from "../../src/worker/api.ts";
import type { EngineApi } from "../../src/worker/api.ts";
import { hostWithExamples } from "./host-of.ts";

let host: EngineApi;
beforeAll(async () => {
  host = await hostWithExamples();
});

async function excerptOf(key: string): Promise<SheetExcerpt> {
  const { excerpt } = await host.provenance(key);
  if (excerpt === null) throw new Error(`no excerpt for ${key}`);
  return excerpt;
}

describe("the sheet around a figure", () => {
  it("keeps title, headers and the naming column of a cell far below them", async () => {
    const excerpt = await excerptOf("air.pm25|141100|2021-01/2021-06|actual||");
    const at = (row: number, column: number) =>
      excerpt.cells.find((cell) => cell.row === row && cell.column === column);
    expect(at(excerpt.row, excerpt.column)?.text).toBe("36");
    expect(at(excerpt.row, 0)?.text).toBe("吕梁市");
    expect(excerpt.cells.map(({ role }) => role)).toEqual(
      expect.arrayContaining(["title", "header", "stub", "value"]),
    );
    // Rows between the header and the neighbourhood are left out.
    expect(
      excerpt.rows.some((row, i) => row - (excerpt.rows[i - 1] ?? row) > 1),
    ).toBe(true);
  });

  it("brings the words of a merged area whose first cell is not shown", async () => {
    const excerpt = await excerptOf("air.pm25|141100|2021-01/2021-06|actual||");
    for (const merge of excerpt.merges) {
      expect(
        excerpt.rows.some((row) => merge.top <= row && row <= merge.bottom),
      ).toBe(true);
    }
    expect(excerpt.merges.length).toBeGreaterThan(0);
    const [title] = excerpt.merges.filter(({ top }) => top === 0);
    expect(
      excerpt.cells.find(
        ({ row, column }) => row === 0 && column === title?.left,
      )?.text,
    ).toContain("山西省");
  });

  it("finds the cell of every figure the examples hold, and shows its value there", async () => {
    const cube = await host.cube({ region: "", asOf: "2030-01-01" });
    let seen = 0;
    for (const [r, row] of cube.rows.entries())
      for (const [p, period] of cube.periods.entries()) {
        const cell = cube.cells[r]?.[p] ?? null;
        if (cell === null || (r + p) % 7 !== 0) continue;
        const { indicator, region, measure, variant, base } = row;
        const excerpt = await excerptOf(
          [indicator, region, period, measure, variant, base].join("|"),
        );
        expect(excerpt.rows).toContain(excerpt.row);
        expect(excerpt.columns).toContain(excerpt.column);
        expect([...excerpt.rows]).toEqual(
          [...new Set(excerpt.rows)].sort((a, b) => a - b),
        );
        const here = excerpt.cells.find(
          (shown) =>
            shown.row === excerpt.row && shown.column === excerpt.column,
        );
        expect(here?.text.length ?? 0).toBeGreaterThan(0);
        seen += 1;
      }
    expect(seen).toBeGreaterThan(50);
  });

  it("is there for records too, and null for a file that was not kept", async () => {
    const [record] = await host.records("task");
    if (record === undefined) throw new Error("the examples hold tasks");
    const excerpt = await host.excerpt(record.source);
    expect(excerpt?.sheet).toBe(record.source.sheet);
    expect(await host.excerpt({ ...record.source, sha: "0".repeat(64) })).toBe(
      null,
    );
  });
});
