import type { BindingTarget, Form } from "../model/binding.ts";
import type { StatusCode, StatusRules } from "../model/catalog.ts";
import type { Indicator, Label } from "../model/indicator.ts";
import type { Issue } from "../model/issue.ts";
import type { Measure, Source } from "../model/observation.ts";
import type { ProgressRow } from "../model/progress.ts";
import type { TableShape } from "../model/profile.ts";
import type { CellRange, ClosureItem } from "../model/sheet.ts";
import type { FormulaApi } from "./formula-api.ts";

export type {
  FormulaDraft,
  FormulaInfo,
  FormulaPreview,
  FormulaReport,
  PartsReport,
} from "./formula-api.ts";
import type { SheetExcerpt, ViewApi } from "./view-api.ts";

export type {
  NextRank,
  RankChoice,
  RankLine,
  RankRequest,
  Ranking,
  RowOutlook,
  SheetExcerpt,
  Trend,
  ViewApi,
} from "./view-api.ts";
import type { Target } from "../model/target.ts";
import type {
  ImportChoices,
  ProfileChange,
  ProfileOutcome,
  Profiles,
  ReviewAnswer,
  ReviewChanges,
  ReviewChoice,
  ReviewQuestion,
  ReviewRows,
  ReviewSheetPlace,
  ReviewTablePlace,
  ReviewTableShape,
} from "./review-api.ts";

/*
 * What crosses between the page and the worker that owns the engine and the
 * storage: structured-clonable data only. The page holds no figures of its own.
 */

export interface FileInput {
  /** Path inside a dropped folder, or the bare name. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Long work reports itself; `total` 0 when it is not known yet. */
export interface WorkProgress {
  readonly done: number;
  readonly total: number;
  /** What is being done: a message code of `text/`, and the file it is about. */
  readonly doing: string;
  readonly file: string;
}

export interface IndicatorInfo {
  readonly code: string;
  readonly label: Label;
  readonly unit: string;
  readonly direction: "up" | "down" | "none";
  readonly decimals: number | null;
  readonly topic: string;
  /** Over indicator codes with `.` as `_`; empty when it is not computed. */
  readonly formula: string;
  /** Set where it is counted from the records of a kind. */
  readonly counts?: Indicator["counts"] & object;
}

export interface RegionInfo {
  readonly code: string;
  readonly parent: string;
  readonly level: string;
  readonly name: string;
  readonly short: string;
  readonly english: string;
}

export interface CatalogInfo {
  readonly indicators: readonly IndicatorInfo[];
  /** Units of one dimension convert into each other. */
  readonly units: readonly {
    readonly code: string;
    readonly label: Label;
    readonly dimension: string;
  }[];
  readonly regions: readonly RegionInfo[];
  /** Status labels and thresholds in force. */
  readonly statuses: readonly {
    readonly code: StatusCode;
    readonly label: Label;
  }[];
  /** How a figure can differ from the plain one: with sand days deducted. */
  readonly variants: readonly {
    readonly code: string;
    readonly label: Label;
  }[];
  readonly recordKinds: readonly {
    readonly code: string;
    readonly label: Label;
    readonly fields: readonly {
      readonly code: string;
      readonly label: Label;
      readonly type: string;
    }[];
  }[];
  readonly issues: readonly Issue[];
}

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

/** A cell of a sheet under review, as it looks. */
export interface ReviewCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** What the recogniser takes it for. */
  readonly role:
    | "title"
    | "meta"
    | "header"
    | "stub"
    | "value"
    | "aggregate"
    | "ordinal"
    | "record"
    | "note"
    | "question"
    | "plain";
  readonly numeric: boolean;
  /** Of the original: its fill as `#rrggbb`, and whether its font is bold; absent where it has none. */
  readonly fill?: string;
  readonly bold?: true;
}

export interface ReviewBinding {
  readonly row: number;
  readonly column: number;
  readonly slot: number;
  /** Empty for a record's field. */
  readonly indicator: string;
  readonly region: string;
  readonly period: string;
  readonly measure: Measure | "";
  readonly variant: string;
  readonly base: string;
  readonly record: string;
  readonly field: string;
  readonly value: number | string | null;
  readonly missing: string;
  readonly unit: string;
  readonly form: Form["kind"];
  readonly confidence: number;
  readonly reasons: readonly string[];
  /** Against what is stored: `new`, `same`, `different`; `none` for aggregates and ordinals. */
  readonly change: "new" | "same" | "different" | "none";
  readonly stored: number | string | null;
}

