import type { Cell, SheetView, WorkbookView } from "../model/sheet.ts";
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

function cellRows(sheet: SheetView, date1904: boolean) {
  const rows = [];
  for (const cell of sheet.cells())
    if (cell.type !== "blank" || cell.formula !== undefined)
      rows.push(cellRow(sheet.name, cell, date1904));
  return rows;
}

function cellRow(sheet: string, cell: Cell, date1904: boolean) {
  return {
    sheet,
    cell: cellRef(cell.row, cell.column),
    type: cell.type,
    value: cell.value,
    formula: cell.formula ?? null,
    text: displayText(cell, date1904),
  };
}
