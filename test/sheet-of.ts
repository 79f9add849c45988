import type {
  Cell,
  CellEdit,
  CellRange,
  SheetView,
  WorkbookView,
} from "../src/model/sheet.ts";
import { parseRange } from "../src/model/sheet.ts";
import { isoToSerial } from "../src/model/number-format.ts";

/** A cell of a test sheet: its value, or its value with a format or a formula; undefined is no cell, null a styled blank. */
export type TestCell =
  | number
  | string
  | null
  | undefined
  | {
      readonly value: number | string | null;
      readonly format?: string;
      readonly formula?: string;
      readonly error?: boolean;
    };

export interface SheetOptions {
  readonly name?: string;
  /** Merged ranges in A1 notation; cells under a merge stay stored as blanks. */
  readonly merges?: readonly string[];
  readonly hiddenRows?: readonly number[];
}

/** A sheet from rows of cells, held in memory. */
export function sheetOf(
  rows: readonly (readonly TestCell[])[],
  options: SheetOptions = {},
): SheetView {
  const stored: Cell[] = [];
  rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      if (cell !== undefined) stored.push(cellOf(cell, row, column));
    });
  });
  return viewOf(stored, options);
}

function viewOf(stored: readonly Cell[], options: SheetOptions): SheetView {
  const byPlace = new Map(
    stored.map((cell) => [`${cell.row} ${cell.column}`, cell]),
  );
  const merges = (options.merges ?? []).map((text): CellRange => {
    const range = parseRange(text);
    if (range === null) throw new Error(`not a range: ${text}`);
    return range;
  });
  const filled = stored.filter((cell) => cell.type !== "blank");
  return {
    name: options.name ?? "Sheet1",
    part: `xl/worksheets/${options.name ?? "sheet1"}.xml`,
    state: "visible",
    merges,
    hyperlinks: [],
    notes: [],
    bounds:
      filled.length === 0
        ? null
        : {
            top: least(filled.map(({ row }) => row)),
            left: least(filled.map(({ column }) => column)),
            bottom: -least(filled.map(({ row }) => -row)),
            right: -least(filled.map(({ column }) => -column)),
          },
    cellAt: (row, column) => byPlace.get(`${row} ${column}`),
    cells: () => stored,
    rowHidden: (row) => options.hiddenRows?.includes(row) ?? false,
    columnHidden: () => false,
    columnWidth: () => undefined,
  };
}

function cellOf(cell: TestCell, row: number, column: number): Cell {
  const given =
    typeof cell === "object" && cell !== null ? cell : { value: cell ?? null };
  const format = "format" in given ? (given.format ?? "General") : "General";
  const formula =
    "formula" in given && given.formula !== undefined
      ? { formula: given.formula }
      : {};
  const base = { row, column, format, style: 0, ...formula };
  const { value } = given;
  if (value === null) return { ...base, type: "blank", value: null, raw: "" };
  if (typeof value === "number")
    return { ...base, type: "number", value, raw: String(value) };
  return {
    ...base,
    type: "error" in given && given.error === true ? "error" : "text",
    value,
    raw: value,
  };
}

export function workbookOf(...sheets: readonly SheetView[]): WorkbookView {
  return {
    format: "xlsx",
    date1904: false,
    sheets,
    names: [],
    writable: true,
  };
}

/** The sheet after edits, as writing and reading it again would give it. */
export function editedSheet(
  sheet: SheetView,
  edits: readonly CellEdit[],
  options: SheetOptions = {},
): SheetView {
  const cells = new Map<string, Cell>();
  for (const cell of sheet.cells())
    cells.set(`${cell.row} ${cell.column}`, cell);
  for (const edit of edits) {
    if (edit.sheet !== sheet.name) continue;
    const key = `${edit.row} ${edit.column}`;
    const before = cells.get(key);
    const base = {
      row: edit.row,
      column: edit.column,
      format: before?.format ?? "General",
      style: before?.style ?? 0,
    };
    if (edit.kind === "number") {
      const raw = edit.text ?? String(edit.value);
      cells.set(key, { ...base, type: "number", value: Number(raw), raw });
    } else if (edit.kind === "text") {
      cells.set(key, {
        ...base,
        type: "text",
        value: edit.value,
        raw: edit.value,
      });
    } else if (edit.kind === "date") {
      const serial = isoToSerial(edit.value, false);
      cells.set(key, {
        ...base,
        type: "number",
        value: serial,
        raw: String(serial),
        format: "yyyy-mm-dd",
      });
    } else {
      cells.set(key, { ...base, type: "blank", value: null, raw: "" });
    }
  }
  const stored = [...cells.values()].sort(
    (a, b) => a.row - b.row || a.column - b.column,
  );
  return viewOf(stored, options);
}

function least(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b), Infinity);
}
