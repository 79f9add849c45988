import { civilDate } from "../model/calendar.ts";
import type { DayNumber } from "../model/calendar.ts";
import { type Fraction, fractionOf, ratioOf } from "../model/fraction.ts";
import { type Period, parsePeriod } from "../model/period.ts";
import type { TraceStep } from "../model/progress.ts";
import type { Target } from "../model/target.ts";
import { tracedNumber } from "./fraction-number.ts";
import { granularity, lastYear } from "./granularity.ts";

/** The time a target runs over. */
export interface TargetWindow {
  readonly deadline: Period;
  /** First day; null when the target does not say where it starts. */
  readonly open: DayNumber | null;
  /** The year whose end is the start, where progress is 0; null when the window opens on a day. */
  readonly baseYear: number | null;
}

/**
 * A window that starts from an earlier year opens at that year's end (2015 →
 * 2020 has five years); any other start opens on its first day. Null when the
 * deadline or the start is no period.
 */
export function targetWindow(
  target: Pick<Target, "from" | "deadline">,
): TargetWindow | null {
  const deadline = parsePeriod(target.deadline);
  if (deadline === null) return null;
  if (target.from === "") return { deadline, open: null, baseYear: null };
  const from = parsePeriod(target.from);
  if (from === null || from.start >= deadline.end) return null;
  return granularity(from) === "year" && from.end < deadline.end
    ? { deadline, open: from.end, baseYear: lastYear(from) }
    : { deadline, open: from.start, baseYear: null };
}

/** True when a figure that ends with the day before `end` lies in the window; a base year does. */
export function covers(
  { open, deadline }: TargetWindow,
  end: DayNumber,
): boolean {
  return end <= deadline.end && (open === null || end >= open);
}

/** True when the window opens before the deadline's own period, and the goal is for that period alone. */
export function isLongRun(window: TargetWindow, cumulative: boolean): boolean {
  const { open, deadline } = window;
  return !cumulative && open !== null && open < deadline.start;
}

export interface TimeShare {
  readonly share: Fraction;
  /** In years; days count as 365th parts. */
  readonly elapsed: Fraction;
  readonly total: Fraction;
  explain(): readonly TraceStep[];
}

/**
 * The part of the window over at the end of a figure's period: in whole years
 * for annual figures of a window from a base year (the fourth of five years is
 * 4/5), else in days. `since` replaces the window's start for amounts that
 * begin to count within it. Null when the start is unknown.
 */
export function timeShare(
  window: TargetWindow,
  figure: Period,
  since: DayNumber | null = null,
): TimeShare | null {
  const { deadline, baseYear } = window;
  const figureSpan = granularity(figure);
  const annual =
    (figureSpan === "year" || figureSpan === "years") && endsYear(deadline);
  if (annual && baseYear !== null && since === null) {
    return new YearsShare(baseYear, lastYear(figure), lastYear(deadline));
  }
  const open = since ?? window.open;
  return open === null
    ? null
    : new DaysShare(figure.end - open, deadline.end - open);
}

class YearsShare implements TimeShare {
  readonly share: Fraction;
  readonly #from: number;
  readonly #year: number;
  readonly #to: number;

  constructor(from: number, year: number, to: number) {
    this.share = ratioOf(year - from, to - from);
    this.#from = from;
    this.#year = year;
    this.#to = to;
  }

  get elapsed(): Fraction {
    return fractionOf(this.#year - this.#from);
  }

  get total(): Fraction {
    return fractionOf(this.#to - this.#from);
  }

  explain(): readonly TraceStep[] {
    const from = this.#from;
    return [
      {
        code: "progress.step_time_years",
        params: {
          from,
          year: this.#year,
          to: this.#to,
          elapsed: this.#year - from,
          total: this.#to - from,
          share: tracedNumber(this.share),
        },
      },
    ];
  }
}

class DaysShare implements TimeShare {
  readonly share: Fraction;
  readonly #elapsed: number;
  readonly #total: number;

  constructor(elapsed: number, total: number) {
    this.share = ratioOf(elapsed, total);
    this.#elapsed = elapsed;
    this.#total = total;
  }

  get elapsed(): Fraction {
    return ratioOf(this.#elapsed, 365);
  }

  get total(): Fraction {
    return ratioOf(this.#total, 365);
  }

  explain(): readonly TraceStep[] {
    return [
      {
        code: "progress.step_time_days",
        params: {
          elapsed: this.#elapsed,
          total: this.#total,
          share: tracedNumber(this.share),
        },
      },
    ];
  }
}

export function endsYear(period: Period): boolean {
  const next = civilDate(period.end);
  return next.month === 1 && next.day === 1;
}
