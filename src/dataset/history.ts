import type { Sha256, UnitCode } from "../model/codes.ts";
import {
  type ObservationStatus,
  type Source,
  keyText,
  parseKeyText,
} from "../model/observation.ts";
import { type Stored, compareStored } from "./entry.ts";
import { rowsOf } from "./observation-list.ts";
import {
  type Statement,
  editedObservation,
  isByHand,
  statementInForce,
} from "./statement.ts";
import { UndoGraph } from "./undo-graph.ts";

/** One statement ever made at a key. */
export interface HistoryItem {
  readonly entry: Sha256;
  readonly kind: "import" | "edit";
  readonly value: number | string | null;
  readonly missing: string;
  readonly decimals: number | null;
  readonly unit: UnitCode;
  readonly status: ObservationStatus;
  /** Empty for a value typed by hand. */
  readonly source: Source;
  readonly who: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly undone: boolean;
  readonly inForce: boolean;
}

/**
 * Every statement ever made at a key (`keyText`), undone ones included, in
 * journal order; at most one is in force.
 * @throws when the text is no key.
 */
export function historyOf(
  entries: Iterable<Stored>,
  key: string,
): readonly HistoryItem[] {
  const ordered = [...entries].sort(compareStored);
  const undos = new UndoGraph();
  for (const stored of ordered) undos.add(stored);
  const statements = ordered.flatMap((stored) => statementsAt(stored, key));
  const undone = new Set(
    statements.map(({ from }) => from.id).filter((id) => undos.isUndone(id)),
  );
  const inForce = statementInForce(
    statements.filter(({ from }) => !undone.has(from.id)),
  );
  return statements.flatMap((statement) => {
    const { from, observation } = statement;
    if (observation === null) return [];
    return [
      {
        entry: from.id,
        kind: isByHand(from.entry) ? "edit" : "import",
        value: observation.value,
        missing: observation.missing,
        decimals: observation.decimals,
        unit: observation.unit,
        status: observation.status,
        source: observation.source,
        who: from.entry.who,
        at: from.entry.at,
        undone: undone.has(from.id),
        inForce: statement === inForce?.statement,
      } satisfies HistoryItem,
    ];
  });
}

function statementsAt(from: Stored, text: string): readonly Statement[] {
  const { entry } = from;
  const key = parseKeyText(text);
  if (entry.kind === "decision")
    return entry.key === text ? [{ from, row: 0, observation: null }] : [];
  if (entry.kind === "edit")
    return keyText(entry.key) === text
      ? [{ from, row: 0, observation: editedObservation(entry) }]
      : [];
  if (entry.kind !== "import" && entry.kind !== "edits") return [];
  return rowsOf(entry.observations, key).flatMap((row) => {
    const observation = entry.observations.at(row);
    return observation === undefined ? [] : [{ from, row, observation }];
  });
}
