import type { RecordKind } from "../../model/catalog.ts";
import { cellRef } from "../../model/sheet.ts";
import type { Table } from "../../model/table.ts";
import type { SheetContext } from "../bind-context.ts";
import type { Bindings } from "../binding-columns.ts";
import { wholeTable } from "../cross-questions.ts";
import { placeAsked } from "../ledger-place.ts";
import type { Questions } from "../questions.ts";
import type { Surroundings } from "../surroundings.ts";

/** Asks whose a ledger is that would count nowhere. */
export function askForPlace(
  questions: Questions,
  table: Table,
  bindings: Bindings,
  kind: RecordKind,
  surroundings: Surroundings,
  context: SheetContext,
): void {
  const asked = placeAsked(bindings, kind, surroundings, context);
  if (asked === null) return;
  questions.ask(wholeTable(table), "region", asked.candidates);
  const cell = cellRef(table.headerRows.top, table.range.left);
  context.report({
    code: "lens.ledger_no_region",
    severity: "warning",
    cell,
    params: { sheet: table.sheet, cell },
  });
}
