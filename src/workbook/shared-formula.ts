import { cellRef } from "../model/sheet.ts";
import type { SheetScanner } from "./sheet-scanner.ts";
import { shiftFormula } from "./shift-formula.ts";
import { applySplices, type Splice } from "./splice.ts";
import { XmlCursor } from "./xml-cursor.ts";
import { escapeText, plainText } from "./xml-text.ts";

/**
 * A worksheet part (UTF-8) in which every cell of some shared formulas has its
 * own text, so that their masters may go: Excel calls a group without its
 * master damaged. Stored results stay. Null when a group has two masters, since
 * then it is not known which of them a cell follows.
 */
export function ownFormulas(
  data: Uint8Array,
  scan: SheetScanner,
  groups: ReadonlySet<string>,
  leaving: (row: number, column: number) => boolean,
): { readonly data: Uint8Array; readonly cells: readonly string[] } | null {
  const { cells, shared } = scan;
  const splices: Splice[] = [];
  const touched: string[] = [];
  const masters = new Set<string>();
  for (let index = 0; index < cells.length; index++) {
    const formula = cells.formula(index);
    if (formula === undefined || !groups.has(formula.shared)) continue;
    const row = cells.rowAt(index);
    const column = cells.columnAt(index);
    if (formula.text !== null) {
      if (masters.has(formula.shared)) return null;
      masters.add(formula.shared);
    }
    const master = shared.get(formula.shared);
    if (master === undefined || leaving(row, column)) continue;
    const place = cells.positionAt(index);
    if (place === null) continue;
    const text = shiftFormula(
      master.text,
      row - master.row,
      column - master.column,
    );
    const splice = formulaSplice(data, place.start, place.end, text);
    if (splice === null) continue;
    splices.push(splice);
    touched.push(cellRef(row, column));
  }
  return { data: applySplices(data, splices), cells: touched };
}

/** The `<f>` of a cell with a text of its own; its other attributes stay. */
function formulaSplice(
  data: Uint8Array,
  start: number,
  end: number,
  text: string,
): Splice | null {
  const cursor = new XmlCursor(data, start, end);
  cursor.next();
  while (cursor.next()) {
    if (!cursor.opens("f")) {
      cursor.skip();
      continue;
    }
    const from = cursor.start;
    const name = cursor.prefix() + "f";
    let attributes = "";
    for (const one of cursor.attributes())
      if (one.local !== "t" && one.local !== "si" && one.local !== "ref")
        attributes += ` ${plainText(data, one.start, one.end)}`;
    cursor.skip();
    return {
      start: from,
      end: cursor.end,
      text: `<${name}${attributes}>${escapeText(text)}</${name}>`,
    };
  }
  return null;
}
