import { parseIsoDate } from "../model/calendar.ts";
import type { Catalog } from "../model/catalog.ts";
import type { IndicatorCode, IsoDate, RegionCode } from "../model/codes.ts";
import type { Ledger } from "../model/ledger.ts";
import type { Observation, ObservationKey } from "../model/observation.ts";
import type { ProgressRow } from "../model/progress.ts";
import type { Target } from "../model/target.ts";
import { type Derivation, deriveFigures } from "./derive-figures.ts";
import { KeptIndex, type KeptGroup } from "./observation-index.ts";
import type { RowKeeper } from "./kept-row.ts";
import { findSharesOfDays } from "./shares-of-days.ts";
import { HeldTarget } from "./held-target.ts";
import { spreadTargets } from "./spread-targets.ts";
import { inForce } from "./targets-in-force.ts";
import { thresholdsOn } from "./thresholds-on.ts";
import { type UnitContext, compareText, unitRows } from "./unit-rows.ts";

export interface RowScope {
  /** Only this region, without its children. */
  readonly region?: RegionCode;
  readonly indicators?: readonly IndicatorCode[];
}

/** One indicator in one region, and its rows as they were last computed. */
class Unit implements RowKeeper {
  readonly indicator: IndicatorCode;
  readonly region: RegionCode;
  readonly groups: KeptGroup[] = [];
  targets: readonly HeldTarget[] = [];
  rows: readonly ProgressRow[] = [];
  /** Day the rows are of; null when they must be computed again. */
  asOf: IsoDate | null = null;
  edition = 0;

  constructor(indicator: IndicatorCode, region: RegionCode) {
    this.indicator = indicator;
    this.region = region;
  }

  forget(): void {
    this.asOf = null;
    this.edition += 1;
  }
}

/**
 * Target against actual, kept up to date: observations and targets come and go,
 * and only the rows of what they touch are computed again. The result is that
 * of `computeProgress` on the same observations and targets.
 */
