import type ExcelJS from "exceljs";
import type { CellInput } from "./cell.ts";
import { type Head, headDepth, layoutHead, leaves } from "./head.ts";
import { faces, font, headFill, thinBox, totalFill } from "./style.ts";

/** Where a written table stands; rows and columns are 1-based and inclusive. */
export interface Placed {
  readonly headTop: number;
  readonly bodyTop: number;
  readonly bodyBottom: number;
  readonly left: number;
  readonly right: number;
}

export interface TableSpec {
  readonly head: readonly Head[];
  readonly rows: readonly (readonly CellInput[])[];
  /** First header row, 1-based. */
  readonly top: number;
  /** First column, 1-based; 1 when left out. */
  readonly left?: number;
  readonly rowHeight?: number;
  readonly headHeight?: number;
  /** Merges inside the body: offsets from its first cell, `[row, column, rows, columns]`. */
  readonly merges?: readonly (readonly [number, number, number, number])[];
  /** Body rows shown as totals, as offsets. */
  readonly totals?: readonly number[];
  readonly fontSize?: number;
}

/** Writes a bordered table with a merged header tree and returns where it stands. */
export function writeTable(sheet: ExcelJS.Worksheet, spec: TableSpec): Placed {
  const left = spec.left ?? 1;
  const depth = headDepth(spec.head);
  const columns = leaves(spec.head);
  const right = left + columns.length - 1;
  const bodyTop = spec.top + depth;
  const size = spec.fontSize ?? 11;

  for (let row = spec.top; row < bodyTop; row++) {
    sheet.getRow(row).height = spec.headHeight ?? 32;
    for (let column = left; column <= right; column++) {
      const cell = sheet.getCell(row, column);
      cell.border = thinBox;
      cell.fill = headFill;
      cell.font = font(faces.head, size);
      cell.alignment = {
        horizontal: "center",
        vertical: "middle",
        wrapText: true,
      };
    }
  }
  for (const cell of layoutHead(spec.head)) {
    const top = spec.top + cell.top;
    const first = left + cell.left;
    sheet.getCell(top, first).value = cell.text;
    if (cell.bottom > cell.top || cell.right > cell.left)
      sheet.mergeCells(top, first, spec.top + cell.bottom, left + cell.right);
  }
  columns.forEach((head, index) => {
    if (head.width !== undefined)
      sheet.getColumn(left + index).width = head.width;
  });

  const totals = new Set(spec.totals ?? []);
  spec.rows.forEach((values, offset) => {
    if (values.length !== columns.length)
      throw new Error(
        `row ${String(offset)} of sheet ${sheet.name} has ${String(values.length)} cells for ${String(columns.length)} columns`,
      );
    sheet.getRow(bodyTop + offset).height = spec.rowHeight ?? 22;
    columns.forEach((head, index) => {
      const cell = sheet.getCell(bodyTop + offset, left + index);
      const value = values[index] ?? null;
      cell.border = thinBox;
      cell.font = font(faces.body, size, { bold: totals.has(offset) });
      cell.alignment = {
        horizontal: head.align ?? "center",
        vertical: "middle",
        wrapText: true,
        ...(head.align === "left" ? { indent: 1 } : {}),
      };
      if (totals.has(offset)) cell.fill = totalFill;
      if (head.format !== undefined) cell.numFmt = head.format;
      putValue(cell, value);
    });
  });
  for (const [row, column, rows, width] of spec.merges ?? [])
    sheet.mergeCells(
      bodyTop + row,
      left + column,
      bodyTop + row + rows - 1,
      left + column + width - 1,
    );
  return {
    headTop: spec.top,
    bodyTop,
    bodyBottom: bodyTop + spec.rows.length - 1,
    left,
    right,
  };
}

function putValue(cell: ExcelJS.Cell, input: CellInput): void {
  if (input === null) return;
  if (typeof input === "number" || typeof input === "string") {
    cell.value = input;
    return;
  }
  if (input.format !== undefined) cell.numFmt = input.format;
  if ("value" in input) {
    cell.value = input.value;
    return;
  }
  cell.value =
    input.result === undefined
      ? { formula: input.formula, date1904: false }
      : { formula: input.formula, result: input.result, date1904: false };
}
