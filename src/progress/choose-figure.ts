import { type DayNumber, civilDate, dayNumber } from "../model/calendar.ts";
import type { PeriodCode } from "../model/codes.ts";
import type { Fraction } from "../model/fraction.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Source } from "../model/observation.ts";
import { type Period, periodOf } from "../model/period.ts";
import type { Explain, TraceStep } from "../model/progress.ts";
import { composeMean } from "./compose-mean.ts";
import { AddedUp } from "./added-up.ts";
import {
  type Actuals,
  type Candidates,
  type MissingActual,
  candidatesOf,
  latestCandidates,
} from "./candidates.ts";
import type { Figure } from "./figure.ts";
import { granularity } from "./granularity.ts";
import { longestFrom } from "./longest-from.ts";
import type { Group, ObservationIndex } from "./observation-index.ts";
import { type TargetWindow, endsYear, isLongRun } from "./target-window.ts";

/** The figure a target is judged on. */
export interface Chosen {
  readonly kind: "figure";
  readonly figure: Figure;
  /** First day an amount counts from, when it is still growing towards the deadline; null for a level. */
  readonly growsFrom: DayNumber | null;
  /** False when the figure's span says nothing about the goal's (a month's mean about a year's). */
  readonly comparable: boolean;
}

export interface NotChosen {
  readonly kind: "none";
  readonly reason: string;
  readonly period: PeriodCode | "";
  readonly source: Source | null;
  readonly explain: Explain;
}

/**
 * What holds at a moment rather than over a span, so that a month may be held
 * against a year: things counted, reductions, shares that do not follow the
 * seasons.
 */
export function isStateAtATime(indicator: Indicator): boolean {
  const { kind, seasonal } = indicator;
  return (
    kind === "reduction" ||
    kind === "class" ||
    ((kind === "count" || kind === "ratio") && !seasonal)
  );
}

/** Amounts that add up over consecutive periods. */
export function addsUp(indicator: Indicator): boolean {
  return indicator.kind === "sum" || indicator.kind === "days";
}

/**
 * The actual a target is judged on: the latest that ends by `horizon`, inside
 * the window. Annual figures come before year-to-date ones and those before
 * shorter ones, except for what holds at a moment, where the latest counts.
 * Amounts that grow towards the deadline are added up from the start without a
 * gap.
 */
export function chooseFigure(input: {
  readonly index: ObservationIndex;
  readonly group: Group;
  readonly indicator: Indicator;
  readonly window: TargetWindow;
  readonly cumulative: boolean;
  readonly horizon: DayNumber;
  /** True for a share of days, whose mean weighs days. */
  readonly shareOfDays: boolean;
}): Chosen | NotChosen {
  const { indicator, window } = input;
  const { deadline } = window;
  const horizon = Math.min(input.horizon, deadline.end);
  const open = window.open ?? Number.NEGATIVE_INFINITY;
  const moment = isStateAtATime(indicator);
  const all = candidatesOf(input, horizon, open);
  const stated = moment ? all : startingBy(all, open);
  if (addsUp(indicator)) {
    // A window that opens on a day counts from it; one from a base year, in the deadline's own period.
    const fromOpen =
      window.open !== null &&
      (input.cumulative ||
        (window.baseYear === null && window.open < deadline.start));
    const across = fromOpen ? straddling(stated, all, open) : -1;
    const start =
      across >= 0
        ? all.periodAt(across).start
        : fromOpen
          ? open
          : deadline.start;
    const inside =
      across < 0
        ? stated
        : all.only((at) => at === across || all.periodAt(at).start >= open);
    const grown = accumulate(inside, indicator, start);
    const whole = grown?.period.end === deadline.end && !fromOpen;
    const longRun = isLongRun(window, fromOpen);
    const level = longRun && !whole && hasYear(inside);
    if (grown !== null && !level)
      return {
        kind: "figure",
        figure: withLaterMissing(grown, inside),
        growsFrom: whole && longRun ? null : start,
        comparable: true,
      };
  }
  const figure = bestFor(
    deadline,
    moment,
    stated,
    indicator.kind === "mean" || input.shareOfDays
      ? composedMeans(stated, input, { deadline, horizon, open })
      : noFigures,
  );
  if (figure === null) return nothing(stated);
  return {
    kind: "figure",
    figure: withLaterMissing(figure, stated),
    growsFrom: null,
    comparable: isComparable(figure.period, deadline, indicator),
  };
}

