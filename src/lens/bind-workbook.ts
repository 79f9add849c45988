import type { BoundTable } from "../model/binding.ts";
import type { Issue } from "../model/issue.ts";
import type { WorkbookView } from "../model/sheet.ts";
import { cellRef } from "../model/sheet.ts";
import type { Table } from "../model/table.ts";
import { columnRole } from "../table/column-role.ts";
import { findTables } from "../table/find-tables.ts";
import { linesOf } from "../table/lines.ts";
import type { BindContext, SheetContext } from "./bind-context.ts";
import { bindCross, type CrossBindings } from "./bind-cross.ts";
import { bindRecords } from "./bind-records.ts";
import { recordColumns } from "./record-columns.ts";
import { surroundingsOf } from "./surroundings.ts";

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
    const found = findTables(sheet, context.matcher, lines);
    if (found.length === 0) {
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
    const sheetContext: SheetContext = {
      ...context,
      sheet,
      lines,
      date1904: workbook.date1904,
      report,
    };
    for (const table of found) tables.push(bindTable(table, sheetContext));
  }
  return { tables, issues };
}

function bindTable(table: Table, context: SheetContext): BoundTable {
  const records = recordColumns(table, context.catalog, context.matcher);
  if (records !== null) {
    const { bindings, questions } = bindRecords(table, records, context);
    return boundTable(table, "records", bindings, questions.all);
  }
  const surroundings = surroundingsOf(table, context);
  const bound = bindCross(table, surroundings, context);
  const observed = bound.bindings.filter(({ role }) => role === "value");
  const asked = bound.questions.all;
  const known =
    observed.length > 0 ||
    bound.columns.some(({ facets }) => facets.indicator.length > 0) ||
    bound.rows.some(({ rest }) => rest.facets.indicator.length > 0) ||
    surroundings.title.indicator.length > 0;
  const where = cellRef(table.headerRows.top, table.range.left);
  if (!known || (bound.bindings.length === 0 && asked.length === 0)) {
    // Rosters, purchase lists, minutes: nothing in them is ours to ask about.
    context.report({
      code: "lens.no_indicator",
      severity: "warning",
      cell: where,
      params: { sheet: table.sheet, cell: where },
    });
    return boundTable(table, "cross", [], []);
  }
  if (
    asked.some(({ role }) => role === "period") &&
    surroundings.periods.length === 0
  )
    context.report({
      code: "lens.no_period",
      severity: "warning",
      cell: where,
      params: { sheet: table.sheet, cell: where },
    });
  if (
    asked.some(
      ({ role, candidates }) => role === "region" && candidates.length === 0,
    ) &&
    surroundings.region === null
  )
    context.report({
      code: "lens.no_region",
      severity: "warning",
      cell: where,
      params: { sheet: table.sheet, cell: where },
    });
  return boundTable(
    table,
    orientationOf(table, bound, context),
    bound.bindings,
    asked,
  );
}

function boundTable(
  table: Table,
  orientation: BoundTable["orientation"],
  bindings: BoundTable["bindings"],
  unmatched: BoundTable["unmatched"],
): BoundTable {
  const headers = new Map<string, Table["title"][number]>();
  for (const words of [
    ...table.title,
    ...table.meta,
    ...table.stubHeaders.flat(),
    ...table.columns.flatMap(({ path }) => path),
    ...table.rows.flatMap(({ path }) => path),
  ])
    headers.set(`${words.row} ${words.column}`, words);
  return {
    sheet: table.sheet,
    part: table.part,
    range: table.range,
    title: table.title.map(({ text }) => text).join(" "),
    orientation,
    headers: [...headers.values()],
    bindings,
    unmatched,
  };
}

/** `long` when rows name indicator and region or period and one column holds values, `transposed` when the columns are regions. */
function orientationOf(
  table: Table,
  bound: CrossBindings,
  context: SheetContext,
): BoundTable["orientation"] {
  const roles = new Set(
    table.stubHeaders.map((path) => columnRole(path, context.matcher)),
  );
  const values = bound.columns.filter(({ kind }) => kind === "value");
  if (
    roles.has("indicator") &&
    (roles.has("region") || roles.has("period")) &&
    values.length <= 2
  )
    return "long";
  const across = values.filter(({ facets }) => facets.region.length > 0).length;
  return across * 2 > values.length ? "transposed" : "cross";
}
