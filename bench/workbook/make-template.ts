import { strToU8, zipSync, type Zippable } from "fflate";
import { cellRef, type CellEdit } from "../../src/model/sheet.ts";
import { cities, indicators, remarks, rivers } from "./bureau-words.ts";
import { sheetXml, stylesXml } from "./make-sheet.ts";
import { packageParts } from "./package-parts.ts";
import { StringTable } from "./string-table.ts";

const formSheet = "填报表";
/** Slots: rows 4 to 28, columns C to V; every fifth column takes text. */
const slots = { top: 3, left: 2, rows: 25, columns: 20 };

/**
 * A reporting form of 500 empty styled cells with merged heads, totals by
 * formula, conditional formats, validation and print set-up, beside a sheet of
 * 600 rows of last month's data and one of instructions.
 */
export function makeTemplate(): Uint8Array {
  const strings = new StringTable();
  const files: Zippable = {};
  const names = [formSheet, "上月数据", "填报说明"];
  const put = (name: string, text: string): void => {
    files[name] = strToU8(text);
  };
  for (const [name, xml] of packageParts(names)) put(name, xml);
  put("xl/worksheets/sheet1.xml", formXml(strings));
  put("xl/worksheets/sheet2.xml", [...sheetXml(600, strings)].join(""));
  put("xl/worksheets/sheet3.xml", instructionsXml(strings));
  put("xl/sharedStrings.xml", strings.xml);
  put("xl/styles.xml", stylesXml);
  return zipSync(files, { mtime: "2021-06-15T00:00:00" });
}

/** One write for each of the 500 slots; another `turn` writes other values. */
export function templateEdits(turn: number): CellEdit[] {
  const edits: CellEdit[] = [];
  for (let row = slots.top; row < slots.top + slots.rows; row++)
    for (let index = 0; index < slots.columns; index++) {
      const at = { sheet: formSheet, row, column: slots.left + index };
      edits.push(
        index % 5 === 4
          ? {
              ...at,
              kind: "text",
              value: `${remarks[(row + turn) % 5] ?? ""}（第${turn}期）`,
            }
          : {
              ...at,
              kind: "number",
              value: (turn * 7919 + row * 131 + index * 17) / 100,
            },
      );
    }
  return edits;
}

function formXml(strings: StringTable): string {
  const last = slots.left + slots.columns;
  const bottom = slots.top + slots.rows;
  const text = (row: number, column: number, value: string): string =>
    `<c r="${cellRef(row, column)}" s="5" t="s"><v>${strings.index(value)}</v></c>`;
  const head = indicators.concat(rivers).slice(0, slots.columns);
  const rows = [
    `<row r="1" ht="28" customHeight="1">${text(0, 0, "各市生态环境保护目标完成情况月调度表")}</row>`,
    `<row r="2">${text(1, 0, "填报单位：{{地区}}")}${text(1, last, "单位：微克/立方米、%、万吨")}</row>`,
    `<row r="3">${["序号", "地市", ...head, "合计"].map((value, column) => text(2, column, value)).join("")}</row>`,
  ];
  for (let row = slots.top; row < bottom; row++) {
    const cells = [
      `<c r="${cellRef(row, 0)}" s="0"><v>${row - slots.top + 1}</v></c>`,
      text(row, 1, cities[row % cities.length] ?? ""),
    ];
    for (let column = slots.left; column < last; column++)
      cells.push(
        `<c r="${cellRef(row, column)}" s="${column % 5 === 1 ? 0 : 3}"/>`,
      );
    cells.push(
      `<c r="${cellRef(row, last)}" s="3"><f>SUM(${cellRef(row, slots.left)}:${cellRef(row, last - 1)})</f><v>0</v></c>`,
    );
    rows.push(
      `<row r="${row + 1}" spans="1:${last + 1}" ht="18" customHeight="1">${cells.join("")}</row>`,
    );
  }
  const totals = [text(bottom, 0, "合计")];
  for (let column = slots.left; column <= last; column++)
    totals.push(
      `<c r="${cellRef(bottom, column)}" s="3"><f>SUM(${cellRef(slots.top, column)}:${cellRef(bottom - 1, column)})</f><v>0</v></c>`,
    );
  rows.push(`<row r="${bottom + 1}">${totals.join("")}</row>`);
  const body = `${cellRef(slots.top, slots.left)}:${cellRef(bottom - 1, last - 1)}`;
  return worksheet(
    rows.join(""),
    `<mergeCells count="2"><mergeCell ref="A1:${cellRef(0, last)}"/><mergeCell ref="A${bottom + 1}:B${bottom + 1}"/></mergeCells><conditionalFormatting sqref="${body}"><cfRule type="cellIs" priority="1" operator="lessThan"><formula>0</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="decimal" operator="greaterThanOrEqual" allowBlank="1" sqref="${body}"><formula1>0</formula1></dataValidation></dataValidations><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>`,
  );
}

function instructionsXml(strings: StringTable): string {
  return worksheet(
    remarks
      .map(
        (value, row) =>
          `<row r="${row + 1}"><c r="A${row + 1}" t="s"><v>${strings.index(value)}</v></c></row>`,
      )
      .join(""),
    "",
  );
}

function worksheet(rows: string, after: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData>${after}</worksheet>`;
}
