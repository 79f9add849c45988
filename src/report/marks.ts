import type { Issue } from "../model/issue.ts";
import {
  type Cell,
  type CellEdit,
  type SheetView,
  type WorkbookView,
  cellRef,
} from "../model/sheet.ts";

/** Words for the marks of a template: `{{报告期}}`, `{{地区}}`, `{{填报日期}}`. */
export interface MarkWords {
  readonly 报告期: string;
  readonly 地区: string;
  readonly 填报日期: string;
}

const markPattern = /\{\{\s*([^{}]+?)\s*\}\}/g;

/** A template whose marks read as the words they stand for, and the edits that write them. */
export interface MarkedTemplate {
  readonly workbook: WorkbookView;
  readonly edits: readonly CellEdit[];
  readonly issues: readonly Issue[];
}

/**
 * Replaces every known mark in text cells. A mark nobody knows stays as it is
 * and is reported. The returned workbook is a view: no bytes change here.
 */
export function applyMarks(
  workbook: WorkbookView,
  words: MarkWords,
  file: string,
): MarkedTemplate {
  const edits: CellEdit[] = [];
  const issues: Issue[] = [];
  const known = new Map<string, string>(Object.entries(words));
  const sheets = workbook.sheets.map((sheet) => {
    const replaced = new Map<string, string>();
    for (const cell of sheet.cells()) {
      if (cell.type !== "text" || cell.formula !== undefined) continue;
      const before = String(cell.value);
      if (!before.includes("{{")) continue;
      const after = before.replace(markPattern, (whole, name: string) => {
        const word = known.get(name);
        if (word === undefined)
          issues.push({
            code: "fill.unknown_mark",
            severity: "warning",
            file,
            sheet: sheet.name,
            cell: cellRef(cell.row, cell.column),
            params: { mark: whole },
          });
        return word ?? whole;
      });
      if (after === before) continue;
      replaced.set(`${cell.row}:${cell.column}`, after);
      edits.push({
        sheet: sheet.name,
        row: cell.row,
        column: cell.column,
        kind: "text",
        value: after,
        reason: "mark",
      });
    }
    return replaced.size === 0 ? sheet : overlay(sheet, replaced);
  });
  return { workbook: { ...workbook, sheets }, edits, issues };
}

function overlay(
  sheet: SheetView,
  texts: ReadonlyMap<string, string>,
): SheetView {
  const replace = (cell: Cell): Cell => {
    const text = texts.get(`${cell.row}:${cell.column}`);
    return text === undefined ? cell : { ...cell, value: text, raw: text };
  };
  return {
    name: sheet.name,
    part: sheet.part,
    state: sheet.state,
    merges: sheet.merges,
    hyperlinks: sheet.hyperlinks,
    notes: sheet.notes,
    bounds: sheet.bounds,
    cellAt(row, column) {
      const cell = sheet.cellAt(row, column);
      return cell === undefined ? undefined : replace(cell);
    },
    *cells() {
      for (const cell of sheet.cells()) yield replace(cell);
    },
    rowHidden: (row) => sheet.rowHidden(row),
    columnHidden: (column) => sheet.columnHidden(column),
    columnWidth: (column) => sheet.columnWidth(column),
  };
}
