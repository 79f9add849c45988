import type ExcelJS from "exceljs";
import { faces, font } from "./style.ts";

/** A large centred title over all columns of the table. */
export function writeTitle(
  sheet: ExcelJS.Worksheet,
  row: number,
  right: number,
  text: string,
  size = 20,
): void {
  line(sheet, row, 1, right, text, {
    font: font(faces.title, size, { bold: true }),
    horizontal: "center",
    height: size * 2,
  });
}

/** A centred second line, in red where it warns (示意数据). */
export function writeSubtitle(
  sheet: ExcelJS.Worksheet,
  row: number,
  right: number,
  text: string,
  warn = false,
): void {
  line(sheet, row, 1, right, text, {
    font: font(
      faces.note,
      12,
      warn ? { bold: true, color: { argb: "FFC00000" } } : {},
    ),
    horizontal: "center",
    height: 20,
  });
}

/** The 填报单位 … 填报时间 … 单位 line: texts spread over the columns, the last one flush right. */
export function writeMeta(
  sheet: ExcelJS.Worksheet,
  row: number,
  spans: readonly (readonly [first: number, last: number, text: string])[],
): void {
  spans.forEach(([first, last, text], index) => {
    line(sheet, row, first, last, text, {
      font: font(faces.body, 11),
      horizontal:
        index === 0 ? "left" : index === spans.length - 1 ? "right" : "center",
      height: 20,
    });
  });
}

/** Notes and sources under the table, one merged row each; `lines` of a note is how many printed lines it needs. */
export function writeNotes(
  sheet: ExcelJS.Worksheet,
  top: number,
  right: number,
  notes: readonly (
    string | { readonly text: string; readonly lines: number }
  )[],
): number {
  notes.forEach((note, index) => {
    const text = typeof note === "string" ? note : note.text;
    const lines = typeof note === "string" ? 1 : note.lines;
    line(sheet, top + index, 1, right, text, {
      font: font(faces.note, 10.5),
      horizontal: "left",
      height: 4 + 15 * lines,
    });
  });
  return top + notes.length - 1;
}

function line(
  sheet: ExcelJS.Worksheet,
  row: number,
  first: number,
  last: number,
  text: string,
  look: {
    readonly font: Partial<ExcelJS.Font>;
    readonly horizontal: "left" | "center" | "right";
    readonly height: number;
  },
): void {
  const cell = sheet.getCell(row, first);
  cell.value = text;
  cell.font = look.font;
  cell.alignment = {
    horizontal: look.horizontal,
    vertical: "middle",
    wrapText: true,
  };
  if (last > first) sheet.mergeCells(row, first, row, last);
  sheet.getRow(row).height = look.height;
}
