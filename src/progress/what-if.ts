import { isoDate } from "../model/calendar.ts";
import type { Catalog, StatusCode } from "../model/catalog.ts";
import type { IndicatorCode, IsoDate, RegionCode } from "../model/codes.ts";
import type { Ledger } from "../model/ledger.ts";
import { type Observation, keyText } from "../model/observation.ts";
import { parsePeriod } from "../model/period.ts";
import type { ProgressRow } from "../model/progress.ts";
import type { Target } from "../model/target.ts";
import { withAbove } from "../model/with-above.ts";
import { nameBook } from "./name-book.ts";
import { ProgressRows } from "./progress-rows.ts";
import { type RankChange, rankChanges } from "./rank-changes.ts";
import { readFormula } from "./read-formula.ts";
import type { Supposed } from "./supposed.ts";

export type { RankChange } from "./rank-changes.ts";
export type { Supposed } from "./supposed.ts";

/** What supposing changes for one target (or one figure without a target). */
export interface Flip {
  readonly targetId: string | null;
  readonly indicator: IndicatorCode;
  readonly region: RegionCode;
  readonly before: StatusCode;
  readonly after: StatusCode;
}

export interface WhatIf {
  /** Rows of the regions supposed about, of those they lie in, and of others whose figure is made of theirs, as they would be. */
  readonly rows: readonly ProgressRow[];
  /** The same as they are. */
  readonly before: readonly ProgressRow[];
  /** Rows whose status is another. */
  readonly flips: readonly Flip[];
  /** Regions whose rank is another, among the children of the same parent: by what was supposed, and by what formulas make of it in the periods that hold it. */
  readonly ranks: readonly RankChange[];
}

/**
 * What rows and ranks would be if some values were as supposed; nothing is
 * stored. A supposed value takes the place of what is stated at its key.
 * `asOf` is moved to the last day supposed about when that is later.
 */
export function whatIf(input: {
  /** All there are, or those of the indicators asked for. */
  readonly observations:
    | Iterable<Observation>
    | ((indicators: ReadonlySet<IndicatorCode>) => Iterable<Observation>);
  readonly supposed: readonly Supposed[];
  readonly targets: readonly Target[];
  readonly catalog: Catalog;
  /** The records of ledgers; absent where there are none. */
  readonly ledger?: Ledger;
  readonly asOf: IsoDate;
}): WhatIf {
  const { catalog, targets, supposed } = input;
  const touched = touchedBy(
    new Set(supposed.map(({ key }) => key.indicator)),
    catalog,
  );
  const given: Observation[] = [];
  const { observations } = input;
  const known =
    typeof observations === "function"
      ? observations(touched.read)
      : observations;
  for (const observation of known)
    if (touched.read.has(observation.key.indicator)) given.push(observation);
  const replaced = new Set(supposed.map(({ key }) => keyText(key)));
  const changed = [
    ...given.filter(({ key }) => !replaced.has(keyText(key))),
    ...supposed.map((one) => hypothetical(one, catalog)),
  ];
  const regions = new Set(
    supposed.flatMap(({ key }) => withAbove(key.region, catalog.regions)),
  );
  const kept = (observations: readonly Observation[]): ProgressRows => {
    const rows = new ProgressRows(catalog);
    for (const observation of observations) rows.add(observation);
    rows.setTargets(targets);
    rows.setLedger(input.ledger ?? null);
    return rows;
  };
  const scope = { indicators: [...touched.changed] };
  const old = kept(given);
  const next = kept(changed);
  const was = old.rows(input.asOf, scope);
  const would = next.rows(lastDay(supposed, input.asOf), scope);
  // A formula may read the region from anywhere: whoever's figure is another is shown too.
  const elsewhere = changedFigures(was, would);
  const isShown = (row: ProgressRow): boolean =>
    regions.has(row.region) || elsewhere.has(rowKey(row));
  const before = was.filter(isShown);
  const rows = would.filter(isShown);
  return {
    rows,
    before,
    flips: flipsOf(before, rows),
    ranks: rankChanges({
      before: { observations: given, index: old.index },
      after: { observations: changed, index: next.index },
      supposed,
      changed: touched.changed,
      catalog,
    }),
  };
}

/**
 * The indicators whose figures may change with those supposed about, and all
 * that are read for them.
 */
function touchedBy(
  supposed: ReadonlySet<IndicatorCode>,
  catalog: Catalog,
): {
  readonly changed: ReadonlySet<IndicatorCode>;
  readonly read: ReadonlySet<IndicatorCode>;
} {
  const { indicators } = catalog;
  const book = nameBook(catalog);
  const inputs = new Map<IndicatorCode, readonly IndicatorCode[]>();
  for (const { code, formula, unit, of, aggregation } of indicators.values()) {
    const read =
      formula === "" ? null : readFormula(formula, catalog, book, unit);
    const weights =
      aggregation?.rule === "mean"
        ? [aggregation.weight]
        : aggregation?.rule === "ratioOfSums"
          ? [aggregation.numerator, aggregation.denominator]
          : [];
    inputs.set(
      code,
      [...(read?.kind === "read" ? read.reads : []), of, ...weights].flatMap(
        (input) => input ?? [],
      ),
    );
  }
  const changed = new Set(supposed);
  for (let size = -1; size !== changed.size;) {
    size = changed.size;
    for (const [code, read] of inputs)
      if (read.some((input) => changed.has(input))) changed.add(code);
  }
  const read = new Set<IndicatorCode>(["air.valid_days", ...changed]);
  for (let size = -1; size !== read.size;) {
    size = read.size;
    for (const code of [...read])
      for (const input of inputs.get(code) ?? []) read.add(input);
  }
  return { changed, read };
}

/** Keys of the rows of formulas whose figure differs for the same period. */
function changedFigures(
  before: readonly ProgressRow[],
  after: readonly ProgressRow[],
): ReadonlySet<string> {
  const known = new Map(before.map((row) => [rowKey(row), row]));
  return new Set(
    after.flatMap((row) => {
      const old = known.get(rowKey(row));
      return old?.period === row.period && old.actual !== row.actual
        ? [rowKey(row)]
        : [];
    }),
  );
}

function hypothetical({ key, value }: Supposed, catalog: Catalog): Observation {
  return {
    key,
    value,
    missing: "",
    decimals: catalog.indicators.get(key.indicator)?.decimals ?? null,
    unit: catalog.indicators.get(key.indicator)?.unit ?? "",
    status: "estimated",
    source: { file: "", sha: "", sheet: "", cell: "" },
  };
}

function lastDay(supposed: readonly Supposed[], asOf: IsoDate): IsoDate {
  return supposed.reduce((last, { key }) => {
    const period = parsePeriod(key.period);
    const day = period === null ? last : isoDate(period.end - 1);
    return day > last ? day : last;
  }, asOf);
}

function rowKey(row: ProgressRow): string {
  return [
    row.targetId ?? "",
    row.indicator,
    row.region,
    row.variant,
    row.base,
  ].join("|");
}

function flipsOf(
  before: readonly ProgressRow[],
  after: readonly ProgressRow[],
): Flip[] {
  const known = new Map(before.map((row) => [rowKey(row), row]));
  return after.flatMap((row): Flip[] => {
    const old = known.get(rowKey(row));
    return old === undefined || old.status === row.status
      ? []
      : [
          {
            targetId: row.targetId,
            indicator: row.indicator,
            region: row.region,
            before: old.status,
            after: row.status,
          },
        ];
  });
}