export interface ReviewSheet {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  /** Rows that `cells` and `bindings` cover; those below are asked for with `reviewRows`. */
  readonly shownRows: number;
  readonly merges: readonly CellRange[];
  readonly widths: readonly (number | null)[];
  readonly cells: readonly ReviewCell[];
  readonly bindings: readonly ReviewBinding[];
  readonly tables: readonly {
    readonly range: CellRange;
    readonly title: string;
    readonly orientation: string;
    /** Null where it cannot be corrected. */
    readonly shape: ReviewTableShape | null;
    readonly unmatched: readonly {
      readonly cell: string;
      readonly text: string;
      readonly role: string;
      readonly candidates: readonly string[];
      readonly also?: readonly string[];
    }[];
  }[];
}

export interface ReviewFile {
  readonly name: string;
  readonly sha: string;
  readonly size: number;
  readonly format: string;
  /** True when these very bytes were imported before. */
  readonly alreadyImported: boolean;
  readonly sheets: readonly ReviewSheet[];
  readonly issues: readonly Issue[];
  readonly counts: {
    readonly observations: number;
    readonly fresh: number;
    readonly different: number;
    readonly records: number;
    readonly unmatched: number;
  };
}

/** Recognised, not stored: `id` stays valid until `discardReview` or `importReview`. */
export interface Review {
  readonly id: string;
  readonly files: readonly ReviewFile[];
  readonly questions: readonly ReviewQuestion[];
  readonly answered: readonly ReviewAnswer[];
  /** Profiles that importing would save. */
  readonly unsaved: number;
  readonly cancelled: boolean;
}

/** What a sheet does not say, answered once for a whole review. */
export interface Assume {
  readonly region?: string;
  readonly period?: string;
}

export interface ImportResult {
  readonly observations: number;
  readonly records: number;
  readonly conflicts: number;
  readonly issues: readonly Issue[];
}

export interface Scope {
  /** Region code; its direct children are included. Empty: everything. */
  readonly region: string;
  /** ISO day. */
  readonly asOf: string;
}

/** One row of the data view: a series key and its values by period. */
export interface CubeRow {
  readonly indicator: string;
  readonly region: string;
  readonly variant: string;
  readonly base: string;
  readonly measure: Measure;
  readonly unit: string;
  readonly decimals: number | null;
}

/** What is held at one key. */
export interface HeldFigure {
  readonly value: number | string | null;
  readonly missing: string;
  readonly decimals: number | null;
  readonly status: string;
  readonly edited: boolean;
  readonly conflict: boolean;
}

export interface CubeCell extends HeldFigure {
  /** Index in the cube's `sources`; -1 for a value typed by hand. */
  readonly source: number;
  /** A1 reference in that sheet; empty for a value typed by hand. */
  readonly at: string;
  /** What the file says under a value typed by hand; null when it is not edited or no file says anything. */
  readonly original: CubeOriginal | null;
  /** How many remarks were made on it. */
  readonly comments: number;
  /** A formula gave it: it is read only. */
  readonly computed?: true;
}

export interface CubeOriginal {
  readonly value: number | string | null;
  readonly missing: string;
  readonly decimals: number | null;
  readonly source: number;
  readonly at: string;
}

/** A sheet that cells of a cube come from. */
export interface CubeSource {
  readonly file: string;
  readonly sheet: string;
}

/** `cells[r][p]` belongs to `rows[r]` and `periods[p]`; null where nothing is known. */
export interface Cube {
  readonly sources: readonly CubeSource[];
  readonly periods: readonly string[];
  readonly rows: readonly CubeRow[];
  readonly cells: readonly (readonly (CubeCell | null)[])[];
}

/** What a person did to many cells at once, for the words of the journal. */
export type EditAction =
  "paste" | "fill" | "clear" | "cut" | "replace" | "enter";

/** One cell of many: `text` as {@link EngineApi.edit} takes it, `unit` of the row it stands in. */
export interface CellEdit {
  readonly key: string;
  readonly text: string;
  readonly unit: string;
}

