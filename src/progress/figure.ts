import type { DayNumber } from "../model/calendar.ts";
import type { PeriodCode } from "../model/codes.ts";
import {
  type Decimal,
  addDecimals,
  decimalNumber,
  decimalOf,
} from "../model/decimal.ts";
import {
  type Fraction,
  addFractions,
  fractionOf,
  roundFraction,
} from "../model/fraction.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Observation, Source } from "../model/observation.ts";
import type { Period } from "../model/period.ts";
import type { Explain, TraceStep } from "../model/progress.ts";
import { tracedNumber } from "./fraction-number.ts";
import type {
  DerivedFigure,
  Group,
  ObservationIndex,
} from "./observation-index.ts";
import { LazyFigures } from "./lazy-figures.ts";
import type { StatedColumn } from "./stated-column.ts";

/** An actual with how it came about. */
export interface Figure {
  readonly period: Period;
  /** As stated; of a computed one `exact` as it is shown. */
  readonly value: Decimal;
  /** What it is judged on, rounded once. */
  readonly exact: Fraction;
  /** Decimals it is shown with. */
  readonly decimals: number | null;
  readonly source: Source | null;
  explain(): ReturnType<Explain>;
}

/** A period of a group at which an actual is stated, computed or stated as missing. */
export type Candidate = { readonly period: Period } &
  /** A number at a place of a column. */
  (
    | {
        readonly kind: "stated";
        readonly column: StatedColumn;
        readonly place: number;
      }
    | { readonly kind: "derived"; readonly derived: DerivedFigure }
    /** Made of the figures of shorter periods. */
    | { readonly kind: "composed"; readonly figure: Figure }
    | {
        readonly kind: "missing";
        readonly reason: string;
        readonly words: string;
        readonly source: Source | null;
      }
  );

/**
 * Every actual of a group whose period ends after `open` and by `horizon`
 * (exclusive day), in no order.
 */
export function candidates(
  index: ObservationIndex,
  group: Group,
  horizon: DayNumber,
  open: DayNumber = Number.NEGATIVE_INFINITY,
): Candidate[] {
  const found: Candidate[] = [];
  const { derived } = group;
  const some = derived.size > 0;
  if (some)
    for (const code of derived.keys()) {
      const period = index.period(code);
      if (period.end > horizon || period.end <= open) continue;
      const candidate = derivedCandidate(period, derived.get(code));
      if (candidate !== null) found.push(candidate);
    }
  const stated = group.stated.get("actual");
  if (stated === undefined) return found;
  for (let at = stated.countUntil(horizon) - 1; at >= 0; at -= 1) {
    const period = stated.spanAt(at);
    if (period.end <= open) break;
    if (some && derived.has(stated.codeAt(at))) continue;
    found.push(statedCandidate(period, stated, at));
  }
  return found;
}

function derivedCandidate(
  period: Period,
  derived: DerivedFigure | undefined,
): Candidate | null {
  if (derived === undefined) return null;
  return derived.value === null
    ? {
        kind: "missing",
        period,
        reason: derived.missing,
        words: derived.missingName ?? "",
        source: null,
      }
    : { kind: "derived", period, derived };
}

/** A number and where it stands. */
class StatedCandidate {
  readonly kind = "stated";
  readonly period: Period;
  readonly column: StatedColumn;
  readonly place: number;

  constructor(period: Period, column: StatedColumn, place: number) {
    this.period = period;
    this.column = column;
    this.place = place;
  }
}

function statedCandidate(
  period: Period,
  column: StatedColumn,
  at: number,
): Candidate {
  if (!Number.isNaN(column.numberAt(at)))
    return new StatedCandidate(period, column, at);
  const { missing, source } = column.at(at);
  return {
    kind: "missing",
    period,
    reason: column.isMissingAt(at)
      ? "progress.actual_missing"
      : "progress.not_a_number",
    words: missing,
    source,
  };
}

