import type { Binding, BoundTable } from "../model/binding.ts";
import { type CellRange, cellRef, parseRange } from "../model/sheet.ts";
import type { HeaderText } from "../model/table.ts";
import { isMeta } from "../table/line-words.ts";
import type { ReviewCell } from "./review-sheet-api.ts";

type Role = ReviewCell["role"];

type RoleOf = (row: number, column: number, text: string) => Role;

/** What each cell of the tables is, from the bindings and the words they were read under; of the rows asked for, both inclusive. */
export function cellRoles(
  tables: readonly BoundTable[],
  { top, bottom }: Pick<CellRange, "top" | "bottom"> = everyRow,
): RoleOf {
  const known = new Map<string, Role>();
  const asked = (row: number): boolean => row >= top && row <= bottom;
  const around = tables.map((table) => ({
    range: table.range,
    roleOf: wordsRoleOf(table),
  }));
  for (const [index, table] of tables.entries()) {
    const roleOf = around[index]?.roleOf;
    for (const { row, column, text } of table.headers)
      if (asked(row))
        known.set(
          cellRef(row, column),
          roleOf?.(row, column, text) ?? "header",
        );
    for (const binding of table.bindings)
      if (asked(binding.row))
        known.set(cellRef(binding.row, binding.column), bindingRole(binding));
    for (const { cell, also = [] } of table.unmatched)
      for (const one of [cell, ...also]) {
        const range = parseRange(one);
        if (range !== null)
          known.set(cellRef(range.top, range.left), "question");
      }
  }
  return (row, column, text) => {
    const role = known.get(cellRef(row, column));
    if (role !== undefined) return role;
    const table = around.find(
      ({ range }) =>
        range.top <= row &&
        row <= range.bottom &&
        range.left <= column &&
        column <= range.right,
    );
    return table?.roleOf(row, column, text) ?? "plain";
  };
}

const everyRow = { top: 0, bottom: Infinity };

/** What is known of a table's words, worked out once: a long sheet is shown in parts. */
const wordsRoles = new WeakMap<BoundTable, RoleOf>();

function wordsRoleOf(table: BoundTable): RoleOf {
  let roleOf = wordsRoles.get(table);
  if (roleOf === undefined) wordsRoles.set(table, (roleOf = wordsRole(table)));
  return roleOf;
}

function bindingRole(binding: Binding): Role {
  if (binding.role !== "value") return binding.role;
  return binding.target.type === "field" ? "record" : "value";
}

/** The role of a cell of the table that is not bound. */
function wordsRole(table: BoundTable): RoleOf {
  const titles = new Set(
    titleCells(table).map(({ row, column }) => cellRef(row, column)),
  );
  const lastTitle = Math.max(
    -1,
    ...titleCells(table).map((title) => title.row),
  );
  const headers = new Set(
    table.headers.map(({ row, column }) => cellRef(row, column)),
  );
  const body = bodyOf(table) ?? bodyWithin(table);
  return (row, column, text) => {
    const cell = cellRef(row, column);
    if (titles.has(cell)) return "title";
    if (body === null || row < body.top) {
      if (isMeta(text)) return "meta";
      if (headers.has(cell)) return "header";
      return row <= lastTitle ? "title" : body === null ? "plain" : "meta";
    }
    if (row > body.bottom) return "note";
    return headers.has(cell) || column < body.left ? "stub" : "plain";
  };
}

/** Titles come first among the headers; together they make up the table's title. */
function titleCells({ headers, title }: BoundTable): readonly HeaderText[] {
  if (title === "") return [];
  let said = "";
  for (const [index, { text }] of headers.entries()) {
    said = index === 0 ? text : `${said} ${text}`;
    if (said === title) return headers.slice(0, index + 1);
    if (!title.startsWith(said)) return [];
  }
  return [];
}

/** Of a table of which nothing is bound: the rows and columns inside its edges. */
function bodyWithin({ ask }: BoundTable): ReturnType<typeof bodyOf> {
  if (ask === undefined) return null;
  const { top, left, bottom, headerRows, stubColumns } = ask.edges;
  return { top: top + headerRows, bottom, left: left + stubColumns };
}

/** Rows and first column of what is bound; row numbers aside, since they stand left of the names. */
function bodyOf({ bindings }: BoundTable): {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
} | null {
  let [top, bottom, left] = [Infinity, -1, Infinity];
  for (const { role, row, column } of bindings) {
    if (role === "ordinal") continue;
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
    left = Math.min(left, column);
  }
  return bottom < 0 ? null : { top, bottom, left };
}
