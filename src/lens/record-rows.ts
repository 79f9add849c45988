import type { Cell } from "../model/sheet.ts";
import type { Table } from "../model/table.ts";
import { cellWords, isFilled } from "../table/lines.ts";
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
  const { lines, date1904, matcher } = context;
  const at = (row: number, column: number): CellAt => {
    if (!lines.merges.touches(row))
      return { row, column, cell: lines.cellAt(row, column) };
    const merge = lines.merges.at(row, column);
    const place =
      merge === undefined || merge.top < table.body.top
        ? { row, column }
        : { row: merge.top, column: merge.left };
    return { ...place, cell: lines.cellAt(place.row, place.column) };
  };
  const words = (row: number, column: number): string => {
    const { cell } = at(row, column);
    return cell === undefined ? "" : cellWords(cell, date1904);
  };
  const holds = (row: number, column: number): boolean => {
    const { cell } = at(row, column);
    return cell !== undefined && isFilled(cell);
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
      at(row, column).cell?.type === "text" &&
      matcher.read(words(row, column)).role === "aggregate"
    );
  };
  const goesOn = (row: number, before: number): boolean =>
    found.identity
      .filter((column) => words(row, column) !== "")
      .every((column) => {
        const here = at(row, column);
        return here.row < row && here.row === at(before, column).row;
      });
  const naming = [...found.ordinals, ...found.identity];
  const isPart = (row: number, record: RecordGroup): boolean => {
    const first = record.rows[0] ?? row;
    const numbered = found.identity.some((column) => {
      const { cell } = at(row, column);
      return cell?.type === "text" && partNumber.test(cell.raw);
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
  return { records, open, unidentified, parts, at };
}
