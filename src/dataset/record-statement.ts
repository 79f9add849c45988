import type { Sha256 } from "../model/codes.ts";
import type { BureauRecord, FieldValue, Source } from "../model/observation.ts";
import type { RecordConflict } from "../model/state.ts";
import type { Placed, Resolved } from "./keyed-fold.ts";

/** What an entry says about one record: an imported row, or one field set by hand. */
export interface RecordStatement extends Placed {
  readonly kind: string;
  readonly id: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** Null for a field set by hand. */
  readonly source: Source | null;
}

/** A record as the state holds it; `entry` is the last that said something of it. */
export type HeldRecord = BureauRecord & { readonly entry: Sha256 };

interface HeldField {
  readonly value: FieldValue;
  readonly entry: Sha256;
  readonly byHand: boolean;
}

/** The key of a record in the state; kinds hold no `|`. */
export function recordKey(kind: string, id: string): string {
  return `${kind}|${id}`;
}

/**
 * A record is put together field by field: of imports the later holds; a field
 * set by hand holds until it is set by hand again, and imports after it that
 * say otherwise are conflicts. A missing field without a reason changes nothing.
 */
export function resolveRecord(
  key: string,
  statements: readonly RecordStatement[],
): Resolved<HeldRecord, RecordConflict> | null {
  const last = statements.at(-1);
  if (last === undefined) return null;
  const fields = new Map<string, HeldField>();
  const disputes = new Map<string, HeldField>();
  let source: Source = { file: "", sha: "", sheet: "", cell: "" };
  for (const statement of statements) {
    const byHand = statement.source === null;
    if (statement.source !== null) source = statement.source;
    for (const [name, value] of Object.entries(statement.fields)) {
      const before = fields.get(name);
      const said = { value, entry: statement.from.id, byHand };
      if (byHand) {
        fields.set(name, said);
        disputes.delete(name);
      } else if (before === undefined) {
        fields.set(name, said);
      } else if (value.type === "missing" && value.reason === "") {
        continue;
      } else if (!before.byHand) {
        fields.set(name, said);
      } else if (sameField(before.value, value)) {
        disputes.delete(name);
      } else {
        disputes.set(name, said);
      }
    }
  }
  return {
    value: {
      kind: last.kind,
      id: last.id,
      fields: Object.fromEntries(
        [...fields].map(([name, { value }]) => [name, value]),
      ),
      source,
      entry: last.from.id,
    },
    disputes: [...disputes].flatMap(([field, other]) => {
      const inForce = fields.get(field);
      return inForce === undefined
        ? []
        : [
            {
              record: key,
              field,
              inForce: { value: inForce.value, entry: inForce.entry },
              other: { value: other.value, entry: other.entry },
            },
          ];
    }),
  };
}

function sameField(a: FieldValue, b: FieldValue): boolean {
  return a.type === b.type && a.value === b.value;
}
