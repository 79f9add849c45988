import type { PeriodCode, UnitCode } from "../model/codes.ts";
import type {
  Observation,
  ObservationKey,
  ObservationStatus,
  Source,
} from "../model/observation.ts";
import type { Period } from "../model/period.ts";
import type { PeriodTable } from "./period-table.ts";
import type { SourceTable } from "./source-table.ts";

/** What all columns of an index share. */
export interface ColumnTables {
  readonly periods: PeriodTable;
  readonly sources: SourceTable;
  /** Units by number. */
  readonly units: TextTable;
}

/** Texts by a small number. */
export class TextTable {
  readonly #ids = new Map<string, number>();
  readonly #texts: string[] = [];

  idOf(text: string): number {
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    const id = this.#texts.length;
    this.#ids.set(text, id);
    this.#texts.push(text);
    return id;
  }

  at(id: number): string {
    return this.#texts[id] ?? "";
  }
}

const statuses = [
  "normal",
  "provisional",
  "estimated",
  "missing",
] as const satisfies readonly ObservationStatus[];

/*
 * Bits of `info`, low to high: decimals + 128 (8, 255 none), status (2), kind
 * (2), edited (1), unit (16).
 */
const noDecimals = 255;
const codesAPlace = 3;
const numbersAPlace = 2;
const kinds = { number: 0, text: 1, missing: 2 } as const;

/**
 * The values of one measure of one group by period, 28 bytes each and in the
 * order of their last days. An observation is made when it is asked for.
 */
export class StatedColumn implements ReadonlyMap<PeriodCode, Observation> {
  readonly #key: Omit<ObservationKey, "period">;
  readonly #tables: ColumnTables;
  #size = 0;
  /** Period, info and source of each place, side by side: they are read together. */
  #codes = new Int32Array(4 * codesAPlace);
  /** Value and cell of each place. */
  #numbers = new Float64Array(4 * numbersAPlace);
  /** Texts and reasons by period; most columns have none. */
  #texts: Map<number, string> | null = null;

  constructor(key: Omit<ObservationKey, "period">, tables: ColumnTables) {
    this.#key = key;
    this.#tables = tables;
  }

  get size(): number {
    return this.#size;
  }

  /** Puts an observation at its period, in place of what is there. */
  put(observation: Observation, edited = false): void {
    const { periods, sources, units } = this.#tables;
    const { value, missing, source } = observation;
    const period = periods.idOf(observation.key.period);
    let at = this.#placeOf(period);
    if (at < 0) {
      at = -1 - at;
      this.#open(at);
      this.#codes[at * codesAPlace] = period;
    }
    const kind =
      value === null
        ? kinds.missing
        : typeof value === "string"
          ? kinds.text
          : kinds.number;
    const text = typeof value === "string" ? value : missing;
    if (text !== "" || typeof value === "string") {
      this.#texts ??= new Map();
      this.#texts.set(period, text);
    } else this.#texts?.delete(period);
    const code = at * codesAPlace;
    const number = at * numbersAPlace;
    this.#numbers[number] = typeof value === "number" ? value : 0;
    const decimals =
      observation.decimals === null ? noDecimals : observation.decimals + 128;
    this.#codes[code + 1] =
      decimals |
      (statuses.indexOf(observation.status) << 8) |
      (kind << 10) |
      ((edited ? 1 : 0) << 12) |
      (units.idOf(observation.unit) << 13);
    this.#codes[code + 2] = sources.idOf(source);
    this.#numbers[number + 1] = sources.cellOf(source.cell);
  }

  /** False when nothing is there. */
  remove(code: PeriodCode): boolean {
    const at = this.#indexOf(code);
    if (at < 0) return false;
    this.#texts?.delete(this.periodAt(at));
    this.#move(at + 1, at);
    this.#size -= 1;
    return true;
  }

  /** Number of the period at a place. */
  periodAt(at: number): number {
    return this.#codes[at * codesAPlace] ?? -1;
  }

  spanAt(at: number): Period {
    return this.#tables.periods.at(this.periodAt(at));
  }

  codeAt(at: number): PeriodCode {
    return this.#tables.periods.code(this.periodAt(at));
  }

  /** The number at a place; NaN when there is a text or nothing. */
  numberAt(at: number): number {
    return this.#kindAt(at) === kinds.number ? this.#valueAt(at) : NaN;
  }

  decimalsAt(at: number): number | null {
    const decimals = this.#infoAt(at) & 255;
    return decimals === noDecimals ? null : decimals - 128;
  }

