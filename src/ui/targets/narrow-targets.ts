import type { TargetRow } from "../../worker/api.ts";
import type { Spell } from "../grid/find-cells.ts";
import type { Names } from "../state/names.ts";
import { holdsWords } from "../state/search.ts";

export const standings = [
  "inForce",
  "notYet",
  "over",
  "replaced",
  "retired",
] as const satisfies readonly TargetRow["standing"][];

/** How the list is narrowed; empty texts let everything through. */
export interface TargetFilter {
  readonly standing: string;
  readonly origin: string;
  /** Region code: it and its direct children. */
  readonly region: string;
  /** Only targets of this indicator and of this very region. */
  readonly indicator: string;
  readonly place: string;
  readonly search: string;
  readonly spell?: Spell | null;
}

/** The rows that fit, one's own first, else in the order of the lists. */
export function narrowTargets(
  rows: readonly TargetRow[],
  {
    standing,
    origin,
    region,
    indicator,
    place,
    search,
    spell = null,
  }: TargetFilter,
  names: Names,
): readonly TargetRow[] {
  const fitting = rows.filter(
    ({ target, ...row }) =>
      (standing === "" || row.standing === standing) &&
      (origin === "" || row.origin === origin) &&
      (region === "" ||
        target.region === region ||
        names.regionInfo(target.region)?.parent === region) &&
      (indicator === "" || target.indicator === indicator) &&
      (place === "" || target.region === place) &&
      (search === "" ||
        holdsWords(
          `${target.plan} ${target.source} ${target.remark ?? ""} `.toLowerCase() +
            names.searchText(target.indicator, target.region, spell),
          search,
        )),
  );
  return [
    ...fitting.filter((row) => row.origin === "own"),
    ...fitting.filter((row) => row.origin !== "own"),
  ];
}
