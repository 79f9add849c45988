import type { BoundTable } from "../../model/binding.ts";
import type { Table } from "../../model/table.ts";
import { edgesOf, movesEdges, tableWithin } from "../../table/table-within.ts";
import type { SheetContext } from "../bind-context.ts";
import { listed } from "../binding-columns.ts";
import { senderMark } from "../sender-mark.ts";
import {
  monthsWithoutYear,
  settledSurroundings,
} from "../settled-surroundings.ts";
import { TableAnswers } from "../table-answers.ts";
import { turnedBack, turnedTable } from "../turned-table.ts";
import { bindTable } from "./bind-table.ts";
import { boundTable } from "./bound-table.ts";

/** Binds a table as people corrected and answered for its form before; what they left out is asked about no more. */
export function boundAsSaid(
  found: Table,
  form: string,
  sheetContext: SheetContext,
): BoundTable {
  const profile = sheetContext.profiles?.get(form);
  const shape = profile?.shape;
  const turned =
    shape?.turned === true ? turnedTable(found, shape, sheetContext) : null;
  const context = turned?.context ?? sheetContext;
  const table =
    turned?.table ??
    (shape === undefined || shape.kind === "none" || !movesEdges(shape)
      ? found
      : tableWithin(found, shape, context.lines, context.matcher));
  const sender = senderMark(found, context.file);
  const answers = new TableAnswers(table, profile, context.sha ?? "", sender);
  const surroundings = settledSurroundings(table, context, answers);
  const bound =
    shape?.kind === "none"
      ? boundTable(table, "cross", listed([]), [])
      : bindTable(
          table,
          surroundings,
          { ...context, answers },
          shape?.kind,
          profile?.drawn !== undefined || shape?.kind === "figures",
        );
  const unmatched = answers.left(bound.unmatched);
  const { bindings, headersOf: read, ...rest } = bound;
  let headers: BoundTable["headers"] | undefined;
  const whole: BoundTable = {
    ...rest,
    get bindings() {
      return bindings.all();
    },
    get headers() {
      return (headers ??= read());
    },
    unmatched,
    ask: {
      form,
      sender,
      edges: edgesOf(table),
      ...(shape === undefined ? {} : { shape }),
      ...(profile?.drawn === undefined ? {} : { drawn: true }),
      answers: answers.holding,
      carried: answers.carried,
      stated: surroundings.periods.map(({ period }) => period.code),
      rivals: surroundings.rivals,
      months: monthsWithoutYear(table, context),
      places: new Map(
        unmatched.flatMap((question) => [...answers.placesOf(question)]),
      ),
    },
  };
  return turned === null ? whole : turnedBack(whole, found);
}
