import type { Catalog } from "../model/catalog.ts";
import { liesBelow } from "../model/lies-in.ts";
import { parsePeriod } from "../model/period.ts";
import { isoDate } from "../model/calendar.ts";
import type { Target } from "../model/target.ts";

/**
 * Targets set for each region of a level (`each`) as one target for each of
 * them, under `id@region`; the others as they are. Regions whose code is not in
 * use at the deadline get none.
 */
export function spreadTargets(
  targets: readonly Target[],
  catalog: Pick<Catalog, "regions">,
): readonly Target[] {
  if (targets.every(({ each }) => each === undefined)) return targets;
  return targets.flatMap((target) => {
    const { each, ...rest } = target;
    if (each === undefined) return [target];
    const deadline = parsePeriod(target.deadline);
    const day = deadline === null ? "" : isoDate(deadline.end - 1);
    return [...catalog.regions.values()]
      .filter(
        ({ code, level, validFrom, validTo }) =>
          level === each &&
          (validFrom === "" || validFrom <= day) &&
          (validTo === "" || validTo >= day) &&
          liesBelow(code, target.region, catalog.regions),
      )
      .map(({ code }): Target => ({
        ...rest,
        id: `${target.id}@${code}`,
        region: code,
      }));
  });
}
