import type { Catalog } from "../model/catalog.ts";
import type { IndicatorCode, IsoDate, RegionCode } from "../model/codes.ts";
import type { Ledger } from "../model/ledger.ts";
import type { Observation } from "../model/observation.ts";
import type { ProgressRow } from "../model/progress.ts";
import type { Target } from "../model/target.ts";
import { ProgressRows } from "./progress-rows.ts";

export interface ProgressInput {
  readonly observations: Iterable<Observation>;
  readonly targets: readonly Target[];
  readonly catalog: Catalog;
  /** The records of ledgers; absent where there are none. */
  readonly ledger?: Ledger;
  /** The last day whose figures are known. */
  readonly asOf: IsoDate;
  /** Only this region, without its children. */
  readonly region?: RegionCode;
  readonly indicators?: readonly IndicatorCode[];
}

/**
 * Target against actual on a day: one row for every target in force (stated in
 * the list or in a sheet's 目标 column), and one for every latest figure that
 * lies in no target's window. Rows come in the catalog's order of indicators,
 * then by region, variant, base, deadline and target. Whoever asks again after
 * a change keeps a {@link ProgressRows} instead.
 * @throws when `asOf` is no date, or an observation's period is no period.
 */
export function computeProgress(input: ProgressInput): ProgressRow[] {
  const { observations, targets, catalog, asOf, region, indicators } = input;
  const rows = new ProgressRows(catalog);
  for (const observation of observations) rows.add(observation);
  rows.setTargets(targets);
  rows.setLedger(input.ledger ?? null);
  return rows.rows(asOf, {
    ...(region === undefined ? {} : { region }),
    ...(indicators === undefined ? {} : { indicators }),
  });
}
