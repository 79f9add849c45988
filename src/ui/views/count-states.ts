import type { RecordRow } from "../../worker/api.ts";
import type { Names } from "../state/names.ts";

/** How many records stand in each state, in the order met; empty for a kind without states. */
export function countStates(
  names: Names,
  kind: string,
  rows: readonly RecordRow[],
): readonly (readonly [string, number])[] {
  const field = names.catalog.recordKinds
    .find((known) => known.code === kind)
    ?.fields.find(({ type }) => type === "state");
  if (field === undefined) return [];
  const counts = new Map<string, number>();
  for (const row of rows) {
    const state = row.fields[field.code] ?? null;
    if (state === null) continue;
    const word = names.ledgerState(String(state));
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts];
}
