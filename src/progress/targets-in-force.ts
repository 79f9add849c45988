import type { DayNumber } from "../model/calendar.ts";
import type { Catalog } from "../model/catalog.ts";
import { compareFractions } from "../model/fraction.ts";
import { parsePeriod } from "../model/period.ts";
import type { Target } from "../model/target.ts";
import { convertText } from "./convert-goal.ts";
import { type HeldTarget, daysInForce } from "./held-target.ts";

/** Declared on or before the day, not retired before it, and the day is not before the window. A date that cannot be read keeps nothing out. */
export function inForce(target: Target, asOf: DayNumber): boolean {
  const { since, last } = daysInForce(target);
  return since <= asOf && asOf <= last;
}

/**
 * Leaves out versions that another of these, all in force, replaces, and
 * targets that say again what a better founded one says: the same
 * figure, deadline, comparator and goal. A stored one hides an unverified or a
 * sheet's one, a user's or a sheet's hides an unverified one. Different goals
 * all stay.
 */
export function withoutRepeats(
  targets: readonly HeldTarget[],
  units: Catalog["units"],
  indicators: Catalog["indicators"],
): HeldTarget[] {
  const replaced = new Set(
    targets.flatMap(({ target: { id, replaces } }) =>
      replaces === undefined || replaces === id ? [] : [replaces],
    ),
  );
  const latest = targets.filter(({ target }) => !replaced.has(target.id));
  const groups = new Map<string, HeldTarget[]>();
  for (const held of latest) {
    const { indicator, region, variant, base, deadline, comparator } =
      held.target;
    const code = parsePeriod(deadline)?.code ?? deadline;
    const key = [indicator, region, variant, base, code, comparator].join("|");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [held]);
    else group.push(held);
  }
  const kept = new Set<HeldTarget>();
  for (const group of groups.values())
    for (const held of group)
      if (
        !group.some(
          (other) =>
            other !== held &&
            outranks(other, held) &&
            sameGoal(other.target, held.target, units, indicators),
        )
      )
        kept.add(held);
  return latest.filter((held) => kept.has(held));
}

function standing({ target, observation }: HeldTarget): number {
  if (target.confidence === "unverified") return 0;
  if (observation !== null) return 1;
  return target.confidence === "user" ? 2 : 3;
}

function outranks(a: HeldTarget, b: HeldTarget): boolean {
  const rank = standing(b);
  return rank <= 1 && standing(a) > rank;
}

function sameGoal(
  a: Target,
  b: Target,
  units: Catalog["units"],
  indicators: Catalog["indicators"],
): boolean {
  const unit = indicators.get(a.indicator)?.unit ?? a.unit;
  const left = convertText(a.goal, a.unit, unit, units);
  const right = convertText(b.goal, b.unit, unit, units);
  return (
    left.kind === "value" &&
    right.kind === "value" &&
    compareFractions(left.value, right.value) === 0
  );
}
