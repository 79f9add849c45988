import { type DayNumber, civilDate, dayNumber } from "../model/calendar.ts";
import type { Catalog } from "../model/catalog.ts";
import { parseDecimal } from "../model/decimal.ts";
import {
  type Fraction,
  addFractions,
  compareFractions,
  divideFractions,
  fractionOf,
  multiplyFractions,
  ratioOf,
  signOf,
  subtractFractions,
} from "../model/fraction.ts";
import type { Indicator } from "../model/indicator.ts";
import { type Period, parsePeriod } from "../model/period.ts";
import type { TraceStep } from "../model/progress.ts";
import type { Target } from "../model/target.ts";
import { addsUp } from "./choose-figure.ts";
import { wayOf } from "./compare.ts";
import { convertText } from "./convert-goal.ts";
import { powerOf } from "./fixed-point.ts";
import { fractionNumber, tracedNumber } from "./fraction-number.ts";
import { granularity, lastYear } from "./granularity.ts";
import { type Profile, burdenOf } from "./seasonal-profile.ts";
import {
  type TargetWindow,
  type TimeShare,
  endsYear,
  isLongRun,
  targetWindow,
} from "./target-window.ts";

/** What a path asks for by the end of a figure's period. */
export interface Expected {
  /** The part of the way from the start to the goal; null where it is not known. */
  readonly share: Fraction | null;
  /** Null where it is not known, with the reason. */
  readonly value: Fraction | null;
  readonly reason: string;
  explain(): readonly TraceStep[];
}

/** A milestone in the indicator's unit. */
export interface Corner {
  readonly period: Period;
  readonly value: Fraction;
}

export interface PathInput {
  readonly path: Target["path"];
  /** By time; the deadline itself left out. */
  readonly milestones: readonly Corner[];
  readonly window: TargetWindow;
  readonly figure: Period;
  readonly goal: Fraction;
  readonly time: TimeShare | null;
  /** The share of the year by month from past years; asked for only by a seasonal path. */
  profile(): Profile | null;
  /** True for an amount that adds up towards the deadline. */
  readonly growing: boolean;
}

/**
 * The value expected by the end of a figure's period. Straight by default:
 * start + (goal − start) × time share; by straight lines between the milestones
 * where there are any; compound: start × (goal ÷ start)^share; seasonal, for
 * amounts: goal × the share of the year that past years had by then.
 */
export function expectedBy(input: PathInput, start: Fraction | null): Expected {
  if (input.milestones.length > 0) return byMilestones(input, start);
  if (start === null)
    return input.path === "seasonal" && !input.growing
      ? seasonGoal(input)
      : unknown("progress.no_baseline");
  if (input.path === "compound") return compound(input, start);
  if (input.path === "seasonal" && input.growing) return bySeason(input, start);
  return input.time === null
    ? unknown("progress.no_start")
    : new Straight(start, input.goal, input.time.share);
}

/** Without a start: the figure taken to a year is held against the goal itself. */
function seasonGoal({ goal }: PathInput): Expected {
  return {
    share: null,
    value: goal,
    reason: "",
    explain: () => [
      {
        code: "progress.step_expected_season_goal",
        params: { goal: fractionNumber(goal) },
      },
    ],
  };
}

/** start + (goal − start) × time share. */
class Straight implements Expected {
  readonly share: Fraction;
  readonly value: Fraction;
  readonly #start: Fraction;
  readonly #goal: Fraction;

  constructor(start: Fraction, goal: Fraction, share: Fraction) {
    this.share = share;
    this.value = addFractions(
      start,
      multiplyFractions(subtractFractions(goal, start), share),
    );
    this.#start = start;
    this.#goal = goal;
  }

  get reason(): string {
    return "";
  }

