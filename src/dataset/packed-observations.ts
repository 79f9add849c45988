import type { Observation, ObservationKey } from "../model/observation.ts";
import { cellText, packCell } from "../model/packed-cell.ts";
import type { FindsRows, ObservationList } from "./observation-list.ts";
import { ValueColumn } from "./value-column.ts";

/** Below this many, columns take more room than what they hold. */
const fewest = 16;

/** The same observations in a tenth of the room where there are many. */
export function packObservations(list: ObservationList): ObservationList {
  return list.length < fewest || list instanceof PackedObservations
    ? list
    : new PackedObservations([...list]);
}

/** Observations as columns: about 20 bytes each. One is made when it is asked for. */
class PackedObservations implements ObservationList, FindsRows {
  readonly length: number;
  readonly #key: {
    readonly [Part in keyof ObservationKey]: ValueColumn<ObservationKey[Part]>;
  };
  readonly #numbers: Float64Array;
  /** What is no number. */
  readonly #others: ValueColumn<string | null | undefined>;
  readonly #missing: ValueColumn<string>;
  readonly #decimals: ValueColumn<number | null>;
  readonly #unit: ValueColumn<string>;
  readonly #status: ValueColumn<Observation["status"]>;
  readonly #file: ValueColumn<string>;
  readonly #sha: ValueColumn<string>;
  readonly #sheet: ValueColumn<string>;
  /** -1 where it is no plain reference: those stand in `texts`. */
  readonly #cells: Float64Array;
  readonly #cellTexts = new Map<number, string>();

  constructor(rows: readonly Observation[]) {
    const { length } = rows;
    const column = <Value>(
      of: (observation: Observation) => Value,
    ): ValueColumn<Value> =>
      new ValueColumn(length, (row) => of(at(rows, row)));
    this.length = length;
    this.#key = {
      indicator: column(({ key }) => key.indicator),
      region: column(({ key }) => key.region),
      period: column(({ key }) => key.period),
      measure: column(({ key }) => key.measure),
      variant: column(({ key }) => key.variant),
      base: column(({ key }) => key.base),
    };
    this.#numbers = Float64Array.from(rows, ({ value }) =>
      typeof value === "number" ? value : 0,
    );
    this.#others = column(({ value }) =>
      typeof value === "number" ? undefined : value,
    );
    this.#missing = column(({ missing }) => missing);
    this.#decimals = column(({ decimals }) => decimals);
    this.#unit = column(({ unit }) => unit);
    this.#status = column(({ status }) => status);
    this.#file = column(({ source }) => source.file);
    this.#sha = column(({ source }) => source.sha);
    this.#sheet = column(({ source }) => source.sheet);
    this.#cells = Float64Array.from(rows, ({ source }) =>
      packCell(source.cell),
    );
    for (const [row, { source }] of rows.entries())
      if ((this.#cells[row] ?? -1) < 0) this.#cellTexts.set(row, source.cell);
  }

  at(row: number): Observation | undefined {
    if (row < 0 || row >= this.length) return undefined;
    const key = this.#key;
    const other = this.#others.at(row);
    const cell = this.#cells[row] ?? -1;
    return {
      key: {
        indicator: key.indicator.at(row),
        region: key.region.at(row),
        period: key.period.at(row),
        measure: key.measure.at(row),
        variant: key.variant.at(row),
        base: key.base.at(row),
      },
      value: other === undefined ? (this.#numbers[row] ?? 0) : other,
      missing: this.#missing.at(row),
      decimals: this.#decimals.at(row),
      unit: this.#unit.at(row),
      status: this.#status.at(row),
      source: {
        file: this.#file.at(row),
        sha: this.#sha.at(row),
        sheet: this.#sheet.at(row),
        cell: cell < 0 ? (this.#cellTexts.get(row) ?? "") : cellText(cell),
      },
    };
  }

  rowsOf(key: ObservationKey): readonly number[] {
    const own = this.#key;
    const tests = [
      own.period.test(key.period),
      own.region.test(key.region),
      own.indicator.test(key.indicator),
      own.measure.test(key.measure),
      own.variant.test(key.variant),
      own.base.test(key.base),
    ];
    if (tests.includes(null)) return [];
    const rows: number[] = [];
    for (let row = 0; row < this.length; row += 1)
      if (tests.every((holds) => holds?.(row) === true)) rows.push(row);
    return rows;
  }

  *[Symbol.iterator](): IterableIterator<Observation> {
    for (let row = 0; row < this.length; row += 1) {
      const observation = this.at(row);
      if (observation !== undefined) yield observation;
    }
  }
}

function at(rows: readonly Observation[], row: number): Observation {
  const observation = rows[row];
  if (observation === undefined) throw new Error(`no observation ${row}`);
  return observation;
}
