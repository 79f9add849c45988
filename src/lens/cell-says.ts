import type { Cell } from "../model/sheet.ts";
import type { ColumnSays } from "./column-says.ts";
import type { PlannedCells } from "./cross-plan.ts";
import { looksLikePair, looksLikeSlashPair } from "./read-pair.ts";
import { isLevel } from "./resolve-measure.ts";
import type { RowSays } from "./row-says.ts";
import { plainDigits, takeApart } from "./written-number.ts";

/** Figures are asked about; empty cells only where the header says a part of what they hold; words never. */
export function isWorthAsking(
  cell: Cell | undefined,
  column: ColumnSays,
  row: RowSays,
): boolean {
  // What a sheet computes from its own cells is nothing new.
  if (cell?.formula !== undefined && !cell.formula.includes("!")) return false;
  if (isFigureless(cell)) {
    const { indicator, measure, unit } = column.facets;
    return !row.unknown && indicator.length + measure.length + unit.length > 0;
  }
  return cell?.type !== "text" || takeApart(cell.raw) !== null;
}

/** True for 25-30 and 256台2.55万蒸吨: two figures in one cell. */
export function holdsSeveral(raw: string): boolean {
  return /\d[^\d.,，]*[-~～—–至、，,台户家座个件项吨][^\d.]*\d/.test(
    plainDigits(raw),
  );
}

/** Words before a change against the year before. */
export const onYear = /^\s*(?:同比|[较比与](?:上年|去年)同[期月](?:相比)?)/;

/** A goal as a fall, or a rise, against the year before. */
export const fallOnYear =
  /^\s*(?:同比|[较比与](?:上年|去年)同[期月](?:相比)?)(?:下降|降低|减少|上升|升高|增加)\s*\d+(?:\.\d+)?\s*[%％]\s*$/;

/** True for 同比下降5% where the headers speak of the figure itself. */
export function saysChange(
  cell: Cell | undefined,
  { resolved }: PlannedCells,
): boolean {
  return (
    cell?.type === "text" &&
    cell.formula === undefined &&
    resolved.measure === "actual" &&
    resolved.indicator.kind !== "class" &&
    resolved.indicator.kind !== "reduction" &&
    onYear.test(cell.raw)
  );
}

/** True for 同比下降2天 as a goal, or as last year's figure: a change, and not that. */
export function saysOtherLevel(
  cell: Cell | undefined,
  { resolved }: PlannedCells,
): boolean {
  return (
    cell?.type === "text" &&
    resolved.measure !== "actual" &&
    isLevel(resolved.measure) &&
    resolved.indicator.kind !== "reduction" &&
    /\d/.test(cell.raw) &&
    onYear.test(cell.raw)
  );
}

/** True for 3.25（3.76） and 198/243. */
export function isPair(cell: Cell | undefined): boolean {
  return (
    cell?.type === "text" &&
    (looksLikePair(cell.raw) || looksLikeSlashPair(cell.raw))
  );
}

/** True for a cell with nothing in it. */
export function isFigureless(cell: Cell | undefined): boolean {
  return (
    cell === undefined ||
    cell.type === "blank" ||
    (cell.type !== "number" && cell.raw.trim() === "")
  );
}
