import type { DayNumber } from "../model/calendar.ts";
import type { Sha256, UnitCode } from "../model/codes.ts";
import type { Issue, Params } from "../model/issue.ts";
import type {
  BureauRecord,
  FieldValue,
  Observation,
  ObservationKey,
  ObservationStatus,
} from "../model/observation.ts";
import type { Conflict, HeldObservation, State } from "../model/state.ts";
import type { Target } from "../model/target.ts";
import { readBackup, restoreBackup, writeBackup } from "./backup.ts";
import { decodeEntry, encodeEntry, entryId } from "./canonical.ts";
import { type Described, describeEntry } from "./describe.ts";
import { type KeptEdit, editsKept } from "./edits-kept.ts";
import {
  type EditAction,
  type EntryBody,
  type Stored,
  currentSchema,
} from "./entry.ts";
import { Fold } from "./fold.ts";
import type { Feed } from "./keyed-fold.ts";
import { sha256Hex } from "./hash.ts";
import { type HistoryItem, historyOf } from "./history.ts";
import type { PlainFacts } from "./plain-facts.ts";
import { readEntry } from "./read-entry.ts";
import { sameImport } from "./same-import.ts";
import type { JournalStore } from "./store.ts";
import { type UndoStacks, undoStacks } from "./undo-stacks.ts";

/** Who acts, and when in milliseconds since 1970. */
export interface Author {
  readonly who: string;
  readonly at: number;
}

export interface FileImport extends Author {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly observations: readonly Observation[];
  readonly records: readonly BureauRecord[];
  /** What the sheets did not say and a person answered. */
  readonly assume: Readonly<Record<string, string>>;
}

export interface ValueEdit extends Author {
  readonly key: ObservationKey;
  /** Null clears the cell. */
  readonly value: number | string | null;
  /** Reason of a null value; empty when the cell was just cleared. */
  readonly missing: string;
  readonly decimals: number | null;
  /** The indicator's own unit. */
  readonly unit: UnitCode;
  /** `missing` for a null value and `normal` otherwise, unless given. */
  readonly status?: ObservationStatus;
}

/** One thing a person did. */
export interface LogLine {
  readonly id: Sha256;
  readonly kind: string;
  readonly at: number;
  readonly who: string;
  readonly code: string;
  readonly params: Params;
  readonly undone: boolean;
}

/**
 * The journal of one store: appends entries, durable before they show, and
 * holds the state they fold into. Calls take effect one after the other in the
 * order they were made. A call rejects when the store refuses, and then nothing
 * has changed.
 */
export class Journal {
  readonly #store: JournalStore;
  readonly #fold = new Fold();
  #queue: Promise<unknown> = Promise.resolve();
  #stacks: UndoStacks | null = null;

  private constructor(store: JournalStore) {
    this.#store = store;
  }

  /** Reads every entry; damaged ones and those of a newer version are issues, and the rest holds. */
  static async open(store: JournalStore): Promise<{
    readonly journal: Journal;
    readonly issues: readonly Issue[];
  }> {
    const journal = new Journal(store);
    const issues = await journal.refresh();
    return { journal, issues };
  }

  /** Takes in entries that others wrote to the store since. */
  refresh(): Promise<readonly Issue[]> {
    return this.#inTurn(() => this.#readStore());
  }

  get state(): State {
    return this.#fold.state;
  }

  /** The values in force as they change: what `state` holds, at the cost of what changed. */
  valueFeed(): Feed<HeldObservation> {
    return this.#fold.valueFeed();
  }

  /** How many values are in force. */
  get valueCount(): number {
    return this.#fold.valueCount;
  }

  /** How many differences between sources nobody has decided. */
  get conflictCount(): number {
    return this.#fold.conflictCount;
  }

  /** The differences themselves, in the order of their keys. */
  get conflicts(): readonly Conflict[] {
    return this.#fold.conflicts;
  }

  /** The records in force. */
  get records(): State["records"] {
    return this.#fold.records;
  }

  /** The records as the sheets of a day and before have them. */
  recordsOn(day: DayNumber): readonly BureauRecord[] {
    return this.#fold.recordsOn(day);
  }

  /** Targets, settings, profiles, templates and comments in force. */
  get facts(): PlainFacts {
    return this.#fold.facts;
  }

