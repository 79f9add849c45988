import type { WhatIfResult } from "../../worker/api.ts";

type RankChange = WhatIfResult["ranks"][number];

/** The ranks that change of one indicator, by period, then best first. */
export interface RankList {
  readonly indicator: string;
  readonly changes: readonly RankChange[];
}

/**
 * Changes of ranks as they are listed: those of `own` first, then those of what
 * is computed from it. A period in which nobody had a rank before is left out:
 * there is nobody to be ranked against.
 */
export function rankLists(
  changes: readonly RankChange[],
  own: string,
): readonly RankList[] {
  const place = ({ indicator, period }: RankChange): string =>
    `${indicator}|${period}`;
  const ranked = new Set(
    changes.filter(({ before }) => before !== null).map(place),
  );
  const lists = new Map<string, RankChange[]>([[own, []]]);
  for (const change of changes)
    if (ranked.has(place(change))) {
      const list = lists.get(change.indicator);
      if (list === undefined) lists.set(change.indicator, [change]);
      else list.push(change);
    }
  return [...lists].flatMap(([indicator, list]) =>
    list.length === 0
      ? []
      : [
          {
            indicator,
            changes: list.sort(
              (a, b) =>
                Number(a.period > b.period) - Number(a.period < b.period) ||
                (a.after ?? Infinity) - (b.after ?? Infinity),
            ),
          },
        ],
  );
}
