import type { DayNumber } from "../model/calendar.ts";
import type { PeriodCode } from "../model/codes.ts";
import { type Fraction, fractionOf } from "../model/fraction.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Source } from "../model/observation.ts";
import type { Period } from "../model/period.ts";
import { type Figure, derivedFigure, statedFigure } from "./figure.ts";
import { LazyFigures } from "./lazy-figures.ts";
import type {
  DerivedFigure,
  Group,
  ObservationIndex,
} from "./observation-index.ts";
import type { StatedColumn } from "./stated-column.ts";

/** Whose actuals are looked at. */
export interface Actuals {
  readonly index: ObservationIndex;
  readonly group: Group;
  readonly indicator: Indicator;
}

/** Why there is no number at a period. */
export interface MissingActual {
  readonly reason: string;
  readonly words: string;
  readonly source: Source | null;
}

/** The periods of a group at which an actual is stated, computed or stated as missing, by place and in no order. */
export interface Candidates {
  readonly length: number;
  /** All are stated: value and exact are the same, and the latest come first, of equal ends the longest. */
  readonly areStated: boolean;
  periodAt(at: number): Period;
  /** False where it is missing. */
  isKnownAt(at: number): boolean;
  /** Null where it is missing. */
  figureAt(at: number): Figure | null;
  /** Null where it is known. */
  missingAt(at: number): MissingActual | null;
  /** `value`, `exact` and `decimals` of the figure of a known one. */
  valueAt(at: number): Fraction;
  exactAt(at: number): Fraction;
  decimalsAt(at: number): number | null;
  /** Those that are wanted. */
  only(isWanted: (at: number) => boolean): Candidates;
}

/** Every actual whose period ends after `open` and by `horizon` (exclusive day). */
export function candidatesOf(
  of: Actuals,
  horizon: DayNumber,
  open: DayNumber = Number.NEGATIVE_INFINITY,
): Candidates {
  const { index, group } = of;
  const { derived } = group;
  const stated = group.actual;
  const last = stated === undefined ? 0 : stated.countUntil(horizon);
  let first = last;
  while (
    stated !== undefined &&
    first > 0 &&
    stated.spanAt(first - 1).end > open
  )
    first -= 1;
  if (derived.size === 0)
    return stated === undefined
      ? noCandidates
      : new StatedCandidates(of, stated, last - 1, last - first);
  const found: Listed[] = [];
  for (const code of derived.keys()) {
    const period = index.period(code);
    if (period.end > horizon || period.end <= open) continue;
    const one = listed(of, period, derived.get(code));
    if (one !== null) found.push(one);
  }
  if (stated !== undefined)
    for (let place = last - 1; place >= first; place -= 1)
      if (!derived.has(stated.codeAt(place)))
        found.push(statedAt(of, stated, place));
  return new ListedCandidates(found);
}

/**
 * The latest actual that ends by `horizon`, of equal ends the longest; and the
 * latest one stated as missing after it.
 */
export function latestCandidates(of: Actuals, horizon: DayNumber): Candidates {
  const { index, group } = of;
  const { derived } = group;
  const stated = group.actual;
  const found: Listed[] = [];
  let end = Number.NEGATIVE_INFINITY;
  // From the latest back: a figure is computed when it is asked for, and the earlier ones do not count.
  const codes = derived.size === 0 ? [] : byLastDay(index, derived);
  for (let at = codes.length - 1; at >= 0; at -= 1) {
    const code = codes[at] ?? "";
    const period = index.period(code);
    if (period.end > horizon) continue;
    if (period.end < end) break;
    const one = listed(of, period, derived.get(code));
    if (one === null) continue;
    if (one.missing === null) end = period.end;
    found.push(one);
  }
  found.reverse();
  if (stated === undefined) return new ListedCandidates(found);
  const last = stated.countUntil(horizon) - 1;
  let place = last;
  for (; place >= 0; place -= 1) {
    const period = stated.spanAt(place);
    if (period.end < end) break;
    if (codes.length > 0) {
      if (derived.has(stated.codeAt(place))) continue;
      found.push(statedAt(of, stated, place));
    }
    if (stated.isNumberAt(place)) end = period.end;
  }
  return codes.length === 0
    ? new StatedCandidates(of, stated, last, last - place)
    : new ListedCandidates(found);
}

/** The figure of a period; null where it is missing, or nothing is said of it. */
export function figureAt(from: Candidates, period: Period): Figure | null {
  for (let at = 0; at < from.length; at += 1) {
    const { start, end } = from.periodAt(at);
    if (start === period.start && end === period.end && from.isKnownAt(at))
      return from.figureAt(at);
  }
  return null;
}

