import { type DayNumber, parseIsoDate } from "../model/calendar.ts";
import type { Catalog } from "../model/catalog.ts";
import type { Fraction } from "../model/fraction.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Observation } from "../model/observation.ts";
import { parsePeriod } from "../model/period.ts";
import type { Target } from "../model/target.ts";
import { convertText } from "./convert-goal.ts";
import type { Baseline } from "./find-baseline.ts";
import { fractionNumber } from "./fraction-number.ts";
import { type Corner, cornersOf } from "./path.ts";
import { type TargetWindow, targetWindow } from "./target-window.ts";

/** What a target says, in the indicator's unit, whatever figures there are. */
export type TargetReading =
  | {
      readonly kind: "read";
      readonly indicator: Indicator;
      readonly window: TargetWindow;
      readonly goal: Fraction;
      /** What the target itself states; null when it states none. */
      readonly baseline: Baseline | null;
      /** By time; those that cannot be read or lie outside the window are left out. */
      readonly milestones: readonly Corner[];
    }
  | {
      readonly kind: "unreadable";
      readonly indicator: Indicator | null;
      readonly reason: string;
    };

/**
 * A target with the cell it was read from; null for one of the target list. It
 * is held against figures day after day, so what it says is read once.
 */
export class HeldTarget {
  readonly target: Target;
  readonly observation: Observation | null;
  #reading: TargetReading | null = null;
  #units: Catalog["units"] | null = null;
  #days: DaysInForce | null = null;

  constructor(target: Target, observation: Observation | null) {
    this.target = target;
    this.observation = observation;
  }

  /** See {@link daysInForce}. */
  get days(): DaysInForce {
    return (this.#days ??= daysInForce(this.target));
  }

  read({ indicators, units }: Catalog): TargetReading {
    const indicator = indicators.get(this.target.indicator) ?? null;
    const known = this.#reading;
    if (
      known !== null &&
      this.#units === units &&
      known.indicator === indicator
    )
      return known;
    this.#units = units;
    return (this.#reading = readTarget(this.target, indicator, units));
  }
}

/** First and last day on which a target is in force; infinite where nothing says. */
export interface DaysInForce {
  readonly since: DayNumber;
  readonly last: DayNumber;
}

/** Declared on or before the day, not retired before it, and the day is not before the window. A date that cannot be read keeps nothing out. */
export function daysInForce({ declared, until, from }: Target): DaysInForce {
  const said = declared === "" ? null : parseIsoDate(declared);
  return {
    since: Math.max(
      said ?? Number.NEGATIVE_INFINITY,
      parsePeriod(from)?.start ?? Number.NEGATIVE_INFINITY,
    ),
    last:
      (until === undefined ? null : parseIsoDate(until)) ??
      Number.POSITIVE_INFINITY,
  };
}

function readTarget(
  target: Target,
  indicator: Indicator | null,
  units: Catalog["units"],
): TargetReading {
  const unreadable = (reason: string): TargetReading => ({
    kind: "unreadable",
    indicator,
    reason,
  });
  if (indicator === null) return unreadable("progress.unknown_indicator");
  const window = targetWindow(target);
  if (window === null) return unreadable("progress.bad_window");
  const goal = convertText(target.goal, target.unit, indicator.unit, units);
  if (goal.kind === "error") return unreadable(goal.reason);
  return {
    kind: "read",
    indicator,
    window,
    goal: goal.value,
    baseline: statedBaseline(target, indicator, units),
    milestones: cornersOf(target, window, indicator.unit, units),
  };
}

function statedBaseline(
  target: Target,
  indicator: Indicator,
  units: Catalog["units"],
): Baseline | null {
  if (target.baseline === null) return null;
  const { value: text, period } = target.baseline;
  const converted = convertText(text, target.unit, indicator.unit, units);
  if (converted.kind === "error")
    return { value: null, reason: converted.reason, explain: () => [] };
  const { value } = converted;
  return {
    value,
    reason: "",
    explain: () => [
      {
        code: "progress.step_baseline",
        params: { value: fractionNumber(value), unit: indicator.unit, period },
      },
    ],
  };
}
