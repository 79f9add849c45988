import type { BoundTable } from "../../model/binding.ts";
import type { Table } from "../../model/table.ts";
import type { Bindings } from "../binding-columns.ts";

/** A table whose bindings and headers nobody has asked for yet. */
export type Bound = Omit<BoundTable, "bindings" | "headers"> & {
  readonly bindings: Bindings;
  headersOf(): BoundTable["headers"];
};

/** What is known of a table beside its bindings. */
export function boundTable(
  table: Table,
  orientation: BoundTable["orientation"],
  bindings: Bindings,
  unmatched: BoundTable["unmatched"],
): Bound {
  return {
    sheet: table.sheet,
    part: table.part,
    range: table.range,
    title: table.title.map(({ text }) => text).join(" "),
    orientation,
    headersOf: () => headersOf(table, orientation),
    bindings,
    unmatched,
  };
}

const columnsOfSheet = 16384;

function headersOf(
  table: Table,
  orientation: BoundTable["orientation"],
): BoundTable["headers"] {
  const headers = new Map<number, Table["title"][number]>();
  for (const words of [
    ...table.title,
    ...table.meta,
    ...table.stubHeaders.flat(),
    ...table.columns.flatMap(({ path }) => path),
    // The words of records are fields of theirs.
    ...(orientation === "records"
      ? []
      : table.rows.flatMap(({ path }) => path)),
  ])
    headers.set(words.row * columnsOfSheet + words.column, words);
  return [...headers.values()];
}
