import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Area } from "../../../src/ui/grid/areas.ts";
import { fillReach } from "../../../src/ui/grid/fill-reach.ts";

/** A grid drawn in letters: `x` a figure, `.` nothing; one column of headings before it. */
function grid(lines: readonly string[], items?: readonly string[]) {
  const columns = (lines[0]?.length ?? 0) + 1;
  return {
    size: { rows: lines.length, columns },
    firstFigure: 1,
    isEmpty: ({ row, column }: { row: number; column: number }) =>
      lines[row]?.[column - 1] !== "x",
    row: ({ row }: { row: number }) =>
      (row < lines.length
        ? { item: items === undefined ? null : { id: items[row] } }
        : null) as never,
  };
}

const at = (row: number, column: number, bottom = row): Area => ({
  top: row,
  left: column,
  bottom,
  right: column,
});
const reach = (...[view, source]: Parameters<typeof fillReach>) =>
  fillReach(view, source)?.target.bottom ?? null;

describe("a double click on the fill handle", () => {
  it("fills as far as the column at the left reaches without a gap", () => {
    const view = grid(["xx", "x.", "x.", "..", "x."]);
    expect(fillReach(view, at(0, 2))).toEqual({
      source: at(0, 2),
      target: at(1, 2, 2),
      along: "rows",
      back: false,
    });
  });

  it("takes the column at the right where the left one ends at once", () => {
    expect(reach(grid([".xx", "..x", "..x", "..."]), at(0, 2))).toBe(2);
  });

  it("takes one cell where the run is one cell long, and does not jump the gap", () => {
    expect(reach(grid(["xx", "x.", "..", "x."]), at(0, 2))).toBe(1);
  });

  it("stays in the rows of one indicator beside headings", () => {
    const lines = ["x", ".", ".", "."];
    expect(reach(grid(lines, ["a", "a", "a", "b"]), at(0, 1))).toBe(2);
    expect(reach(grid(lines), at(0, 1))).toBe(3);
  });

  it("fills over its own column's cells where no neighbour says more", () => {
    expect(reach(grid([".x.", ".x.", ".x.", "..."]), at(0, 2))).toBe(2);
  });

  it("fills nothing at the end", () => {
    expect(reach(grid(["xx", "xx"]), at(1, 2))).toBe(null);
    expect(reach(grid([".x", ".."]), at(0, 2))).toBe(null);
  });

  it("never leaves the grid and starts right below its source", () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[x.]{3}$/), {
          minLength: 1,
          maxLength: 8,
        }),
        fc.nat(7),
        fc.integer({ min: 1, max: 3 }),
        (lines, row, column) => {
          const source = at(row % lines.length, column);
          const drag = fillReach(grid(lines), source);
          if (drag === null) return;
          expect(drag.target.top).toBe(source.bottom + 1);
          expect(drag.target.bottom).toBeLessThan(lines.length);
          expect(drag.target.bottom).toBeGreaterThanOrEqual(drag.target.top);
        },
      ),
    );
  });
});
