import type { DayNumber } from "../model/calendar.ts";
import type { Sha256 } from "../model/codes.ts";
import { type Observation, keyText } from "../model/observation.ts";
import type { Conflict, HeldObservation, State } from "../model/state.ts";
import { type Entry, type Stored, compareStored } from "./entry.ts";
import { type Feed, KeyedFold } from "./keyed-fold.ts";
import { packObservations } from "./packed-observations.ts";
import { type PlainFacts, foldPlainFacts } from "./plain-facts.ts";
import {
  type HeldRecord,
  type RecordStatement,
  isKnownBy,
  recordKey,
  resolveRecord,
} from "./record-statement.ts";
import { StatementNumbers } from "./statement-numbers.ts";
import {
  type Statement,
  heldBy,
  isByHand,
  resolve,
  statementInForce,
} from "./statement.ts";
import { UndoGraph } from "./undo-graph.ts";

/** The state of an empty journal. */
export function emptyState(): State {
  return new Fold().state;
}

/** The state of a set of entries, in whatever order they come. */
export function foldEntries(entries: Iterable<Stored>): State {
  const fold = new Fold();
  for (const stored of entries) fold.add(stored);
  return fold.state;
}

/**
 * The state of the entries added so far. It depends on which entries there are
 * and never on the order of `add`; adding one costs its own size, undo and late
 * arrivals included. Every `state` is a snapshot that later entries leave alone.
 */
