import type { TableShape } from "../../model/profile.ts";
import type { Table } from "../../model/table.ts";
import type { SheetContext } from "../bind-context.ts";
import { recordColumns } from "../record-columns.ts";
import type { Surroundings } from "../surroundings.ts";
import { bindCards } from "./bind-cards.ts";
import { bindFigures } from "./bind-figures.ts";
import { bindLedger, holdsWords } from "./bind-ledger.ts";
import type { Bound } from "./bound-table.ts";

/** Binds a table as cards, as a ledger or as figures; `said`: see {@link bindFigures}. */
export function bindTable(
  table: Table,
  surroundings: Surroundings,
  context: SheetContext,
  kind: TableShape["kind"],
  said: boolean,
): Bound {
  const cards = bindCards(table, surroundings, context);
  if (cards !== null) return cards;
  const { catalog, matcher, lines } = context;
  const records =
    kind === "figures" ? null : recordColumns(table, catalog, matcher, lines);
  return records !== null &&
    records.identity.length > 0 &&
    (kind === "records" || holdsWords(table, records, lines))
    ? bindLedger(table, records, surroundings, context)
    : bindFigures(table, surroundings, context, records, said);
}