/** A cell that could not be set, and why. */
export interface Refusal {
  readonly key: string;
  readonly text: string;
  readonly issue: Issue;
}

/** A remark on a value; `at` in milliseconds since 1970. */
export interface CellComment {
  readonly text: string;
  readonly who: string;
  readonly at: number;
}

export interface SeriesPoint {
  readonly period: string;
  /** Days since 1970 of the period's first day and of the day after its last. */
  readonly start: number;
  readonly end: number;
  readonly value: number | null;
  readonly missing: string;
  /** True when no sheet of that period was read and a later one states it as 上年同期. */
  readonly stated: boolean;
}

/** What is expected to come, with the band it will lie in. */
export interface SeriesForecast {
  readonly day: number;
  readonly low: number;
  readonly value: number;
  readonly high: number;
}

/** Which series: of one row of `progress`. */
export interface SeriesRequest {
  readonly indicator: string;
  readonly region: string;
  readonly variant: string;
  readonly base: string;
  /** Target whose path is drawn; null draws none. */
  readonly targetId: string | null;
  readonly asOf: string;
}

/** One series with its target's path, for the chart. */
export interface Series {
  readonly indicator: string;
  readonly region: string;
  readonly unit: string;
  readonly decimals: number | null;
  readonly points: readonly SeriesPoint[];
  /** The expected path, as [day, value] corners; empty without baseline or target. */
  readonly path: readonly (readonly [number, number])[];
  readonly target: {
    readonly value: number;
    readonly comparator: string;
    readonly day: number;
    readonly source: string;
    readonly unverified: boolean;
  } | null;
  /** Days ahead with their band, in order; empty where no forecast is made. */
  readonly forecast: readonly SeriesForecast[];
  /** Limit of the standard in force, where one exists. */
  readonly limit: { readonly value: number; readonly label: Label } | null;
}

/** Where a value came from, and what else was ever said at its key. */
export interface Provenance {
  readonly key: string;
  readonly history: readonly {
    readonly value: number | string | null;
    readonly missing: string;
    readonly source: Source;
    readonly who: string;
    readonly at: number;
    readonly kind: "import" | "edit";
    readonly undone: boolean;
    readonly inForce: boolean;
  }[];
  /** The sheet the figure was read from, when its file is stored; of an edited figure the one it replaced. */
  readonly excerpt: SheetExcerpt | null;
}

/** What recognition finds in a template. */
export interface TemplateCounts {
  readonly sheets: readonly string[];
  /** Writable cells. */
  readonly slots: number;
  /** Empty rows of the blocks it marks for records. */
  readonly recordRows: number;
}

export interface TemplateInfo {
  readonly id: string;
  readonly title: Label;
  readonly file: string;
  readonly description: Label;
  /** Null until `countTemplate` was asked about it once. */
  readonly counts: TemplateCounts | null;
  /** True when the user added it. */
  readonly own: boolean;
}

export interface FillRequest {
  readonly template: string;
  readonly region: string;
  readonly period: string;
  readonly asOf: string;
  /** What to do where the template's cell already holds a different value. */
  readonly onConflict: "keep" | "write" | "fail";
}

export interface FillResult {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly written: number;
  readonly unchanged: number;
  /** Slots with no data, by what is missing. */
  readonly empty: readonly {
    readonly cell: string;
    readonly sheet: string;
    readonly wants: string;
    readonly target: BindingTarget;
  }[];
  readonly refused: readonly {
    readonly cell: string;
    readonly sheet: string;
    readonly code: string;
    readonly value: string;
  }[];
  readonly closure: readonly ClosureItem[];
  readonly issues: readonly Issue[];
}

