import type { Issue } from "../model/issue.ts";

/** Counts and facts that the shell shows at any time. */
export interface StateInfo {
  readonly observations: number;
  readonly records: number;
  readonly targets: number;
  readonly conflicts: number;
  readonly entries: number;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** What undo would take back: a message code with parameters; null when nothing. */
  readonly undoes: {
    readonly code: string;
    readonly params: Readonly<Record<string, string | number>>;
  } | null;
  /** Milliseconds since 1970 of the last backup; null when there never was one. */
  readonly lastBackup: number | null;
  /** Entries since the last backup. */
  readonly entriesSinceBackup: number;
  /** Last day any actual figure covers, the natural as-of date; null without data. */
  readonly latestDay: string | null;
  /** Last days of the periods of actual figures, newest first, at most 24. */
  readonly dataDays: readonly string[];
  /** Months (`2021-06`) in which periods of actual figures end, newest first. */
  readonly dataMonths: readonly string[];
  /** Regions any figure is held for. */
  readonly dataRegions: readonly string[];
  /** False when the browser refused storage and everything lives in memory only. */
  readonly persistent: boolean;
}

/** What a change left behind; nothing changed when an issue is an error. */
export interface Changed {
  readonly state: StateInfo;
  readonly issues: readonly Issue[];
}

/** One thing a person did, newest first. */
export interface LogLine {
  readonly id: string;
  readonly kind: string;
  readonly at: number;
  readonly who: string;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly undone: boolean;
}

/** The journal: where it stands, what was done, and taking it back. */
export interface JournalApi {
  state(): Promise<StateInfo>;
  /** Settings whose names begin so, by the rest of the name; deleted ones are left out. */
  settings(prefix: string): Promise<Readonly<Record<string, string>>>;
  /** Empty text deletes. */
  setSetting(name: string, text: string, who: string): Promise<StateInfo>;
  undo(who: string): Promise<StateInfo>;
  redo(who: string): Promise<StateInfo>;
  log(): Promise<readonly LogLine[]>;
  backup(who: string): Promise<{ name: string; bytes: Uint8Array }>;
  restore(
    bytes: Uint8Array,
  ): Promise<{ state: StateInfo; issues: readonly Issue[] }>;
}
