import type { BoundTable } from "../model/binding.ts";
import type {
  IndicatorCode,
  IsoDate,
  PeriodCode,
  RegionCode,
} from "../model/codes.ts";
import type { Issue } from "../model/issue.ts";
import type { BureauRecord, Observation } from "../model/observation.ts";
import type { CellEdit, ClosureItem, WorkbookView } from "../model/sheet.ts";
import type { Target } from "../model/target.ts";
import type { OnConflict } from "./plan-fill.ts";

/** What a template is filled from. Observations are keyed by `keyText`, records by `kind|id`. */
export interface FillData {
  readonly observations: ReadonlyMap<string, Observation>;
  /** Those of one indicator, for who has them without going through all. */
  readonly statedOf?: (indicator: IndicatorCode) => Iterable<Observation>;
  /** What formulas give where no number is stated, by key. */
  readonly computed?: ReadonlyMap<string, Observation>;
  readonly records: ReadonlyMap<string, BureauRecord>;
  readonly targets: readonly Target[];
}

export interface FillOptions {
  readonly region: RegionCode;
  readonly period: PeriodCode;
  readonly asOf: IsoDate;
  readonly onConflict: OnConflict;
}

/** A result to keep beside a formula. */
export interface FormulaCache {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly value: number | string | boolean;
}

/** Port to a formula engine. `failed` counts the formulas it could not compute. */
export type Recalculate = (workbook: WorkbookView) => Promise<{
  readonly caches: readonly FormulaCache[];
  readonly failed: number;
}>;

/** What the step is handed, because it needs bytes or heavy libraries. */
export interface FillPorts {
  readonly open: (
    bytes: Uint8Array,
    options: { readonly file: string },
  ) => Promise<{
    readonly workbook: WorkbookView | null;
    readonly issues: readonly Issue[];
  }>;
  readonly bind: (
    workbook: WorkbookView,
    assume: { readonly region: RegionCode; readonly period: PeriodCode },
  ) => readonly BoundTable[];
  readonly patch: (
    bytes: Uint8Array,
    edits: readonly CellEdit[],
    options: {
      readonly file: string;
      readonly caches?: readonly FormulaCache[];
    },
  ) => Promise<{
    readonly bytes: Uint8Array;
    readonly closure: readonly ClosureItem[];
    readonly refused: readonly {
      readonly edit: CellEdit;
      readonly issue: Issue;
    }[];
    readonly issues: readonly Issue[];
  }>;
  /** Computes formula results of the filled workbook; without it the spreadsheet program does so on opening. */
  readonly recalculate?: Recalculate;
}
