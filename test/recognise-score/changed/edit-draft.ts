import type { CellRange } from "../../../src/model/sheet.ts";
import {
  columnOf,
  type Draft,
  type DraftCell,
  type DraftSheet,
  type DraftTable,
  placeOf,
  rowOf,
} from "./draft.ts";

/** Where a row or a column goes; null when it is taken out. */
export type Moves = (at: number) => number | null;

const stays: Moves = (at) => at;

/** Applies a change to every sheet with a labelled table; null when none of them can be changed so. */
export function everySheet(
  draft: Draft,
  change: (sheet: DraftSheet) => DraftSheet | null,
): Draft | null {
  let changed = false;
  const sheets = draft.sheets.map((sheet) => {
    const next = sheet.tables.length === 0 ? null : change(sheet);
    if (next === null) return sheet;
    changed = true;
    return next;
  });
  return changed ? { ...draft, sheets } : null;
}

/** Applies a change to the tables of every sheet, from the bottom up, so that what one moves does not move the places of the next. */
export function everyTable(
  draft: Draft,
  change: (sheet: DraftSheet, table: DraftTable) => DraftSheet | null,
): Draft | null {
  return everySheet(draft, (sheet) => {
    let now = sheet;
    for (let at = sheet.tables.length - 1; at >= 0; at -= 1) {
      const table = now.tables[at];
      if (table !== undefined) now = change(now, table) ?? now;
    }
    return now === sheet ? null : now;
  });
}

/** The same for the only labelled table of a sheet. */
export function onlyTable(
  draft: Draft,
  change: (sheet: DraftSheet, table: DraftTable) => DraftSheet | null,
): Draft | null {
  return everySheet(draft, (sheet) => {
    const [table] = sheet.tables;
    return table === undefined || sheet.tables.length > 1
      ? null
      : change(sheet, table);
  });
}

/** Moves whole rows and columns, with merges, labels and what is hidden; null when a merged area would be torn. */
export function moved(
  sheet: DraftSheet,
  { rows = stays, columns = stays }: { rows?: Moves; columns?: Moves },
): DraftSheet | null {
  const cells = new Map<number, DraftCell>();
  const at = (row: number, column: number): [number, number] | null => {
    const [down, across] = [rows(row), columns(column)];
    return down === null || across === null ? null : [down, across];
  };
  for (const [place, cell] of sheet.cells) {
    const to = at(rowOf(place), columnOf(place));
    if (to !== null) cells.set(placeOf(...to), cell);
  }
  const merges: CellRange[] = [];
  for (const merge of sheet.merges) {
    const down = span(merge.top, merge.bottom, rows);
    const across = span(merge.left, merge.right, columns);
    if (down === undefined || across === undefined) return null;
    if (down === null || across === null) continue;
    // Its words go with the first cell that is left of it.
    const head = sheet.cells.get(placeOf(merge.top, merge.left));
    const anchor = placeOf(down.from, across.from);
    if (head !== undefined && !cells.has(anchor)) cells.set(anchor, head);
    else if (
      head !== undefined &&
      cells.get(anchor)?.type === "blank" &&
      head.type !== "blank"
    )
      cells.set(anchor, head);
    if (down.from === down.to && across.from === across.to) continue;
    merges.push({
      top: down.from,
      bottom: down.to,
      left: across.from,
      right: across.to,
    });
  }
  const kept = (set: ReadonlySet<number>, moves: Moves): Set<number> =>
    new Set(
      [...set].flatMap((one) => {
        const to = moves(one);
        return to === null ? [] : [to];
      }),
    );
  return {
    ...sheet,
    cells,
    merges,
    hiddenRows: kept(sheet.hiddenRows, rows),
    hiddenColumns: kept(sheet.hiddenColumns, columns),
    marks: sheet.marks.flatMap((mark) => {
      const to = at(mark.row, mark.column);
      return to === null ? [] : [{ ...mark, row: to[0], column: to[1] }];
    }),
    tables: sheet.tables.flatMap((table) => tableMoved(table, rows, columns)),
  };
}

/** Where a run of rows or columns goes: null when all are taken out, undefined when they would no longer lie together. */
function span(
  from: number,
  to: number,
  moves: Moves,
): { from: number; to: number } | null | undefined {
  const at: number[] = [];
  for (let one = from; one <= to; one += 1) {
    const next = moves(one);
    if (next !== null) at.push(next);
  }
  if (at.length === 0) return null;
  const [least, most] = [Math.min(...at), Math.max(...at)];
  const grown = moves(from) === least && moves(to) === most;
  return most - least + 1 === at.length || grown
    ? { from: least, to: most }
    : undefined;
}

