import type { StatusCode } from "../../model/catalog.ts";
import type { Cube, CubeRow } from "../../worker/api.ts";
import type { Spell } from "./find-cells.ts";
import type { Names } from "../state/names.ts";
import { holdsWords } from "../state/search.ts";

/** How the cube is narrowed; empty texts let everything through. */
export interface CubeFilter {
  readonly indicator: string;
  readonly measure: string;
  readonly region: string;
  readonly search: string;
  readonly spell?: Spell | null;
  /** Only rows on which sources disagree somewhere. */
  readonly conflicts: boolean;
  /** A status, or `behind` for every status that is behind. */
  readonly status: string;
}

const behind: readonly StatusCode[] = ["滞后", "严重滞后", "倒退"];

/** The rows that pass. `statusOf` tells how the target of a row stands; null without one. */
export function narrowCube(
  cube: Cube,
  filter: CubeFilter,
  names: Names,
  statusOf: (row: CubeRow) => StatusCode | null,
): Cube {
  const kept = cube.rows.flatMap((row, at) => {
    const cells = cube.cells[at] ?? [];
    const fits =
      (filter.indicator === "" || row.indicator === filter.indicator) &&
      (filter.measure === "" || row.measure === filter.measure) &&
      (filter.region === "" || row.region === filter.region) &&
      (!filter.conflicts || cells.some((cell) => cell?.conflict === true)) &&
      statusFits(filter.status, statusOf(row)) &&
      (filter.search === "" ||
        holdsWords(
          names.searchText(row.indicator, row.region, filter.spell),
          filter.search,
        ));
    return fits ? [{ row, cells }] : [];
  });
  return {
    ...cube,
    rows: kept.map(({ row }) => row),
    cells: kept.map(({ cells }) => cells),
  };
}

function statusFits(wanted: string, status: StatusCode | null): boolean {
  if (wanted === "") return true;
  if (status === null) return false;
  return wanted === "behind" ? behind.includes(status) : status === wanted;
}
