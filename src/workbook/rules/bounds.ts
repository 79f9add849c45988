import type { ValidationOperator } from "./sheet-rules.ts";

/** True when a number keeps to a rule's bounds. */
export function keepsTo(
  operator: ValidationOperator,
  value: number,
  first: number,
  second: number,
): boolean {
  switch (operator) {
    case "between":
      return first <= value && value <= second;
    case "notBetween":
      return value < first || second < value;
    case "equal":
      return value === first;
    case "notEqual":
      return value !== first;
    case "lessThan":
      return value < first;
    case "lessThanOrEqual":
      return value <= first;
    case "greaterThan":
      return value > first;
    case "greaterThanOrEqual":
      return value >= first;
  }
}

/** True for an operator with two bounds. */
export function hasTwoBounds(operator: ValidationOperator): boolean {
  return operator === "between" || operator === "notBetween";
}

/** Bounds in signs: `≥ 0, ≤ 100`. */
export function boundsText(
  operator: ValidationOperator,
  first: string,
  second: string,
): string {
  switch (operator) {
    case "between":
      return `≥ ${first}, ≤ ${second}`;
    case "notBetween":
      return `< ${first} | > ${second}`;
    case "equal":
      return `= ${first}`;
    case "notEqual":
      return `≠ ${first}`;
    case "lessThan":
      return `< ${first}`;
    case "lessThanOrEqual":
      return `≤ ${first}`;
    case "greaterThan":
      return `> ${first}`;
    case "greaterThanOrEqual":
      return `≥ ${first}`;
  }
}