  /** What files say at a key, whatever was typed over it; null when none says anything. */
  imported(key: string): Observation | null {
    return this.#fold.imported(key);
  }

  get persistent(): boolean {
    return this.#store.persistent;
  }

  /** In journal order. */
  entries(): readonly Stored[] {
    return this.#fold.entries();
  }

  /** In journal order, without those that are undone. */
  inForce(): readonly Stored[] {
    return this.#fold.entries().filter(({ id }) => !this.#fold.isUndone(id));
  }

  /** Every statement ever made at a key, see `historyOf`. */
  history(key: string): readonly HistoryItem[] {
    return historyOf(this.#fold.entries(), key);
  }

  /**
   * Keeps the file's bytes and what was read from them. `entry` is null when an
   * import in force already holds these bytes with these values.
   */
  importFile(input: FileImport): Promise<{ readonly entry: Sha256 | null }> {
    return this.#inTurn(async () => ({ entry: await this.#importFile(input) }));
  }

  async #importFile(input: FileImport): Promise<Sha256 | null> {
    const { file, bytes, observations, records, assume } = input;
    const sha = sha256Hex(bytes);
    const body = {
      kind: "import",
      file,
      sha,
      observations,
      records,
      assume,
    } as const;
    const there = this.importsOf(sha).some(
      ({ entry }) => entry.kind === "import" && sameImport(entry, body),
    );
    if (there) return null;
    await this.#store.putBlob(sha, bytes);
    return this.#write(body, input);
  }

