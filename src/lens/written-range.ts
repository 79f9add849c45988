import type { Lines } from "../table/lines.ts";
import { plainDigits } from "./written-number.ts";

const range =
  /^\s*(\d+(?:\.\d+)?)\s*(?:[-~～—–－]{1,2}|至|到)\s*(\d+(?:\.\d+)?)\s*([^\d\s]*)\s*$/;

/** True for 25-30 and 0.8～1.2: from one figure to a greater one, and no figure. */
export function isRange(text: string): boolean {
  const [, from, to, unit = ""] = range.exec(plainDigits(text)) ?? [];
  return (
    from !== undefined &&
    to !== undefined &&
    Number(from) < Number(to) &&
    !/[年月日号时类级]/.test(unit)
  );
}

/** True where ranges are the exception in a column: more of its cells hold plain numbers. */
export function isRareRange(
  column: number,
  rows: readonly { readonly row: number }[],
  lines: Lines,
): boolean {
  let numbers = 0;
  let ranges = 0;
  for (const { row } of rows) {
    const cell = lines.cellAt(row, column);
    if (cell === undefined) continue;
    if (cell.type === "number") numbers += 1;
    else if (cell.type === "text" && isRange(cell.raw)) ranges += 1;
  }
  return numbers > ranges;
}
