import type { WorkbookView } from "../model/sheet.ts";
import { CellColumns, kind } from "./cell-columns.ts";
import type { IssueList } from "./issue-list.ts";
import { notAWorkbook } from "./not-a-workbook.ts";
import type { Pacer } from "./pacer.ts";
import { plainNumber } from "./plain-number.ts";
import { StoredSheet } from "./stored-sheet.ts";
import { decodeText } from "./text-encoding.ts";

/**
 * Reads CSV or TSV; the delimiter and the encoding are found. Cells are texts,
 * or numbers where they are plain decimals; `raw` is the text either way. Null
 * for a text file that is no table and is not called one.
 */
export async function openCsv(
  bytes: Uint8Array,
  file: string,
  issues: IssueList,
  pacer: Pacer,
): Promise<WorkbookView | null> {
  const decoded = decodeText(bytes);
  if (decoded === null) {
    issues.add(notAWorkbook.binary, "error");
    return null;
  }
  const { default: papa } = await import("papaparse");
  const table = papa.parse<string[]>(decoded.text, {
    delimiter: findDelimiter((delimiter) =>
      papa
        .parse<string[]>(decoded.text, { delimiter, preview: 50 })
        .data.filter((fields) => fields.some((field) => field !== "")),
    ),
  });
  const named = /\.(csv|tsv|tab|txt|prn)$/i.test(file);
  if (!named && !looksLikeTable(table.data)) {
    issues.add(notAWorkbook.text, "error");
    return null;
  }
  for (const problem of table.errors)
    if (problem.type === "Quotes")
      issues.add(
        "workbook.csv_quotes",
        "warning",
        {},
        { row: (problem.row ?? 0) + 1 },
      );
  const cells = new CellColumns(false);
  pacer.total = bytes.length;
  for (const [row, fields] of table.data.entries()) {
    if (row > 1048575) {
      issues.add(
        "workbook.cell_out_of_range",
        "error",
        {},
        {
          cell: `A${row + 1}`,
          count: table.data.length - row,
        },
      );
      break;
    }
    let size = 0;
    for (const [column, text] of fields.entries()) {
      size += text.length + 1;
      if (text !== "" && column <= 16383) addText(cells, row, column, text);
    }
    pacer.done += size;
    if (pacer.due(size * 4) && !(await pacer.pause())) return null;
  }
  cells.settle();
  const sheet = plainSheet(sheetName(file), "0", cells);
  return {
    format: "csv",
    date1904: false,
    sheets: [sheet],
    names: [],
    writable: false,
  };
}

function sheetName(file: string): string {
  const name = file.slice(file.lastIndexOf("/") + 1).replace(/\.[^.]*$/, "");
  return name === "" ? "Sheet1" : name;
}

/** The delimiter that cuts most rows into equally many columns, and of several the one that cuts into more. */
function findDelimiter(
  split: (delimiter: string) => readonly (readonly string[])[],
): string {
  let best = { delimiter: ",", alike: 0, width: 0 };
  for (const delimiter of [",", "\t", ";", "|", "，"]) {
    const { alike, width } = usualWidth(split(delimiter));
    if (
      alike > best.alike ||
      (alike > 0 && alike === best.alike && width > best.width)
    )
      best = { delimiter, alike, width };
  }
  return best.delimiter;
}

/** The most common number of columns of rows with two or more, and how many rows have it. */
function usualWidth(rows: readonly (readonly string[])[]): {
  readonly width: number;
  readonly alike: number;
} {
  const counts = new Map<number, number>();
  for (const { length } of rows)
    if (length >= 2) counts.set(length, (counts.get(length) ?? 0) + 1);
  let usual = { width: 0, alike: 0 };
  for (const [width, alike] of counts)
    if (alike > usual.alike) usual = { width, alike };
  return usual;
}

function looksLikeTable(rows: readonly (readonly string[])[]): boolean {
  const filled = rows.filter((fields) => fields.some((field) => field !== ""));
  const { alike } = usualWidth(filled);
  return alike >= 2 && alike * 2 >= filled.length;
}

/** A text cell, or a number where the text is one beyond doubt. */
export function addText(
  cells: CellColumns,
  row: number,
  column: number,
  text: string,
): void {
  const value = plainNumber(text);
  if (value === null) {
    cells.pushText(row, column, kind.text, 0, text);
    return;
  }
  const index = cells.push(row, column, kind.number, 0, value);
  if (String(value) !== text) {
    const digits = new TextEncoder().encode(text);
    cells.setRaw(index, digits, 0, Math.min(digits.length, 255));
  }
}

/** A sheet of a format without styles, merges or formulas. */
export function plainSheet(
  name: string,
  part: string,
  cells: CellColumns,
): StoredSheet {
  return new StoredSheet({
    name,
    part,
    state: "visible",
    cells,
    merges: [],
    columnRuns: [],
    hiddenRows: new Set(),
    shownRows: null,
    arrays: [],
    shared: new Map(),
    strings: null,
    formatOf: () => "General",
    styled: false,
  });
}