const noFigures: readonly Figure[] = [];

function startingBy(all: Candidates, open: DayNumber): Candidates {
  for (let at = 0; at < all.length; at += 1)
    if (all.periodAt(at).start < open)
      return all.only((one) => all.periodAt(one).start >= open);
  return all;
}

function hasYear(all: Candidates): boolean {
  for (let at = 0; at < all.length; at += 1)
    if (granularity(all.periodAt(at)) === "year" && all.isKnownAt(at))
      return true;
  return false;
}

/**
 * Where nothing starts with the window, the place of the longest figure that
 * runs over its first day from within that year: what was done of a list that
 * was made on a day was done since. -1 where there is none.
 */
function straddling(
  stated: Candidates,
  all: Candidates,
  start: DayNumber,
): number {
  for (let at = 0; at < stated.length; at += 1)
    if (stated.periodAt(at).start === start) return -1;
  return latestOf(
    all,
    (at, period) =>
      all.isKnownAt(at) &&
      period.start < start &&
      period.end > start &&
      civilDate(period.start).year === civilDate(start).year,
  );
}

/** What the figures of days and months make of the deadline's own period and of the years up to the horizon. */
function composedMeans(
  stated: Candidates,
  of: Actuals,
  {
    deadline,
    horizon,
    open,
  }: {
    readonly deadline: Period;
    readonly horizon: DayNumber;
    readonly open: DayNumber;
  },
): readonly Figure[] {
  if (deadline.end - deadline.start <= 31) return noFigures;
  const known = new Set<PeriodCode>();
  for (let at = 0; at < stated.length; at += 1)
    if (stated.isKnownAt(at)) known.add(stated.periodAt(at).code);
  if (known.has(deadline.code)) return noFigures;
  const { year } = civilDate(horizon - 1);
  const spans = new Map<DayNumber, DayNumber>([
    [deadline.start, horizon],
    ...[year - 1, year].map((own): [DayNumber, DayNumber] => [
      dayNumber(own, 1, 1),
      Math.min(dayNumber(own + 1, 1, 1), horizon),
    ]),
  ]);
  const made: Figure[] = [];
  for (const [start, end] of spans) {
    if (start < open || end <= start) continue;
    const figure = composeMean(of, stated, start, end);
    if (figure !== null && !known.has(figure.period.code)) made.push(figure);
  }
  return made;
}

/** The latest actual that ends by `horizon`, of the longest span; null when there is none, or its period is not wanted. */
export function latestFigure(
  of: Actuals,
  horizon: DayNumber,
  isWanted: (period: Period) => boolean = () => true,
): Figure | null {
  const all = latestCandidates(of, horizon);
  const best = latestOf(all, (at) => all.isKnownAt(at));
  if (best < 0 || !isWanted(all.periodAt(best))) return null;
  const figure = all.figureAt(best);
  return figure === null ? null : withLaterMissing(figure, all);
}

/** By last day, of those that end together the longest: never a tie, so that no order of observations shows. */
function latestLongest(a: Period, b: Period): number {
  return a.end - b.end || b.start - a.start;
}

/** The place of the latest and longest of those that are wanted; -1 where there is none. */
function latestOf(
  all: Candidates,
  isWanted: (at: number, period: Period) => boolean,
): number {
  let best = -1;
  let latest: Period | null = null;
  for (let at = 0; at < all.length; at += 1) {
    const period = all.periodAt(at);
    if (
      (latest === null || latestLongest(period, latest) > 0) &&
      isWanted(at, period)
    ) {
      best = at;
      latest = period;
    }
  }
  return best;
}