export class ProgressRows {
  readonly index = new KeptIndex();
  readonly derivation: Derivation;
  #catalog: Catalog;
  #sharesOfDays: ReadonlySet<IndicatorCode>;
  #places: ReadonlyMap<IndicatorCode, number>;
  readonly #units = new Map<IndicatorCode, Map<RegionCode, Unit>>();
  #sorted: Unit[] | null = null;
  #ledger: Ledger | null = null;
  #targets: readonly Target[] = [];
  /** Targets that stand in the place of others. */
  #replacing: readonly Target[] = [];

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
    this.#places = placesIn(catalog);
    this.derivation = deriveFigures(this.index, catalog);
    this.#sharesOfDays = findSharesOfDays(catalog, this.derivation.reads);
    this.index.watchGroups((group) => {
      const unit = this.#unitAt(group.indicator, group.region);
      unit.groups.push(group);
      unit.forget();
    });
  }

  /**
   * Other code lists from now on. Rows of indicators whose own row or formula
   * stays the same are kept, unless the regions, units or rules are others.
   */
  setCatalog(catalog: Catalog): void {
    const before = this.#catalog;
    if (catalog === before) return;
    const changed = new Set(this.derivation.setCatalog(catalog));
    const shares = findSharesOfDays(catalog, this.derivation.reads);
    const all =
      catalog.regions !== before.regions ||
      catalog.units !== before.units ||
      catalog.statusRules !== before.statusRules;
    for (const [code, regions] of this.#units)
      if (
        all ||
        changed.has(code) ||
        catalog.indicators.get(code) !== before.indicators.get(code) ||
        shares.has(code) !== this.#sharesOfDays.has(code)
      )
        for (const unit of regions.values()) unit.forget();
    this.#catalog = catalog;
    this.#sharesOfDays = shares;
    this.#places = placesIn(catalog);
    this.#sorted = null;
    if (catalog.regions !== before.regions) this.#spread();
  }

  /** Takes in one more observation; one at the same key becomes its rival. */
  add(observation: Observation): void {
    this.index.add(observation);
  }

  /** What holds at a key from now on; null when nothing does. */
  set(
    key: ObservationKey,
    observation: Observation | null,
    edited = false,
  ): void {
    this.index.set(key, observation, edited);
  }

  /** The value stated at a key; null when there is none or it is missing. */
  valueAt(key: ObservationKey): number | string | null {
    const { indicator, region, variant, base, measure, period } = key;
    return (
      this.index
        .find(indicator, region, variant, base)
        ?.stated.get(measure)
        ?.get(period)?.value ?? null
    );
  }

  /** Everything known of one indicator in one region, by variant and base. */
  groupsOf(indicator: IndicatorCode, region: RegionCode): readonly KeptGroup[] {
    return this.#units.get(indicator)?.get(region)?.groups ?? [];
  }

  /** Other records of ledgers from now on; null for none. Only rows of what is counted from them are computed again. */
  setLedger(ledger: Ledger | null): void {
    if (ledger === this.#ledger) return;
    this.#ledger = ledger;
    for (const [code, regions] of this.#units)
      if (this.#catalog.indicators.get(code)?.counts !== undefined)
        for (const unit of regions.values()) unit.forget();
  }

  /** The listed targets from now on. */
  setTargets(targets: readonly Target[]): void {
    const before = this.#targets;
    if (
      targets.length === before.length &&
      targets.every((target, at) => target === before[at])
    )
      return;
    this.#targets = targets;
    this.#spread();
  }

  /** Lays the targets out over the regions they are for. */
  #spread(): void {
    const targets = spreadTargets(this.#targets, this.#catalog);
    const replacing = targets.filter(({ replaces }) => replaces !== undefined);
    const touched = new Set(
      [...this.#replacing, ...replacing].flatMap(
        ({ replaces }) => replaces ?? [],
      ),
    );
    this.#replacing = replacing;
    const byUnit = new Map<Unit, Target[]>();
    for (const target of targets) {
      const unit = this.#unitAt(target.indicator, target.region);
      const list = byUnit.get(unit);
      if (list === undefined) byUnit.set(unit, [target]);
      else list.push(target);
    }
    for (const regions of this.#units.values())
      for (const unit of regions.values())
        this.#retarget(unit, byUnit.get(unit) ?? [], touched);
  }

  /** `touched` are ids that a version replaces, or did before. */
  #retarget(
    unit: Unit,
    targets: readonly Target[],
    touched: ReadonlySet<string>,
  ): void {
    const before = unit.targets;
    if (touched.size > 0 && targets.some(({ id }) => touched.has(id)))
      unit.forget();
    if (
      before.length === targets.length &&
      before.every(({ target }, at) => target === targets[at])
    )
      return;
    unit.targets = targets.map((target) => new HeldTarget(target, null));
    unit.forget();
  }

  /**
   * One row for every target in force on the day, and one for every latest
   * figure that lies in no target's window, in the catalog's order of
   * indicators, then by region, variant, base, deadline and target.
   * @throws when `asOf` is no date.
   */
  rows(asOf: IsoDate, scope: RowScope = {}): ProgressRow[] {
    const context = this.#context(asOf);
    const found: ProgressRow[] = [];
    for (const unit of this.#unitsIn(scope))
      for (const row of this.#rowsOf(unit, context, asOf)) found.push(row);
    return found;
  }

  #context(asOf: IsoDate): UnitContext {
    const day = parseIsoDate(asOf);
    if (day === null) throw new Error(`not an ISO date: ${asOf}`);
    const { index, derivation } = this;
    return {
      index,
      derivation,
      catalog: this.#catalog,
      asOf: day,
      replaced: new Set(
        this.#replacing.flatMap((target) =>
          target.replaces === undefined ||
          target.replaces === target.id ||
          !inForce(target, day)
            ? []
            : [target.replaces],
        ),
      ),
      row: {
        index,
        catalog: this.#catalog,
        horizon: day + 1,
        sharesOfDays: this.#sharesOfDays,
        formulaErrors: derivation.errors,
        thresholds: thresholdsOn(this.#catalog.statusRules, day),
        ...(this.#ledger === null ? {} : { ledger: this.#ledger }),
      },
    };
  }

  #rowsOf(
    unit: Unit,
    context: UnitContext,
    asOf: IsoDate,
  ): readonly ProgressRow[] {
    if (unit.asOf === asOf) return unit.rows;
    // Set first: what changes while the rows are computed has them forgotten again.
    unit.asOf = asOf;
    unit.rows = unitRows(context, unit, unit);
    return unit.rows;
  }

  /** In order; what is computed on the way may bring new ones, which have no figures. */
  #unitsIn({ region, indicators }: RowScope): readonly Unit[] {
    if (region !== undefined && indicators?.length === 1) {
      const unit = this.#units.get(indicators[0] ?? "")?.get(region);
      return unit === undefined ? [] : [unit];
    }
    const all = (this.#sorted ??= this.#sort());
    if (region === undefined && indicators === undefined) return all;
    const wanted = indicators === undefined ? null : new Set(indicators);
    return all.filter(
      (unit) =>
        (region === undefined || unit.region === region) &&
        (wanted === null || wanted.has(unit.indicator)),
    );
  }

  #sort(): Unit[] {
    const last = this.#places.size;
    return [...this.#units.values()]
      .flatMap((regions) => [...regions.values()])
      .sort(
        (a, b) =>
          (this.#places.get(a.indicator) ?? last) -
            (this.#places.get(b.indicator) ?? last) ||
          compareText(a.indicator, b.indicator) ||
          compareText(a.region, b.region),
      );
  }

  #unitAt(indicator: IndicatorCode, region: RegionCode): Unit {
    let regions = this.#units.get(indicator);
    if (regions === undefined) {
      regions = new Map();
      this.#units.set(indicator, regions);
    }
    let unit = regions.get(region);
    if (unit === undefined) {
      unit = new Unit(indicator, region);
      regions.set(region, unit);
      this.#sorted = null;
    }
    return unit;
  }
}

function placesIn({
  indicators,
}: Pick<Catalog, "indicators">): ReadonlyMap<IndicatorCode, number> {
  return new Map([...indicators.keys()].map((code, at) => [code, at]));
}