  sourceAt(at: number): Source {
    return this.#tables.sources.at(
      this.#codes[at * codesAPlace + 2] ?? 0,
      this.#numbers[at * numbersAPlace + 1] ?? 0,
    );
  }

  /** The number at a period; NaN when there is none. */
  numberOf(code: PeriodCode): number {
    const at = this.#indexOf(code);
    return at < 0 ? NaN : this.numberAt(at);
  }

  isNumberAt(at: number): boolean {
    return this.#kindAt(at) === kinds.number;
  }

  isMissingAt(at: number): boolean {
    return this.#kindAt(at) === kinds.missing;
  }

  isEditedAt(at: number): boolean {
    return (this.#infoAt(at) & (1 << 12)) !== 0;
  }

  /** How many periods end on or before `day` (an exclusive end). */
  countUntil(day: number): number {
    const { periods } = this.#tables;
    let low = 0;
    let high = this.#size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (periods.at(this.periodAt(middle)).end <= day) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The observation at a place. */
  at(at: number): Observation {
    const period = this.periodAt(at);
    const info = this.#infoAt(at);
    const kind = (info >>> 10) & 3;
    const text = this.#texts?.get(period) ?? "";
    const { indicator, region, measure, variant, base } = this.#key;
    return {
      key: {
        indicator,
        region,
        period: this.#tables.periods.code(period),
        measure,
        variant,
        base,
      },
      value:
        kind === kinds.number
          ? this.#valueAt(at)
          : kind === kinds.text
            ? text
            : null,
      missing: kind === kinds.text ? "" : text,
      decimals: this.decimalsAt(at),
      unit: this.#tables.units.at((info >>> 13) & 0xffff) as UnitCode,
      status: statuses[(info >>> 8) & 3] ?? "normal",
      source: this.sourceAt(at),
    };
  }

  /** The place of a period; negative when it is not there. */
  #indexOf(code: PeriodCode): number {
    const period = this.#tables.periods.find(code);
    return period === undefined ? -1 : this.#placeOf(period);
  }

  #kindAt(at: number): number {
    return (this.#infoAt(at) >>> 10) & 3;
  }

  #infoAt(at: number): number {
    return this.#codes[at * codesAPlace + 1] ?? 0;
  }

  #valueAt(at: number): number {
    return this.#numbers[at * numbersAPlace] ?? NaN;
  }

  /** Moves what is from a place on to another. */
  #move(from: number, to: number): void {
    this.#codes.copyWithin(
      to * codesAPlace,
      from * codesAPlace,
      this.#size * codesAPlace,
    );
    this.#numbers.copyWithin(
      to * numbersAPlace,
      from * numbersAPlace,
      this.#size * numbersAPlace,
    );
  }

  /** The place of a period, or -1 minus the place it belongs at. */
  #placeOf(period: number): number {
    const { periods } = this.#tables;
    let low = 0;
    let high = this.#size;
    const last = high === 0 ? -1 : this.periodAt(high - 1);
    if (high > 0 && periods.compare(last, period) < 0) return -1 - high;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const order = periods.compare(this.periodAt(middle), period);
      if (order === 0) return middle;
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return -1 - low;
  }

  #open(at: number): void {
    if (this.#size * codesAPlace === this.#codes.length) {
      const room = Math.ceil(this.#size * 1.5);
      this.#codes = grown(this.#codes, new Int32Array(room * codesAPlace));
      this.#numbers = grown(
        this.#numbers,
        new Float64Array(room * numbersAPlace),
      );
    }
    if (at < this.#size) this.#move(at, at + 1);
    this.#size += 1;
  }

  get(code: PeriodCode): Observation | undefined {
    const at = this.#indexOf(code);
    return at < 0 ? undefined : this.at(at);
  }

  has(code: PeriodCode): boolean {
    return this.#indexOf(code) >= 0;
  }

  /** The place of a period, -1 when it is not there. */
  place(code: PeriodCode): number {
    return Math.max(-1, this.#indexOf(code));
  }

  *keys(): MapIterator<PeriodCode> {
    for (let at = 0; at < this.#size; at += 1)
      yield this.#tables.periods.code(this.periodAt(at));
  }

  *values(): MapIterator<Observation> {
    for (let at = 0; at < this.#size; at += 1) yield this.at(at);
  }

  *entries(): MapIterator<[PeriodCode, Observation]> {
    for (let at = 0; at < this.#size; at += 1)
      yield [this.#tables.periods.code(this.periodAt(at)), this.at(at)];
  }

  [Symbol.iterator](): MapIterator<[PeriodCode, Observation]> {
    return this.entries();
  }

  forEach(
    use: (
      value: Observation,
      key: PeriodCode,
      map: ReadonlyMap<PeriodCode, Observation>,
    ) => void,
  ): void {
    for (const [code, observation] of this.entries())
      use(observation, code, this);
  }
}

function grown<Column extends Int32Array | Float64Array>(
  from: Column,
  into: Column,
): Column {
  into.set(from);
  return into;
}
