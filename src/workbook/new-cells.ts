import { cellRef } from "../model/sheet.ts";
import { lowerBound } from "./cell-columns.ts";
import type { CellWrite } from "./cell-write.ts";
import { newCellXml } from "./cell-xml.ts";
import type { RowPlaces } from "./row-places.ts";
import type { SheetDataPosition } from "./row-positions.ts";
import type { SheetScanner } from "./sheet-scanner.ts";
import type { Splice } from "./splice.ts";
import { columnRunAt } from "./stored-sheet.ts";

/** Insertions for cells that were not there, and what they touch beside the cells. */
export interface NewCells {
  readonly splices: Splice[];
  readonly cells: string[];
  /** Elements that were made or opened: `row 5`, `sheetData`. */
  readonly rows: string[];
}

/** Style a new cell takes: its row's, else its column's. */
export function defaultStyle(
  places: RowPlaces,
  scan: SheetScanner,
  row: number,
  column: number,
): number {
  return places.style(row) ?? columnRunAt(scan.columnRuns, column)?.style ?? 0;
}

/**
 * Cells and rows made where their order puts them. A `spans` attribute is left
 * as it is: it is a hint that Excel and the readers do not hold against cells
 * outside it. Addresses must be distinct and hold no cell yet.
 */
export function newCells(
  scan: SheetScanner,
  places: RowPlaces,
  sheetData: SheetDataPosition,
  writes: readonly CellWrite[],
): NewCells {
  const made: NewCells = { splices: [], cells: [], rows: [] };
  const newRows: { at: number; xml: string }[] = [];
  for (const [row, inRow] of byRow(writes)) {
    const position = places.at(row);
    const prefix =
      position === undefined ? sheetData.prefix : places.tag(position).prefix();
    const xmlOf = ({ column, style, content }: CellWrite): string =>
      newCellXml(
        prefix,
        row,
        column,
        style ?? defaultStyle(places, scan, row, column),
        content,
      );
    made.cells.push(...inRow.map(({ column }) => cellRef(row, column)));
    if (position !== undefined && position.close >= 0) {
      for (const write of inRow) {
        const at = cellBehind(scan, row, write.column) ?? position.close;
        made.splices.push({ start: at, end: at, text: xmlOf(write) });
      }
      continue;
    }
    const cells = inRow.map(xmlOf).join("");
    made.rows.push(`row ${row + 1}`);
    if (position !== undefined)
      made.splices.push(opened(position.open, `${prefix}row`, cells));
    else {
      // In a sheet that hides its rows by default a new one would come to sight.
      const hidden = scan.shownRows === null ? "" : ' hidden="1"';
      newRows.push({
        at: places.from(row)?.start ?? sheetData.close,
        xml: `<${prefix}row r="${row + 1}"${hidden}>${cells}</${prefix}row>`,
      });
    }
  }
  if (newRows.length === 0) return made;
  if (sheetData.close === -1) {
    made.rows.push("sheetData");
    const xml = newRows.map((row) => row.xml).join("");
    const name = `${sheetData.prefix}sheetData`;
    made.splices.push(opened(sheetData.open, name, xml));
  } else
    for (const { at, xml } of newRows)
      made.splices.push({ start: at, end: at, text: xml });
  return made;
}

function byRow(writes: readonly CellWrite[]): [number, CellWrite[]][] {
  const rows = new Map<number, CellWrite[]>();
  for (const write of writes) {
    const row = rows.get(write.row);
    if (row === undefined) rows.set(write.row, [write]);
    else row.push(write);
  }
  for (const row of rows.values()) row.sort((a, b) => a.column - b.column);
  return [...rows].sort(([a], [b]) => a - b);
}

/** A self-closed element, whose tag ends at `end`, with content. */
function opened(end: number, name: string, content: string): Splice {
  return { start: end - 2, end, text: `>${content}</${name}>` };
}

/** Start of the first cell of the row that stands right of a column. */
function cellBehind(
  { cells }: SheetScanner,
  row: number,
  column: number,
): number | undefined {
  const at = lowerBound(cells.rowNumbers, row, 0, cells.rowNumbers.length);
  if (cells.rowNumbers[at] !== row) return undefined;
  const to = cells.rowStarts[at + 1] ?? 0;
  const from = cells.rowStarts[at] ?? 0;
  const index = cells.firstFrom(column + 1, from, to);
  return index < to ? cells.positionAt(index)?.start : undefined;
}
