import type { Cell } from "../model/sheet.ts";
import type { Table } from "../model/table.ts";
import type { SheetContext } from "./bind-context.ts";
import type { RecordColumns } from "./record-columns.ts";

/** How the parts of a record are numbered or set off: `（1）…`, `①…`, an indent of Chinese spaces. */
const partNumber =
  /^(?:[\u3000 ]*(?:[（(]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[）)]|[①-⑳])|\u3000+\S)/;

/** A cell of the body, or the first one of its merge. */
export interface CellAt {
  readonly row: number;
  readonly column: number;
  readonly cell: Cell | undefined;
}

/** The rows that make up one record. */
export interface RecordGroup {
  readonly id: string;
  readonly rows: number[];
}

export interface RecordRows {
  readonly records: readonly RecordGroup[];
  /** Rows that hold nothing yet. */
  readonly open: readonly number[];
  /** Rows with something in them and nothing that identifies it. */
  readonly unidentified: readonly number[];
  /** Rows of totals below the records. */
  readonly totals: readonly number[];
  /** Rows that state a part of the record above them (`（1）新建管网` below a task). */
  readonly parts: readonly number[];
  at(row: number, column: number): CellAt;
}

/**
 * Which rows of a table are which record. A row goes on with the record above
 * it when the identifying cells are merged over both, or when they and the 序号
 * are left blank.
 */
export function recordRows(
  table: Table,
  found: RecordColumns,
  context: SheetContext,
): RecordRows {
  const { lines, matcher } = context;
  const { cells } = lines;
  const placeOf = (
    row: number,
    column: number,
  ): { readonly row: number; readonly column: number } => {
    const merge = lines.merges.at(row, column);
    return merge === undefined || merge.top < table.body.top
      ? { row, column }
      : { row: merge.top, column: merge.left };
  };
  const at = (row: number, column: number): CellAt => {
    const place = placeOf(row, column);
    return { ...place, cell: lines.cellAt(place.row, place.column) };
  };
  const indexOf = (row: number, column: number): number => {
    if (!lines.merges.touches(row)) return lines.indexAt(row, column);
    const place = placeOf(row, column);
    return lines.indexAt(place.row, place.column);
  };
  const words = (row: number, column: number): string => {
    const index = indexOf(row, column);
    return index < 0 ? "" : lines.wordsAt(index);
  };
  const holds = (row: number, column: number): boolean => {
    const index = indexOf(row, column);
    return index >= 0 && lines.isFilledAt(index);
  };
  const textOf = (row: number, column: number): string | null => {
    const index = indexOf(row, column);
    return index >= 0 && cells.typeAt(index) === "text"
      ? cells.textOf(cells.textAt(index))
      : null;
  };
  const named = (row: number, columns: readonly number[]): string[] =>
    columns.flatMap((column) => {
      const text = words(row, column);
      return text === "" || matcher.placeholder(text) !== null ? [] : [text];
    });
  const fields = found.columns.flatMap(({ column, field }) =>
    field === null ? [] : [column],
  );
  const everything = [
    ...found.ordinals,
    ...found.columns.map(({ column }) => column),
  ].sort((a, b) => a - b);
  const isTotal = (row: number): boolean => {
    const column = everything.find((each) => holds(row, each));
    return (
      column !== undefined &&
      textOf(row, column) !== null &&
      matcher.read(words(row, column)).role === "aggregate"
    );
  };
  const goesOn = (row: number, before: number): boolean =>
    found.identity
      .filter((column) => words(row, column) !== "")
      .every((column) => {
        const here = placeOf(row, column);
        return here.row < row && here.row === placeOf(before, column).row;
      });
  const naming = [...found.ordinals, ...found.identity];
  const isPart = (row: number, record: RecordGroup): boolean => {
    const first = record.rows[0] ?? row;
    const numbered = found.identity.some((column) => {
      const text = textOf(row, column);
      return text !== null && partNumber.test(text);
    });
    return (
      numbered &&
      naming.some((column) => holds(first, column) && !holds(row, column))
    );
  };
  const records: RecordGroup[] = [];
  const parts: number[] = [];
  const open: number[] = [];
  const unidentified: number[] = [];
  const totals: number[] = [];
  let current: RecordGroup | null = null;
  for (const row of table.bodyRows) {
    const filled = fields.some((column) => holds(row, column));
    const id = named(row, found.identity).join("/");
    const numbered = found.ordinals.some((column) => holds(row, column));
    const above: number | undefined = current?.rows.at(-1);
    if (!filled) {
      if (!found.columns.some(({ column }) => holds(row, column)))
        open.push(row);
      current = null;
    } else if (isTotal(row)) {
      totals.push(row);
      current = null;
    } else if (current !== null && isPart(row, current)) {
      parts.push(row);
    } else if (
      current !== null &&
      above !== undefined &&
      (id === "" ? !numbered && found.ordinals.length > 0 : goesOn(row, above))
    ) {
      current.rows.push(row);
    } else if (id === "") {
      unidentified.push(row);
      current = null;
    } else {
      current = { id, rows: [row] };
      records.push(current);
    }
  }
  return { records, open, unidentified, totals, parts, at };
}
