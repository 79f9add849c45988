import type { Binding, BoundTable, Unmatched } from "../model/binding.ts";
import type { Issue } from "../model/issue.ts";
import type { TableAsk, TableEdges, TableShape } from "../model/profile.ts";
import { cellRef, parseCellRef } from "../model/sheet.ts";
import type { HeaderText, Table } from "../model/table.ts";
import { linesOf } from "../table/lines.ts";
import { turnedRange, turnedSheet } from "../table/lines-within.ts";
import { headerRowsIn } from "../table/table-at.ts";
import { edgesWithin, tableOfEdges } from "../table/table-within.ts";
import type { SheetContext } from "./bind-context.ts";

/** Columns of a sheet: a longer table cannot be turned. */
const mostRows = 16_384;

/** A table with rows and columns exchanged, and the context it is bound in. */
export interface Turned {
  readonly table: Table;
  readonly context: SheetContext;
}

/**
 * A table whose rows and columns a person wants exchanged, as if the sheet lay
 * on its side. Header and naming columns that no person counted are found
 * anew. Null, and reported, for one that is too long.
 */
export function turnedTable(
  table: Table,
  shape: TableShape,
  context: SheetContext,
): Turned | null {
  const edges = edgesWithin(table, shape);
  if (edges.bottom >= mostRows) {
    context.report({
      code: "lens.turned_too_long",
      severity: "warning",
      cell: cellRef(edges.top, edges.left),
      params: { rows: edges.bottom + 1, most: mostRows },
    });
    return null;
  }
  const { lines, sheet, matcher } = context;
  const on = linesOf(turnedSheet(sheet, lines, edges), context.date1904);
  const range = turnedRange(edges);
  const turned: TableEdges = {
    ...range,
    headerRows:
      shape.stubColumns === undefined
        ? headerRowsIn(range, on, matcher)
        : edges.stubColumns,
    stubColumns: edges.headerRows,
  };
  const plain: Table = {
    ...table,
    title: table.title.map(turnedText),
    outer: table.outer.map(turnedText),
    meta: table.meta.map(turnedText),
    notes: table.notes.map(turnedText),
    range,
    // No row of it is known to name others.
    body: { ...turned, bottom: -1 },
    bodyRows: [],
    pairs: [],
  };
  return {
    table: {
      ...tableOfEdges(
        plain,
        turned,
        on,
        matcher,
        shape.headerRows !== undefined,
      ),
      range,
    },
    context: {
      ...context,
      lines: on,
      report: (issue) => {
        context.report(turnedIssue(issue));
      },
    },
  };
}

/** What was bound on its side, where it stands on the sheet. Rows for further records are none there. */
export function turnedBack(
  { open: _, ...bound }: BoundTable,
  table: Table,
): BoundTable {
  const range = turnedRange(bound.range);
  return {
    ...bound,
    range: {
      top: Math.min(range.top, table.range.top),
      left: Math.min(range.left, table.range.left),
      bottom: Math.max(range.bottom, ...table.notes.map(({ row }) => row)),
      right: Math.max(range.right, table.range.right),
    },
    orientation:
      bound.orientation === "cross"
        ? "transposed"
        : bound.orientation === "transposed"
          ? "cross"
          : bound.orientation,
    headers: bound.headers.map(turnedText),
    bindings: bound.bindings.map(turnedBinding),
    unmatched: bound.unmatched.map(turnedQuestion),
    ...(bound.ask === undefined ? {} : { ask: turnedAsk(bound.ask) }),
  };
}

function turnedAsk(ask: TableAsk): TableAsk {
  return {
    ...ask,
    edges: turnedEdges(ask.edges),
    places: new Map(
      [...ask.places].map(([cell, place]) => [turnedRef(cell), place]),
    ),
  };
}

function turnedEdges(edges: TableEdges): TableEdges {
  return {
    ...turnedRange(edges),
    headerRows: edges.stubColumns,
    stubColumns: edges.headerRows,
  };
}

function turnedText({ text, row, column }: HeaderText): HeaderText {
  return { text, row: column, column: row };
}

function turnedQuestion({ also, ...question }: Unmatched): Unmatched {
  return {
    ...question,
    cell: turnedRef(question.cell),
    ...(also === undefined ? {} : { also: also.map(turnedRef) }),
  };
}

function turnedBinding(binding: Binding): Binding {
  const { valueUnit } = binding;
  // Field by field, since a binding is read from columns; every field, or the types do not fit.
  const turned: Required<Omit<Binding, "valueUnit">> &
    Pick<Binding, "valueUnit"> = {
    sheet: binding.sheet,
    part: binding.part,
    row: binding.column,
    column: binding.row,
    slot: binding.slot,
    slots: binding.slots,
    target: binding.target,
    role: binding.role,
    unit: binding.unit,
    ...(valueUnit === undefined ? {} : { valueUnit }),
    form: binding.form,
    writable: binding.writable,
    value: binding.value,
    missing: binding.missing,
    raw: binding.raw,
    decimals: binding.decimals,
    status: binding.status,
    confidence: binding.confidence,
    reasons: binding.reasons,
  };
  return turned;
}

function turnedIssue(
  issue: Omit<Issue, "file" | "sheet">,
): Omit<Issue, "file" | "sheet"> {
  const { cell, params = {} } = issue;
  return {
    ...issue,
    ...(cell === undefined ? {} : { cell: turnedRef(cell) }),
    params: Object.fromEntries(
      Object.entries(params).map(([name, value]) => [
        name,
        (name === "cell" || name === "first") && typeof value === "string"
          ? turnedRef(value)
          : value,
      ]),
    ),
  };
}

function turnedRef(cell: string): string {
  const at = parseCellRef(cell);
  return at === null ? cell : cellRef(at.column, at.row);
}
