import type { DayNumber } from "../model/calendar.ts";
import type { BureauRecord } from "../model/observation.ts";
import {
  type RecordSaid,
  isKnownBy,
  resolveRecord,
} from "./record-statement.ts";

/**
 * What sheets say of records, sheet after sheet, without a journal: put
 * together as a journal does, so that the sheet of the later period holds
 * whichever was read first, and of equal or unstated periods the later read.
 */
export class RecordHistory {
  readonly #said = new Map<string, RecordSaid[]>();

  /** Takes in what one more sheet says. */
  add(record: BureauRecord): void {
    const key = `${record.kind}|${record.id}`;
    const said: RecordSaid = { ...record, from: { id: "" } };
    const before = this.#said.get(key);
    if (before === undefined) this.#said.set(key, [said]);
    else before.push(said);
  }

  /** One record as all sheets have it; null where none has. */
  get(kind: string, id: string): BureauRecord | null {
    const key = `${kind}|${id}`;
    return recordOf(key, this.#said.get(key) ?? []);
  }

  /** By `kind|id`, as all sheets have them. */
  all(): ReadonlyMap<string, BureauRecord> {
    return new Map(
      [...this.#said].flatMap(([key, said]) => {
        const record = recordOf(key, said);
        return record === null ? [] : [[key, record]];
      }),
    );
  }

  /** As the sheets of a day and before have them. */
  on(day: DayNumber): readonly BureauRecord[] {
    return [...this.#said].flatMap(
      ([key, said]) =>
        recordOf(
          key,
          said.filter((one) => isKnownBy(one, day)),
        ) ?? [],
    );
  }
}

function recordOf(
  key: string,
  said: readonly RecordSaid[],
): BureauRecord | null {
  const resolved = resolveRecord(key, said);
  if (resolved === null) return null;
  const { kind, id, fields, asOf, place, source } = resolved.value;
  return {
    kind,
    id,
    fields,
    ...(asOf === undefined ? {} : { asOf }),
    ...(place === undefined ? {} : { place }),
    source,
  };
}
