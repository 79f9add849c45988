import { addDecimals, decimalText, parseDecimal } from "../../model/decimal.ts";
import { linearTrend } from "./linear-trend.ts";

/**
 * What follows when a run of cells is dragged on: numbers go on along the line
 * nearest to them (`step`: a single number counts up by one), months and
 * quarters count on, anything else is repeated. `values` are exact texts in the
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
  const known = values
    .map((text) => parseDecimal(text))
    .filter((value) => value !== null);
  const [first, second] = known;
  if (first === undefined || known.length !== values.length) return null;
  if (second !== undefined) return linearTrend(known);
  return step
    ? (steps) =>
        decimalText(addDecimals(first, { digits: BigInt(steps), scale: 0 }))
    : null;
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
