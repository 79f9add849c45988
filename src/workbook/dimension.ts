import { parseRange, rangeText, type CellRange } from "../model/sheet.ts";
import type { Splice } from "./splice.ts";
import { XmlCursor } from "./xml-cursor.ts";

/**
 * The change that takes cells into the range a sheet states in `<dimension>`;
 * null where they lie inside, or it states none that can be read. Excel ignores
 * the range, but SheetJS's `sheet_to_json` and openpyxl's read-only mode drop
 * every cell outside it.
 */
export function widenedDimension(
  data: Uint8Array,
  rows: number,
  written: readonly { readonly row: number; readonly column: number }[],
): Splice | null {
  const cursor = new XmlCursor(data, 0, rows);
  while (cursor.next()) {
    if (cursor.opens("worksheet")) continue;
    if (!cursor.opens("dimension")) {
      cursor.skip();
      continue;
    }
    const place = cursor.attributes().find(({ local }) => local === "ref");
    const stated = parseRange(cursor.attribute("ref") ?? "");
    if (place === undefined || stated === null) return null;
    const wide = written.reduce<CellRange>(
      (range, { row, column }) => ({
        top: Math.min(range.top, row),
        left: Math.min(range.left, column),
        bottom: Math.max(range.bottom, row),
        right: Math.max(range.right, column),
      }),
      stated,
    );
    const text = rangeText(wide);
    if (text === rangeText(stated)) return null;
    return { start: place.valueStart, end: place.valueEnd, text };
  }
  return null;
}
