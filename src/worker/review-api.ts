import type { Issue } from "../model/issue.ts";
import type {
  AskedRole,
  QuestionPlace,
  TableEdges,
  TableShape,
} from "../model/profile.ts";
import type { ReviewBinding, ReviewCell } from "./api.ts";
import type { AddedAlias } from "../model/stored-profile.ts";

/** A cell of a review: file by name, sheet by position. */
export interface ReviewPlace {
  readonly file: string;
  readonly sheet: number;
  readonly cell: string;
}

/** One thing a person is asked; the answer settles all its cells, in all files of the review. */
export interface ReviewQuestion {
  readonly id: string;
  readonly role: AskedRole;
  readonly place: QuestionPlace["place"];
  /** What the header or cell says, with the headers over it. */
  readonly text: string;
  readonly path: string;
  /** Codes of the role, the likeliest first. */
  readonly candidates: readonly string[];
  readonly cells: readonly ReviewPlace[];
  /** Tables it is asked of. */
  readonly tables: number;
  /** Figures that wait for it, as the sheet shows them; at most a few. */
  readonly examples: readonly string[];
  /** The months that sheets without a year name, each once. */
  readonly months: readonly { readonly from: number; readonly to: number }[];
}

/** What was answered, now or before, and holds for the files of the review. */
export interface ReviewAnswer {
  readonly id: string;
  readonly asked: AskedRole;
  readonly role: AskedRole;
  readonly place: QuestionPlace["place"];
  readonly path: string;
  /** Empty: not ours. */
  readonly choice: string;
  /** Headers it is about. */
  readonly count: number;
  /** True when it was known before this review. */
  readonly saved: boolean;
}

/** What a person chose; an empty code is "not ours". */
export interface ReviewChoice {
  readonly role: AskedRole;
  readonly code: string;
}

/** Where a table is, and how it was corrected. */
export interface ReviewTableShape {
  readonly edges: TableEdges;
  readonly shape: TableShape | null;
  /** True for a table that a person drew. */
  readonly drawn: boolean;
}

/** A sheet of a review: file by name, sheet by position. */
export interface ReviewSheetPlace {
  readonly file: string;
  readonly sheet: number;
}

/** A table of a review: its sheet, and its position there. */
export interface ReviewTablePlace extends ReviewSheetPlace {
  readonly table: number;
}

/** Rows of a sheet under review: their cells, and what the cells were taken for. */
export interface ReviewRows {
  readonly top: number;
  /** Inclusive. */
  readonly bottom: number;
  readonly cells: readonly ReviewCell[];
  readonly bindings: readonly ReviewBinding[];
}

/** A statement of one file at one key. */
export interface Stated {
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
  readonly value: number | string | null;
  readonly missing: string;
  readonly decimals: number | null;
}

/** A value that would change. */
export interface ReviewChange {
  /** `keyText` of the observation. */
  readonly key: string;
  readonly indicator: string;
  readonly region: string;
  readonly period: string;
  readonly measure: string;
  readonly unit: string;
  readonly held: Stated & { readonly edited: boolean };
  readonly found: Stated;
  /** New minus old as decimal text, and in % of the old; empty when one of them is no number. */
  readonly delta: string;
  readonly rate: string;
}

/** One key that files of the review state differently. */
export interface ReviewConflict {
  readonly key: string;
  readonly indicator: string;
  readonly region: string;
  readonly period: string;
  readonly measure: string;
  readonly unit: string;
  /** In the order of the files; without a choice the last holds. */
  readonly options: readonly Stated[];
}

/** What the last import of the same form had, and this file has not. */
export interface ReviewMissing {
  readonly file: string;
  /** The file compared with, and when it was imported. */
  readonly last: string;
  readonly at: number;
  readonly regions: readonly string[];
  readonly indicators: readonly string[];
  /** Pairs of indicator and region besides those. */
  readonly others: readonly (readonly [indicator: string, region: string])[];
}

/** What importing the files would do. */
export interface ReviewChanges {
  readonly fresh: number;
  readonly same: number;
  readonly different: readonly ReviewChange[];
  readonly conflicts: readonly ReviewConflict[];
  readonly missing: readonly ReviewMissing[];
}

/** By key: keep what is held, take what is found, or take one file's statement. */
export type ImportChoices = Readonly<
  Record<
    string,
    | "keep"
    | "take"
    | { readonly file: string; readonly sheet: string; readonly cell: string }
  >
>;

export interface ProfileInfo {
  readonly id: string;
  readonly name: string;
  readonly sample: readonly string[];
  readonly answers: number;
  readonly shaped: boolean;
  /** True for a table that a person drew. */
  readonly drawn: boolean;
}

export interface Profiles {
  readonly profiles: readonly ProfileInfo[];
  readonly aliases: readonly AddedAlias[];
}

/** What a person does with profiles and spellings. */
export type ProfileChange =
  | { readonly do: "rename"; readonly id: string; readonly name: string }
  | { readonly do: "remove"; readonly id: string }
  | { readonly do: "read"; readonly file: string; readonly text: string }
  | { readonly do: "addAlias"; readonly alias: AddedAlias }
  | { readonly do: "removeAlias"; readonly alias: AddedAlias };

export interface ProfileOutcome extends Profiles {
  readonly issues: readonly Issue[];
}
