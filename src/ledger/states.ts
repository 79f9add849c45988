import type { Catalog, LedgerState } from "../model/catalog.ts";
import type { Label } from "../model/indicator.ts";
import type { BureauRecord } from "../model/observation.ts";

export interface StateCount {
  readonly code: string;
  readonly label: Label;
  /** True when records in this state count as finished. */
  readonly done: boolean;
  readonly count: number;
}

/** Records of one kind by state. `total` is the sum of all counts, `unstated` and `unknown`. */
export interface StateCounts {
  readonly total: number;
  readonly done: number;
  /** In the order of the catalog, zeros included. */
  readonly states: readonly StateCount[];
  /** Records that state nothing. */
  readonly unstated: number;
  /** Records whose state is none of the catalog's, by what they say. */
  readonly unknown: readonly {
    readonly text: string;
    readonly count: number;
  }[];
}

/**
 * Counts the records of `kind` by their state: the first field of type `state`
 * that the catalog gives the kind. A state is known by its code, label or alias.
 * @throws when the catalog has no such kind.
 */
export function countByState(
  records: Iterable<BureauRecord>,
  catalog: Pick<Catalog, "ledgerStates" | "recordKinds">,
  kind = "task",
): StateCounts {
  const definition = catalog.recordKinds.get(kind);
  if (definition === undefined) throw new Error(`no record kind: ${kind}`);
  const field = definition.fields.find(({ type }) => type === "state")?.code;
  const counts = new Map<LedgerState, number>();
  const unknown = new Map<string, number>();
  let total = 0;
  let unstated = 0;
  for (const record of records) {
    if (record.kind !== kind) continue;
    total += 1;
    const value = field === undefined ? undefined : record.fields[field];
    if (value === undefined || value.type === "missing" || value.value === "") {
      unstated += 1;
      continue;
    }
    const text = String(value.value);
    const state = findLedgerState(catalog.ledgerStates, text);
    if (state === null) unknown.set(text, (unknown.get(text) ?? 0) + 1);
    else counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  const states = catalog.ledgerStates.map((state) => ({
    code: state.code,
    label: state.label,
    done: state.done,
    count: counts.get(state) ?? 0,
  }));
  return {
    total,
    done: states.reduce((sum, { done, count }) => sum + (done ? count : 0), 0),
    states,
    unstated,
    unknown: [...unknown]
      .map(([text, count]) => ({ text, count }))
      .sort((a, b) => (a.text < b.text ? -1 : 1)),
  };
}

/** The state that a text names by code, label or alias; null when none. */
export function findLedgerState(
  states: readonly LedgerState[],
  text: string,
): LedgerState | null {
  return (
    states.find(
      ({ code, label, aliases }) =>
        code === text ||
        label.zh === text ||
        label.en === text ||
        aliases.includes(text),
    ) ?? null
  );
}
