import type { Reading } from "../../src/engine.ts";
import type { Cell, CellRange, SheetView } from "../../src/model/sheet.ts";

/**
 * What the same sender hands in a month later, made of a file that was opened:
 * every row one further down, months in titles, headers and names one further
 * on, figures a little different, another file name and other bytes.
 */
export function nextMonth(reading: Reading): Reading {
  const { workbook } = reading;
  return {
    ...reading,
    file: `转发-${laterMonth(reading.file)}`,
    sha: "0".repeat(64),
    workbook:
      workbook === null
        ? null
        : {
            ...workbook,
            sheets: workbook.sheets.map((sheet) => laterSheet(sheet, reading)),
          },
  };
}

function laterSheet(sheet: SheetView, reading: Reading): SheetView {
  const body = Math.min(
    ...reading.tables
      .filter(({ sheet: name }) => name === sheet.name)
      .map(({ ask }) =>
        ask === undefined ? 0 : ask.edges.top + ask.edges.headerRows,
      ),
    Infinity,
  );
  // Columns of many months stay what they are; one month in the header goes on.
  const heads = reading.tables
    .filter(({ sheet: name }) => name === sheet.name)
    .map(({ ask }) => ask?.edges.top ?? 0);
  const months = new Set(
    [...sheet.cells()].flatMap((cell) =>
      cell.row < body && !heads.every((top) => cell.row < top)
        ? [...cell.raw.matchAll(/\d{1,2}(?=月)/g)].map(([month]) => month)
        : [],
    ),
  );
  const last = months.size <= 1 ? body : Math.min(...heads);
  const cells = [...sheet.cells()].map((cell) => later(cell, cell.row < last));
  const byPlace = new Map(
    cells.map((cell) => [`${cell.row} ${cell.column}`, cell]),
  );
  const down = (range: CellRange): CellRange => ({
    ...range,
    top: range.top + 1,
    bottom: range.bottom + 1,
  });
  return {
    name: laterMonth(sheet.name),
    part: sheet.part,
    state: sheet.state,
    merges: sheet.merges.map(down),
    hyperlinks: [],
    notes: [],
    bounds: sheet.bounds === null ? null : down(sheet.bounds),
    cellAt: (row, column) => byPlace.get(`${row} ${column}`),
    cells: () => cells,
    rowHidden: (row) => row > 0 && sheet.rowHidden(row - 1),
    columnHidden: (column) => sheet.columnHidden(column),
    columnWidth: (column) => sheet.columnWidth(column),
  };
}

function later(cell: Cell, isHead: boolean): Cell {
  const { column, type, value, raw, formula, format, style } = cell;
  const isText = type === "text" && isHead;
  const text = isText ? laterMonth(raw) : raw;
  return {
    row: cell.row + 1,
    column,
    type,
    value: isText ? text : value,
    raw: text,
    ...(formula === undefined ? {} : { formula }),
    format,
    style,
  };
}

/** `2021年1—6月` as `2021年1—7月`, `202109` as `202110`, `10月31日` as `11月30日`; December stays. */
function laterMonth(text: string): string {
  return text
    .replace(/(?<![\d.])(\d{1,2})(?=月)/g, (month) => {
      const next = Number(month) + 1;
      return next > 12 ? month : String(next);
    })
    .replace(
      /((?:19|20)\d{2}-?)(0\d|1[01])(?!\d{3})/g,
      (_, year: string, month: string) =>
        year + String(Number(month) + 1).padStart(2, "0"),
    )
    .replace(/(?<!\d)(2|4|6|9|11)月(?:29|30|31)日/g, (_, month: string) =>
      month === "2" ? "2月28日" : `${month}月30日`,
    );
}
