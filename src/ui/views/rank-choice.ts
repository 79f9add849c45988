import type { RankChoice } from "../../worker/api.ts";

export interface ChosenRank {
  readonly choice: RankChoice;
  readonly period: string;
}

/** Of the route: `indicator`, `variant`, `base`, `level`, `parent`, `period`. */
export type RankFilters = Readonly<Record<string, string>>;

/**
 * What the route asks for as far as it can be ranked: its indicator, then its
 * variant and base, its level and parent, its period; where it does not say
 * `period`, that of the bar, and the newest that most regions have where there
 * is nothing to rank in it.
 */
export function chooseRank(
  choices: readonly RankChoice[],
  filters: RankFilters,
  period = "",
): ChosenRank | null {
  let left = choices;
  for (const name of [
    "indicator",
    "variant",
    "base",
    "level",
    "parent",
  ] as const) {
    const wanted = filters[name];
    if (wanted === undefined) continue;
    const fitting = left.filter((choice) => choice[name] === wanted);
    if (fitting.length > 0) left = fitting;
  }
  const [choice] = left;
  if (choice === undefined) return null;
  const of = (wanted: string | undefined) =>
    choice.periods.find(({ code }) => code === wanted);
  const [newest] = choice.periods;
  const found = of(filters["period"]) ?? of(period) ?? newest;
  return found === undefined ? null : { choice, period: found.code };
}

/** One id for what is ranked: the indicator with its variant and base. */
export function seriesId({ indicator, variant, base }: RankChoice): string {
  return [indicator, variant, base].join("|");
}

/** One id for whom is ranked. */
export function amongId({ level, parent }: RankChoice): string {
  return [level, parent].join("|");
}
