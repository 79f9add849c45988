import {
  type Fraction,
  compareFractions,
  negateFraction,
  subtractFractions,
} from "../model/fraction.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Comparator } from "../model/target.ts";
import { absFraction } from "./fraction-number.ts";

/** True when the value stands to the goal as the comparator says. */
export function holds(
  value: Fraction,
  comparator: Comparator,
  goal: Fraction,
): boolean {
  const order = compareFractions(value, goal);
  switch (comparator) {
    case ">=":
      return order >= 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case "<":
      return order < 0;
    case "=":
      return order === 0;
  }
}

/** Which way a goal is approached: as the comparator says; for `=` as the indicator does. */
export function wayOf(
  comparator: Comparator,
  indicator: Indicator,
): "up" | "down" | "none" {
  if (comparator === "=") return indicator.direction;
  return comparator === ">=" || comparator === ">" ? "up" : "down";
}

/** What still has to be made good: 0 or less when an inequality holds; the distance for `=`. */
export function gapTo(
  value: Fraction,
  comparator: Comparator,
  goal: Fraction,
): Fraction {
  const missing = subtractFractions(goal, value);
  if (comparator === "=") return absFraction(missing);
  return comparator === ">=" || comparator === ">"
    ? missing
    : negateFraction(missing);
}
