import type { BoundTable } from "../model/binding.ts";
import { displayText } from "../model/number-format.ts";
import type { CellRange, SheetView, WorkbookView } from "../model/sheet.ts";
import type { CellLooks } from "../workbook/cell-looks.ts";
import type { PreviewCell, TemplatePreview } from "./template-api.ts";

/** What a small picture has room for. */
const mostRows = 12;
const mostColumns = 10;
/** Words beyond these are not seen anyhow. */
const mostWords = 40;
/** Width in characters of a column that states none. */
const defaultWidth = 9;

/** The top left of a template's first sheet that shows something; null where none does. */
export function templatePreview(
  { sheets, date1904 }: WorkbookView,
  tables: readonly BoundTable[],
  looks: CellLooks,
): TemplatePreview | null {
  const sheet = sheets.find(
    ({ state, bounds }) => state === "visible" && bounds !== null,
  );
  if (sheet?.bounds == null) return null;
  const bottom = Math.min(sheet.bounds.bottom, mostRows - 1);
  const right = Math.min(sheet.bounds.right, mostColumns - 1);
  const slots = new Set(
    tables.flatMap(({ part, bindings }) =>
      part === sheet.part
        ? bindings.flatMap(({ row, column, writable, role }) =>
            row <= bottom && writable && role === "value"
              ? [`${row} ${column}`]
              : [],
          )
        : [],
    ),
  );
  const cellOf = (row: number, column: number): PreviewCell | null => {
    const merge = mergeAt(sheet, row, column);
    if (merge !== undefined && (merge.top !== row || merge.left !== column))
      return null;
    const cell = sheet.cellAt(row, column);
    const look = looks[cell?.style ?? -1];
    const across =
      look?.align?.across ?? (cell?.type === "number" ? "right" : undefined);
    return {
      text:
        cell === undefined
          ? ""
          : displayText(cell, date1904).slice(0, mostWords),
      rowSpan: merge === undefined ? 1 : Math.min(merge.bottom, bottom) - row + 1, // prettier-ignore
      columnSpan: merge === undefined ? 1 : Math.min(merge.right, right) - column + 1, // prettier-ignore
      ...(look?.fill == null ? {} : { fill: look.fill }),
      ...(look?.bold === true ? { bold: true as const } : {}),
      ...(across === undefined ? {} : { across }),
      ...(slots.has(`${row} ${column}`) ? { slot: true as const } : {}),
    };
  };
  return {
    widths: Array.from(
      { length: right + 1 },
      (_, column) => sheet.columnWidth(column) ?? defaultWidth,
    ),
    rows: Array.from({ length: bottom + 1 }, (_, row) =>
      Array.from({ length: right + 1 }, (_, column) =>
        cellOf(row, column),
      ).filter((cell) => cell !== null),
    ),
  };
}

function mergeAt(
  { merges }: SheetView,
  row: number,
  column: number,
): CellRange | undefined {
  return merges.find(
    ({ top, left, bottom, right }) =>
      top <= row && row <= bottom && left <= column && column <= right,
  );
}
