import type { Journal } from "../dataset/journal.ts";
import type { Feed } from "../dataset/keyed-fold.ts";
import { type DayNumber, isoDate } from "../model/calendar.ts";
import type { Catalog } from "../model/catalog.ts";
import type {
  IndicatorCode,
  IsoDate,
  PeriodCode,
  RegionCode,
} from "../model/codes.ts";
import {
  type Measure,
  type Observation,
  type ObservationKey,
  keyText,
  parseKeyText,
} from "../model/observation.ts";
import { parsePeriod } from "../model/period.ts";
import type { ProgressRow } from "../model/progress.ts";
import type { LedgerBook } from "../ledger/ledger-book.ts";
import type { HeldObservation } from "../model/state.ts";
import type { Target } from "../model/target.ts";
import type { Aggregate } from "../progress/aggregate.ts";
import { countedObservations } from "../progress/counted-observations.ts";
import { derivedObservations } from "../progress/derived-observations.ts";
import { ProgressRows, type RowScope } from "../progress/progress-rows.ts";
import { type Profile, seasonalProfile } from "../progress/seasonal-profile.ts";

/** An observation as the data view shows it; `computed` when a formula gave it. */
export type ShownObservation = Observation & {
  readonly edited: boolean;
  readonly computed?: true;
};

/** A day by which every sheet is known. */
const anyDay = Number.MAX_SAFE_INTEGER;

/** Days of ledgers that are counted for a chart at most, the latest. */
const mostLedgers = 12;

/** How many days {@link KeptRows.dataDays} gives at most. */
const mostDays = 24;

/**
 * The journal's values with the rows computed from them, kept from call to
 * call: an edit costs what it touches, and nothing here goes through all values
 * twice.
 */
export class KeptRows {
  readonly #feed: Feed<HeldObservation>;
  readonly #rows: ProgressRows;
  /** Values that are not missing, actual ones by period, all of them by region. */
  readonly #byPeriod = new Map<PeriodCode, number>();
  readonly #byRegion = new Map<RegionCode, number>();

  readonly #journal: Pick<Journal, "records">;
  readonly #ledgerOf: () => LedgerBook;
  #ledger: LedgerBook | null = null;
  #records: Journal["records"] | null = null;

  /** `ledgerOf` counts the records of the journal as they are now. */
  constructor(
    journal: Pick<Journal, "valueFeed" | "records">,
    catalog: Catalog,
    ledgerOf: () => LedgerBook,
  ) {
    this.#journal = journal;
    this.#ledgerOf = ledgerOf;
    this.#feed = journal.valueFeed();
    this.#rows = new ProgressRows(catalog);
  }

