import type { PeriodCode } from "../model/codes.ts";
import type { DerivedFigure, KeptGroup } from "./observation-index.ts";
import type { Reader, Reads } from "./reads.ts";

/**
 * The computed figures of a group: which periods there are is found when it is
 * first asked, each figure when it is. What they were computed from is noted,
 * and a change of it has them and everything computed from them forgotten.
 */
export class LazyFigures
  implements ReadonlyMap<PeriodCode, DerivedFigure>, Reader
{
  readonly #group: KeptGroup;
  readonly #reads: Reads;
  readonly #find: () => readonly PeriodCode[];
  readonly #compute: (period: PeriodCode) => DerivedFigure;
  #periods: ReadonlySet<PeriodCode> | null = null;
  #order: readonly PeriodCode[] = [];
  readonly #figures = new Map<PeriodCode, DerivedFigure>();

  constructor(
    group: KeptGroup,
    reads: Reads,
    parts: {
      /** The periods there is a figure for, in the order of their last days. */
      readonly periods: () => readonly PeriodCode[];
      readonly figure: (period: PeriodCode) => DerivedFigure;
    },
  ) {
    this.#group = group;
    this.#reads = reads;
    this.#find = parts.periods;
    this.#compute = parts.figure;
  }

  forget(): void {
    this.#periods = null;
    this.#order = [];
    this.#figures.clear();
    this.#group.self.changed();
  }

  #known(): ReadonlySet<PeriodCode> {
    if (this.#periods !== null) return this.#periods;
    this.#order = this.#reads.by(this, this.#find);
    return (this.#periods = new Set(this.#order));
  }

  /** The periods, by their last days. */
  inOrder(): readonly PeriodCode[] {
    this.#known();
    return this.#order;
  }

  get size(): number {
    return this.#known().size;
  }

  has(period: PeriodCode): boolean {
    return this.#known().has(period);
  }

  get(period: PeriodCode): DerivedFigure | undefined {
    const known = this.#figures.get(period);
    if (known !== undefined) return known;
    if (!this.has(period)) return undefined;
    const figure = this.#reads.by(this, () => this.#compute(period));
    this.#figures.set(period, figure);
    return figure;
  }

  keys(): MapIterator<PeriodCode> {
    return this.#known().keys();
  }

  *values(): MapIterator<DerivedFigure> {
    for (const [, figure] of this.entries()) yield figure;
  }

  *entries(): MapIterator<[PeriodCode, DerivedFigure]> {
    for (const period of this.keys()) {
      const figure = this.get(period);
      if (figure !== undefined) yield [period, figure];
    }
  }

  [Symbol.iterator](): MapIterator<[PeriodCode, DerivedFigure]> {
    return this.entries();
  }

  forEach(
    use: (
      value: DerivedFigure,
      key: PeriodCode,
      map: ReadonlyMap<PeriodCode, DerivedFigure>,
    ) => void,
  ): void {
    for (const [period, figure] of this.entries()) use(figure, period, this);
  }
}
