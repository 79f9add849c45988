import type { ProgressRow } from "../../model/progress.ts";
import type { Ranking } from "../../worker/api.ts";
import type { ChosenRank } from "./rank-choice.ts";

/** Where goals stand among the bars, by region: 0 to 1 of the longest. Regions without a goal for the period are left out. */
export function rankGoals(
  rows: readonly ProgressRow[],
  { choice, period }: ChosenRank,
  ranking: Ranking,
): ReadonlyMap<string, number> {
  const most = Math.max(
    0,
    ...ranking.lines.map(({ value }) => Math.abs(value ?? 0)),
  );
  const goals = new Map<string, number>();
  if (most === 0) return goals;
  const ranked = new Set(ranking.lines.map(({ region }) => region));
  for (const row of rows) {
    const { target } = row;
    if (
      row.targetId !== null &&
      ranked.has(row.region) &&
      row.indicator === choice.indicator &&
      row.variant === choice.variant &&
      row.base === choice.base &&
      row.period === period &&
      !goals.has(row.region)
    )
      goals.set(row.region, target === null ? NaN : target / most);
  }
  return new Map([...goals].filter(([, share]) => share >= 0 && share <= 1));
}
