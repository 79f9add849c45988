import type { Sha256, UnitCode } from "../model/codes.ts";
import type {
  BureauRecord,
  FieldValue,
  ObservationKey,
  ObservationStatus,
} from "../model/observation.ts";
import type { Target } from "../model/target.ts";
import type { ObservationList } from "./observation-list.ts";

/** Schema that new entries are written with. Older ones are read forever; since 2 a record has a period, since 3 a target has a path, parts and versions, and there are `targets`, `batch`, `edits` and `comment`; since 4 a record has the region of its sheet. */
export const currentSchema = 4;

/** What every entry carries. */
export interface EntryHead {
  /** Version of the canonical form the entry was read from or will be written in. */
  readonly schema: number;
  /** Lamport time: one more than the greatest the writer had seen. */
  readonly lamport: number;
  readonly who: string;
  /** Milliseconds since 1970-01-01 UTC, as the writer's clock had it. Never used for ordering. */
  readonly at: number;
}

/** A file was read. Values are converted and codes resolved: later rules do not change them. */
export interface ImportBody {
  readonly kind: "import";
  readonly file: string;
  readonly sha: Sha256;
  readonly observations: ObservationList;
  readonly records: readonly BureauRecord[];
  /** What the sheets did not say and a person answered (`region`, `period`). */
  readonly assume: Readonly<Record<string, string>>;
}

/** A value typed by hand. `value` null clears the cell; `missing` may say why. */
export interface EditBody {
  readonly kind: "edit";
  readonly key: ObservationKey;
  readonly value: number | string | null;
  readonly missing: string;
  readonly decimals: number | null;
  /** The indicator's own unit. */
  readonly unit: UnitCode;
  readonly status: ObservationStatus;
}

/** What a person did to many cells at once. */
export const editActions = [
  "paste",
  "fill",
  "clear",
  "cut",
  "replace",
  "enter",
] as const;
export type EditAction = (typeof editActions)[number];

/** Many values set by hand in one step; undo takes them back together. Their sources are empty, as of any edit. */
export interface EditsBody {
  readonly kind: "edits";
  readonly action: EditAction;
  readonly observations: ObservationList;
}

/** A remark on a value, kept beside it; it says nothing about the value. */
export interface CommentBody {
  readonly kind: "comment";
  /** `keyText` of the observation. */
  readonly key: string;
  readonly text: string;
}

/** Takes the target entry back; an undo of an undo brings it back. */
export interface UndoBody {
  readonly kind: "undo";
  readonly target: Sha256;
}

/** A target added or replaced; null removes it. */
export interface TargetBody {
  readonly kind: "target";
  readonly id: string;
  readonly target: Target | null;
}

/** Targets that came or went together: a table of them imported, a block pasted. One undo takes all of them back. */
export interface TargetsBody {
  readonly kind: "targets";
  /** The file they were read from; empty when typed. */
  readonly file: string;
  readonly changes: readonly {
    readonly id: string;
    readonly target: Target | null;
  }[];
}

export interface SettingBody {
  readonly kind: "setting";
  readonly name: string;
  readonly text: string;
}

/** What is known of the tables of one form; `json` is opaque here but for its `name`. Empty `json` removes it. */
export interface ProfileBody {
  readonly kind: "profile";
  readonly name: string;
  readonly json: string;
}

/** Of several statements at one key, the one by `chosen` holds. */
export interface DecisionBody {
  readonly kind: "decision";
  /** `keyText` of the observation. */
  readonly key: string;
  readonly chosen: Sha256;
  /** Which cell, when the chosen entry states the key more than once; empty for its last. */
  readonly sheet: string;
  readonly cell: string;
}

/** One field of one record was set by hand. */
export interface LedgerBody {
  readonly kind: "ledger";
  readonly recordKind: string;
  readonly record: string;
  readonly field: string;
  readonly value: FieldValue;
}

/** A user's own template, its bytes kept under `sha`; null takes it off the list. */
export interface TemplateBody {
  readonly kind: "template";
  readonly name: string;
  readonly sha: Sha256 | null;
}

/** A backup was saved that holds `entries` entries, this one included. */
export interface BackupBody {
  readonly kind: "backup";
  readonly entries: number;
}

/** Entries made in one go, written before it: they are undone with it, and brought back with it. */
export interface BatchBody {
  readonly kind: "batch";
  readonly entries: readonly Sha256[];
  readonly files: number;
  readonly observations: number;
  readonly records: number;
}

export type EntryBody =
  | ImportBody
  | EditBody
  | UndoBody
  | TargetBody
  | SettingBody
  | ProfileBody
  | DecisionBody
  | LedgerBody
  | TemplateBody
  | BackupBody
  | TargetsBody
  | BatchBody
  | EditsBody
  | CommentBody;

export type EntryKind = EntryBody["kind"];

/** One immutable fact of the journal. */
export type Entry = EntryHead & EntryBody;

export type EntryOf<Kind extends EntryKind> = Extract<
  Entry,
  { readonly kind: Kind }
>;

/** An entry and the SHA-256 of its canonical form. */
export interface Stored {
  readonly id: Sha256;
  readonly entry: Entry;
}

/** Journal order: Lamport time, then id. The same in every copy, whatever order entries arrived in. */
export function compareStored(a: Stored, b: Stored): number {
  if (a.entry.lamport !== b.entry.lamport)
    return a.entry.lamport - b.entry.lamport;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
