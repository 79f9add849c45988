import type { TableEdges, TableShape } from "../model/profile.ts";
import type { Table } from "../model/table.ts";
import { columnRole } from "./column-role.ts";
import { headerPath } from "./header-paths.ts";
import type { HeaderReader } from "./header-reader.ts";
import type { Lines } from "./lines.ts";
import { rowPaths, stubColumnsOf } from "./stub.ts";

/** The edges of a table as it was recognised; titles and notes lie outside. */
export function edgesOf(table: Table): TableEdges {
  const columns = [
    ...table.stubColumns,
    ...table.columns.map(({ column }) => column),
  ];
  const left = Math.min(table.range.left, ...columns);
  const right = Math.max(table.body.right, ...columns);
  let stubColumns = 0;
  while (table.stubColumns.includes(left + stubColumns)) stubColumns += 1;
  return {
    top: table.headerRows.top,
    left,
    bottom: table.body.bottom,
    right,
    headerRows: table.body.top - table.headerRows.top,
    stubColumns,
  };
}

/** Rows and columns of a shape, held inside the sheet and apart from each other. */
export function edgesWithin(table: Table, shape: TableShape): TableEdges {
  const own = edgesOf(table);
  const top = Math.max(0, own.top + (shape.top ?? 0));
  const left = Math.max(0, own.left + (shape.left ?? 0));
  const bottom = Math.max(top, own.bottom + (shape.bottom ?? 0));
  const right = Math.max(left, own.right + (shape.right ?? 0));
  // Boundaries nobody moved stay where they are.
  const naming = shape.stubColumns ?? own.left + own.stubColumns - left;
  const depth = shape.headerRows ?? own.top + own.headerRows - top;
  return {
    top,
    left,
    bottom,
    right,
    headerRows: Math.min(Math.max(0, depth), bottom - top),
    stubColumns: Math.min(Math.max(0, naming), right - left),
  };
}

/** False for a shape that only says what kind of table it is. */
export function movesEdges({ kind: _, ...edges }: TableShape): boolean {
  return Object.values(edges).some((value) => value !== undefined);
}

/** A table with the header, the naming columns and the edges that a person gave it; titles and notes stay. */
export function tableWithin(
  table: Table,
  shape: TableShape,
  lines: Lines,
  reader: HeaderReader,
): Table {
  const edges = edgesWithin(table, shape);
  const { top, left, bottom, right, headerRows } = edges;
  const bodyTop = top + headerRows;
  const inside = lines.lines
    .filter(({ row }) => row >= top && row <= bottom)
    .map((line) => line.within(left, right));
  const header = inside.filter(({ row }) => row < bodyTop);
  const body = inside.filter(({ row }) => row >= bodyTop);
  const used = new Set(
    inside.flatMap(({ cells }) => cells.map(({ column }) => column)),
  );
  const all = [...used]
    .sort((a, b) => a - b)
    .map((column) => ({
      column,
      path: headerPath(column, header, lines, left),
    }));
  const stub =
    shape.stubColumns === undefined
      ? stubColumnsOf(all, body, lines, reader)
      : all
          .map(({ column }) => column)
          .filter((column) => column < left + edges.stubColumns);
  const pathOf = new Map(all.map(({ column, path }) => [column, path]));
  const ordinals = new Set(
    stub.filter(
      (column) => columnRole(pathOf.get(column) ?? [], reader) === "ordinal",
    ),
  );
  const columns = all.filter(({ column }) => !stub.includes(column));
  return {
    ...table,
    range: {
      top: Math.min(table.range.top, top),
      left: Math.min(table.range.left, left),
      bottom: Math.max(bottom, ...table.notes.map(({ row }) => row)),
      right,
    },
    headerRows: { top, bottom: Math.max(top, bodyTop - 1) },
    stubColumns: stub,
    stubHeaders: stub.map((column) => pathOf.get(column) ?? []),
    body: { top: bodyTop, left: columns[0]?.column ?? right, bottom, right },
    columns,
    rows: rowPaths(body, stub, ordinals, new Map(), lines, reader),
    pairs: [],
  };
}
