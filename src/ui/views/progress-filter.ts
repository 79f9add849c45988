import { type StatusCode, statuses } from "../../model/catalog.ts";
import type { ProgressRow } from "../../model/progress.ts";
import type { Names } from "../state/names.ts";
import { holdsWords } from "../state/search.ts";

/** How the rows of 目标 are narrowed; empty texts let everything through. */
export interface ProgressFilter {
  /** A status, or a group of `statusGroups`. */
  readonly status: string;
  readonly region: string;
  readonly indicator: string;
  readonly search: string;
  /** Rows that have no target are shown too. */
  readonly untargeted: boolean;
}

/** Every row that has a target. */
export const everything: ProgressFilter = {
  status: "",
  region: "",
  indicator: "",
  search: "",
  untargeted: false,
};

export const statusGroups = {
  met: ["已达标", "目前达标"],
  onPace: ["超序时", "达序时"],
  behind: ["滞后", "严重滞后", "倒退"],
} as const satisfies Record<string, readonly StatusCode[]>;
export type StatusGroup = keyof typeof statusGroups;

export function filterProgress(
  rows: readonly ProgressRow[],
  filter: ProgressFilter,
  names: Names,
): readonly ProgressRow[] {
  return rows.filter(
    (row) =>
      (filter.untargeted || row.targetId !== null) &&
      statusFits(row, filter.status) &&
      (filter.region === "" || row.region === filter.region) &&
      (filter.indicator === "" || row.indicator === filter.indicator) &&
      (filter.search === "" ||
        holdsWords(names.searchText(row.indicator, row.region), filter.search)),
  );
}

function statusFits(row: ProgressRow, wanted: string): boolean {
  if (wanted === "") return true;
  if (wanted === "unreported") return isUnreported(row);
  if (wanted === "unmet") return isUnmet(row);
  const group = Object.entries(statusGroups).find(([name]) => name === wanted);
  const wantedStatuses: readonly string[] = group?.[1] ?? [wanted];
  return row.targetId !== null && wantedStatuses.includes(row.status);
}

/** A target for which no actual figure is there. */
export function isUnreported(row: ProgressRow): boolean {
  return row.targetId !== null && row.actual === null;
}

/** Not at its goal, and how far along cannot be told (no baseline, for one). */
export function isUnmet(row: ProgressRow): boolean {
  return (
    row.targetId !== null &&
    row.status === "无法判定" &&
    row.gap !== null &&
    row.gap > 0
  );
}

export function withStatus(
  rows: readonly ProgressRow[],
  status: string,
  names: Names,
): readonly ProgressRow[] {
  return filterProgress(rows, { ...everything, status }, names);
}

/** Worst first: by status, then by how far behind its path. */
export function worstFirst(
  rows: readonly ProgressRow[],
): readonly ProgressRow[] {
  const rank = (row: ProgressRow) => statuses.indexOf(row.status);
  return [...rows].sort(
    (a, b) =>
      rank(b) - rank(a) ||
      (a.paceRatio ?? Infinity) - (b.paceRatio ?? Infinity),
  );
}

/** The five numbers of 总览; `undecided` are rows with a figure that cannot be judged. */
export interface ProgressTally {
  readonly met: number;
  readonly onPace: number;
  readonly behind: number;
  readonly unreported: number;
  readonly undecided: number;
}

export function tallyProgress(rows: readonly ProgressRow[]): ProgressTally {
  const count = (fits: (row: ProgressRow) => boolean) =>
    rows.filter((row) => row.targetId !== null && fits(row)).length;
  return {
    met: count((row) => statusFits(row, "met")),
    onPace: count((row) => statusFits(row, "onPace")),
    behind: count((row) => statusFits(row, "behind")),
    unreported: count(isUnreported),
    undecided: count((row) => row.status === "无法判定" && row.actual !== null),
  };
}