  /**
   * Imports several files in one go, with what was decided about them: `more`
   * gives the further entries, told the import's entry of each file (null when
   * it was already there). All of it is one step of undo. When the store gives
   * out half-way, what was written is still one step.
   */
  importAll(
    inputs: readonly FileImport[],
    more: (entries: readonly (Sha256 | null)[]) => readonly EntryBody[],
    author: Author,
  ): Promise<{ readonly entries: readonly (Sha256 | null)[] }> {
    return this.#inTurn(async () => {
      const entries: (Sha256 | null)[] = [];
      const written: Sha256[] = [];
      const sum = { files: 0, observations: 0, records: 0 };
      try {
        for (const input of inputs) {
          const entry = await this.#importFile(input);
          entries.push(entry);
          if (entry === null) continue;
          written.push(entry);
          sum.files += 1;
          sum.observations += input.observations.length;
          sum.records += input.records.length;
        }
        for (const body of more(entries))
          written.push(await this.#write(body, author));
      } finally {
        if (written.length > 1)
          await this.#write(
            { kind: "batch", entries: written, ...sum },
            author,
          );
      }
      return { entries };
    });
  }

  /** Imports in force of a file with these bytes. */
  importsOf(sha: Sha256): readonly Stored[] {
    return this.#fold
      .entries()
      .filter(
        ({ id, entry }) =>
          entry.kind === "import" &&
          entry.sha === sha &&
          !this.#fold.isUndone(id),
      );
  }

  edit(edit: ValueEdit): Promise<Sha256> {
    const { key, value, missing, decimals, unit } = edit;
    const status = edit.status ?? (value === null ? "missing" : "normal");
    return this.append(
      { kind: "edit", key, value, missing, decimals, unit, status },
      edit,
    );
  }

  /** Sets many values in one step. Later ones of the same key hold. */
  editMany(
    action: EditAction,
    edits: readonly Omit<ValueEdit, keyof Author>[],
    author: Author,
  ): Promise<Sha256> {
    const observations = edits.map(
      ({ key, value, missing, decimals, unit, status }): Observation => ({
        key,
        value,
        missing,
        decimals,
        unit,
        status: status ?? (value === null ? "missing" : "normal"),
        source: { file: "", sha: "", sheet: "", cell: "" },
      }),
    );
    return this.append({ kind: "edits", action, observations }, author);
  }

  /** Says something about a value, for others to read. */
  comment(key: string, text: string, author: Author): Promise<Sha256> {
    return this.append({ kind: "comment", key, text }, author);
  }

  setTarget(target: Target, author: Author): Promise<Sha256> {
    return this.append({ kind: "target", id: target.id, target }, author);
  }

  removeTarget(id: string, author: Author): Promise<Sha256> {
    return this.append({ kind: "target", id, target: null }, author);
  }

  /** Several targets set or, with null, removed as one action. `file` names where they were read; empty when typed. */
  changeTargets(
    changes: readonly { readonly id: string; readonly target: Target | null }[],
    file: string,
    author: Author,
  ): Promise<Sha256> {
    return this.append({ kind: "targets", file, changes }, author);
  }

  setSetting(name: string, text: string, author: Author): Promise<Sha256> {
    return this.append({ kind: "setting", name, text }, author);
  }

  saveProfile(name: string, json: string, author: Author): Promise<Sha256> {
    return this.append({ kind: "profile", name, json }, author);
  }

  /** Says which statement at a key holds; `cell` tells apart several by one entry. */
  decide(
    key: string,
    chosen: Sha256,
    author: Author,
    cell: { readonly sheet: string; readonly cell: string } = {
      sheet: "",
      cell: "",
    },
  ): Promise<Sha256> {
    return this.append({ kind: "decision", key, chosen, ...cell }, author);
  }

  setField(
    place: {
      readonly recordKind: string;
      readonly record: string;
      readonly field: string;
    },
    value: FieldValue,
    author: Author,
  ): Promise<Sha256> {
    const { recordKind, record, field } = place;
    return this.append(
      { kind: "ledger", recordKind, record, field, value },
      author,
    );
  }

  /** Keeps a template of the user's own; the same name replaces it. */
  addTemplate(
    name: string,
    bytes: Uint8Array,
    author: Author,
  ): Promise<Sha256> {
    return this.#inTurn(async () => {
      const sha = sha256Hex(bytes);
      await this.#store.putBlob(sha, bytes);
      return this.#write({ kind: "template", name, sha }, author);
    });
  }

  removeTemplate(name: string, author: Author): Promise<Sha256> {
    return this.append({ kind: "template", name, sha: null }, author);
  }

  /** Any entry; the head is added here. */
  append(body: EntryBody, author: Author): Promise<Sha256> {
    return this.#inTurn(() => this.#write(body, author));
  }

  get canUndo(): boolean {
    return this.#undoStacks().undo.length > 0;
  }

  get canRedo(): boolean {
    return this.#undoStacks().redo.length > 0;
  }

  /** What undo would take back; null when nothing. */
  get undoes(): Described | null {
    return this.#describe(this.#undoStacks().undo.at(-1));
  }

  /** What redo would bring back; null when nothing. */
  get redoes(): Described | null {
    return this.#describe(this.#undoStacks().redo.at(-1));
  }

  /** Takes the last action back; null when there is none. `kept` are later edits that stay, though an import under them goes. */
  undoLast(
    who: string,
    at: number,
  ): Promise<{
    readonly undone: Sha256;
    readonly kept: readonly KeptEdit[];
  } | null> {
    return this.#inTurn(async () => {
      const action = this.#undoStacks().undo.at(-1);
      return action === undefined ? null : this.#undo(action.id, { who, at });
    });
  }

  /** Takes any one entry back, wherever it is in the journal. */
  undo(
    id: Sha256,
    author: Author,
  ): Promise<{
    readonly undone: Sha256;
    readonly kept: readonly KeptEdit[];
  }> {
    return this.#inTurn(() => this.#undo(id, author));
  }

  /** Brings the last action taken back; null when there is none. */
  redoLast(
    who: string,
    at: number,
  ): Promise<{ readonly redone: Sha256 } | null> {
    return this.#inTurn(async () => {
      const { redo, redoTargets } = this.#undoStacks();
      const action = redo.at(-1);
      if (action === undefined) return null;
      for (const target of redoTargets)
        await this.#write({ kind: "undo", target }, { who, at });
      return { redone: action.id };
    });
  }

  /** What was done, newest first. */
  log(): readonly LogLine[] {
    return this.#fold
      .entries()
      .map(({ id, entry }): LogLine => {
        const { code, params } = describeEntry(entry, (of) =>
          this.#fold.entry(of),
        );
        return {
          id,
          kind: entry.kind,
          at: entry.at,
          who: entry.who,
          code,
          params,
          undone: this.#fold.isUndone(id),
        };
      })
      .reverse();
  }

  /** The bytes kept under a name, checked against it; null with an issue when they are gone or damaged. */
  async fileBytes(sha: Sha256): Promise<{
    readonly bytes: Uint8Array | null;
    readonly issues: readonly Issue[];
  }> {
    const bytes = await this.#store.getBlob(sha);
    if (bytes !== null && sha256Hex(bytes) === sha)
      return { bytes, issues: [] };
    const code =
      bytes === null ? "journal.missing_blob" : "journal.damaged_blob";
    return {
      bytes: null,
      issues: [{ code, severity: "error", params: { id: sha } }],
    };
  }

  /** The whole store as one file, and a mark in the journal that it was saved. */
  backup(author: Author): Promise<Uint8Array> {
    return this.#inTurn(async () => {
      const mark = this.#encode(
        { kind: "backup", entries: this.#fold.size + 1 },
        author,
      );
      const bytes = await writeBackup(this.#store, [mark]);
      await this.#keep(mark);
      return bytes;
    });
  }

  /** Adds what a backup holds and this journal lacks; nothing is replaced. */
  restore(bytes: Uint8Array): Promise<{
    readonly added: number;
    readonly issues: readonly Issue[];
  }> {
    return this.#inTurn(async () => {
      const contents = readBackup(bytes);
      const before = this.#fold.size;
      await restoreBackup(this.#store, contents);
      const issues = await this.#readStore();
      return {
        added: this.#fold.size - before,
        issues: [...contents.issues, ...issues],
      };
    });
  }

  /** When a backup was last saved, in milliseconds since 1970; null when never. */
  get lastBackup(): number | null {
    const times = this.#backups().map(({ at }) => at);
    return times.length === 0 ? null : Math.max(...times);
  }

  /** Entries that no single backup holds: all but those of the fullest one. */
  get entriesSinceBackup(): number {
    const held = this.#backups().map(({ entries }) => entries);
    return Math.max(0, this.#fold.size - Math.max(0, ...held));
  }

  #backups(): readonly { readonly at: number; readonly entries: number }[] {
    return this.#fold
      .entries()
      .flatMap(({ entry }) => (entry.kind === "backup" ? [entry] : []));
  }

  async #readStore(): Promise<readonly Issue[]> {
    const issues: Issue[] = [];
    for await (const { id, bytes } of this.#store.readAll()) {
      if (this.#fold.entry(id) !== undefined) continue;
      const read = readEntry(id, bytes);
      if ("issue" in read) issues.push(read.issue);
      else this.#fold.add(read);
    }
    this.#stacks = null;
    return issues;
  }

  async #undo(
    target: Sha256,
    author: Author,
  ): Promise<{ undone: Sha256; kept: readonly KeptEdit[] }> {
    if (this.#fold.entry(target) === undefined)
      throw new Error(`there is no entry ${target} to undo`);
    const kept = editsKept(this.#fold, target);
    await this.#write({ kind: "undo", target }, author);
    return { undone: target, kept };
  }

  async #write(body: EntryBody, author: Author): Promise<Sha256> {
    const encoded = this.#encode(body, author);
    await this.#keep(encoded);
    return encoded.id;
  }

  #encode(
    body: EntryBody,
    { who, at }: Author,
  ): { readonly id: Sha256; readonly bytes: Uint8Array } {
    const last = this.#fold.entries().at(-1);
    const lamport = last === undefined ? 1 : last.entry.lamport + 1;
    const bytes = encodeEntry({
      schema: currentSchema,
      lamport,
      who,
      at,
      ...body,
    });
    return { id: entryId(bytes), bytes };
  }

  /** Stores first, then folds what the stored bytes say, so that a reload shows the same. */
  async #keep({
    id,
    bytes,
  }: {
    readonly id: Sha256;
    readonly bytes: Uint8Array;
  }): Promise<void> {
    await this.#store.append(id, bytes);
    this.#fold.add({ id, entry: decodeEntry(bytes) });
    this.#stacks = null;
  }

  #undoStacks(): UndoStacks {
    this.#stacks ??= undoStacks(this.#fold.entries());
    return this.#stacks;
  }

  #describe(stored: Stored | undefined): Described | null {
    return stored === undefined
      ? null
      : describeEntry(stored.entry, (id) => this.#fold.entry(id));
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#queue.then(work);
    // A failure belongs to its caller; the calls after it go on.
    this.#queue = result.then(
      () => undefined,
      () => undefined,
    );
    return result;
  }
}
