import type { IndicatorCode, IsoDate, RegionCode, UnitCode } from "./codes.ts";
import type { Indicator, Label } from "./indicator.ts";
import type { Measure } from "./observation.ts";
import type { Region } from "./region.ts";
import type { Target } from "./target.ts";
import type { Unit } from "./unit.ts";

/** The statuses of a target, in the order they are shown. */
export const statuses = [
  "已达标",
  "目前达标",
  "超序时",
  "达序时",
  "滞后",
  "严重滞后",
  "倒退",
  "无法判定",
] as const;
export type StatusCode = (typeof statuses)[number];

/** Least pace ratios (progress ÷ time share) of the statuses. */
export interface StatusThresholds {
  /** Decimal text; at or above it a target is 超序时. */
  readonly ahead: string;
  /** At or above it 达序时. */
  readonly onPace: string;
  /** At or above it 滞后; below 严重滞后. Negative progress is 倒退. */
  readonly behind: string;
  readonly source: string;
}

/** Thresholds in force from a day on, until another (inclusive; empty: open). */
export interface ThresholdVersion extends StatusThresholds {
  /** What people call it: the notice that set it. */
  readonly name: string;
  readonly from: IsoDate;
  readonly to: IsoDate | "";
}

/** `data/status-rules.json`: the thresholds, and the labels of the statuses. */
export interface StatusRules extends StatusThresholds {
  readonly labels: Readonly<Record<StatusCode, Label>>;
  /** What `source` says, in English; absent where a person wrote it. */
  readonly sourceEnglish?: string;
  /** Those that hold on their days in place of the others, by day and without overlap. */
  readonly versions: readonly ThresholdVersion[];
}

/** A text that stands for "no value", with what it means (`断流`, `—`, `NA`, `_`). */
export interface Placeholder {
  readonly text: string;
  readonly reason: Label;
  /** True when the row or value is left out of assessment or ranking. */
  readonly excluded: boolean;
}

export type FieldType = "text" | "number" | "date" | "state" | "class";

/** One field of a kind of record. */
export interface RecordField {
  readonly code: string;
  readonly label: Label;
  readonly type: FieldType;
  readonly aliases: readonly string[];
  /** True for the fields that identify a record of its kind. */
  readonly identifies: boolean;
  /** Unit that numbers are kept in; absent where they have none. */
  readonly unit?: UnitCode;
  /** True for days that have been, as 立案日期: one without a year lies in the year before its ledger's date. */
  readonly past?: boolean;
  /** True for words of a verdict (是否达标): 不评价 there is none. */
  readonly verdict?: boolean;
}

/** One row of `data/records.json`: `task`, `section`, `dispatch`, `enterprise`, … */
export interface RecordKind {
  readonly code: string;
  readonly label: Label;
  readonly fields: readonly RecordField[];
  /** Fields that identify a record where no identifying one is there: the first must be, the others join it. */
  readonly standIns?: readonly string[];
  /** A deadline within so many days is said to come up soon; absent where nothing is said. */
  readonly dueSoon?: { readonly days: number; readonly source: string };
  readonly source: string;
}

/** A state of a ledger task, with the spellings met. */
export interface LedgerState {
  readonly code: string;
  readonly label: Label;
  readonly aliases: readonly string[];
  /** True when the task counts as finished. */
  readonly done: boolean;
}

/** Header words that name a measure (`同比`, `上年同期`, `目标值`) and how to read them. */
export interface MeasureWord {
  readonly text: string;
  readonly measure: Measure;
  /** `percent`: a rate in %; `points`: 百分点; `absolute`: in the indicator's unit; `any`: as the unit says. */
  readonly as: "percent" | "points" | "absolute" | "any";
}

/** A 口径 and the words that state it (`扣沙`, `剔除沙尘`). */
export interface Variant {
  readonly code: string;
  readonly label: Label;
  readonly aliases: readonly string[];
}

/** Concentration limits and index breakpoints of one edition of a standard. */
export interface StandardEdition {
  readonly code: string;
  readonly label: Label;
  readonly effectiveFrom: string;
  /** Last day in force; empty while it is. */
  readonly effectiveTo: string;
  /** `PM25.year` → decimal text of the limit of class 2, in the unit of the indicator. */
  readonly limits: Readonly<Record<string, string>>;
  readonly source: string;
}

/**
 * Everything a regulator could change, checked and indexed. Built by
 * `catalog/` from the lists of `data/` and what a user added to them.
 */
export interface Catalog {
  readonly indicators: ReadonlyMap<IndicatorCode, Indicator>;
  readonly regions: ReadonlyMap<RegionCode, Region>;
  readonly units: ReadonlyMap<UnitCode, Unit>;
  readonly targets: readonly Target[];
  readonly statusRules: StatusRules;
  readonly placeholders: readonly Placeholder[];
  readonly recordKinds: ReadonlyMap<string, RecordKind>;
  readonly ledgerStates: readonly LedgerState[];
  readonly measureWords: readonly MeasureWord[];
  readonly variants: readonly Variant[];
  readonly standards: readonly StandardEdition[];
}

/** The raw lists, as parsed from `data/`; `catalog/` checks their shape. */
export interface RawLists {
  readonly indicators: unknown;
  readonly regions: unknown;
  /** The cities, counties and zones of the provinces that `regions` does not go into. */
  readonly regionsOfChina: unknown;
  readonly units: unknown;
  readonly targets: unknown;
  readonly statusRules: unknown;
  readonly placeholders: unknown;
  readonly records: unknown;
  readonly ledgerStates: unknown;
  readonly measures: unknown;
  readonly variants: unknown;
  readonly standards: unknown;
}
