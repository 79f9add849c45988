import { type DayNumber, civilDate, dayNumber } from "../model/calendar.ts";
import type { PeriodCode } from "../model/codes.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Source } from "../model/observation.ts";
import { type Period, periodOf } from "../model/period.ts";
import type { Explain } from "../model/progress.ts";
import { composeMean } from "./compose-mean.ts";
import {
  type Candidate,
  type Figure,
  addUp,
  candidates,
  figureOf,
  latestCandidates,
} from "./figure.ts";
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
  const { index, group, indicator, window } = input;
  const { deadline } = window;
  const horizon = Math.min(input.horizon, deadline.end);
  const open = window.open ?? Number.NEGATIVE_INFINITY;
  const moment = isStateAtATime(indicator);
  const all = candidates(index, group, horizon, open);
  const stated =
    moment || all.every(({ period }) => period.start >= open)
      ? all
      : all.filter(({ period }) => period.start >= open);
  if (addsUp(indicator)) {
    // A window that opens on a day counts from it; one from a base year, in the deadline's own period.
    const fromOpen =
      window.open !== null &&
      (input.cumulative ||
        (window.baseYear === null && window.open < deadline.start));
    const across = fromOpen ? straddling(stated, all, open) : null;
    const start = across?.period.start ?? (fromOpen ? open : deadline.start);
    const inside = across === null ? stated : [...stated, across];
    const grown = accumulate(inside, indicator, group, start);
    const whole = grown?.period.end === deadline.end && !fromOpen;
    const longRun = isLongRun(window, fromOpen);
    const level =
      longRun &&
      !whole &&
      inside.some(
        ({ kind, period }) =>
          kind !== "missing" && granularity(period) === "year",
      );
    if (grown !== null && !level)
      return {
        kind: "figure",
        figure: withLaterMissing(grown, inside),
        growsFrom: whole && longRun ? null : start,
        comparable: true,
      };
  }
  const inside =
    indicator.kind === "mean" || input.shareOfDays
      ? withMeans(stated, { index, group, indicator, deadline, horizon, open })
      : stated;
  let best: Candidate | null = null;
  for (const one of inside)
    if (
      one.kind !== "missing" &&
      (best === null || compareFor(one, best, deadline, moment) > 0)
    )
      best = one;
  const figure = best === null ? null : figureOf(best, indicator, group);
  if (figure === null) return nothing(inside);
  return {
    kind: "figure",
    figure: withLaterMissing(figure, inside),
    growsFrom: null,
    comparable: isComparable(figure.period, deadline, indicator),
  };
}

/**
 * Where nothing starts with the window, the longest figure that runs over its
 * first day from within that year: what was done of a list that was made on a
 * day was done since.
 */
function straddling(
  stated: readonly Candidate[],
  all: readonly Candidate[],
  start: DayNumber,
): Candidate | null {
  if (stated.some(({ period }) => period.start === start)) return null;
  return pick(
    all.filter(
      ({ kind, period }) =>
        kind !== "missing" &&
        period.start < start &&
        period.end > start &&
        civilDate(period.start).year === civilDate(start).year,
    ),
    latestLongest,
  );
}

/** Adds what the figures of days and months make of the deadline's own period and of the years up to the horizon. */
function withMeans(
  stated: readonly Candidate[],
  of: {
    readonly index: ObservationIndex;
    readonly group: Group;
    readonly indicator: Indicator;
    readonly deadline: Period;
    readonly horizon: DayNumber;
    readonly open: DayNumber;
  },
): readonly Candidate[] {
  const { deadline, horizon, open } = of;
  if (deadline.end - deadline.start <= 31) return stated;
  const known = new Set<PeriodCode>();
  for (const { kind, period } of stated)
    if (kind !== "missing") known.add(period.code);
  if (known.has(deadline.code)) return stated;
  const { year } = civilDate(horizon - 1);
  const spans = new Map<DayNumber, DayNumber>([
    [deadline.start, horizon],
    ...[year - 1, year].map((own): [DayNumber, DayNumber] => [
      dayNumber(own, 1, 1),
      Math.min(dayNumber(own + 1, 1, 1), horizon),
    ]),
  ]);
  const made = [...spans].flatMap(([start, end]): Candidate[] => {
    if (start < open || end <= start) return [];
    const figure = composeMean({
      index: of.index,
      group: of.group,
      indicator: of.indicator,
      from: stated,
      start,
      end,
    });
    return figure === null || known.has(figure.period.code)
      ? []
      : [{ kind: "composed", period: figure.period, figure }];
  });
  return made.length === 0 ? stated : [...stated, ...made];
}

