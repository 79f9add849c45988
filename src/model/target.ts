import type {
  IndicatorCode,
  IsoDate,
  PeriodCode,
  RegionCode,
  UnitCode,
} from "./codes.ts";

export type Comparator = ">=" | "<=" | ">" | "<" | "=";

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
  /** Day the target was declared; a target is not in force before it. Empty when unknown. */
  readonly declared: IsoDate | "";
  /** 约束性 or 预期性. */
  readonly force: "binding" | "expected" | "unknown";
  /** 〔〕: the figure accumulates over the window. */
  readonly cumulative: boolean;
  readonly plan: string;
  readonly source: string;
  /** `unverified` rows may seed a default and are shown as 待核实, never as official. */
  readonly confidence: "stored" | "unverified" | "user";
}
