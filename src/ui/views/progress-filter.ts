import { type StatusCode, statuses } from "../../model/catalog.ts";
import type { ProgressRow } from "../../model/progress.ts";
import type { Spell } from "../grid/find-cells.ts";
import type { Names } from "../state/names.ts";
import { holdsWords } from "../state/search.ts";
import { setToMiss } from "./set-to-miss.ts";
import {
  closedBefore,
  hasFinalFigure,
  isOpen,
  type Standpoint,
} from "./target-window.ts";

/** How the rows of 目标 are narrowed; empty texts let everything through. */
export interface ProgressFilter {
  /** A status, a group of `statusGroups`, or one of `unmet`, `missing`, `unreported`, `elsewhere`, `closed`. */
  readonly status: string;
  readonly region: string;
  readonly indicator: string;
  readonly search: string;
  readonly spell?: Spell | null;
  /** Rows that have no target are shown too. */
  readonly untargeted: boolean;
  /** Targets that closed before the year and have no figure are shown too. */
  readonly closed: boolean;
}

/** Every row that has a target, closed ones without a figure aside. */
export const everything: ProgressFilter = {
  status: "",
  region: "",
  indicator: "",
  search: "",
  untargeted: false,
  closed: false,
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
  from: Standpoint,
): readonly ProgressRow[] {
  return rows.filter(
    (row) =>
      (filter.untargeted || row.targetId !== null) &&
      (filter.closed ||
        filter.status === "closed" ||
        !isClosedAndEmpty(row, from)) &&
      statusFits(row, filter.status, from) &&
      (filter.region === "" || row.region === filter.region) &&
      (filter.indicator === "" || row.indicator === filter.indicator) &&
      (filter.search === "" ||
        holdsWords(
          names.searchText(row.indicator, row.region, filter.spell),
          filter.search,
        )),
  );
}

function statusFits(
  row: ProgressRow,
  wanted: string,
  from: Standpoint,
): boolean {
  if (wanted === "") return true;
  if (wanted === "unreported") return isUnreported(row, from);
  if (wanted === "elsewhere") return isElsewhere(row, from);
  if (wanted === "unmet") return isUnmet(row, from);
  if (wanted === "missing") return setToMiss(row, from) !== null;
  if (wanted === "closed") return lacksFinalFigure(row, from);
  const group = Object.entries(statusGroups).find(([name]) => name === wanted);
  const wantedStatuses: readonly string[] = group?.[1] ?? [wanted];
  return row.targetId !== null && wantedStatuses.includes(row.status);
}

function isWaitedFor(row: ProgressRow, from: Standpoint): boolean {
  return row.targetId !== null && row.actual === null && isOpen(row, from);
}

/** A figure is still due: the target is open, its region reports here, and nothing came. */
export function isUnreported(row: ProgressRow, from: Standpoint): boolean {
  return isWaitedFor(row, from) && from.regions.has(row.region);
}

/** As unreported, of a region that has no figure here at all: the country, other provinces. */
export function isElsewhere(row: ProgressRow, from: Standpoint): boolean {
  return isWaitedFor(row, from) && !from.regions.has(row.region);
}

/** Closed in a year before, and the last figure is missing or from before its deadline. */
export function lacksFinalFigure(row: ProgressRow, from: Standpoint): boolean {
  return (
    row.targetId !== null && closedBefore(row, from) && !hasFinalFigure(row)
  );
}

/** What 目标 hides unless asked: nothing to see, and nothing to come. */
function isClosedAndEmpty(row: ProgressRow, from: Standpoint): boolean {
  return (
    row.targetId !== null && row.actual === null && closedBefore(row, from)
  );
}

/** Not at its goal, and how far along cannot be told (no baseline, for one). */
export function isUnmet(row: ProgressRow, from: Standpoint): boolean {
  return (
    row.targetId !== null &&
    row.status === "无法判定" &&
    row.gap !== null &&
    row.gap > 0 &&
    !lacksFinalFigure(row, from)
  );
}

export function withStatus(
  rows: readonly ProgressRow[],
  status: string,
  names: Names,
  from: Standpoint,
): readonly ProgressRow[] {
  return filterProgress(rows, { ...everything, status }, names, from);
}

/** As given, rows without an actual figure last. */
export function figuresFirst(
  rows: readonly ProgressRow[],
): readonly ProgressRow[] {
  return [
    ...rows.filter(({ actual }) => actual !== null),
    ...rows.filter(({ actual }) => actual === null),
  ];
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

/**
 * The numbers of 总览. `undecided` are rows with a figure that cannot be
 * judged; `elsewhere` and `closed` are counted nowhere else.
 */
export interface ProgressTally {
  readonly met: number;
  readonly onPace: number;
  readonly behind: number;
  readonly unreported: number;
  readonly undecided: number;
  readonly elsewhere: number;
  readonly closed: number;
}

export function tallyProgress(
  rows: readonly ProgressRow[],
  from: Standpoint,
): ProgressTally {
  const count = (fits: (row: ProgressRow) => boolean) =>
    rows.filter((row) => row.targetId !== null && fits(row)).length;
  return {
    met: count((row) => statusFits(row, "met", from)),
    onPace: count((row) => statusFits(row, "onPace", from)),
    behind: count((row) => statusFits(row, "behind", from)),
    unreported: count((row) => isUnreported(row, from)),
    undecided: count(
      (row) =>
        row.status === "无法判定" &&
        row.actual !== null &&
        !lacksFinalFigure(row, from),
    ),
    elsewhere: count((row) => isElsewhere(row, from)),
    closed: count((row) => lacksFinalFigure(row, from)),
  };
}