  explain(): readonly TraceStep[] {
    return [
      {
        code: "progress.step_expected",
        params: {
          baseline: fractionNumber(this.#start),
          goal: fractionNumber(this.#goal),
          share: tracedNumber(this.share),
          expected: tracedNumber(this.value),
        },
      },
    ];
  }
}

function compound({ goal, time }: PathInput, start: Fraction): Expected {
  if (time === null) return unknown("progress.no_start");
  const ratio =
    signOf(start) > 0 && signOf(goal) > 0 ? divideFractions(goal, start) : null;
  const factor = ratio === null ? null : powerOf(ratio, time.share);
  if (factor === null) return unknown("progress.compound_needs_positive");
  const value = multiplyFractions(start, factor);
  return {
    share: shareOf(value, start, goal),
    value,
    reason: "",
    explain: () => [
      {
        code: "progress.step_expected_compound",
        params: {
          baseline: fractionNumber(start),
          goal: fractionNumber(goal),
          share: tracedNumber(time.share),
          expected: tracedNumber(value),
        },
      },
    ],
  };
}

function bySeason(input: PathInput, start: Fraction): Expected {
  const { window, figure, goal } = input;
  const { deadline } = window;
  const profile = input.profile();
  if (profile === null) return unknown("progress.no_profile");
  if (figure.start < deadline.start || deadline.end - deadline.start > 366)
    return unknown("progress.profile_needs_year");
  const share = divideFractions(
    burdenOf(profile, deadline.start, figure.end),
    burdenOf(profile, deadline.start, deadline.end),
  );
  if (share === null) return unknown("progress.no_profile");
  const whole = subtractFractions(goal, start);
  const value = addFractions(start, multiplyFractions(whole, share));
  return {
    share,
    value,
    reason: "",
    explain: () => [
      {
        code: "progress.step_expected_seasonal",
        params: {
          years: yearsText(profile),
          goal: fractionNumber(goal),
          share: tracedNumber(share),
          expected: tracedNumber(value),
        },
      },
    ],
  };
}

function byMilestones(
  { milestones, window, figure, goal }: PathInput,
  start: Fraction | null,
): Expected {
  const { deadline, baseYear, open } = window;
  const span = granularity(figure);
  const annual =
    (span === "year" || span === "years") &&
    baseYear !== null &&
    [deadline, ...milestones.map(({ period }) => period)].every(endsYear);
  const at = (period: Period): number =>
    annual ? lastYear(period) : period.end;
  const first = annual ? baseYear : open;
  const corners = [
    ...(start === null || first === null
      ? []
      : [{ at: first, value: start, code: "" }]),
    ...milestones.map(({ period, value }) => ({
      at: at(period),
      value,
      code: period.code,
    })),
    { at: at(deadline), value: goal, code: deadline.code },
  ];
  const here = at(figure);
  const next = corners.findIndex((corner) => corner.at >= here);
  const to = corners[next];
  const from = corners[next - 1];
  if (to === undefined) return unknown("progress.no_start");
  if (to.at !== here && from === undefined)
    return unknown("progress.before_first_milestone");
  const value =
    to.at === here || from === undefined
      ? to.value
      : addFractions(
          from.value,
          multiplyFractions(
            subtractFractions(to.value, from.value),
            ratioOf(here - from.at, to.at - from.at),
          ),
        );
  return {
    share: start === null ? null : shareOf(value, start, goal),
    value,
    reason: "",
    explain: () => [
      {
        code:
          to.at === here
            ? "progress.step_milestone"
            : "progress.step_between_milestones",
        params: {
          period: to.code,
          goal: fractionNumber(to.value),
          from: fractionNumber(from?.value ?? to.value),
          since: from?.code || "—",
          expected: tracedNumber(value),
        },
      },
    ],
  };
}

function shareOf(
  value: Fraction,
  start: Fraction,
  goal: Fraction,
): Fraction | null {
  return divideFractions(
    subtractFractions(value, start),
    subtractFractions(goal, start),
  );
}

function unknown(reason: string): Expected {
  return { share: null, value: null, reason, explain: () => [] };
}

export function yearsText({ years }: Profile): string {
  return [...years].reverse().join("、");
}

/** The milestones of a target in the indicator's unit and by time; those that cannot be read or lie outside the window are left out. */
export function cornersOf(
  target: Target,
  window: TargetWindow,
  unit: string,
  units: Catalog["units"],
): readonly Corner[] {
  const { milestones } = target;
  if (milestones === undefined || milestones.length === 0) return noCorners;
  return milestones
    .flatMap(({ period: code, goal }): Corner[] => {
      const period = parsePeriod(code);
      const converted = convertText(goal, target.unit, unit, units);
      return period === null ||
        converted.kind === "error" ||
        period.end >= window.deadline.end ||
        (window.open !== null && period.end <= window.open)
        ? []
        : [{ period, value: converted.value }];
    })
    .sort((a, b) => a.period.end - b.period.end);
}

const noCorners: readonly Corner[] = [];

/** A day (the first one after the period it closes) and the value expected by then, in the indicator's unit. */
export type PathPoint = readonly [day: DayNumber, value: number];

/**
 * The corners of the path from a target's baseline to its goal: straight, by
 * its milestones, or for a compound path one point a month. A reduction and an
 * amount start at 0 where no baseline is stated; pass `baseline` (in the
 * indicator's unit) for one found elsewhere, as a row's. Only the goal where
 * the start is not known; empty where the target cannot be read.
 */
export function expectedPath(
  target: Target,
  catalog: Catalog,
  baseline: number | null = null,
): PathPoint[] {
  const known = startOf(target, catalog, baseline);
  if (known === null) return [];
  const { start, goal, indicator, window } = known;
  const corners = cornersOf(target, window, indicator.unit, catalog.units).map(
    ({ period, value }): PathPoint => [period.end, fractionNumber(value)],
  );
  const end: PathPoint = [window.deadline.end, fractionNumber(goal)];
  if (start === null || window.open === null) return [...corners, end];
  const begin: PathPoint = [window.open, fractionNumber(start)];
  const between =
    target.path === "compound" && corners.length === 0
      ? bent(start, goal, window.open, window.deadline.end)
      : corners;
  return [begin, ...between, end];
}

/**
 * Where the path of a target starts and leads to, in the indicator's unit: its
 * baseline, else `baseline`; a reduction and an amount start at 0 where none is
 * stated. Null where the target cannot be read; a null start is not known.
 */
export function startOf(
  target: Target,
  catalog: Catalog,
  baseline: number | null,
): {
  readonly start: Fraction | null;
  readonly goal: Fraction;
  readonly indicator: Indicator;
  readonly window: TargetWindow;
} | null {
  const indicator = catalog.indicators.get(target.indicator);
  const window = targetWindow(target);
  if (indicator === undefined || window === null) return null;
  const convert = (text: string): Fraction | null => {
    const converted = convertText(
      text,
      target.unit,
      indicator.unit,
      catalog.units,
    );
    return converted.kind === "value" ? converted.value : null;
  };
  const goal = convert(target.goal);
  if (goal === null) return null;
  const amount =
    addsUp(indicator) && wayOf(target.comparator, indicator) === "up";
  const stated =
    target.baseline !== null && parseDecimal(target.baseline.value) !== null
      ? convert(target.baseline.value)
      : baseline === null
        ? null
        : fractionOf(baseline);
  const growing = amount && !isLongRun(window, target.cumulative);
  const fromZero = indicator.kind === "reduction" || amount;
  const start = (growing ? null : stated) ?? (fromZero ? fractionOf(0) : null);
  return { start, goal, indicator, window };
}

function bent(
  start: Fraction,
  goal: Fraction,
  open: DayNumber,
  end: DayNumber,
): PathPoint[] {
  const ratio =
    signOf(start) > 0 && signOf(goal) > 0 ? divideFractions(goal, start) : null;
  if (ratio === null || compareFractions(start, goal) === 0) return [];
  const points: PathPoint[] = [];
  const from = civilDate(open);
  for (let month = from.month + 1; ; month += 1) {
    const day = dayNumber(from.year, month, 1);
    if (day >= end) return points;
    const factor = powerOf(ratio, ratioOf(day - open, end - open));
    if (day > open && factor !== null)
      points.push([day, fractionNumber(multiplyFractions(start, factor))]);
  }
}
