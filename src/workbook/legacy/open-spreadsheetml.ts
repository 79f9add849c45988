import {
  parseRange,
  type DefinedName,
  type SheetView,
  type WorkbookView,
} from "../../model/sheet.ts";
import type { IssueList } from "../issue-list.ts";
import type { Pacer } from "../pacer.ts";
import { XmlCursor } from "../xml-cursor.ts";
import { toUtf8 } from "../xml-encoding.ts";
import { fromR1c1 } from "./r1c1.ts";
import { SheetBuilder } from "./sheet-builder.ts";
import { attributesOf } from "./xml-attributes.ts";
import {
  readSpreadsheetmlStyles,
  type SpreadsheetmlStyle,
} from "./spreadsheetml-styles.ts";
import { StyleList } from "./style-list.ts";
import { SpreadsheetmlSheet } from "./spreadsheetml-sheet.ts";

/**
 * Reads SpreadsheetML of 2003. Dates stay the ISO texts they are, except times
 * of no day, which are fractions of one.
 */
export async function openSpreadsheetml(
  bytes: Uint8Array,
  issues: IssueList,
  pacer: Pacer,
): Promise<WorkbookView | null> {
  const data = toUtf8(bytes);
  const cursor = new XmlCursor(data);
  pacer.total = data.length;
  let styles: ReadonlyMap<string, SpreadsheetmlStyle> = new Map();
  const list = new StyleList();
  let date1904 = false;
  let sheet: SpreadsheetmlSheet | null = null;
  const builders: SheetBuilder[] = [];
  const named: { name: string; target: string }[] = [];
  while (cursor.next()) {
    const before = pacer.done;
    if (cursor.opens("Styles")) styles = readSpreadsheetmlStyles(cursor);
    else if (cursor.opens("Date1904")) date1904 = true;
    else if (cursor.opens("NamedRange")) {
      const { Name: name, RefersTo: target } = attributesOf(cursor);
      if (name !== undefined && target !== undefined)
        named.push({ name, target });
    } else if (cursor.opens("Worksheet")) {
      const name =
        attributesOf(cursor)["Name"] ?? `Sheet${builders.length + 1}`;
      const builder = new SheetBuilder(name, issues, list);
      builders.push(builder);
      sheet = new SpreadsheetmlSheet(builder, styles, date1904);
    } else sheet?.take(cursor);
    pacer.done = cursor.end;
    if (pacer.due((cursor.end - before) * 4) && !(await pacer.pause()))
      return null;
  }
  if (builders.length === 0) {
    issues.add("workbook.unreadable", "error", {}, { format: "xml" });
    return null;
  }
  if (cursor.cut || !closed(data)) issues.add("workbook.file_cut", "error");
  const sheets: SheetView[] = builders.map((one, index) => one.build(index));
  pacer.finish();
  return {
    format: "xml2003",
    date1904,
    sheets,
    names: namesOf(named, sheets),
    looks: list.looks,
    writable: false,
  };
}

/** True when the workbook's element is closed. */
function closed(data: Uint8Array): boolean {
  const tail = new TextDecoder().decode(data.subarray(-400));
  return /<\/(?:\w+:)?Workbook\s*>/.test(tail);
}

function namesOf(
  named: readonly { readonly name: string; readonly target: string }[],
  sheets: readonly SheetView[],
): DefinedName[] {
  const known = new Set(sheets.map(({ name }) => name));
  return named.flatMap(({ name, target }) => {
    const text = target.replace(/^=/, "");
    const cut = text.lastIndexOf("!");
    const range = parseRange(fromR1c1(text.slice(cut + 1), 0, 0));
    const sheet = text
      .slice(0, Math.max(cut, 0))
      .replace(/^'(.*)'$/, "$1")
      .replaceAll("''", "'");
    return range !== null && known.has(sheet) ? [{ name, sheet, range }] : [];
  });
}
