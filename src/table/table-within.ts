import type { TableEdges, TableShape } from "../model/profile.ts";
import type { CellRange } from "../model/sheet.ts";
import type { HeaderText, Table } from "../model/table.ts";
import { cardAt, ledgerAcross } from "./cards.ts";
import { columnRole } from "./column-role.ts";
import { headerPath } from "./header-paths.ts";
import type { HeaderReader } from "./header-reader.ts";
import { cellWords, type Line, type Lines } from "./lines.ts";
import { linesWithin } from "./lines-within.ts";
import { rowPaths, stubColumnsOf } from "./stub.ts";
import { withUnitsBehind } from "./unit-below.ts";

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
export function movesEdges({
  kind: _,
  turned: __,
  ...edges
}: TableShape): boolean {
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
  return (
    cardWithin(table, shape, edges, lines, reader) ??
    tableOfEdges(table, edges, lines, reader, shape.stubColumns !== undefined)
  );
}

/** A card stays one while nobody gives it a header or naming columns. */
function cardWithin(
  table: Table,
  shape: TableShape,
  edges: TableEdges,
  lines: Lines,
  reader: HeaderReader,
): Table | null {
  if (table.pairs.length === 0) return null;
  if (shape.headerRows !== undefined || shape.stubColumns !== undefined)
    return null;
  const inside = linesWithin(lines, edges);
  const card = cardAt(0, inside, reader) ?? ledgerAcross(0, inside, reader);
  if (card === null) return null;
  const { top, left, bottom, right } = edges;
  return {
    ...table,
    range: rangeWith(table, edges),
    headerRows: { top, bottom: top },
    body: { top, left, bottom, right },
    pairs: card.pairs,
  };
}

/** A table of given edges with the titles and notes of another; its naming columns are found unless `named` says that the edges count them. */
export function tableOfEdges(
  table: Table,
  edges: TableEdges,
  lines: Lines,
  reader: HeaderReader,
  named: boolean,
): Table {
  const { top, left, bottom, right, headerRows } = edges;
  const bodyTop = top + headerRows;
  const inside = linesWithin(lines, edges).lines;
  const header = inside.filter(({ row }) => row < bodyTop);
  const body = inside.filter(({ row }) => row >= bodyTop);
  const used = new Set(
    inside.flatMap(({ cells }) => cells.map(({ column }) => column)),
  );
  const all = withUnitsBehind(
    [...used]
      .sort((a, b) => a - b)
      .map((column) => ({
        column,
        path: headerPath(column, header, lines, left),
      })),
    reader,
  );
  const stub = named
    ? all
        .map(({ column }) => column)
        .filter((column) => column < left + edges.stubColumns)
    : stubColumnsOf(all, body, lines, reader);
  const pathOf = new Map(all.map(({ column, path }) => [column, path]));
  const ordinals = new Set(
    stub.filter(
      (column) => columnRole(pathOf.get(column) ?? [], reader) === "ordinal",
    ),
  );
  const columns = all.filter(({ column }) => !stub.includes(column));
  const groups = groupsOf(table, body, lines);
  return {
    ...table,
    range: rangeWith(table, edges),
    headerRows: { top, bottom: Math.max(top, bodyTop - 1) },
    stubColumns: stub,
    stubHeaders: stub.map((column) => pathOf.get(column) ?? []),
    body: { top: bodyTop, left: columns[0]?.column ?? right, bottom, right },
    columns,
    bodyRows: body.flatMap(({ row }) => (groups.has(row) ? [] : [row])),
    rows: rowPaths(body, stub, ordinals, groups, lines, reader),
    pairs: [],
  };
}

function rangeWith(table: Table, edges: TableEdges): CellRange {
  return {
    top: Math.min(table.range.top, edges.top),
    left: Math.min(table.range.left, edges.left),
    bottom: Math.max(edges.bottom, ...table.notes.map(({ row }) => row)),
    right: edges.right,
  };
}

/** The rows that were found to name those below them still do. */
function groupsOf(
  { body, bodyRows, pairs }: Table,
  lines: readonly Line[],
  { date1904 }: Lines,
): ReadonlyMap<number, HeaderText> {
  const labels = new Set(bodyRows);
  const groups = new Map<number, HeaderText>();
  if (pairs.length > 0) return groups;
  for (const { row, filled } of lines) {
    const [cell, other] = filled;
    if (row < body.top || row > body.bottom || labels.has(row)) continue;
    if (cell !== undefined && other === undefined)
      groups.set(row, {
        text: cellWords(cell, date1904),
        row,
        column: cell.column,
      });
  }
  return groups;
}
