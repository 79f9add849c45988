import type { Sha256 } from "../model/codes.ts";
import type { HeldObservation } from "../model/state.ts";
import { compareStored } from "./entry.ts";
import { type Fold, recordKeys, valueKeys } from "./fold.ts";
import { recordKey } from "./record-statement.ts";

/** A value or a record's field that a person set after an import of the same cells. */
export type KeptEdit =
  | {
      readonly type: "value";
      readonly key: string;
      readonly held: HeldObservation;
    }
  | {
      readonly type: "field";
      /** `kind|id`. */
      readonly record: string;
      readonly field: string;
      readonly entry: Sha256;
    };

/** The edits in force that come after an import and touch what it states: they stay when it is undone. */
export function editsKept(fold: Fold, importId: Sha256): readonly KeptEdit[] {
  const entry = fold.entry(importId);
  if (entry?.kind === "batch")
    return entry.entries.flatMap((member) => editsKept(fold, member));
  if (entry?.kind !== "import") return [];
  const { observations } = fold.state;
  const kept: KeptEdit[] = [];
  for (const key of new Set(valueKeys(entry))) {
    const held = observations.get(key);
    if (held === undefined || !held.edited) continue;
    const edit = fold.entry(held.entry);
    if (edit === undefined) continue;
    const later = compareStored(
      { id: held.entry, entry: edit },
      { id: importId, entry },
    );
    if (later > 0) kept.push({ type: "value", key, held });
  }
  return [...kept, ...fieldsKept(fold, importId)];
}

function fieldsKept(fold: Fold, importId: Sha256): readonly KeptEdit[] {
  const entry = fold.entry(importId);
  if (entry?.kind !== "import" || entry.records.length === 0) return [];
  const records = new Set(recordKeys(entry));
  const fields = new Map<string, KeptEdit>();
  let after = false;
  for (const { id, entry: later } of fold.entries()) {
    if (id === importId) after = true;
    if (!after || later.kind !== "ledger" || fold.isUndone(id)) continue;
    const record = recordKey(later.recordKind, later.record);
    if (!records.has(record)) continue;
    fields.set(JSON.stringify([record, later.field]), {
      type: "field",
      record,
      field: later.field,
      entry: id,
    });
  }
  return [...fields.values()];
}