export class Fold {
  readonly #entries: Stored[] = [];
  readonly #known = new Map<Sha256, Stored>();
  readonly #undos = new UndoGraph();
  readonly #undone = new Set<Sha256>();
  readonly #numbers = new StatementNumbers();
  readonly #values = new KeyedFold({
    open: (number: number): Statement => this.#numbers.statement(number),
    isUndone: ({ from }) => this.#undone.has(from.id),
    resolve: (key, said) => {
      const resolved = resolve(key, said);
      return (
        resolved && {
          value: this.#numbers.numberOf(resolved.statement),
          disputes: resolved.disputes,
        }
      );
    },
    show: (number: number): HeldObservation =>
      heldBy(this.#numbers.valued(number)),
    implied: (number) => number,
  });
  readonly #records = new KeyedFold({
    open: (said: RecordStatement) => said,
    isUndone: ({ from }) => this.#undone.has(from.id),
    resolve: (key, said: readonly RecordStatement[]) =>
      resolveRecord(key, said),
    show: (record) => record,
    implied: () => null,
  });
  #state: State | null = null;
  #facts: PlainFacts | null = null;

  /** False when the entry is already there. */
  add(given: Stored): boolean {
    if (this.#known.has(given.id)) return false;
    const stored = packed(given);
    this.#known.set(stored.id, stored);
    this.#place(stored);
    this.#undos.add(stored);
    this.#insert(stored);
    this.#settleUndo(this.#undos.rootOf(stored.id));
    this.#state = null;
    this.#facts = null;
    return true;
  }

  get state(): State {
    this.#state ??= this.#snapshot();
    return this.#state;
  }

  /** The values in force as they change, without the whole state. */
  valueFeed(): Feed<HeldObservation> {
    return this.#values.feed();
  }

  /** How many values are in force. */
  get valueCount(): number {
    return this.#values.size;
  }

  /** How many differences between sources nobody has decided. */
  get conflictCount(): number {
    return this.#values.disputed;
  }

  /** The differences themselves, in the order of their keys. */
  get conflicts(): readonly Conflict[] {
    return this.#values.disputes();
  }

  /** The records in force, without the whole state. */
  get records(): State["records"] {
    return this.#records.values();
  }

  /** The records as the sheets of a day and before have them, in the order of their keys. */
  recordsOn(day: DayNumber): readonly HeldRecord[] {
    return [...this.#records.values().keys()].flatMap((key) => {
      const said = this.#records.said(key).filter((one) => isKnownBy(one, day));
      return said.length === 0 ? [] : (resolveRecord(key, said)?.value ?? []);
    });
  }

  /** What files say at a key, whatever was typed over it; null when none says anything. */
  imported(key: string): Observation | null {
    const said = this.#values
      .said(key)
      .filter(
        ({ from, observation }) =>
          observation !== null && !isByHand(from.entry),
      );
    return statementInForce(said)?.statement.observation ?? null;
  }

  /** Targets, settings, profiles, templates and comments in force. */
  get facts(): PlainFacts {
    this.#facts ??= foldPlainFacts(
      this.#entries.filter(({ id }) => !this.#undone.has(id)),
    );
    return this.#facts;
  }

  /** In journal order. */
  entries(): readonly Stored[] {
    return this.#entries.slice();
  }

  entry(id: Sha256): Entry | undefined {
    return this.#known.get(id)?.entry;
  }

  get size(): number {
    return this.#entries.length;
  }

  isUndone(id: Sha256): boolean {
    return this.#undos.isUndone(id);
  }

  #place(stored: Stored): void {
    let low = 0;
    let high = this.#entries.length;
    const last = this.#entries.at(-1);
    if (last === undefined || compareStored(last, stored) < 0) low = high;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const at = this.#entries[middle];
      if (at !== undefined && compareStored(at, stored) < 0) low = middle + 1;
      else high = middle;
    }
    this.#entries.splice(low, 0, stored);
  }

  #insert(from: Stored): void {
    const { entry } = from;
    let number = this.#numbers.add(from);
    for (const key of valueKeys(entry)) {
      this.#values.insert(key, number);
      number += 1;
    }
    if (entry.kind === "import") {
      entry.records.forEach(({ kind, id, fields, asOf, place, source }, row) =>
        this.#records.insert(recordKey(kind, id), {
          from,
          row,
          kind,
          id,
          fields,
          ...(asOf === undefined ? {} : { asOf }),
          ...(place === undefined ? {} : { place }),
          source,
        }),
      );
    } else if (entry.kind === "ledger") {
      this.#records.insert(recordKey(entry.recordKind, entry.record), {
        from,
        row: 0,
        kind: entry.recordKind,
        id: entry.record,
        fields: Object.fromEntries([[entry.field, entry.value]]),
        source: null,
      });
    }
  }

  /** Finds again whether an entry and the undos that led to it are undone. */
  #settleUndo(root: Sha256): void {
    const undone = this.#undos.isUndone(root);
    if (undone === this.#undone.has(root)) return;
    if (undone) this.#undone.add(root);
    else this.#undone.delete(root);
    const entry = this.#known.get(root)?.entry;
    if (entry === undefined) return;
    for (const key of valueKeys(entry)) this.#values.touch(key);
    for (const key of recordKeys(entry)) this.#records.touch(key);
    if (entry.kind === "batch")
      for (const member of entry.entries) this.#settleUndo(member);
  }

  #snapshot(): State {
    return {
      observations: this.#values.values(),
      records: this.#records.values(),
      targets: this.facts.targets,
      conflicts: this.#values.disputes(),
      recordConflicts: this.#records.disputes(),
      settings: this.facts.settings,
    };
  }
}

/** An entry with its observations in columns. */
function packed({ id, entry }: Stored): Stored {
  if (entry.kind !== "import" && entry.kind !== "edits") return { id, entry };
  const observations = packObservations(entry.observations);
  return { id, entry: { ...entry, observations } };
}

/** The observation keys that an entry says something about, in the order of its rows. */
export function* valueKeys(entry: Entry): IterableIterator<string> {
  if (entry.kind === "import" || entry.kind === "edits")
    for (const { key } of entry.observations) yield keyText(key);
  else if (entry.kind === "edit") yield keyText(entry.key);
  else if (entry.kind === "decision") yield entry.key;
}

/** The record keys that an entry says something about. */
export function recordKeys(entry: Entry): readonly string[] {
  if (entry.kind === "import")
    return entry.records.map(({ kind, id }) => recordKey(kind, id));
  return entry.kind === "ledger"
    ? [recordKey(entry.recordKind, entry.record)]
    : [];
}
