import { strToU8, zipSync } from "fflate";
import { writeFileSync } from "node:fs";
import { cellRef } from "../../src/model/sheet.ts";
import { stylesXml } from "../workbook/make-sheet.ts";
import { packageParts } from "../workbook/package-parts.ts";
import { StringTable } from "../workbook/string-table.ts";
import { bodyOf, type Layout, type Value } from "./layouts.ts";

/** Writes a workbook of one sheet in a layout; returns the number of its cells. */
export function writeLayout(
  path: string,
  layout: Layout,
  rows: number,
): number {
  const strings = new StringTable();
  const pieces: Uint8Array[] = [];
  let held = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`;
  let cells = 0;
  let row = 0;
  const add = (values: readonly Value[]): void => {
    held += `<row r="${row + 1}">`;
    values.forEach((value, column) => {
      if (value === null) return;
      cells += 1;
      const ref = cellRef(row, column);
      held +=
        typeof value === "number"
          ? `<c r="${ref}"><v>${value}</v></c>`
          : `<c r="${ref}" t="s"><v>${strings.index(value)}</v></c>`;
    });
    held += "</row>";
    row += 1;
    if (held.length < 1 << 18) return;
    pieces.push(strToU8(held));
    held = "";
  };
  for (const values of layout.above) add(values);
  for (const values of bodyOf(layout, rows)) add(values);
  pieces.push(strToU8(`${held}</sheetData></worksheet>`));
  const parts: Record<string, Uint8Array> = {};
  for (const [name, xml] of packageParts(["数据"])) parts[name] = strToU8(xml);
  parts["xl/styles.xml"] = strToU8(stylesXml);
  parts["xl/worksheets/sheet1.xml"] = new Uint8Array(Buffer.concat(pieces));
  parts["xl/sharedStrings.xml"] = strToU8(strings.xml);
  writeFileSync(path, zipSync(parts, { level: 6 }));
  return cells;
}
