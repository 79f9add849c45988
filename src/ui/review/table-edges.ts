import type { TableEdges, TableShape } from "../../model/profile.ts";
import type { ReviewTableShape } from "../../worker/api.ts";

/** Where a table is, and how it was corrected. */
export type Shaped = Pick<ReviewTableShape, "edges" | "shape">;

/** What can be dragged: the four edges, and the boundaries of header and naming columns. */
export const edgeNames = [
  "top",
  "bottom",
  "left",
  "right",
  "header",
  "stub",
] as const;
export type EdgeName = (typeof edgeNames)[number];

/** True for edges that move up and down. */
export function isLevel(edge: EdgeName): boolean {
  return edge === "top" || edge === "bottom" || edge === "header";
}

/** The boundary an edge lies on: n is the start of row or column n. */
export function boundaryOf(edges: TableEdges, edge: EdgeName): number {
  switch (edge) {
    case "top":
      return edges.top;
    case "bottom":
      return edges.bottom + 1;
    case "left":
      return edges.left;
    case "right":
      return edges.right + 1;
    case "header":
      return edges.top + edges.headerRows;
    case "stub":
      return edges.left + edges.stubColumns;
  }
}

/** The boundaries an edge may be moved to, both inclusive: a table keeps a row and a column of figures. */
export function boundsOf(
  edges: TableEdges,
  edge: EdgeName,
  size: { readonly rows: number; readonly columns: number },
): readonly [least: number, most: number] {
  const { top, left, bottom, right, headerRows, stubColumns } = edges;
  switch (edge) {
    case "top":
      return [0, top + headerRows];
    case "bottom":
      return [top + headerRows + 1, size.rows];
    case "left":
      return [0, left + stubColumns];
    case "right":
      return [left + stubColumns + 1, size.columns];
    case "header":
      return [top, bottom];
    case "stub":
      return [left, right];
  }
}

/** The correction after an edge was moved to a boundary; null when nothing is left of it. */
export function movedShape(
  { edges, shape }: Shaped,
  edge: EdgeName,
  boundary: number,
): TableShape | null {
  const by = boundary - boundaryOf(edges, edge);
  const known = shape ?? {};
  const moved = (): TableShape => {
    switch (edge) {
      case "header":
        return { ...known, headerRows: edges.headerRows + by };
      case "stub":
        return { ...known, stubColumns: edges.stubColumns + by };
      case "top":
        return {
          ...known,
          top: (known.top ?? 0) + by,
          // Counted from the top: the boundary itself stays where it is.
          ...(known.headerRows === undefined
            ? {}
            : { headerRows: known.headerRows - by }),
        };
      case "left":
        return {
          ...known,
          left: (known.left ?? 0) + by,
          ...(known.stubColumns === undefined
            ? {}
            : { stubColumns: known.stubColumns - by }),
        };
      case "bottom":
      case "right":
        return { ...known, [edge]: (known[edge] ?? 0) + by };
    }
  };
  return withoutNothing(moved());
}

/** The same with a kind; `null` as it was recognised. */
export function shapeOfKind(
  { shape }: Shaped,
  kind: TableShape["kind"] | null,
): TableShape | null {
  const { kind: _, ...rest } = shape ?? {};
  return withoutNothing(
    kind === null || kind === undefined ? rest : { ...rest, kind },
  );
}

/** The same with rows and columns exchanged, or as they are. */
export function shapeTurned(
  { shape }: Shaped,
  turned: boolean,
): TableShape | null {
  // Header and naming columns were counted the other way round.
  const { turned: _, headerRows: __, stubColumns: ___, ...rest } = shape ?? {};
  return withoutNothing(turned ? { ...rest, turned } : rest);
}

/** An edge that was not moved says nothing. */
function withoutNothing(shape: TableShape): TableShape | null {
  const { top, left, bottom, right, ...rest } = shape;
  const kept: TableShape = {
    ...rest,
    ...(top === undefined || top === 0 ? {} : { top }),
    ...(left === undefined || left === 0 ? {} : { left }),
    ...(bottom === undefined || bottom === 0 ? {} : { bottom }),
    ...(right === undefined || right === 0 ? {} : { right }),
  };
  return Object.keys(kept).length === 0 ? null : kept;
}
