import {
  type Decimal,
  decimalOf,
  decimalText,
  multiplyDecimals,
  roundDecimal,
} from "../../model/decimal.ts";

/** What stands where no value is known. */
export const dash = "—";

/**
 * A figure as it is shown: `decimals` decimals (rounded half to even, zeros
 * added), or its own decimals when null. Text stays as it is; null is a dash.
 */
export function figureText(
  value: number | string | null,
  decimals: number | null,
): string {
  if (value === null) return dash;
  if (typeof value === "string") return value;
  const exact = decimalOf(value);
  return decimalText(decimals === null ? exact : roundDecimal(exact, decimals));
}

/** All digits of a figure, for tooltips and editors; empty when missing. */
export function exactText(value: number | string | null): string {
  if (value === null) return "";
  return typeof value === "string" ? value : decimalText(decimalOf(value));
}

const hundred: Decimal = { digits: 100n, scale: 0 };

/** `0.895` as `89.5%`; null is a dash. */
export function percentText(ratio: number | null, decimals = 1): string {
  if (ratio === null) return dash;
  const percent = multiplyDecimals(decimalOf(ratio), hundred);
  return `${decimalText(roundDecimal(percent, decimals))}%`;
}

/** A figure with `+` before it when it is above zero. */
export function signedText(
  value: number | null,
  decimals: number | null,
): string {
  const text = figureText(value, decimals);
  return value !== null && value > 0 ? `+${text}` : text;
}

const comparators: Readonly<Record<string, string>> = {
  ">=": "≥",
  "<=": "≤",
  ">": ">",
  "<": "<",
  "=": "=",
};

/** `>=` as `≥`; an unknown comparator stays as it is. */
export function comparatorText(comparator: string): string {
  return comparators[comparator] ?? comparator;
}
