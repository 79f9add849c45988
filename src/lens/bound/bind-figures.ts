import { cellRef } from "../../model/sheet.ts";
import type { Table } from "../../model/table.ts";
import { bindCardFigures } from "../bind-card.ts";
import type { SheetContext } from "../bind-context.ts";
import { bindCross } from "../bind-cross.ts";
import { joined, listed } from "../binding-columns.ts";
import { groupQuestions } from "../group-questions.ts";
import type { RecordColumns } from "../record-columns.ts";
import type { Surroundings } from "../surroundings.ts";
import { type Bound, boundTable } from "./bound-table.ts";
import { isOurs } from "./is-ours.ts";
import { orientationOf } from "./orientation.ts";

/**
 * Binds a table of figures. `records`: what it would be a ledger of, had it a
 * column that tells one record from another; `said`: a person says that it is a
 * table of figures, whatever nobody knows of it is asked about.
 */
export function bindFigures(
  table: Table,
  surroundings: Surroundings,
  context: SheetContext,
  records: RecordColumns | null,
  said: boolean,
): Bound {
  const parts =
    table.pairs.length > 0
      ? bindCardFigures(table, surroundings, context)
      : [bindCross(table, surroundings, context)];
  const bindings = joined(parts.map((part) => part.bindings));
  const asked = parts.flatMap(({ questions }) => questions.all);
  if (
    (!said && !isOurs(table, parts, surroundings, context)) ||
    (bindings.length === 0 && asked.length === 0)
  ) {
    // Rosters, purchase lists, minutes: nothing in them is ours to ask about.
    reportNothing(table, records, context);
    return boundTable(table, "cross", listed([]), []);
  }
  reportMissing(table, asked, surroundings, context);
  return boundTable(
    table,
    orientationOf(
      table,
      parts.flatMap(({ columns }) => columns),
      context,
    ),
    bindings,
    groupQuestions(
      asked,
      table,
      new Set(parts.flatMap(({ questions }) => [...questions.apart])),
    ),
  );
}

function reportNothing(
  table: Table,
  records: RecordColumns | null,
  { report }: SheetContext,
): void {
  const cell = topLeft(table);
  if (records === null)
    report({
      code: "lens.no_indicator",
      severity: "warning",
      cell,
      params: { sheet: table.sheet, cell },
    });
  else
    report({
      code: "lens.no_identity",
      severity: "warning",
      cell,
      params: {
        sheet: table.sheet,
        cell,
        kind: records.kind.label.zh,
        fields: records.kind.fields
          .filter(({ identifies }) => identifies)
          .map(({ label }) => label.zh)
          .join("、"),
      },
    });
}

/** Says that nothing around the table states a period or a place that questions ask for. */
function reportMissing(
  table: Table,
  asked: Bound["unmatched"],
  { periods, region }: Surroundings,
  { report }: SheetContext,
): void {
  const cell = topLeft(table);
  const missing = (code: string): void => {
    report({
      code,
      severity: "warning",
      cell,
      params: { sheet: table.sheet, cell },
    });
  };
  if (asked.some(({ role }) => role === "period") && periods.length === 0)
    missing("lens.no_period");
  if (
    asked.some(
      ({ role, candidates }) => role === "region" && candidates.length === 0,
    ) &&
    region === null
  )
    missing("lens.no_region");
}

function topLeft({ headerRows, range }: Table): string {
  return cellRef(headerRows.top, range.left);
}