function tableMoved(
  table: DraftTable,
  rows: Moves,
  columns: Moves,
): DraftTable[] {
  const down = (row: number): number => rows(row) ?? row;
  const body = span(table.body, table.bottom, rows);
  const across = span(table.left, table.right, columns);
  if (!body || !across) return [];
  return [
    {
      ...table,
      top: table.top < table.body ? down(table.top) : body.from,
      body: body.from,
      bottom: body.to,
      left: across.from,
      right: across.to,
      stub: table.stub.flatMap((column) => {
        const to = columns(column);
        return to === null ? [] : [to];
      }),
      title: table.title.flatMap((words) => {
        const row = rows(words.row);
        const column = columns(words.column);
        return row === null || column === null
          ? []
          : [{ ...words, row, column }];
      }),
    },
  ];
}

/** Blank rows before a row. */
export function rowsInserted(
  sheet: DraftSheet,
  before: number,
  count = 1,
): DraftSheet | null {
  return moved(sheet, {
    rows: (row) => (row >= before ? row + count : row),
  });
}

/** Blank columns before a column. */
export function columnsInserted(
  sheet: DraftSheet,
  before: number,
  count = 1,
): DraftSheet | null {
  return moved(sheet, {
    columns: (column) => (column >= before ? column + count : column),
  });
}

/** Without some rows. */
export function rowsTaken(
  sheet: DraftSheet,
  taken: ReadonlySet<number>,
): DraftSheet | null {
  return moved(sheet, { rows: without(taken) });
}

/** Without some columns. */
export function columnsTaken(
  sheet: DraftSheet,
  taken: ReadonlySet<number>,
): DraftSheet | null {
  return moved(sheet, { columns: without(taken) });
}

function without(taken: ReadonlySet<number>): Moves {
  const sorted = [...taken].sort((a, b) => a - b);
  return (at) =>
    taken.has(at) ? null : at - sorted.filter((one) => one < at).length;
}

/** A cell of words. */
export function textCell(text: string): DraftCell {
  return { type: "text", value: text, raw: text, format: "General", style: -1 };
}

/** A cell with a number. */
export function numberCell(value: number): DraftCell {
  return {
    type: "number",
    value,
    raw: String(value),
    format: "General",
    style: -1,
  };
}

/** With some cells put in. */
export function withCells(
  sheet: DraftSheet,
  put: Iterable<readonly [row: number, column: number, cell: DraftCell]>,
): DraftSheet {
  const cells = new Map(sheet.cells);
  for (const [row, column, cell] of put) cells.set(placeOf(row, column), cell);
  return { ...sheet, cells };
}

/** Rewrites the words of cells; `where` names them, and a text that stays as it is changes nothing. Null when nothing changed. */
export function reworded(
  sheet: DraftSheet,
  where: (row: number, column: number) => boolean,
  say: (text: string, row: number, column: number) => string,
): DraftSheet | null {
  const cells = new Map(sheet.cells);
  let changed = false;
  for (const [place, cell] of sheet.cells) {
    if (cell.type !== "text") continue;
    const [row, column] = [rowOf(place), columnOf(place)];
    if (!where(row, column)) continue;
    const text = say(cell.raw, row, column);
    if (text === cell.raw) continue;
    changed = true;
    cells.set(place, { ...cell, value: text, raw: text });
  }
  return changed ? { ...sheet, cells } : null;
}

/** The words of a cell; empty when it holds none. */
export function wordsAt(
  sheet: DraftSheet,
  row: number,
  column: number,
): string {
  const cell = sheet.cells.get(placeOf(row, column));
  return cell === undefined || cell.type === "blank" ? "" : cell.raw;
}

/** The merged area a cell lies in, or the cell alone. */
export function areaAt(
  { merges }: DraftSheet,
  row: number,
  column: number,
): CellRange {
  return (
    merges.find(
      ({ top, left, bottom, right }) =>
        row >= top && row <= bottom && column >= left && column <= right,
    ) ?? { top: row, left: column, bottom: row, right: column }
  );
}

/** Places whose value a label names: their words are not a clerk's to reword. */
export function labelledPlaces({ marks }: DraftSheet): Set<number> {
  return new Set(
    marks
      .filter(({ kind }) => kind === "binding" || kind === "slot")
      .map(({ row, column }) => placeOf(row, column)),
  );
}
