import type { Form } from "../model/binding.ts";
import type { Issue } from "../model/issue.ts";
import type { Measure } from "../model/observation.ts";
import type { TableEdges, TableShape } from "../model/profile.ts";
import type { CellRange } from "../model/sheet.ts";

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
  /** Where its text stands, where its style says so. */
  readonly across?: "left" | "center" | "right";
  readonly down?: "top" | "center";
  readonly wrap?: true;
  /** Steps from the side that `across` names. */
  readonly indent?: number;
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

/** Where a table is, and how it was corrected. */
export interface ReviewTableShape {
  readonly edges: TableEdges;
  readonly shape: TableShape | null;
  /** True for a table that a person drew. */
  readonly drawn: boolean;
}

export interface ReviewSheet {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  /** Rows that `cells` and `bindings` cover; those below are asked for with `reviewRows`. */
  readonly shownRows: number;
  /** True where the file says how cells look: what they do not say is then plain. */
  readonly styled: boolean;
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
