import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TableEdges, TableShape } from "../../../src/model/profile.ts";
import { edgesWithin } from "../../../src/table/table-within.ts";
import {
  boundaryOf,
  boundsOf,
  edgeNames,
  movedShape,
  shapeOfKind,
  shapeTurned,
} from "../../../src/ui/review/table-edges.ts";
import type { Table } from "../../../src/model/table.ts";

const size = { rows: 40, columns: 20 };

/** A recognised table of which only the edges matter. */
const table = {
  range: { top: 4, left: 2, bottom: 20, right: 9 },
  headerRows: { top: 5, bottom: 6 },
  body: { top: 7, left: 4, bottom: 20, right: 9 },
  stubColumns: [2, 3],
  columns: [{ column: 9, path: [] }],
} as unknown as Table;

const edgesOf = (shape: TableShape | null): TableEdges =>
  edgesWithin(table, shape ?? {});

describe("a dragged edge", () => {
  it("comes to lie where it was let go, and the others stay", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...edgeNames), fc.nat()), {
          maxLength: 8,
        }),
        (moves) => {
          let shape: TableShape | null = null;
          for (const [edge, wanted] of moves) {
            const edges = edgesOf(shape);
            const [least, most] = boundsOf(edges, edge, size);
            const to = least + (wanted % (most - least + 1));
            shape = movedShape({ edges, shape }, edge, to);
            const after = edgesOf(shape);
            expect(boundaryOf(after, edge)).toBe(to);
            for (const other of edgeNames)
              if (other !== edge)
                expect([other, boundaryOf(after, other)]).toEqual([
                  other,
                  boundaryOf(edges, other),
                ]);
          }
        },
      ),
      {
        // A table without a header, cut down to its only row.
        examples: [
          [
            [
              ["top", 3],
              ["bottom", 0],
            ],
          ],
        ],
      },
    );
  });

  it("that is moved back leaves no correction", () => {
    const edges = edgesOf(null);
    const shape = movedShape({ edges, shape: null }, "bottom", 19);
    expect(shape).toEqual({ bottom: -2 });
    expect(
      movedShape({ edges: edgesOf(shape), shape }, "bottom", 21),
    ).toBeNull();
  });

  it("keeps the form that was chosen, and the form keeps it", () => {
    const edges = edgesOf(null);
    const figures = shapeOfKind({ edges, shape: null }, "figures");
    expect(movedShape({ edges, shape: figures }, "right", 9)).toEqual({
      kind: "figures",
      right: -1,
    });
    expect(shapeOfKind({ edges, shape: figures }, null)).toBeNull();
  });
});

describe("rows and columns exchanged", () => {
  const edges: TableEdges = {
    top: 1,
    left: 0,
    bottom: 4,
    right: 3,
    headerRows: 2,
    stubColumns: 1,
  };

  it("forget what was counted the other way round, and nothing else", () => {
    const shape = { bottom: -1, headerRows: 2, kind: "records" } as const;
    expect(shapeTurned({ edges, shape }, true)).toEqual({
      bottom: -1,
      kind: "records",
      turned: true,
    });
    expect(
      shapeTurned({ edges, shape: { turned: true, stubColumns: 1 } }, false),
    ).toBeNull();
  });
});
