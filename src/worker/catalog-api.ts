import type { StatusCode } from "../model/catalog.ts";
import type { Indicator, Label } from "../model/indicator.ts";
import type { Issue } from "../model/issue.ts";

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
  /** Regions that the shipped targets are set for. */
  readonly targetRegions: readonly string[];
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
