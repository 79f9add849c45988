import { parseFormatCode } from "../model/format-code.ts";
import { displayText, serialToIso } from "../model/number-format.ts";
import type { Cell, CellRange, SheetView } from "../model/sheet.ts";
import { MergeIndex } from "./merge-index.ts";

/** A stored row with at least one cell. */
export interface Line {
  readonly row: number;
  /** Stored cells by column, styled blanks included, cells under a merge left out. */
  readonly cells: readonly Cell[];
  /** Those that hold something. */
  readonly filled: readonly Cell[];
}

/** The stored rows of a sheet, top down, with its merges. */
export interface Lines {
  readonly lines: readonly Line[];
  readonly merges: MergeIndex;
  readonly date1904: boolean;
  cellAt(row: number, column: number): Cell | undefined;
}

export function isFilled(cell: Cell): boolean {
  if (cell.type === "blank") return false;
  return cell.type !== "text" || cell.raw.trim() !== "";
}

/** What a header or stub cell says: texts without outer blanks and line breaks, dates as they are shown. */
export function cellWords(cell: Cell, date1904: boolean): string {
  if (cell.type === "blank") return "";
  if (cell.type === "number" && cell.format === "General") return cell.raw;
  const text =
    cell.type === "text"
      ? cell.raw
      : (shortDate(cell, date1904) ?? displayText(cell, date1904));
  return text
    .replace(/[\r\n\t]+/g, " ")
    .replace(/[ \u3000]+/g, " ")
    .trim();
}

const shortDates = new Map<string, "day" | "month" | null>();

/** `5/1` and `1-May` of a date as 5月1日, `May-22` as 2022年5月; null for what a reader needs no help with. The year of a day that does not show it is whatever it was typed in. */
function shortDate(
  { type, value, format }: Cell,
  date1904: boolean,
): string | null {
  if (type !== "number" || typeof value !== "number") return null;
  let shown = shortDates.get(format);
  if (shown === undefined) {
    shown = shownOf(format);
    shortDates.set(format, shown);
  }
  const date = shown === null ? null : serialToIso(value, date1904)?.date;
  if (date === undefined || date === null) return null;
  const [year, month, day] = date.split("-").map(Number);
  return shown === "day" ? `${month}月${day}日` : `${year}年${month}月`;
}

/** What a format shows of a date, where it is a day without its year or a month by name. */
function shownOf(format: string): "day" | "month" | null {
  const [section] = parseFormatCode(format);
  const parts = (section?.tokens ?? []).flatMap((token) =>
    token.type === "date" ? [token.text] : [],
  );
  const has = (letter: string): boolean =>
    parts.some((part) => part.startsWith(letter));
  if (!has("m") || has("h") || has("s")) return null;
  if (has("d")) return has("y") || has("e") ? null : "day";
  return has("y") && parts.some((part) => /^m{3}/.test(part)) ? "month" : null;
}

/** Reads the cells of a sheet once; whoever needs one later takes it from here. */
export function linesOf(sheet: SheetView, date1904: boolean): Lines {
  const merges = new MergeIndex(sheet.merges);
  const lines: Line[] = [];
  const stored = new Map<number, Cell[]>();
  let row = -1;
  let cells: Cell[] = [];
  const close = (): void => {
    if (cells.length === 0) return;
    stored.set(row, cells);
    const own = merges.touches(row)
      ? cells.filter((cell) => !merges.covered(row, cell.column))
      : cells;
    if (own.length > 0) lines.push({ row, cells: own, filled: filledOf(own) });
  };
  for (const cell of sheet.cells()) {
    if (cell.row !== row) {
      close();
      row = cell.row;
      cells = [];
    }
    cells.push(cell);
  }
  close();
  // Tables are walked through row by row.
  let lastRow = -1;
  let lastCells: readonly Cell[] | undefined;
  return {
    lines,
    merges,
    date1904,
    cellAt(r, c) {
      if (r !== lastRow) {
        lastRow = r;
        lastCells = stored.get(r);
      }
      return cellIn(lastCells, c);
    },
  };
}

function filledOf(cells: readonly Cell[]): readonly Cell[] {
  return cells.every(isFilled) ? cells : cells.filter(isFilled);
}

/** The cell of a column, in a row's cells by column. */
function cellIn(
  cells: readonly Cell[] | undefined,
  column: number,
): Cell | undefined {
  const first = cells?.[0];
  if (cells === undefined || first === undefined) return undefined;
  const direct = cells[column - first.column];
  if (direct?.column === column) return direct;
  let from = 0;
  let to = cells.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((cells[middle]?.column ?? 0) < column) from = middle + 1;
    else to = middle;
  }
  const found = cells[from];
  return found?.column === column ? found : undefined;
}

/** Columns a cell takes up: its merge, or itself. */
export function spanOf(cell: Cell, merges: MergeIndex): CellRange {
  return (
    merges.at(cell.row, cell.column) ?? {
      top: cell.row,
      left: cell.column,
      bottom: cell.row,
      right: cell.column,
    }
  );
}
