import type {
  IndicatorCode,
  IsoDate,
  PeriodCode,
  RegionCode,
  UnitCode,
} from "./codes.ts";

import type { RegionLevel } from "./region.ts";

export type Comparator = ">=" | "<=" | ">" | "<" | "=";

/** How the value expected by a day gets from the baseline to the goal. */
export const pathKinds = ["linear", "compound", "seasonal"] as const;
export type PathKind = (typeof pathKinds)[number];

/** How the targets a target is broken down into make it: their sum, their weighted mean, or each at least as strict. */
export const partRules = ["sum", "mean", "strict"] as const;
export type PartRule = (typeof partRules)[number];

/** What a region's figure must have been for a target to apply to it (PM2.5 of 2015 over the limit). */
export interface TargetCondition {
  readonly indicator: IndicatorCode;
  readonly comparator: Comparator;
  /** Decimal text in `unit`. */
  readonly value: string;
  readonly unit: UnitCode;
  readonly period: PeriodCode;
}

/** One row of `data/targets.json`, or a target read from a sheet. */
export interface Target {
  readonly id: string;
  readonly indicator: IndicatorCode;
  readonly region: RegionCode;
  readonly variant: string;
  /** Base period of a figure such as "比2015年下降"; empty when there is none. */
  readonly base: PeriodCode;
  readonly comparator: Comparator;
  /** Decimal text of the goal, in `unit`. */
  readonly goal: string;
  readonly unit: UnitCode;
  /** Value at the start of the window and its period; null when nobody stated one. */
  readonly baseline: {
    readonly value: string;
    readonly period: PeriodCode;
  } | null;
  /** The year or day the window opens: for annual figures the base year (progress 0 at its end). */
  readonly from: PeriodCode;
  /** Last period of the window: the goal must hold in it. */
  readonly deadline: PeriodCode;
  /** First day in force: the day the target was declared. Empty when unknown. */
  readonly declared: IsoDate | "";
  /** 约束性 or 预期性. */
  readonly force: "binding" | "expected" | "unknown";
  /** 〔〕: the figure accumulates over the window. */
  readonly cumulative: boolean;
  readonly plan: string;
  readonly source: string;
  /** `unverified` rows may seed a default and are shown as 待核实, never as official. */
  readonly confidence: "stored" | "unverified" | "user";
  readonly remark?: string;
  /** Straight unless given; milestones come before it. */
  readonly path?: PathKind;
  /** Goals on the way, in `unit`: each holds at the end of its period. The deadline's own is `goal`. */
  readonly milestones?: readonly {
    readonly period: PeriodCode;
    readonly goal: string;
  }[];
  /** Id of the version this one takes the place of from its first day on. */
  readonly replaces?: string;
  /** Last day in force; absent while it is. */
  readonly until?: IsoDate;
  /** Id of the target this one is a part of (目标分解). */
  readonly partOf?: string;
  /** What this part weighs among its fellows in a weighted mean, decimal text. */
  readonly weight?: string;
  /** How the parts make this target; by the indicator's kind unless given. */
  readonly parts?: PartRule;
  /** Set: the target is one for each region of this level in `region`. */
  readonly each?: RegionLevel;
  /** Applies only to regions of which this holds (仅未达标城市). */
  readonly only?: TargetCondition;
}
