import type { DayNumber } from "../model/calendar.ts";
import { decimalNumber } from "../model/decimal.ts";
import type { Fraction } from "../model/fraction.ts";
import type { Period } from "../model/period.ts";
import type { ItemsLeft } from "../model/progress.ts";
import type { Comparator } from "../model/target.ts";
import { type Counted, statedDay } from "./counted-figure.ts";
import type { WhatRemains } from "./remaining.ts";

/**
 * How many records of a ledger must still be finished by the deadline, and how
 * often one. Null where the goal asks for no such thing.
 */
export function itemsLeft(input: {
  readonly counted: Counted;
  readonly comparator: Comparator;
  readonly goal: Fraction;
  readonly deadline: Period;
  /** First day not known yet. */
  readonly horizon: DayNumber;
}): WhatRemains | null {
  const { counted, comparator, goal, deadline, horizon } = input;
  const daysLeft = deadline.end - horizon;
  const left = leftOf(counted, comparator, goal);
  if (left === null || left <= 0 || daysLeft <= 0) return null;
  const { now } = counted;
  const remaining: ItemsLeft = {
    kind: "items",
    part: counted.part,
    left,
    daysLeft,
    pace: paceOf(left, daysLeft),
    overdue: now.overdue.length,
    dueSoon: now.dueSoon.length,
    within: now.within,
    unknown: now.unknown.length,
    undated: now.undated.length,
    statedOn: statedDay(now),
  };
  return {
    remaining,
    lost: "",
    explain: () => [
      {
        code:
          counted.part === "overdue"
            ? "progress.step_items_overdue"
            : remaining.pace.items === 1
              ? "progress.step_items_left"
              : "progress.step_items_left_daily",
        params: { left, daysLeft, ...remaining.pace },
      },
    ],
  };
}

/** So often that the last one is done in time: days are cut to one decimal, items raised. */
function paceOf(left: number, daysLeft: number): ItemsLeft["pace"] {
  const tenths = (n: number, d: number, up: boolean): number => {
    const scaled = BigInt(n) * 10n;
    const whole = scaled / BigInt(d);
    return decimalNumber({
      digits: up && whole * BigInt(d) < scaled ? whole + 1n : whole,
      scale: 1,
    });
  };
  return daysLeft >= left
    ? { items: 1, days: tenths(daysLeft, left, false) }
    : { items: tenths(left, daysLeft, true), days: 1 };
}

function leftOf(
  { part, tally }: Counted,
  comparator: Comparator,
  goal: Fraction,
): number | null {
  const done = tally.done.length;
  const fewer = comparator === "<=" || comparator === "<" || comparator === "=";
  const more = comparator === ">=" || comparator === ">" || comparator === "=";
  switch (part) {
    case "open":
      return fewer ? tally.open.length - mostOf(goal, comparator) : null;
    case "overdue":
      return fewer ? tally.overdue.length - mostOf(goal, comparator) : null;
    case "done":
      return more ? leastOf(goal, comparator) - done : null;
    case "share": {
      const known = BigInt(done + tally.open.length);
      const wanted = { n: goal.n * known, d: goal.d * 100n };
      return more ? leastOf(wanted, comparator) - done : null;
    }
    case "all":
      return null;
  }
}

/** The greatest whole number that keeps to a limit. */
function mostOf({ n, d }: Fraction, comparator: Comparator): number {
  const floor = n / d - (n < 0n && n % d !== 0n ? 1n : 0n);
  return Number(comparator === "<" && n % d === 0n ? floor - 1n : floor);
}

/** The least whole number that meets a goal. */
function leastOf({ n, d }: Fraction, comparator: Comparator): number {
  const ceiling = n / d + (n > 0n && n % d !== 0n ? 1n : 0n);
  return Number(comparator === ">" && n % d === 0n ? ceiling + 1n : ceiling);
}
