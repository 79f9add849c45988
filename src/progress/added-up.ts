import {
  type Fraction,
  addFractions,
  decimalFractionNumber,
} from "../model/fraction.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Source } from "../model/observation.ts";
import type { Period } from "../model/period.ts";
import type { TraceStep } from "../model/progress.ts";
import type { Candidates } from "./candidates.ts";
import type { Figure } from "./figure.ts";

/** Consecutive known ones of `from` added up; at least two. */
export class AddedUp implements Figure {
  readonly period: Period;
  readonly value: Fraction;
  readonly exact: Fraction;
  readonly decimals: number | null;
  readonly #from: Candidates;
  readonly #places: readonly number[];
  readonly #indicator: Indicator;

  constructor(
    from: Candidates,
    places: readonly number[],
    period: Period,
    indicator: Indicator,
  ) {
    const [first = 0] = places;
    let exact = from.exactAt(first);
    let value = from.valueAt(first);
    let decimals = from.decimalsAt(first);
    for (let at = 1; at < places.length; at += 1) {
      const place = places[at] ?? first;
      exact = addFractions(exact, from.exactAt(place));
      if (!from.areStated) value = addFractions(value, from.valueAt(place));
      const shown = from.decimalsAt(place);
      if (shown !== null) decimals = Math.max(decimals ?? 0, shown);
    }
    if (from.areStated) value = exact;
    this.period = period;
    this.value = value;
    this.exact = exact;
    this.decimals = decimals;
    this.#from = from;
    this.#places = places;
    this.#indicator = indicator;
  }

  get source(): Source | null {
    const [first = 0] = this.#places;
    return this.#from.figureAt(first)?.source ?? null;
  }

  explain(): readonly TraceStep[] {
    return [
      {
        code: "progress.step_added_up",
        params: {
          value: decimalFractionNumber(this.value),
          unit: this.#indicator.unit,
          count: this.#places.length,
          period: this.period.code,
        },
        sources: this.#places.flatMap(
          (place) => this.#from.figureAt(place)?.source ?? [],
        ),
      },
    ];
  }
}
