import type { Table } from "../model/table.ts";
import { cellWords } from "../table/lines.ts";
import type { SheetContext } from "./bind-context.ts";
import { bindCross, type CrossBindings } from "./bind-cross.ts";
import { type Bindings, joined, listed } from "./binding-columns.ts";
import { bindRecordRow, type Dates } from "./bind-records.ts";
import { type RecordColumns, recordColumns } from "./record-columns.ts";
import type { Questions } from "./questions.ts";
import type { Surroundings } from "./surroundings.ts";

/** Binds a card of figures: each column of values is a table whose rows are named by the cells beside it. */
export function bindCardFigures(
  card: Table,
  surroundings: Surroundings,
  context: SheetContext,
): CrossBindings[] {
  const columns = [...new Set(card.pairs.map(({ column }) => column))];
  return columns.map((column) => {
    const pairs = card.pairs.filter(
      (pair) => pair.column === column && !isOther(pair.label.text, context),
    );
    const stub = pairs[0]?.label.column ?? column;
    const table: Table = {
      ...card,
      pairs: [],
      stubColumns: [stub],
      stubHeaders: [[]],
      columns: [{ column, path: [] }],
      rows: pairs.map(({ row, label }) => ({ row, path: [label] })),
      body: { ...card.body, left: column, right: column },
    };
    return bindCross(table, surroundings, context);
  });
}

/** 联系电话, 负责人: beside the figures of a card, and none of them. */
function isOther(label: string, { matcher }: SheetContext): boolean {
  return (
    matcher.read(label).indicator.length === 0 &&
    (matcher.field(label)[0]?.confidence ?? 0) >= 0.8
  );
}

/** A card of one record (一企一册): its fields, by the place of their names among the pairs; null when it is none. */
export function recordOfCard(
  card: Table,
  { catalog, matcher, lines }: SheetContext,
): RecordColumns | null {
  const heads = card.pairs.map(({ label }, column) => ({
    column,
    path: [label],
  }));
  const found = recordColumns(
    { ...card, columns: heads },
    catalog,
    matcher,
    lines,
  );
  return found === null || found.identity.length === 0 ? null : found;
}

/**
 * A card whose names stand again beside themselves, each with a value of its
 * own, is several cards: the columns of values apart.
 */
export function cardsBeside(card: Table): readonly Table[] {
  const columns = [...new Set(card.pairs.map(({ column }) => column))];
  const [first, ...others] = columns;
  const of = (column: number): Table["pairs"] =>
    card.pairs.filter((pair) => pair.column === column);
  const names = new Map(
    card.pairs.flatMap(({ row, column, label }) =>
      column === first ? [[row, label.text.trim()] as const] : [],
    ),
  );
  const again = (column: number): boolean => {
    const own = of(column);
    const same = own.filter(
      ({ row, label }) => names.get(row) === label.text.trim(),
    );
    return same.length >= 2 && same.length * 2 > own.length;
  };
  return others.length > 0 && others.every(again)
    ? columns.map((column) => ({ ...card, pairs: of(column) }))
    : [card];
}

/** Binds the values of a card of one record; nothing when its identifying cells are empty. */
export function bindRecordCard(
  card: Table,
  found: RecordColumns,
  context: SheetContext,
  dates: Dates = {},
): {
  readonly bindings: Bindings;
  readonly questions: readonly Questions[];
} {
  const { lines, date1904 } = context;
  const words = (index: number): string => {
    const pair = card.pairs[index];
    const cell =
      pair === undefined ? undefined : lines.cellAt(pair.row, pair.column);
    return cell === undefined ? "" : cellWords(cell, date1904);
  };
  const id = found.identity
    .map(words)
    .filter((text) => text !== "")
    .join("/");
  if (id === "") return { bindings: listed([]), questions: [] };
  const rows = [...new Set(card.pairs.map(({ row }) => row))];
  const bound = rows.map((row) => {
    const columns = found.columns.flatMap((field) => {
      const pair = card.pairs[field.column];
      return pair?.row === row ? [{ ...field, column: pair.column }] : [];
    });
    return bindRecordRow(
      { ...found, columns, ordinals: [] },
      { id, rows: [row] },
      context,
      dates,
    );
  });
  return {
    bindings: joined(bound.map(({ bindings }) => bindings)),
    questions: bound.map(({ questions }) => questions),
  };
}
