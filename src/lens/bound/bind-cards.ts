import type { Table } from "../../model/table.ts";
import { bindRecordCard, cardsBeside, recordOfCard } from "../bind-card.ts";
import type { SheetContext } from "../bind-context.ts";
import { joined } from "../binding-columns.ts";
import type { Surroundings } from "../surroundings.ts";
import { Questions } from "../questions.ts";
import { askForPlace } from "./ask-for-place.ts";
import { type Bound, boundTable } from "./bound-table.ts";
import {
  asOfRecords,
  datesOf,
  periodOfRecords,
  placeOfRecords,
} from "./ledger-dates.ts";

/** Binds a table of cards, one record each (一企一册); null when none of them is a record. */
export function bindCards(
  table: Table,
  surroundings: Surroundings,
  context: SheetContext,
): Bound | null {
  const cards = cardsBeside(table).flatMap((card) => {
    const found = card.pairs.length > 0 ? recordOfCard(card, context) : null;
    return found === null ? [] : [{ card, found }];
  });
  if (cards.length === 0) return null;
  const period = periodOfRecords(surroundings);
  const dates = datesOf(period, surroundings);
  const bound = cards.map(({ card, found }) =>
    bindRecordCard(card, found, context, dates),
  );
  const bindings = joined(bound.map((one) => one.bindings));
  const questions = bound.flatMap((one) => one.questions);
  const [kind] = cards.map(({ found }) => found.kind);
  const whose = new Questions();
  if (kind !== undefined)
    askForPlace(whose, table, bindings, kind, surroundings, context);
  return {
    ...boundTable(
      table,
      "records",
      bindings,
      [...questions, whose].flatMap(({ all }) => all),
    ),
    ...asOfRecords(period, surroundings),
    ...placeOfRecords(surroundings),
  };
}
