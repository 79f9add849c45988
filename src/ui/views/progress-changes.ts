import { type StatusCode, statuses } from "../../model/catalog.ts";
import { civilDate } from "../../model/calendar.ts";
import { parsePeriod, type Period } from "../../model/period.ts";
import type { ProgressRow } from "../../model/progress.ts";

/** A target whose verdict moved between two days. */
export interface StatusChange {
  readonly row: ProgressRow;
  readonly before: ProgressRow;
  readonly way: "better" | "worse";
}

/** An indicator that some regions reported for the first time since the earlier day. */
export interface FirstReport {
  readonly indicator: string;
  readonly regions: readonly string[];
}

export interface ProgressChanges {
  /** Worse first, the farthest moves first. */
  readonly moved: readonly StatusChange[];
  readonly first: readonly FirstReport[];
}

/**
 * What changed between two days, target by target. Where a verdict could not
 * be given on one of the days, only a crossing of the goal is a move; a figure
 * where there was none is a first report.
 */
export function progressChanges(
  before: readonly ProgressRow[],
  now: readonly ProgressRow[],
): ProgressChanges {
  const earlier = new Map(
    before
      .filter(({ targetId }) => targetId !== null)
      .map((row) => [targetKey(row), row]),
  );
  const moved: (StatusChange & { readonly steps: number })[] = [];
  const first = new Map<string, Set<string>>();
  for (const row of now) {
    if (row.targetId === null) continue;
    const was = earlier.get(targetKey(row));
    if ((was?.actual ?? null) === null) {
      if (row.actual === null) continue;
      const regions = first.get(row.indicator) ?? new Set<string>();
      first.set(row.indicator, regions.add(row.region));
      continue;
    }
    if (was === undefined) continue;
    const steps = stepsBetween(was, row);
    if (steps !== 0)
      moved.push({
        row,
        before: was,
        way: steps > 0 ? "worse" : "better",
        steps,
      });
  }
  return {
    moved: moved.sort((a, b) => b.steps - a.steps),
    first: [...first].map(([indicator, regions]) => ({
      indicator,
      regions: [...regions],
    })),
  };
}

/** How far a verdict moved, worse above 0. Where one of the two could not be given, crossing the goal is a move. */
function stepsBetween(before: ProgressRow, now: ProgressRow): number {
  if (isVerdict(before.status) && isVerdict(now.status))
    return statuses.indexOf(now.status) - statuses.indexOf(before.status);
  if (before.gap === null || now.gap === null) return 0;
  if (!isLike(before.period, now.period)) return 0;
  return Number(now.gap > 0) - Number(before.gap > 0);
}

/** A figure of a month says nothing about one of the year so far: both since January, or both of one length. */
function isLike(a: string, b: string): boolean {
  const [first, second] = [parsePeriod(a), parsePeriod(b)];
  if (first === null || second === null) return false;
  const sinceJanuary = ({ start }: Period) => {
    const { month, day } = civilDate(start);
    return month === 1 && day === 1;
  };
  const days = ({ start, end }: Period) => end - start;
  return (
    (sinceJanuary(first) && sinceJanuary(second)) ||
    Math.abs(days(first) - days(second)) <= leapAndShortMonths
  );
}

/** Months differ by three days, years by one. */
const leapAndShortMonths = 3;

function isVerdict(status: StatusCode): boolean {
  return status !== "无法判定";
}

/** The period of the figure aside: that is what moves on from month to month. */
function targetKey(row: ProgressRow): string {
  return [
    row.targetId ?? "",
    row.indicator,
    row.region,
    row.variant,
    row.base,
    row.deadline,
  ].join("|");
}
