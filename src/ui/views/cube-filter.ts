import type { Cube } from "../../worker/api.ts";
import type { CubeLine } from "../grid/db-cube-grid.ts";
import type { Names } from "../state/names.ts";
import { holdsWords } from "../state/search.ts";

/** How the cube is narrowed; empty texts let everything through. */
export interface CubeFilter {
  readonly indicator: string;
  readonly measure: string;
  readonly search: string;
  /** Only rows on which sources disagree somewhere. */
  readonly conflicts: boolean;
}

/** The rows that pass, and the periods in which any of them says something. */
export function filterCube(
  cube: Cube,
  filter: CubeFilter,
  names: Names,
): {
  readonly lines: readonly CubeLine[];
  readonly periods: readonly string[];
} {
  const lines = cube.rows
    .map((row, index): CubeLine => ({ row, cells: cube.cells[index] ?? [] }))
    .filter(
      ({ row, cells }) =>
        (!filter.conflicts || cells.some((cell) => cell?.conflict === true)) &&
        (filter.indicator === "" || row.indicator === filter.indicator) &&
        (filter.measure === "" || row.measure === filter.measure) &&
        (filter.search === "" ||
          holdsWords(
            names.searchText(row.indicator, row.region),
            filter.search,
          )),
    );
  const periods = cube.periods.filter((_, index) =>
    lines.some(({ cells }) => (cells[index] ?? null) !== null),
  );
  return { lines, periods };
}
