import type { WorkbookView } from "../../../src/model/sheet.ts";

/** Every stored cell of a workbook as one line each, by sheet and address. */
export function cellLines(book: WorkbookView): Map<string, string> {
  const lines = new Map<string, string>();
  book.sheets.forEach((sheet) => {
    for (const cell of sheet.cells()) {
      const { row, column, type, value, raw, formula, format, style } = cell;
      lines.set(
        `${sheet.name}\n${row}\n${column}`,
        JSON.stringify([type, value, raw, formula, format, style]),
      );
    }
  });
  return lines;
}

/** First of the keys at which two readings differ, `but` left out; null when they are the same. */
export function difference(
  a: ReadonlyMap<string, string>,
  b: ReadonlyMap<string, string>,
  but: ReadonlySet<string> = new Set<string>(),
): string | null {
  for (const [key, line] of a)
    if (!but.has(key) && b.get(key) !== line)
      return `${key.replaceAll("\n", " ")}: ${line} became ${b.get(key) ?? "nothing"}`;
  for (const [key, line] of b)
    if (!but.has(key) && !a.has(key))
      return `${key.replaceAll("\n", " ")}: nothing became ${line}`;
  return null;
}
