import type { BoundTable } from "../model/binding.ts";
import type { Issue } from "../model/issue.ts";
import type { WorkbookView } from "../model/sheet.ts";
import { findTables } from "../table/find-tables.ts";
import { linesOf } from "../table/lines.ts";
import { overlap } from "../table/lines-within.ts";
import { edgesOf } from "../table/table-within.ts";
import type { BindContext, SheetContext } from "./bind-context.ts";
import { boundAsSaid } from "./bound/bound-as-said.ts";
import { drawnTables } from "./drawn-tables.ts";
import { formOf } from "./table-form.ts";

/** Finds every table of a workbook and binds its cells; what is not certain is listed as unmatched. */
export function bindWorkbook(
  workbook: WorkbookView,
  context: BindContext,
): { readonly tables: BoundTable[]; readonly issues: Issue[] } {
  const tables: BoundTable[] = [];
  const issues: Issue[] = [];
  for (const sheet of workbook.sheets) {
    const report: SheetContext["report"] = (issue) => {
      issues.push({ ...issue, file: context.file, sheet: sheet.name });
    };
    if (sheet.state !== "visible") {
      // What nobody sees may be last month's: it neither counts nor is filled.
      if (sheet.bounds !== null)
        report({
          code: "lens.hidden_sheet",
          severity: "info",
          params: { sheet: sheet.name },
        });
      continue;
    }
    const lines = linesOf(sheet, workbook.date1904);
    const sheetContext: SheetContext = {
      ...context,
      sheet,
      lines,
      date1904: workbook.date1904,
      report,
    };
    const drawn = drawnTables(sheetContext);
    const found = findTables(sheet, context.matcher, lines).filter(
      (table) =>
        !drawn.some((other) => overlap(edgesOf(other.table), edgesOf(table))),
    );
    if (found.length + drawn.length === 0) {
      report(
        sheet.bounds === null
          ? {
              code: "table.empty_sheet",
              severity: "info",
              params: { sheet: sheet.name },
            }
          : {
              code: "table.none_found",
              severity: "warning",
              params: { sheet: sheet.name },
            },
      );
      continue;
    }
    for (const table of found)
      tables.push(
        boundAsSaid(table, formOf(table, context.matcher), sheetContext),
      );
    for (const { table, form } of drawn)
      tables.push(boundAsSaid(table, form, sheetContext));
  }
  return { tables, issues };
}