/** The latest actual that ends by `horizon`, of equal ends the longest; and the latest one stated as missing after it. */
export function latestCandidates(
  index: ObservationIndex,
  group: Group,
  horizon: DayNumber,
): Candidate[] {
  const { derived } = group;
  const found: Candidate[] = [];
  let end = Number.NEGATIVE_INFINITY;
  // From the latest back: a figure is computed when it is asked for, and the earlier ones do not count.
  const codes = derived.size === 0 ? [] : byLastDay(index, derived);
  for (let at = codes.length - 1; at >= 0; at -= 1) {
    const code = codes[at] ?? "";
    const period = index.period(code);
    if (period.end > horizon) continue;
    if (period.end < end) break;
    const candidate = derivedCandidate(period, derived.get(code));
    if (candidate === null) continue;
    if (candidate.kind !== "missing") end = period.end;
    found.push(candidate);
  }
  found.reverse();
  const stated = group.stated.get("actual");
  if (stated === undefined) return found;
  for (let at = stated.countUntil(horizon) - 1; at >= 0; at -= 1) {
    const period = stated.spanAt(at);
    if (period.end < end) break;
    if (codes.length > 0 && derived.has(stated.codeAt(at))) continue;
    const candidate = statedCandidate(period, stated, at);
    if (candidate.kind !== "missing") end = period.end;
    found.push(candidate);
  }
  return found;
}

/** The last day (exclusive) of the latest number by `horizon` in a group without computed figures; null where there is none, or there are such figures. */
export function latestStatedEnd(
  group: Group,
  horizon: DayNumber,
): DayNumber | null {
  const stated = group.stated.get("actual");
  if (stated === undefined || group.derived.size > 0) return null;
  for (let at = stated.countUntil(horizon) - 1; at >= 0; at -= 1)
    if (!Number.isNaN(stated.numberAt(at))) return stated.spanAt(at).end;
  return null;
}

function byLastDay(
  index: ObservationIndex,
  derived: Group["derived"],
): readonly PeriodCode[] {
  if (derived instanceof LazyFigures) return derived.inOrder();
  return [...derived.keys()].sort(
    (a, b) => index.period(a).end - index.period(b).end,
  );
}

/** The figure of a candidate; null when it is missing. */
export function figureOf(
  candidate: Candidate,
  indicator: Indicator,
  group: Group,
): Figure | null {
  const { period } = candidate;
  if (candidate.kind === "missing") return null;
  if (candidate.kind === "composed") return candidate.figure;
  if (candidate.kind === "derived")
    return derivedFigure(candidate.derived, period, indicator);
  return new StatedFigure(period, candidate, indicator, group);
}

/** A stated number. Its source and its trace are looked up when they are asked for: of many figures only the sum is shown. */
class StatedFigure implements Figure {
  readonly period: Period;
  readonly value: Decimal;
  readonly exact: Fraction;
  readonly #column: StatedColumn;
  readonly #place: number;
  readonly #indicator: Indicator;
  readonly #group: Group;

  constructor(
    period: Period,
    { column, place }: StatedCandidate,
    indicator: Indicator,
    group: Group,
  ) {
    this.period = period;
    this.value = decimalOf(column.numberAt(place));
    this.exact = fractionOf(this.value);
    this.#column = column;
    this.#place = place;
    this.#indicator = indicator;
    this.#group = group;
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

function derivedFigure(
  derived: DerivedFigure,
  period: Period,
  indicator: Indicator,
): Figure | null {
  const exact = derived.value;
  if (exact === null) return null;
  const decimals = indicator.decimals ?? derivedDecimals;
  const value = roundFraction(exact, decimals);
  return {
    period,
    value,
    exact,
    decimals,
    source: derived.inputs[0]?.sources[0] ?? null,
    explain: () => derivedSteps(derived, exact, value, period, indicator),
  };
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

/** Figures of consecutive periods added up; the only one as it is. */
export function addUp(
  parts: readonly Figure[],
  period: Period,
  indicator: Indicator,
): Figure | null {
  const [first] = parts;
  if (first === undefined || parts.length === 1) return first ?? null;
  let value = first.value;
  let exact = first.exact;
  let { decimals } = first;
  for (const part of parts.slice(1)) {
    value = addDecimals(value, part.value);
    exact = addFractions(exact, part.exact);
    if (part.decimals !== null)
      decimals = Math.max(decimals ?? 0, part.decimals);
  }
  return {
    period,
    value,
    exact,
    decimals,
    get source() {
      return first.source;
    },
    explain: () => [
      {
        code: "progress.step_added_up",
        params: {
          value: decimalNumber(value),
          unit: indicator.unit,
          count: parts.length,
          period: period.code,
        },
        sources: parts.flatMap(({ source }) =>
          source === null ? [] : [source],
        ),
      },
    ],
  };
}