/** The last day (exclusive) of the latest number by `horizon` in a group without computed figures; null where there is none, or there are such figures. */
export function latestStatedEnd(
  group: Group,
  horizon: DayNumber,
): DayNumber | null {
  const stated = group.actual;
  if (stated === undefined || group.derived.size > 0) return null;
  for (let at = stated.countUntil(horizon) - 1; at >= 0; at -= 1)
    if (stated.isNumberAt(at)) return stated.spanAt(at).end;
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

/** Stated ones, looked at where they lie: of most only the number counts. */
class StatedCandidates implements Candidates {
  readonly length: number;
  readonly areStated = true;
  readonly #of: Actuals;
  readonly #column: StatedColumn;
  readonly #last: number;

  /** `length` places from `last` back. */
  constructor(of: Actuals, column: StatedColumn, last: number, length: number) {
    this.length = length;
    this.#of = of;
    this.#column = column;
    this.#last = last;
  }

  periodAt(at: number): Period {
    return this.#column.spanAt(this.#last - at);
  }

  isKnownAt(at: number): boolean {
    return this.#column.isNumberAt(this.#last - at);
  }

  figureAt(at: number): Figure | null {
    return this.isKnownAt(at)
      ? statedFigure(this.#column, this.#last - at, this.#of)
      : null;
  }

  missingAt(at: number): MissingActual | null {
    return this.isKnownAt(at)
      ? null
      : statedMissing(this.#column, this.#last - at);
  }

  valueAt(at: number): Fraction {
    return fractionOf(this.#column.numberAt(this.#last - at));
  }

  exactAt(at: number): Fraction {
    return this.valueAt(at);
  }

  decimalsAt(at: number): number | null {
    return this.#column.decimalsAt(this.#last - at);
  }

  only(isWanted: (at: number) => boolean): Candidates {
    const wanted: Listed[] = [];
    for (let at = 0; at < this.length; at += 1)
      if (isWanted(at))
        wanted.push(statedAt(this.#of, this.#column, this.#last - at));
    return wanted.length === this.length ? this : new ListedCandidates(wanted);
  }
}

/** A candidate on its own. */
interface Listed {
  readonly period: Period;
  readonly missing: MissingActual | null;
  readonly figure: Figure | null;
}

class ListedCandidates implements Candidates {
  readonly areStated = false;
  readonly #list: readonly Listed[];

  constructor(list: readonly Listed[]) {
    this.#list = list;
  }

  get length(): number {
    return this.#list.length;
  }

  periodAt(at: number): Period {
    return this.#one(at).period;
  }

  isKnownAt(at: number): boolean {
    return this.#one(at).figure !== null;
  }

  figureAt(at: number): Figure | null {
    return this.#one(at).figure;
  }

  missingAt(at: number): MissingActual | null {
    return this.#one(at).missing;
  }

  valueAt(at: number): Fraction {
    return this.#known(at).value;
  }

  exactAt(at: number): Fraction {
    return this.#known(at).exact;
  }

  decimalsAt(at: number): number | null {
    return this.#known(at).decimals;
  }

  only(isWanted: (at: number) => boolean): Candidates {
    return new ListedCandidates(this.#list.filter((_, at) => isWanted(at)));
  }

  #one(at: number): Listed {
    const one = this.#list[at];
    if (one === undefined) throw new Error(`no candidate at ${at}`);
    return one;
  }

  #known(at: number): Figure {
    const { figure } = this.#one(at);
    if (figure === null) throw new Error(`no figure at ${at}`);
    return figure;
  }
}

const noCandidates: Candidates = new ListedCandidates([]);

function listed(
  { indicator }: Actuals,
  period: Period,
  derived: DerivedFigure | undefined,
): Listed | null {
  if (derived === undefined) return null;
  return derived.value === null
    ? {
        period,
        missing: {
          reason: derived.missing,
          words: derived.missingName ?? "",
          source: null,
        },
        figure: null,
      }
    : {
        period,
        missing: null,
        figure: derivedFigure(derived, derived.value, period, indicator),
      };
}

function statedAt(of: Actuals, column: StatedColumn, place: number): Listed {
  const known = column.isNumberAt(place);
  return {
    period: column.spanAt(place),
    missing: known ? null : statedMissing(column, place),
    figure: known ? statedFigure(column, place, of) : null,
  };
}

function statedMissing(column: StatedColumn, place: number): MissingActual {
  const { missing, source } = column.at(place);
  return {
    reason: column.isMissingAt(place)
      ? "progress.actual_missing"
      : "progress.not_a_number",
    words: missing,
    source,
  };
}
