import type { Issue, Params } from "../model/issue.ts";
import { cellRef, type CellEdit } from "../model/sheet.ts";
import type { IssueList } from "./issue-list.ts";

/** @throws when a number is not finite, or its `text` spells another number. */
export function checkEdit(edit: CellEdit): void {
  if (edit.kind !== "number") return;
  if (!Number.isFinite(edit.value))
    throw new Error(
      `not a finite number for ${cellRef(edit.row, edit.column)}: ${edit.value}`,
    );
  if (edit.text === undefined) return;
  if (!/^-?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/.test(edit.text))
    throw new Error(`not the digits of a number: ${edit.text}`);
  if (Number(edit.text) !== edit.value)
    throw new Error(`${edit.text} does not spell ${edit.value}`);
}

/** True for an address inside A1:XFD1048576. */
export function isAddress(row: number, column: number): boolean {
  return (
    Number.isInteger(row) &&
    Number.isInteger(column) &&
    row >= 0 &&
    row <= 1048575 &&
    column >= 0 &&
    column <= 16383
  );
}

/** Adds an error that belongs to the cell of an edit. */
export function issueAt(
  issues: IssueList,
  code: string,
  { sheet, row, column }: Pick<CellEdit, "sheet" | "row" | "column">,
  params?: Params,
): Issue {
  const where = isAddress(row, column)
    ? { sheet, cell: cellRef(row, column) }
    : { sheet };
  return issues.add(code, "error", where, params);
}
