import type { Observation } from "../../src/model/observation.ts";
import type { ProgressRow } from "../../src/model/progress.ts";
import type { Catalog } from "../../src/model/catalog.ts";
import type { Target } from "../../src/model/target.ts";
import { computeProgress } from "../../src/progress/compute-progress.ts";
import { smallCatalog, target } from "./small-catalog.ts";

/** The one row of one target over a few observations. */
export function rowOf(
  observations: readonly Observation[],
  of: Partial<Target>,
  asOf: string,
  catalog: Catalog = smallCatalog(),
): ProgressRow {
  const rows = computeProgress({
    observations,
    targets: [target(of)],
    catalog,
    asOf,
  }).filter(({ targetId }) => targetId !== null);
  const [row] = rows;
  if (row === undefined || rows.length !== 1)
    throw new Error(`${rows.length} rows`);
  return row;
}

/** The codes of a row's trace without their area. */
export function stepsOf(row: ProgressRow): readonly string[] {
  return row.trace.map(({ code }) => code.replace("progress.step_", ""));
}
