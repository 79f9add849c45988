import type { IndicatorCode, PeriodCode, RegionCode } from "../model/codes.ts";
import type { Fraction } from "../model/fraction.ts";
import type {
  Measure,
  Observation,
  ObservationKey,
  Source,
} from "../model/observation.ts";
import type { Period } from "../model/period.ts";
import type { TraceStep } from "../model/progress.ts";
import { PeriodTable } from "./period-table.ts";
import { Readable, Reads } from "./reads.ts";
import { SourceTable } from "./source-table.ts";
import { type ColumnTables, StatedColumn, TextTable } from "./stated-column.ts";

/** A figure computed from others. `value` is null when an input is missing, and `missing` is its reason. */
export interface DerivedFigure {
  readonly value: Fraction | null;
  readonly missing: string;
  /** The input that is missing, as the formula has it; absent where none is to blame. */
  readonly missingName?: string;
  readonly formula: string;
  readonly inputs: readonly DerivedInput[];
  /** How it came about, where there is more to say than the formula and its inputs. */
  readonly steps?: readonly TraceStep[];
}

export interface DerivedInput {
  readonly indicator: IndicatorCode;
  readonly value: number;
  readonly sources: readonly Source[];
  /** Where it differs from the figure's own. */
  readonly region?: RegionCode;
  readonly period?: PeriodCode;
}

/** Everything stated under one indicator, region, variant and base. */
export interface Group {
  readonly indicator: IndicatorCode;
  readonly region: RegionCode;
  readonly variant: string;
  readonly base: PeriodCode;
  readonly stated: ReadonlyMap<Measure, StatedColumn>;
  /** Of `stated`, the one that is nearly always meant. */
  readonly actual: StatedColumn | undefined;
  /** Values that differ from the one in force at the same actual. */
  readonly rivals: ReadonlyMap<PeriodCode, readonly Observation[]>;
  /** Computed where no number is stated, each when it is asked for. */
  readonly derived: ReadonlyMap<PeriodCode, DerivedFigure>;
}

export interface ObservationIndex {
  readonly groups: ReadonlyMap<string, Group>;
  readonly byIndicator: ReadonlyMap<IndicatorCode, readonly Group[]>;
  /** The group at a key, made empty when there is none. */
  groupAt(
    indicator: IndicatorCode,
    region: RegionCode,
    variant: string,
    base: PeriodCode,
  ): Group;
  /** @throws when the text is no period code. */
  period(code: PeriodCode): Period;
}

export function groupKey(
  indicator: IndicatorCode,
  region: RegionCode,
  variant: string,
  base: PeriodCode,
): string {
  return `${indicator}|${region}|${variant}|${base}`;
}

const noRivals: ReadonlyMap<PeriodCode, readonly Observation[]> = new Map();
const noFigures: ReadonlyMap<PeriodCode, DerivedFigure> = new Map();

/** A group of a kept index: what is computed from it is forgotten when it changes. */
export class KeptGroup implements Group {
  readonly indicator: IndicatorCode;
  readonly region: RegionCode;
  readonly variant: string;
  readonly base: PeriodCode;
  /** Everything stated and computed here. */
  readonly self: Readable;
  readonly #tables: ColumnTables;
  readonly #stated = new Map<Measure, StatedColumn>();
  #actual: StatedColumn | undefined = undefined;
  #statesTargets = false;
  #rivals: Map<PeriodCode, Observation[]> | null = null;
  #derived: ReadonlyMap<PeriodCode, DerivedFigure> = noFigures;

  constructor(
    key: Pick<ObservationKey, "indicator" | "region" | "variant" | "base">,
    tables: ColumnTables,
    reads: Reads,
  ) {
    this.indicator = key.indicator;
    this.region = key.region;
    this.variant = key.variant;
    this.base = key.base;
    this.#tables = tables;
    this.self = new Readable(reads);
  }

  get stated(): ReadonlyMap<Measure, StatedColumn> {
    this.self.noteRead();
    return this.#stated;
  }

  get actual(): StatedColumn | undefined {
    this.self.noteRead();
    return this.#actual;
  }

  /** True when sheets state targets here. */
  get statesTargets(): boolean {
    this.self.noteRead();
    return this.#statesTargets;
  }

  get rivals(): ReadonlyMap<PeriodCode, readonly Observation[]> {
    this.self.noteRead();
    return this.#rivals ?? noRivals;
  }

  get derived(): ReadonlyMap<PeriodCode, DerivedFigure> {
    this.self.noteRead();
    return this.#derived;
  }

  /** Where computed figures come from; null for none. */
  derive(figures: ReadonlyMap<PeriodCode, DerivedFigure> | null): void {
    this.#derived = figures ?? noFigures;
  }

  column(measure: Measure): StatedColumn {
    const known = this.#stated.get(measure);
    if (known !== undefined) return known;
    const { indicator, region, variant, base } = this;
    const column = new StatedColumn(
      { indicator, region, measure, variant, base },
      this.#tables,
    );
    this.#stated.set(measure, column);
    if (measure === "actual") this.#actual = column;
    if (measure === "target") this.#statesTargets = true;
    return column;
  }

  /** Of two values at one key the later one counts and the other is kept as its rival; a missing one never displaces a value. */
  add(observation: Observation): void {
    const { measure, period } = observation.key;
    const column = this.column(measure);
    const before = column.get(period);
    if (before === undefined) {
      column.put(observation);
      return;
    }
    if (observation.value === null) return;
    column.put(observation);
    if (
      measure !== "actual" ||
      before.value === null ||
      before.value === observation.value
    )
      return;
    this.#rivals ??= new Map();
    const rivals = this.#rivals.get(period);
    if (rivals === undefined) this.#rivals.set(period, [before]);
    else rivals.push(before);
  }
}

