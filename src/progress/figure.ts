import { type Decimal, decimalNumber } from "../model/decimal.ts";
import {
  type Fraction,
  fractionOf,
  roundFraction,
  roundedFraction,
} from "../model/fraction.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Observation, Source } from "../model/observation.ts";
import type { Period } from "../model/period.ts";
import type { Explain, TraceStep } from "../model/progress.ts";
import { tracedNumber } from "./fraction-number.ts";
import type { DerivedFigure, Group } from "./observation-index.ts";
import type { StatedColumn } from "./stated-column.ts";

/** An actual with how it came about. */
export interface Figure {
  readonly period: Period;
  /** As stated; of a computed one `exact` as it is shown. Over a power of ten. */
  readonly value: Fraction;
  /** What it is judged on, rounded once. */
  readonly exact: Fraction;
  /** Decimals it is shown with. */
  readonly decimals: number | null;
  readonly source: Source | null;
  explain(): ReturnType<Explain>;
}

/** The number at a place of a column. */
export function statedFigure(
  column: StatedColumn,
  place: number,
  of: { readonly indicator: Indicator; readonly group: Group },
): Figure {
  return new StatedFigure(column, place, of.indicator, of.group);
}

/** A stated number. Its source and its trace are looked up when they are asked for: of many figures only the sum is shown. */
class StatedFigure implements Figure {
  readonly period: Period;
  readonly exact: Fraction;
  readonly #column: StatedColumn;
  readonly #place: number;
  readonly #indicator: Indicator;
  readonly #group: Group;

  constructor(
    column: StatedColumn,
    place: number,
    indicator: Indicator,
    group: Group,
  ) {
    this.period = column.spanAt(place);
    this.exact = fractionOf(column.numberAt(place));
    this.#column = column;
    this.#place = place;
    this.#indicator = indicator;
    this.#group = group;
  }

  get value(): Fraction {
    return this.exact;
  }

  get decimals(): number | null {
    return this.#column.decimalsAt(this.#place);
  }

  get source(): Source {
    return this.#column.sourceAt(this.#place);
  }

  explain(): readonly TraceStep[] {
    return statedSteps(
      this.#column.at(this.#place),
      this.period,
      this.#indicator,
      this.#group,
    );
  }
}

function statedSteps(
  observation: Observation,
  period: Period,
  indicator: Indicator,
  group: Group,
): readonly TraceStep[] {
  const steps: TraceStep[] = [
    {
      code: "progress.step_actual",
      params: {
        value: observation.value ?? "",
        unit: indicator.unit,
        period: period.code,
      },
      sources: [observation.source],
    },
  ];
  if (
    observation.status === "provisional" ||
    observation.status === "estimated"
  )
    steps.push({
      code: `progress.step_${observation.status}`,
      params: { period: period.code },
    });
  const rivals = group.rivals.get(period.code) ?? [];
  if (rivals.length > 0)
    steps.push({
      code: "progress.step_other_values",
      params: {
        period: period.code,
        values: rivals.map(({ value }) => String(value)).join("、"),
      },
      sources: rivals.map(({ source }) => source),
    });
  return steps;
}

const derivedDecimals = 1;

/** `exact` is the value of `derived`. */
export function derivedFigure(
  derived: DerivedFigure,
  exact: Fraction,
  period: Period,
  indicator: Indicator,
): Figure {
  return new ComputedFigure(derived, exact, period, indicator);
}

class ComputedFigure implements Figure {
  readonly period: Period;
  readonly exact: Fraction;
  readonly decimals: number;
  readonly #derived: DerivedFigure;
  readonly #indicator: Indicator;

  constructor(
    derived: DerivedFigure,
    exact: Fraction,
    period: Period,
    indicator: Indicator,
  ) {
    this.period = period;
    this.exact = exact;
    this.decimals = indicator.decimals ?? derivedDecimals;
    this.#derived = derived;
    this.#indicator = indicator;
  }

  get value(): Fraction {
    return roundedFraction(this.exact, this.decimals);
  }

  get source(): Source | null {
    return this.#derived.inputs[0]?.sources[0] ?? null;
  }

  explain(): readonly TraceStep[] {
    return derivedSteps(
      this.#derived,
      this.exact,
      roundFraction(this.exact, this.decimals),
      this.period,
      this.#indicator,
    );
  }
}

function derivedSteps(
  derived: DerivedFigure,
  exact: Fraction,
  value: Decimal,
  period: Period,
  indicator: Indicator,
): readonly TraceStep[] {
  if (derived.steps !== undefined) return derived.steps;
  const inputs = derived.inputs.map((input): TraceStep => ({
    code:
      input.region === undefined
        ? "progress.step_input"
        : "progress.step_input_at",
    params: {
      indicator: input.indicator,
      value: input.value,
      period: input.period ?? period.code,
      ...(input.region === undefined ? {} : { region: input.region }),
    },
    sources: input.sources,
  }));
  return [
    ...inputs,
    {
      code: "progress.step_derived",
      params: {
        formula: derived.formula,
        exact: tracedNumber(exact),
        value: decimalNumber(value),
        decimals: value.scale,
        unit: indicator.unit,
        period: period.code,
      },
      sources: derived.inputs.flatMap(({ sources }) => sources),
    },
  ];
}