export interface RecordRow {
  readonly id: string;
  readonly kind: string;
  readonly fields: Readonly<Record<string, string | number | null>>;
  readonly source: Source;
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

/** What tells a row of `progress` from the others; `targetId` null for a figure without a target. */
export type RowName = Pick<
  ProgressRow,
  "targetId" | "indicator" | "region" | "variant" | "base"
>;

/** A target as the list of them shows it. */
export interface TargetRow {
  readonly target: Target;
  /** `shipped` with the app, the user's `own`, or stated in a 目标 column of an imported `sheet` (not to be edited here). */
  readonly origin: "shipped" | "own" | "sheet";
  /** True for an own one that stands in place of a shipped one. */
  readonly overrides: boolean;
  /** On the day asked about; `over` when its deadline has passed. */
  readonly standing: "inForce" | "replaced" | "retired" | "notYet" | "over";
  /** The cell of a sheet's target. */
  readonly source: Source | null;
}

export interface TargetList {
  readonly rows: readonly TargetRow[];
  /** How the targets in force fit those they are parts of; `info` where they do. */
  readonly findings: readonly BreakdownFinding[];
}

export interface BreakdownFinding {
  readonly whole: string;
  /** Empty for all parts together. */
  readonly part: string;
  readonly code: string;
  readonly severity: Issue["severity"];
  readonly params: Readonly<Record<string, string | number>>;
}

/** A target to set under an id, or with null to take off the list. */
export interface TargetChange {
  readonly id: string;
  readonly target: Target | null;
}

/** What a list of targets in a file says, not stored yet. */
export interface TargetReview {
  /** False when the file holds no list of targets. */
  readonly found: boolean;
  readonly targets: readonly Target[];
  readonly issues: readonly Issue[];
}

/** A value typed into a what-if: the key as `keyText`, the text as for `edit`. */
export interface Supposition {
  readonly key: string;
  readonly text: string;
}

export interface WhatIfResult {
  readonly rows: readonly ProgressRow[];
  readonly before: readonly ProgressRow[];
  readonly flips: readonly {
    readonly targetId: string | null;
    readonly indicator: string;
    readonly region: string;
    readonly before: StatusCode;
    readonly after: StatusCode;
  }[];
  readonly ranks: readonly {
    readonly indicator: string;
    readonly period: string;
    readonly region: string;
    readonly before: number | null;
    readonly after: number | null;
  }[];
  readonly issues: readonly Issue[];
}

/** What a change left behind; nothing changed when an issue is an error. */
export interface Changed {
  readonly state: StateInfo;
  readonly issues: readonly Issue[];
}

/** The engine as the page sees it. Every call resolves; problems come back as issues. */
export interface EngineApi extends FormulaApi, ViewApi {
  open(): Promise<{ catalog: CatalogInfo; state: StateInfo }>;
  /** Recognises files and stores nothing. */
  review(
    files: readonly FileInput[],
    assume: Assume,
    onProgress: (progress: WorkProgress) => void,
  ): Promise<Review>;
  /** Answers a question of a review, wherever it is asked; `files` of the result are those read anew. */
  answer(id: string, question: string, choice: ReviewChoice): Promise<Review>;
  /** Takes an answer back. */
  takeBack(id: string, answer: string): Promise<Review>;
  /** Corrects where a table is and what kind it is, for all tables of its form; null as it was recognised. */
  reshape(
    id: string,
    table: ReviewTablePlace,
    shape: TableShape | null,
  ): Promise<Review>;
  /** Takes a rectangle of a sheet for a table, for all sheets with its header; null when its first row has no words. */
  drawTable(
    id: string,
    sheet: ReviewSheetPlace,
    range: CellRange,
  ): Promise<Review | null>;
  /** Takes back that a table was drawn. */
  eraseTable(id: string, table: ReviewTablePlace): Promise<Review>;
  /** Rows `top` to `bottom`, inclusive, of a sheet under review. */
  reviewRows(
    id: string,
    sheet: ReviewSheetPlace,
    top: number,
    bottom: number,
  ): Promise<ReviewRows>;
  /** What importing the files named would do. */
  changes(id: string, files: readonly string[]): Promise<ReviewChanges>;
  /** Stores values, choices and answers as one step of undo. */
  importReview(
    id: string,
    files: readonly string[],
    who: string,
    choices?: ImportChoices,
  ): Promise<ImportResult>;
  /** The problems of a review as a workbook: file, sheet, cell, what is wrong, what to do. */
  issueWorkbook(
    table: readonly (readonly string[])[],
    title: string,
  ): Promise<Uint8Array>;
  profiles(): Promise<Profiles>;
  /** Of an open review, its files are read anew when spellings change. */
  changeProfiles(change: ProfileChange, who: string): Promise<ProfileOutcome>;
  /** All profiles, or those with the ids, as the text of a file. */
  shareProfiles(ids: readonly string[]): Promise<string>;
  /** A review as it is now, all files. */
  reviewed(id: string): Promise<Review>;
  discardReview(id: string): Promise<void>;
  /** Stops the long work in hand; its call resolves with what was done. */
  cancel(): Promise<void>;
  /** The shipped example workbooks, as files for `review`. */
  examples(): Promise<readonly FileInput[]>;
  state(): Promise<StateInfo>;
  /** Rows without `forecast`, `outlook`, `rest` and `trace`; `progressRow` has them. */
  progress(scope: Scope): Promise<readonly ProgressRow[]>;
  /** One row whole; null when there is none on the day. */
  progressRow(row: RowName, asOf: string): Promise<ProgressRow | null>;
  cube(scope: Scope): Promise<Cube>;
  series(request: SeriesRequest): Promise<Series>;
  records(kind: string): Promise<readonly RecordRow[]>;
  provenance(key: string): Promise<Provenance>;
  /** `text` is what the person typed; refused with an issue when it is no value for the key. Empty clears. */
  edit(
    key: string,
    text: string,
    who: string,
  ): Promise<{ state: StateInfo; issues: readonly Issue[] }>;
  /** Every target and where it stands on the day. */
  targets(asOf: string): Promise<TargetList>;
  /** Adds a target or replaces the one with its id; refused with issues when it does not hold up. */
  setTarget(target: Target, who: string): Promise<Changed>;
  /** Sets and removes several as one action that undo takes back whole; all or none. `file` names where they were read, empty when typed. */
  setTargets(
    changes: readonly TargetChange[],
    file: string,
    who: string,
  ): Promise<Changed>;
  /** A new version from an ISO day on; before it the old one holds. */
  reviseTarget(
    id: string,
    change: Partial<Target>,
    from: string,
    who: string,
  ): Promise<Changed>;
  /** The last ISO day a target is in force. */
  retireTarget(id: string, until: string, who: string): Promise<Changed>;
  /** Takes a target off the list as if it had never been; shipped ones too. */
  removeTarget(id: string, who: string): Promise<Changed>;
  /** Reads a list of targets from a file and stores nothing; `setTargets` keeps it. */
  readTargets(file: FileInput, assume: Assume): Promise<TargetReview>;
  /** Thresholds and labels in force, and the shipped ones. */
  statusRules(): Promise<{ inForce: StatusRules; shipped: StatusRules }>;
  /** Null goes back to the shipped ones. */
  setStatusRules(rules: StatusRules | null, who: string): Promise<Changed>;
  /** Rows and ranks with some values as typed; stores nothing. */
  whatIf(supposed: readonly Supposition[], asOf: string): Promise<WhatIfResult>;
  /** Sets many cells in one entry of the journal; those refused are left as they are and named. */
  editMany(
    edits: readonly CellEdit[],
    action: EditAction,
    who: string,
  ): Promise<{ state: StateInfo; refused: readonly Refusal[] }>;
  comments(key: string): Promise<readonly CellComment[]>;
  comment(key: string, text: string, who: string): Promise<StateInfo>;
  /** Settings whose names begin so, by the rest of the name; deleted ones are left out. */
  settings(prefix: string): Promise<Readonly<Record<string, string>>>;
  /** Empty text deletes. */
  setSetting(name: string, text: string, who: string): Promise<StateInfo>;
  undo(who: string): Promise<StateInfo>;
  redo(who: string): Promise<StateInfo>;
  log(): Promise<readonly LogLine[]>;
  /** At once; `counts` is there for those that were counted before. */
  templates(): Promise<readonly TemplateInfo[]>;
  /** Recognises one template; null when there is none with this id. */
  countTemplate(id: string): Promise<TemplateCounts | null>;
  /** Adds a template of the user's own; it is kept in the journal's blobs. */
  addTemplate(file: FileInput, who: string): Promise<readonly Issue[]>;
  fill(request: FillRequest): Promise<FillResult>;
  backup(who: string): Promise<{ name: string; bytes: Uint8Array }>;
  restore(
    bytes: Uint8Array,
  ): Promise<{ state: StateInfo; issues: readonly Issue[] }>;
}
