import {
  addDecimals,
  compareDecimals,
  type Decimal,
  decimalText,
  parseDecimal,
  subtractDecimals,
} from "../../model/decimal.ts";

/**
 * What follows when a run of cells is dragged on: numbers with one and the same
 * difference go on (`step`: a single number counts up by one), months and
 * quarters too, anything else is repeated. `values` are exact texts in the
 * direction of the drag, `""` for an empty cell; gives `count` more.
 */
export function extendSeries(
  values: readonly string[],
  count: number,
  how: "series" | "copy" | "step" = "series",
): readonly string[] {
  const next =
    how === "copy" ? null : (numbers(values, how === "step") ?? months(values));
  return Array.from({ length: count }, (_, i) =>
    next === null ? (values[i % values.length] ?? "") : next(i + 1),
  );
}

type Following = (steps: number) => string;

function numbers(values: readonly string[], step: boolean): Following | null {
  const parsed = values.map((text) => parseDecimal(text));
  const known = parsed.filter((value) => value !== null);
  const last = known[known.length - 1];
  if (last === undefined || known.length !== values.length) return null;
  const scale = Math.max(...known.map((value) => value.scale));
  const difference = known.length === 1 ? one(step) : sameDifference(known);
  if (difference === null) return null;
  return (steps) =>
    shown(
      addDecimals(last, {
        digits: difference.digits * BigInt(steps),
        scale: difference.scale,
      }),
      scale,
    );
}

function one(step: boolean): Decimal | null {
  return step ? { digits: 1n, scale: 0 } : null;
}

function sameDifference(values: readonly Decimal[]): Decimal | null {
  const differences = values
    .slice(1)
    .map((value, i) => subtractDecimals(value, values[i] ?? value));
  const [first] = differences;
  return first !== undefined &&
    differences.every((other) => compareDecimals(other, first) === 0)
    ? first
    : null;
}

/** With as many decimals as the longest of the run. */
function shown(value: Decimal, scale: number): string {
  return decimalText({
    digits: value.digits * 10n ** BigInt(Math.max(0, scale - value.scale)),
    scale: Math.max(scale, value.scale),
  });
}

const cycles = [
  { pattern: /^(.*?)(\d{1,2})(月)$/, length: 12 },
  { pattern: /^(.*?Q)([1-4])()$/, length: 4 },
] as const;
const year = /(\d{4})(?=\D*$)/;

/** `11月` → `12月` → `1月`; with a year before it the year counts up as well. */
function months(values: readonly string[]): Following | null {
  for (const { pattern, length } of cycles) {
    const matches = values.map((text) => pattern.exec(text));
    const places = matches.map((match) =>
      match === null ? null : placeOf(match, length),
    );
    const known = places.filter((place) => place !== null);
    const last = known[known.length - 1];
    const before = known[known.length - 2];
    const [first] = matches;
    if (last === undefined || first == null || known.length !== values.length)
      continue;
    const step = before === undefined ? 1 : last - before;
    const head = first[1] ?? "";
    const tail = first[3] ?? "";
    return (steps) => {
      const place = last + step * steps;
      const number = (((place % length) + length) % length) + 1;
      const years = Math.floor(place / length);
      return `${head.replace(year, String(years))}${String(number)}${tail}`;
    };
  }
  return null;
}

function placeOf(match: RegExpExecArray, length: number): number | null {
  const number = Number(match[2]);
  if (number < 1 || number > length) return null;
  return Number(year.exec(match[1] ?? "")?.[1] ?? "0") * length + number - 1;
}