  /** Takes in what changed in the journal since the last call. */
  #now(): ProgressRows {
    for (const [text, held] of this.#feed.take()) {
      const key = held?.key ?? parseKeyText(text);
      const before = this.#rows.valueAt(key);
      const change =
        Number((held?.value ?? null) !== null) - Number(before !== null);
      if (change !== 0) {
        count(this.#byRegion, key.region, change);
        if (key.measure === "actual") count(this.#byPeriod, key.period, change);
      }
      this.#rows.set(key, held, held?.edited === true);
    }
    const { records } = this.#journal;
    if (records !== this.#records) {
      this.#records = records;
      this.#ledger = records.size === 0 ? null : this.#ledgerOf();
      this.#rows.setLedger(this.#ledger);
    }
    return this.#rows;
  }

  rows(
    asOf: IsoDate,
    catalog: Catalog,
    targets: readonly Target[],
    scope: RowScope = {},
  ): readonly ProgressRow[] {
    const rows = this.#now();
    rows.setCatalog(catalog);
    rows.setTargets(targets);
    return rows.rows(asOf, scope);
  }

  /** What is stated in the regions asked for, by series. */
  *observations(
    inScope: (region: RegionCode) => boolean,
  ): IterableIterator<ShownObservation> {
    const { index } = this.#now();
    const wanted = new Map<RegionCode, boolean>();
    for (const group of index.groups.values()) {
      let shown = wanted.get(group.region);
      if (shown === undefined) {
        shown = inScope(group.region);
        wanted.set(group.region, shown);
      }
      if (!shown) continue;
      for (const column of group.stated.values())
        for (let at = 0; at < column.size; at += 1)
          yield { ...column.at(at), edited: column.isEditedAt(at) };
    }
  }

  /** Everything stated of one indicator in one region, and the actuals computed where none is. */
  observationsOf(
    indicator: IndicatorCode,
    region: RegionCode,
    catalog: Catalog,
  ): readonly Observation[] {
    const rows = this.#now();
    rows.setCatalog(catalog);
    return rows
      .groupsOf(indicator, region)
      .flatMap((group) => [
        ...[...group.stated.values()].flatMap((column) => [...column.values()]),
        ...derivedObservations(group, catalog),
      ]);
  }

  /**
   * What is stated of some indicators, or of all, and the actuals that the
   * formulas of `computing` give in the place of what is no number.
   */
  *figures(
    catalog: Catalog,
    computing: readonly IndicatorCode[],
    indicators?: Iterable<IndicatorCode>,
  ): IterableIterator<ShownObservation> {
    const rows = this.#now();
    rows.setCatalog(catalog);
    const formulas = new Set(computing);
    const { byIndicator } = rows.index;
    for (const code of new Set(indicators ?? byIndicator.keys()))
      for (const group of [...(byIndicator.get(code) ?? [])]) {
        const computed = formulas.has(code)
          ? derivedObservations(group, catalog)
          : [];
        const replaced = new Set(computed.map(({ key }) => key.period));
        for (const [measure, column] of group.stated)
          for (let at = 0; at < column.size; at += 1)
            if (
              measure !== "actual" ||
              column.isNumberAt(at) ||
              !replaced.has(column.codeAt(at))
            )
              yield { ...column.at(at), edited: column.isEditedAt(at) };
        for (const one of computed)
          yield { ...one, edited: false, computed: true };
      }
  }

  /** What is stated as one of some measures, by key. */
  stating(measures: readonly Measure[]): readonly Observation[] {
    const found = new Map<string, Observation>();
    for (const group of this.#now().index.groups.values())
      for (const measure of measures)
        for (const one of group.stated.get(measure)?.values() ?? [])
          found.set(keyText(one.key), one);
    return [...found.keys()].sort().flatMap((key) => found.get(key) ?? []);
  }

  /** What ledgers come to of a counted indicator, by the days of their sheets up to one; nothing where a sheet states that day's figure. */
  countedOf(
    indicator: IndicatorCode,
    region: RegionCode,
    catalog: Catalog,
    until: DayNumber,
  ): readonly Observation[] {
    this.#now();
    const known = catalog.indicators.get(indicator);
    const ledger = this.#ledger;
    return known === undefined || ledger === null
      ? []
      : countedObservations(
          ledger,
          known,
          region,
          [...ledger.extent(anyDay).days]
            .filter((day) => day <= until)
            .sort((a, b) => b - a)
            .slice(0, mostLedgers),
        );
  }

  /** The actuals that the formulas of some indicators give where no number is stated. */
  *computed(
    indicators: Iterable<IndicatorCode>,
    catalog: Catalog,
  ): IterableIterator<Observation> {
    const rows = this.#now();
    rows.setCatalog(catalog);
    for (const code of indicators)
      for (const group of [...(rows.index.byIndicator.get(code) ?? [])])
        yield* derivedObservations(group, catalog);
  }

  /** How past years' burden of a series fell on the months; null where no past year is known whole. */
  profile(
    key: Pick<ObservationKey, "indicator" | "region" | "variant" | "base">,
    year: number,
    catalog: Catalog,
  ): Profile | null {
    const rows = this.#now();
    rows.setCatalog(catalog);
    const { indicator: code, region, variant, base } = key;
    const indicator = catalog.indicators.get(code);
    const group = rows.index.find(code, region, variant, base);
    return indicator === undefined || group === undefined
      ? null
      : seasonalProfile(rows.index, group, indicator, year);
  }

  /** The value stated at a key; null when there is none or it is missing. */
  statedAt(key: ObservationKey): number | string | null {
    return this.#now().valueAt(key);
  }

  /** What an indicator's figure of a region comes to from the region's parts; null without a rule or parts. */
  aggregate(
    catalog: Catalog,
    key: {
      readonly indicator: IndicatorCode;
      readonly region: RegionCode;
      readonly period: PeriodCode;
      readonly variant: string;
      readonly base: PeriodCode;
    },
  ): Aggregate | null {
    const rows = this.#now();
    rows.setCatalog(catalog);
    const indicator = catalog.indicators.get(key.indicator);
    const period = parsePeriod(key.period);
    return indicator === undefined || period === null
      ? null
      : rows.derivation.aggregateAt(
          indicator,
          key.region,
          period,
          key.variant,
          key.base,
        );
  }

  /** Last days of the periods of actual figures and of ledgers, newest first, at most 24. */
  dataDays(): IsoDate[] {
    this.#now();
    const days = new Set<number>(this.#ledger?.extent(anyDay).days);
    for (const code of this.#byPeriod.keys()) {
      const end = parsePeriod(code)?.end;
      if (end !== undefined) days.add(end - 1);
    }
    return [...days]
      .sort((a, b) => b - a)
      .slice(0, mostDays)
      .map(isoDate);
  }

  /** Months in which periods of actual figures end, newest first: `2021-06`. */
  dataMonths(): string[] {
    this.#now();
    const months = new Set<string>();
    for (const code of this.#byPeriod.keys()) {
      const end = parsePeriod(code)?.end;
      if (end !== undefined) months.add(isoDate(end - 1).slice(0, 7));
    }
    return [...months].sort().reverse();
  }

  /** Regions any figure is held for, or any record of a ledger lies in, by code. */
  dataRegions(): RegionCode[] {
    this.#now();
    return [
      ...new Set([
        ...this.#byRegion.keys(),
        ...(this.#ledger?.extent(anyDay).regions ?? []),
      ]),
    ].sort();
  }
}

function count(counts: Map<string, number>, key: string, change: number): void {
  const next = (counts.get(key) ?? 0) + change;
  if (next === 0) counts.delete(key);
  else counts.set(key, next);
}