/** The figure that says most about a deadline: of what holds at a moment the latest, else that of the span nearest to the one asked about. */
function bestFor(
  deadline: Period,
  moment: boolean,
  stated: Candidates,
  composed: readonly Figure[],
): Figure | null {
  let place = -1;
  let best: Period | null = null;
  let rank = 0;
  const isBetter = (period: Period): boolean => {
    const own = spanRank(period, deadline);
    if (best !== null) {
      const byEnd = period.end - best.end;
      const bySpan = rank - own;
      const order = moment ? byEnd || bySpan : bySpan || byEnd;
      if ((order || best.start - period.start) <= 0) return false;
    }
    best = period;
    rank = own;
    return true;
  };
  for (let at = 0; at < stated.length; at += 1)
    if (stated.isKnownAt(at) && isBetter(stated.periodAt(at))) place = at;
  let figure: Figure | null = null;
  for (const one of composed) if (isBetter(one.period)) figure = one;
  return figure ?? (place < 0 ? null : stated.figureAt(place));
}

/** 0 for the span a deadline asks about, 1 annual, 2 to date, 3 the rest. */
function spanRank(period: Period, deadline: Period): number {
  const span = granularity(period);
  if (period.code === deadline.code || span === granularity(deadline)) return 0;
  if (span === "year") return 1;
  return span === "toDate" || period.start === deadline.start ? 2 : 3;
}

function isComparable(
  figure: Period,
  deadline: Period,
  indicator: Indicator,
): boolean {
  if (isStateAtATime(indicator) || figure.code === deadline.code) return true;
  const span = granularity(figure);
  const asked = granularity(deadline);
  if (span === asked && span !== "range" && span !== "toDate") return true;
  const annual = endsYear(deadline) || asked === "day";
  if (addsUp(indicator)) return annual && span === "year";
  return (
    figure.start === deadline.start ||
    (annual && (span === "year" || span === "toDate"))
  );
}

/** Adds up from `start`, at each step the longest figure that begins where the last one ended. */
function accumulate(
  from: Candidates,
  indicator: Indicator,
  start: DayNumber,
): Figure | null {
  const longest = longestFrom(from);
  const places: number[] = [];
  let day = start;
  for (let next = longest(day); next >= 0; next = longest(day)) {
    places.push(next);
    day = from.periodAt(next).end;
  }
  const [first] = places;
  if (first === undefined) return null;
  return places.length === 1
    ? from.figureAt(first)
    : new AddedUp(from, places, periodOf(start, day), indicator);
}

function withLaterMissing(figure: Figure, all: Candidates): Figure {
  const { end } = figure.period;
  const later = latestOf(
    all,
    (at, period) => period.end > end && !all.isKnownAt(at),
  );
  const missing = later < 0 ? null : all.missingAt(later);
  return missing === null
    ? figure
    : new BeforeMissing(figure, all.periodAt(later), missing);
}

/** A figure after which there is something stated as missing. */
class BeforeMissing implements Figure {
  readonly period: Period;
  readonly exact: Fraction;
  readonly decimals: number | null;
  readonly #figure: Figure;
  readonly #later: Period;
  readonly #missing: MissingActual;

  constructor(figure: Figure, later: Period, missing: MissingActual) {
    this.period = figure.period;
    this.exact = figure.exact;
    this.decimals = figure.decimals;
    this.#figure = figure;
    this.#later = later;
    this.#missing = missing;
  }

  get value(): Fraction {
    return this.#figure.value;
  }

  get source(): Source | null {
    return this.#figure.source;
  }

  explain(): readonly TraceStep[] {
    return [
      ...this.#figure.explain(),
      missingStep("progress.step_later_missing", this.#later, this.#missing),
    ];
  }
}

function missingStep(
  code: string,
  period: Period,
  { words, source }: MissingActual,
): TraceStep {
  return {
    code,
    params: { period: period.code, words: words || "—" },
    ...(source === null ? {} : { sources: [source] }),
  };
}

function nothing(all: Candidates): NotChosen {
  const last = latestOf(all, () => true);
  const missing = last < 0 ? null : all.missingAt(last);
  if (missing === null)
    return {
      kind: "none",
      reason: "progress.no_actual",
      period: "",
      source: null,
      explain: () => [],
    };
  const period = all.periodAt(last);
  return {
    kind: "none",
    reason: missing.reason,
    period: period.code,
    source: missing.source,
    explain: () => [missingStep("progress.step_missing", period, missing)],
  };
}
