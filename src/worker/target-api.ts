import type { StatusRules } from "../model/catalog.ts";
import type { Issue } from "../model/issue.ts";
import type { Source } from "../model/observation.ts";
import type { Target } from "../model/target.ts";
import type { Assume, FileInput } from "./file-input.ts";
import type { Changed } from "./journal-api.ts";

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

export interface BreakdownFinding {
  readonly whole: string;
  /** Empty for all parts together. */
  readonly part: string;
  readonly code: string;
  readonly severity: Issue["severity"];
  readonly params: Readonly<Record<string, string | number>>;
}

export interface TargetList {
  readonly rows: readonly TargetRow[];
  /** How the targets in force fit those they are parts of; `info` where they do. */
  readonly findings: readonly BreakdownFinding[];
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

/** The targets, and the thresholds they are judged by. */
export interface TargetApi {
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
}