/** The latest actual that ends by `horizon`, of the longest span; null when there is none, or its period is not wanted. */
export function latestFigure(
  index: ObservationIndex,
  group: Group,
  indicator: Indicator,
  horizon: DayNumber,
  isWanted: (period: Period) => boolean = () => true,
): Figure | null {
  const all = latestCandidates(index, group, horizon);
  const known = all.filter(({ kind }) => kind !== "missing");
  const best = pick(known, latestLongest);
  if (best === null || !isWanted(best.period)) return null;
  const figure = figureOf(best, indicator, group);
  return figure === null ? null : withLaterMissing(figure, all);
}

/** By last day, of those that end together the longest: never a tie, so that no order of observations shows. */
function latestLongest(a: Candidate, b: Candidate): number {
  return a.period.end - b.period.end || b.period.start - a.period.start;
}

function pick(
  from: readonly Candidate[],
  compare: (a: Candidate, b: Candidate) => number,
): Candidate | null {
  return from.reduce<Candidate | null>(
    (best, next) => (best === null || compare(next, best) > 0 ? next : best),
    null,
  );
}

function compareFor(
  a: Candidate,
  b: Candidate,
  deadline: Period,
  moment: boolean,
): number {
  const byEnd = a.period.end - b.period.end;
  const bySpan = spanRank(b.period, deadline) - spanRank(a.period, deadline);
  const byStart = b.period.start - a.period.start;
  return moment ? byEnd || bySpan || byStart : bySpan || byEnd || byStart;
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
  from: readonly Candidate[],
  indicator: Indicator,
  group: Group,
  start: DayNumber,
): Figure | null {
  const longest = longestFrom(from);
  const parts: Figure[] = [];
  let day = start;
  for (let next = longest(day); next !== undefined; next = longest(day)) {
    const figure = figureOf(next, indicator, group);
    if (figure === null) break;
    parts.push(figure);
    day = figure.period.end;
  }
  return day === start ? null : addUp(parts, periodOf(start, day), indicator);
}

function withLaterMissing(figure: Figure, all: readonly Candidate[]): Figure {
  let later: Candidate | null = null;
  for (const one of all)
    if (
      one.kind === "missing" &&
      one.period.end > figure.period.end &&
      (later === null || latestLongest(one, later) > 0)
    )
      later = one;
  if (later === null) return figure;
  const { period, value, exact, decimals } = figure;
  return {
    period,
    value,
    exact,
    decimals,
    get source() {
      return figure.source;
    },
    explain: () => [
      ...figure.explain(),
      {
        code: "progress.step_later_missing",
        params: { period: later.period.code, words: later.words || "—" },
        ...(later.source === null ? {} : { sources: [later.source] }),
      },
    ],
  };
}

function nothing(all: readonly Candidate[]): NotChosen {
  const last = pick(all, latestLongest);
  if (last?.kind !== "missing")
    return {
      kind: "none",
      reason: "progress.no_actual",
      period: "",
      source: null,
      explain: () => [],
    };
  return {
    kind: "none",
    reason: last.reason,
    period: last.period.code,
    source: last.source,
    explain: () => [
      {
        code: "progress.step_missing",
        params: { period: last.period.code, words: last.words || "—" },
        ...(last.source === null ? {} : { sources: [last.source] }),
      },
    ],
  };
}
