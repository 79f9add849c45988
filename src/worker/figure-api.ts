import type { Issue } from "../model/issue.ts";
import type { Measure, Source } from "../model/observation.ts";
import type { CellRange } from "../model/sheet.ts";
import type { StateInfo } from "./journal-api.ts";
import type { ReviewCell } from "./review-sheet-api.ts";

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

/** One cell of many: `text` as {@link FigureApi.edit} takes it, `unit` of the row it stands in. */
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

/**
 * The part of a sheet around a cell, with the title and header rows above it
 * and the naming columns beside it, however far away. Rows and columns are
 * those of the sheet; a jump in them is a part left out.
 */
export interface SheetExcerpt {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** Of `columns`, in characters; null where the sheet does not say. */
  readonly widths: readonly (number | null)[];
  /** Cells that are shown, and the first cells of merged areas that reach into what is shown. */
  readonly cells: readonly ReviewCell[];
  readonly merges: readonly CellRange[];
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

export interface RecordRow {
  readonly id: string;
  readonly kind: string;
  readonly fields: Readonly<Record<string, string | number | null>>;
  readonly source: Source;
}

/** The figures and records that are held, and where they come from. */
export interface FigureApi {
  cube(scope: Scope): Promise<Cube>;
  /** `text` is what the person typed; refused with an issue when it is no value for the key. Empty clears. */
  edit(
    key: string,
    text: string,
    who: string,
  ): Promise<{ state: StateInfo; issues: readonly Issue[] }>;
  /** Sets many cells in one entry of the journal; those refused are left as they are and named. */
  editMany(
    edits: readonly CellEdit[],
    action: EditAction,
    who: string,
  ): Promise<{ state: StateInfo; refused: readonly Refusal[] }>;
  comments(key: string): Promise<readonly CellComment[]>;
  comment(key: string, text: string, who: string): Promise<StateInfo>;
  records(kind: string): Promise<readonly RecordRow[]>;
  provenance(key: string): Promise<Provenance>;
  /** Null when the file was not kept or the cell is not in it. */
  excerpt(source: Source): Promise<SheetExcerpt | null>;
}
