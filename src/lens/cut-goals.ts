import type { Catalog } from "../model/catalog.ts";
import { decimalOf } from "../model/decimal.ts";
import {
  compareFractions,
  divideFractions,
  type Fraction,
  fractionOf,
  multiplyFractions,
  negateFraction,
  ratioOf,
  signOf,
  subtractFractions,
} from "../model/fraction.ts";
import { parsePeriod } from "../model/period.ts";
import type { Lines } from "../table/lines.ts";
import type { ColumnSays } from "./column-says.ts";
import type { Doubt } from "./named-cells.ts";
import type { Resolved } from "./resolve-cell.ts";
import type { RowSays } from "./row-says.ts";

/** A column beside another, as it is resolved. */
export interface Beside {
  readonly column: ColumnSays;
  readonly resolved: Resolved;
}

/**
 * 下降比例 behind an earlier season's figure and the goal of this one says no
 * base. Where in every row it is what the goal is below that figure, in % and
 * rounded as it is written, it is the goal as a fall since then: the column
 * with that said. Null where rows say otherwise, or fewer than two say so.
 */
export function cutGoalColumn(
  column: ColumnSays,
  doubt: Doubt,
  beside: readonly Beside[],
  rows: readonly RowSays[],
  lines: Lines,
  { indicators }: Pick<Catalog, "indicators">,
): ColumnSays | null {
  const [code, ...others] = doubt.candidates;
  if (doubt.role !== "indicator" || code === undefined || others.length > 0)
    return null;
  if (!code.endsWith("_cut") || indicators.get(code)?.kind !== "reduction")
    return null;
  const levels = beside.filter(
    ({ column: other, resolved }) =>
      resolved.indicator.code === code.replace(/_cut$/, "") &&
      outerOf(other) === outerOf(column),
  );
  const goals = levels.filter(({ resolved }) => resolved.measure === "target");
  const [goal] = goals;
  const from = levels.filter(
    ({ resolved }) =>
      resolved.measure === "actual" &&
      goal !== undefined &&
      isBefore(resolved.period, goal.resolved.period),
  );
  const [level] = from;
  if (goal === undefined || level === undefined) return null;
  if (goals.length > 1 || from.length > 1) return null;
  let fits = 0;
  for (const { row, aggregate, computed } of rows) {
    if (aggregate || computed) continue;
    const [then, aim, fall] = [level.column, goal.column, column].map((at) =>
      numberAt(row, at.column, lines),
    );
    if (!then || !aim || !fall || signOf(then.value) === 0) continue;
    if (!isFall(then.value, aim.value, fall)) return null;
    fits += 1;
  }
  if (fits < 2) return null;
  const words = column.head.text;
  return {
    ...column,
    facets: {
      ...column.facets,
      base: [{ value: level.resolved.period, confidence: 0.9, words }],
    },
    measure: { value: "target", confidence: 0.9, words },
    period: {
      value: { kind: "period", code: goal.resolved.period },
      confidence: 0.9,
      words: goal.column.words,
    },
  };
}

interface Written {
  readonly value: Fraction;
  readonly scale: number;
}

function numberAt(row: number, column: number, lines: Lines): Written | null {
  const cell = lines.cellAt(row, column);
  const text = cell?.raw.trim() ?? "";
  if (!/^-?\d+(?:\.\d+)?$/.test(text)) return null;
  const exact = decimalOf(Number(text));
  return { value: fractionOf(exact), scale: exact.scale };
}

const hundred = ratioOf(100, 1);

/** True where the fall is that of the aim below the figure, but for its rounding. */
function isFall(then: Fraction, aim: Fraction, fall: Written): boolean {
  const part = divideFractions(subtractFractions(then, aim), then);
  if (part === null) return false;
  const off = subtractFractions(multiplyFractions(part, hundred), fall.value);
  const half = fractionOf({ digits: 5n, scale: fall.scale + 1 });
  return (
    compareFractions(signOf(off) < 0 ? negateFraction(off) : off, half) <= 0
  );
}

function isBefore(code: string, other: string): boolean {
  const [a, b] = [parsePeriod(code), parsePeriod(other)];
  return a !== null && b !== null && a.end <= b.start;
}

/** The words above the nearest header of a column. */
function outerOf({ words, head }: ColumnSays): string {
  return words.slice(0, Math.max(0, words.length - head.text.length));
}