/** The groups by key: looking for one depends on that key, going through them on all. */
class GroupView implements ReadonlyMap<string, KeptGroup> {
  readonly #groups: ReadonlyMap<string, KeptGroup>;
  readonly #all: () => void;
  readonly #absent: (key: string) => void;

  constructor(
    groups: ReadonlyMap<string, KeptGroup>,
    all: () => void,
    absent: (key: string) => void,
  ) {
    this.#groups = groups;
    this.#all = all;
    this.#absent = absent;
  }

  get(key: string): KeptGroup | undefined {
    const group = this.#groups.get(key);
    if (group === undefined) this.#absent(key);
    return group;
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  get size(): number {
    return this.#through().size;
  }

  keys(): MapIterator<string> {
    return this.#through().keys();
  }

  values(): MapIterator<KeptGroup> {
    return this.#through().values();
  }

  entries(): MapIterator<[string, KeptGroup]> {
    return this.#through().entries();
  }

  [Symbol.iterator](): MapIterator<[string, KeptGroup]> {
    return this.entries();
  }

  forEach(
    use: (
      value: KeptGroup,
      key: string,
      map: ReadonlyMap<string, KeptGroup>,
    ) => void,
  ): void {
    for (const [key, group] of this.entries()) use(group, key, this);
  }

  #through(): ReadonlyMap<string, KeptGroup> {
    this.#all();
    return this.#groups;
  }
}

/**
 * Observations by group, kept up to date: an edit costs its own group, and what
 * was computed from it is forgotten. What is read through it while
 * `reads.by(reader, …)` runs is noted for the reader.
 */
export class KeptIndex implements ObservationIndex {
  readonly reads = new Reads();
  readonly tables: ColumnTables = {
    periods: new PeriodTable(),
    sources: new SourceTable(),
    units: new TextTable(),
  };
  readonly #groups = new Map<string, KeptGroup>();
  readonly #byIndicator = new Map<IndicatorCode, KeptGroup[]>();
  /** Read by whoever looks through all groups, or all of an indicator. */
  readonly #membership = new Readable(this.reads);
  /** Read by whoever looked for a group that is not there. */
  readonly #absent = new Map<string, Readable>();
  readonly #view = new GroupView(
    this.#groups,
    () => {
      this.#membership.noteRead();
    },
    (key) => {
      this.#lookedFor(key);
    },
  );
  #last: KeptGroup | null = null;
  readonly #watchers: ((group: KeptGroup) => void)[] = [];

  /** Calls `see` for every group there is, and for every one that comes. */
  watchGroups(see: (group: KeptGroup) => void): void {
    this.#watchers.push(see);
    for (const group of [...this.#groups.values()]) see(group);
  }

  get groups(): ReadonlyMap<string, KeptGroup> {
    return this.#view;
  }

  get byIndicator(): ReadonlyMap<IndicatorCode, readonly KeptGroup[]> {
    this.#membership.noteRead();
    return this.#byIndicator;
  }

  groupAt(
    indicator: IndicatorCode,
    region: RegionCode,
    variant: string,
    base: PeriodCode,
  ): KeptGroup {
    const last = this.#last;
    if (
      last !== null &&
      last.indicator === indicator &&
      last.region === region &&
      last.variant === variant &&
      last.base === base
    )
      return last;
    const key = groupKey(indicator, region, variant, base);
    const known = this.#groups.get(key);
    if (known !== undefined) return (this.#last = known);
    const group = new KeptGroup(
      { indicator, region, variant, base },
      this.tables,
      this.reads,
    );
    this.#groups.set(key, group);
    const siblings = this.#byIndicator.get(indicator);
    if (siblings === undefined) this.#byIndicator.set(indicator, [group]);
    else siblings.push(group);
    this.#membership.changed();
    this.#absent.get(key)?.changed();
    this.#absent.delete(key);
    for (const see of this.#watchers) see(group);
    return (this.#last = group);
  }

  #lookedFor(key: string): void {
    if (this.reads.reader === null) return;
    let absent = this.#absent.get(key);
    if (absent === undefined) {
      absent = new Readable(this.reads);
      this.#absent.set(key, absent);
    }
    absent.noteRead();
  }

  /** The group at a key, without making one and without noting the reader. */
  find(
    indicator: IndicatorCode,
    region: RegionCode,
    variant: string,
    base: PeriodCode,
  ): KeptGroup | undefined {
    return this.#groups.get(groupKey(indicator, region, variant, base));
  }

  period(code: PeriodCode): Period {
    const { periods } = this.tables;
    return periods.at(periods.idOf(code));
  }

  /** Takes one more observation in; one at the same key becomes its rival. */
  add(observation: Observation): void {
    const { indicator, region, variant, base } = observation.key;
    const group = this.groupAt(indicator, region, variant, base);
    group.add(observation);
    group.self.changed();
  }

  /** What holds at a key from now on; null takes away what held. `edited` is kept beside it. */
  set(
    key: ObservationKey,
    observation: Observation | null,
    edited = false,
  ): void {
    const { indicator, region, variant, base, measure, period } = key;
    const group =
      observation === null
        ? this.find(indicator, region, variant, base)
        : this.groupAt(indicator, region, variant, base);
    if (group === undefined) return;
    if (observation === null) group.column(measure).remove(period);
    else group.column(measure).put(observation, edited);
    group.self.changed();
  }
}

/** An index of a set of observations, or of those of one region; see {@link KeptGroup.add}. */
export function indexObservations(
  observations: Iterable<Observation>,
  region?: RegionCode,
): KeptIndex {
  const index = new KeptIndex();
  for (const observation of observations)
    if (region === undefined || observation.key.region === region)
      index.add(observation);
  return index;
}
