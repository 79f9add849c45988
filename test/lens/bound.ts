import { bindWorkbook } from "../../src/lens/bind-workbook.ts";
import type { Assumed } from "../../src/lens/bind-context.ts";
import type { Binding, BoundTable } from "../../src/model/binding.ts";
import type { Issue } from "../../src/model/issue.ts";
import { keyText } from "../../src/model/observation.ts";
import { cellRef, type SheetView } from "../../src/model/sheet.ts";
import { catalog, matcher } from "../shipped-matcher.ts";
import {
  type SheetOptions,
  sheetOf,
  type TestCell,
  workbookOf,
} from "../sheet-of.ts";

export interface Bound {
  readonly sheet: SheetView;
  readonly tables: readonly BoundTable[];
  readonly issues: readonly Issue[];
  /** Every observation binding as `B5 key = value`. */
  readonly lines: readonly string[];
  /** Every question as `role cell text`. */
  readonly questions: readonly string[];
}

export interface BoundOptions extends SheetOptions {
  readonly file?: string;
  readonly assume?: Assumed;
}

export function bindSheet(sheet: SheetView, options: BoundOptions = {}): Bound {
  return { ...bindSheets([sheet], options), sheet };
}

/** Binds the sheets of one workbook with the shipped lists. */
export function bindSheets(
  sheets: readonly SheetView[],
  options: BoundOptions = {},
): Omit<Bound, "sheet"> {
  const { tables, issues } = bindWorkbook(workbookOf(...sheets), {
    file: options.file ?? "表.xlsx",
    catalog,
    matcher,
    ...(options.assume === undefined ? {} : { assume: options.assume }),
  });
  return {
    tables,
    issues,
    lines: tables.flatMap(({ bindings }) =>
      bindings.filter(({ role }) => role === "value").map(lineOf),
    ),
    questions: tables.flatMap(({ unmatched }) =>
      unmatched.map(({ role, cell, text }) => `${role} ${cell} ${text}`),
    ),
  };
}

/** Binds a sheet given as rows of cells with the shipped lists. */
export function bound(
  rows: readonly (readonly TestCell[])[],
  options: BoundOptions = {},
): Bound {
  return bindSheet(sheetOf(rows, options), options);
}

function lineOf(binding: Binding): string {
  const { target, value, missing } = binding;
  const what =
    target.type === "observation"
      ? keyText(target.key)
      : `${target.kind}#${target.record}.${target.field}`;
  return `${cellRef(binding.row, binding.column)} ${what} = ${value ?? `null(${missing})`}`;
}
