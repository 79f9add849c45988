import type {
  Cell,
  CellType,
  Hyperlink,
  SheetView,
  WorkbookView,
} from "../model/sheet.ts";
import { cellRef } from "../model/sheet.ts";
import { displayText } from "../model/number-format.ts";
import { openWorkbook } from "../workbook/open.ts";
import type { Options } from "./arguments.ts";
import { type ExitCode, type Output, Refusal, report } from "./context.ts";
import { readInputs } from "./files.ts";

/** `dabiao cells FILE [--sheet S]`: every cell that holds a value or a formula. */
export async function cellsCommand(
  paths: readonly string[],
  options: Options,
  output: Output,
): Promise<ExitCode> {
  const [path] = paths;
  if (path === undefined || paths.length > 1)
    throw new Refusal("cli.missing_argument", { what: "FILE" });
  const { files, issues } = await readInputs([path]);
  const [file] = files;
  if (file === undefined) {
    report(output, issues);
    return 2;
  }
  const opened = await openWorkbook(file.bytes, { file: file.name });
  if (opened.workbook === null) {
    report(output, opened.issues);
    return 2;
  }
  const sheets = chosenSheets(opened.workbook, options.sheet, file.name);
  const { date1904 } = opened.workbook;
  const rows = sheets.flatMap((sheet) => cellRows(sheet, date1904));
  if (options.json) output.print(JSON.stringify(rows, null, 1));
  else
    for (const row of rows)
      output.print(
        [
          row.sheet,
          row.cell,
          row.type,
          row.text.replaceAll(/\s+/g, " "),
          row.formula === null ? "" : `=${row.formula}`,
        ].join("\t"),
      );
  return report(output, opened.issues);
}

function chosenSheets(
  workbook: WorkbookView,
  name: string | undefined,
  file: string,
): readonly SheetView[] {
  if (name === undefined) return workbook.sheets;
  const sheet = workbook.sheets.find((candidate) => candidate.name === name);
  if (sheet === undefined)
    throw new Refusal("cli.no_such_sheet", {
      file,
      sheet: name,
      sheets: workbook.sheets.map((candidate) => candidate.name).join("、"),
    });
  return [sheet];
}

interface CellRow {
  readonly sheet: string;
  readonly cell: string;
  readonly type: CellType;
  readonly value: Cell["value"];
  readonly formula: string | null;
  readonly text: string;
  /** Address of the link on the cell; left out without one. */
  readonly link?: string;
  /** Texts of the notes on the cell; left out without one. */
  readonly note?: string;
}

/** A sheet's cells that hold something; notes on cells the file does not store come last. */
function cellRows(sheet: SheetView, date1904: boolean): CellRow[] {
  const notes = new Map<string, string[]>();
  for (const { row, column, text } of sheet.notes) {
    const cell = cellRef(row, column);
    notes.set(cell, [...(notes.get(cell) ?? []), text]);
  }
  const linkOf = linkFinder(sheet.hyperlinks);
  const rows: CellRow[] = [];
  for (const cell of sheet.cells()) {
    const ref = cellRef(cell.row, cell.column);
    const note = notes.get(ref)?.join("\n");
    notes.delete(ref);
    const link = linkOf(cell);
    if (
      cell.type !== "blank" ||
      cell.formula !== undefined ||
      note !== undefined ||
      link !== undefined
    )
      rows.push({
        ...cellRow(sheet.name, cell, date1904),
        ...(link === undefined ? {} : { link }),
        ...(note === undefined ? {} : { note }),
      });
  }
  for (const [cell, texts] of notes)
    rows.push({
      sheet: sheet.name,
      cell,
      type: "blank",
      value: null,
      formula: null,
      text: "",
      note: texts.join("\n"),
    });
  return rows;
}

/** Address of the link over a cell: `address#place`, or `#place` inside the workbook. */
function linkFinder(
  links: readonly Hyperlink[],
): (cell: Cell) => string | undefined {
  const single = new Map<string, Hyperlink>();
  const wide: Hyperlink[] = [];
  for (const link of links) {
    const { top, left, bottom, right } = link.range;
    if (top === bottom && left === right) single.set(cellRef(top, left), link);
    else wide.push(link);
  }
  return ({ row, column }) => {
    const link =
      single.get(cellRef(row, column)) ??
      wide.find(
        ({ range }) =>
          range.top <= row &&
          row <= range.bottom &&
          range.left <= column &&
          column <= range.right,
      );
    if (link === undefined) return undefined;
    const place = link.location === null ? "" : `#${link.location}`;
    return (link.target ?? "") + place;
  };
}

function cellRow(sheet: string, cell: Cell, date1904: boolean): CellRow {
  return {
    sheet,
    cell: cellRef(cell.row, cell.column),
    type: cell.type,
    value: cell.value,
    formula: cell.formula ?? null,
    text: displayText(cell, date1904),
  };
}
