import type { DayNumber } from "../model/calendar.ts";
import type { PeriodCode, RegionCode, Sha256 } from "../model/codes.ts";
import type { BureauRecord, FieldValue, Source } from "../model/observation.ts";
import { parsePeriod } from "../model/period.ts";
import type { RecordConflict } from "../model/state.ts";
import type { Placed, Resolved } from "./keyed-fold.ts";

/** What an entry says about one record: an imported row, or one field set by hand. */
export interface RecordStatement extends Placed {
  readonly kind: string;
  readonly id: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** The period the sheet is of; absent for a field set by hand and where a sheet does not say. */
  readonly asOf?: PeriodCode;
  /** The region the sheet is of; absent likewise. */
  readonly place?: RegionCode;
  /** Null for a field set by hand. */
  readonly source: Source | null;
}

/** What a record is put together from: statements, each with the entry it stands in. */
export type RecordSaid = Omit<RecordStatement, keyof Placed> & {
  readonly from: { readonly id: Sha256 };
};

/** A record as the state holds it; `entry` is the last that said something of it. */
export type HeldRecord = BureauRecord & { readonly entry: Sha256 };

interface HeldField {
  readonly value: FieldValue;
  readonly entry: Sha256;
  readonly byHand: boolean;
  readonly asOf?: PeriodCode;
}

/** The key of a record in the state; kinds hold no `|`. */
export function recordKey(kind: string, id: string): string {
  return `${kind}|${id}`;
}

/**
 * A record is put together field by field: of imports the one of the later
 * period holds, and of equal or unstated periods the later import; a field set
 * by hand holds until it is set by hand again, and imports after it that
 * say otherwise are conflicts. A missing field without a reason changes nothing.
 */
export function resolveRecord(
  key: string,
  statements: readonly RecordSaid[],
): Resolved<HeldRecord, RecordConflict> | null {
  const last = statements.at(-1);
  if (last === undefined) return null;
  const fields = new Map<string, HeldField>();
  const disputes = new Map<string, HeldField>();
  let source: Source = { file: "", sha: "", sheet: "", cell: "" };
  let asOf: PeriodCode | undefined;
  let place: Pick<RecordSaid, "place" | "asOf"> = {};
  for (const statement of statements) {
    const byHand = statement.source === null;
    const stale = isEarlier(statement.asOf, asOf);
    if (statement.source !== null && !stale) source = statement.source;
    if (statement.asOf !== undefined && !stale) asOf = statement.asOf;
    if (statement.place !== undefined && !isEarlier(statement.asOf, place.asOf))
      place = statement;
    for (const [name, value] of Object.entries(statement.fields)) {
      const before = fields.get(name);
      const said: HeldField = {
        value,
        entry: statement.from.id,
        byHand,
        ...(statement.asOf === undefined ? {} : { asOf: statement.asOf }),
      };
      if (byHand) {
        fields.set(name, said);
        disputes.delete(name);
      } else if (before === undefined) {
        fields.set(name, said);
      } else if (value.type === "missing" && value.reason === "") {
        continue;
      } else if (!before.byHand) {
        if (!isEarlier(said.asOf, before.asOf)) fields.set(name, said);
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
      ...(asOf === undefined ? {} : { asOf }),
      ...(place.place === undefined ? {} : { place: place.place }),
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

/**
 * True when a sheet of period `asOf` was there on a day. A plain year says
 * nothing of when in the year, and what says nothing or was set by hand holds
 * on any day.
 */
export function isKnownBy(
  { asOf }: Pick<RecordSaid, "asOf">,
  day: DayNumber,
): boolean {
  const period = asOf === undefined ? null : parsePeriod(asOf);
  if (period === null) return true;
  return isVague(period.code) ? period.start <= day : period.end - 1 <= day;
}

/** True for a plain year. */
function isVague(code: PeriodCode): boolean {
  return /^\d{4}$/.test(code);
}

/**
 * True when a statement of period `a` is older news than one of period `b`. A
 * plain year says nothing of when in the year; unstated periods are of any time.
 */
export function isEarlier(
  a: PeriodCode | undefined,
  b: PeriodCode | undefined,
): boolean {
  const one = a === undefined ? null : parsePeriod(a);
  const other = b === undefined ? null : parsePeriod(b);
  if (one === null || other === null) return false;
  return isVague(one.code) || isVague(other.code)
    ? one.end <= other.start
    : one.end < other.end;
}

function sameField(a: FieldValue, b: FieldValue): boolean {
  return a.type === b.type && a.value === b.value;
}
