import type { CellEdit, SheetView } from "../../../src/model/sheet.ts";
import { patchWorkbook } from "../../../src/workbook/patch.ts";

export const editedNumber = 0.40625;
export const editedText = "达标 <&>";

/** Number of an address, for sets of cells. */
export function keyOf({
  row,
  column,
}: {
  readonly row: number;
  readonly column: number;
}): number {
  return row * 16384 + column;
}

/** A number over the first constant that is one, and a text in a row below all others, in one sheet. */
export function twoEdits(sheet: SheetView): CellEdit[] {
  const edits: CellEdit[] = [];
  const hidden = hiddenCells(sheet);
  for (const cell of sheet.cells())
    if (
      cell.type === "number" &&
      cell.formula === undefined &&
      !hidden.has(keyOf(cell))
    ) {
      const { row, column } = cell;
      edits.push({
        sheet: sheet.name,
        row,
        column,
        kind: "number",
        value: editedNumber,
      });
      break;
    }
  let row = (sheet.bounds?.bottom ?? -1) + 2;
  for (const { top, bottom } of byTop(sheet.merges))
    if (top <= row && row <= bottom) row = bottom + 1;
  if (row <= 1048575)
    edits.push({
      sheet: sheet.name,
      row,
      column: 1,
      kind: "text",
      value: editedText,
    });
  return edits;
}

/** `twoEdits` without those that fall into a pivot table, which are refused. */
export async function freeEdits(
  bytes: Uint8Array,
  sheet: SheetView,
): Promise<CellEdit[]> {
  const edits = twoEdits(sheet);
  const { refused } = await patchWorkbook(bytes, edits);
  return edits.filter(
    (edit) =>
      !refused.some(
        (one) => one.edit === edit && one.issue.code === "workbook.pivot_cell",
      ),
  );
}

function byTop(areas: SheetView["merges"]): SheetView["merges"] {
  return [...areas].sort((a, b) => a.top - b.top);
}

/** The edits that write every constant of a sheet back as it is. */
export function sameEdits(sheet: SheetView): CellEdit[] {
  const hidden = hiddenCells(sheet);
  return [...sheet.cells()].flatMap((cell): CellEdit[] => {
    const { row, column, value, raw, format } = cell;
    const where = { sheet: sheet.name, row, column };
    if (cell.formula !== undefined || hidden.has(keyOf(cell))) return [];
    if (typeof value === "number")
      return [{ ...where, kind: "number", value, text: raw.trim(), format }];
    return cell.type === "text" && typeof value === "string"
      ? [{ ...where, kind: "text", value }]
      : [];
  });
}

/** Cells that a merged area hides, all but its first. */
function hiddenCells({ merges }: SheetView): {
  has(key: number): boolean;
} {
  const hidden = new Set<number>();
  const large: (typeof merges)[number][] = [];
  for (const area of merges) {
    const { top, left, bottom, right } = area;
    if ((bottom - top + 1) * (right - left + 1) > 1000) large.push(area);
    else
      for (let row = top; row <= bottom; row++)
        for (let column = left; column <= right; column++)
          if (row !== top || column !== left)
            hidden.add(keyOf({ row, column }));
  }
  return {
    has(key) {
      const row = Math.floor(key / 16384);
      const column = key % 16384;
      return (
        hidden.has(key) ||
        large.some(
          ({ top, left, bottom, right }) =>
            top <= row &&
            row <= bottom &&
            left <= column &&
            column <= right &&
            (row !== top || column !== left),
        )
      );
    },
  };
}
