import type { Issue } from "../model/issue.ts";

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

export interface ImportResult {
  readonly observations: number;
  readonly records: number;
  readonly conflicts: number;
  readonly issues: readonly Issue[];
}
