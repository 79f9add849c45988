import { type StatusCode, statuses } from "../../model/catalog.ts";
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
 * What changed between two days, target by target. A verdict that could not be
 * given on one of the days is no move; a figure where there was none is a
 * first report.
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
  const first = new Map<string, string[]>();
  for (const row of now) {
    if (row.targetId === null) continue;
    const was = earlier.get(targetKey(row));
    if ((was?.actual ?? null) === null) {
      if (row.actual === null) continue;
      const regions = first.get(row.indicator) ?? [];
      first.set(row.indicator, [...regions, row.region]);
      continue;
    }
    if (was === undefined || !isVerdict(row.status) || !isVerdict(was.status))
      continue;
    const steps = statuses.indexOf(row.status) - statuses.indexOf(was.status);
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
    first: [...first].map(([indicator, regions]) => ({ indicator, regions })),
  };
}

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
