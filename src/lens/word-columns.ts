import type { Cell } from "../model/sheet.ts";
import { isFilled } from "../table/lines.ts";
import type { SheetContext } from "./bind-context.ts";
import type { ColumnSays } from "./column-says.ts";
import { isCleared, isUnchanged } from "./form/unchanged-words.ts";
import type { RowSays } from "./row-says.ts";
import { readClass } from "./water-class.ts";

/** Columns that hold words and no figure: 等级, 是否达标, 首要污染物. */
export function wordColumns(
  columns: readonly ColumnSays[],
  rows: readonly RowSays[],
  { lines, matcher }: Pick<SheetContext, "lines" | "matcher">,
): Set<ColumnSays> {
  const isWord = (cell: Cell): boolean =>
    cell.type === "text" &&
    cell.formula === undefined &&
    !/[\d０-９]/.test(cell.raw) &&
    readClass(cell.raw.trim()) === null &&
    !isUnchanged(cell.raw.trim());
  return new Set(
    columns.filter(({ column, kind, head, measure }) => {
      if (kind !== "value" || head.text === "") return false;
      let words = 0;
      for (const { row } of rows) {
        const cell = lines.cellAt(row, column);
        if (cell === undefined || !isFilled(cell)) continue;
        if (cell.type === "text" && matcher.placeholder(cell.raw) !== null)
          continue;
        if (!isWord(cell)) return false;
        if (measure?.value === "target" && isCleared(cell.raw.trim()))
          return false;
        words += 1;
      }
      return words > 0;
    }),
  );
}
