import { cellRef } from "../model/sheet.ts";
import { readElementText, readStringItem } from "./string-item.ts";
import { XmlCursor } from "./xml-cursor.ts";
import { escapeCellText, plainText } from "./xml-text.ts";

/** What a cell is to hold. */
export type CellContent =
  | { readonly kind: "number"; readonly digits: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "empty" };

/** A formula's stored result. */
export type CachedValue = number | string | boolean;

/** A `<c>` where there was none. */
export function newCellXml(
  prefix: string,
  row: number,
  column: number,
  style: number,
  content: CellContent,
): string {
  const attributes =
    ` r="${cellRef(row, column)}"` + (style === 0 ? "" : ` s="${style}"`);
  return cellXml(prefix, attributes, content);
}

/**
 * A `<c>` in place of the one at `start`: its attributes stay as they are,
 * except for the type, the metadata that belongs to the old value, and the
 * style where `style` is not null.
 */
export function replacedCellXml(
  data: Uint8Array,
  start: number,
  end: number,
  style: number | null,
  content: CellContent,
): string {
  const cursor = new XmlCursor(data, start, end);
  cursor.next();
  return cellXml(cursor.prefix(), keptAttributes(cursor, style), content);
}

/**
 * Texts are written as inline strings. That touches one element of one part; a
 * shared string would touch a second part, its two counts, and, in a workbook
 * without shared strings, the relationships and the content types as well.
 * exceljs 4.4, SheetJS 0.20, openpyxl (read-only mode too), read-excel-file 9,
 * hucre 1 and LibreOffice 7.4 were seen to read both alike. Excel takes them
 * (ECMA-376 18.18.11) and makes shared strings of them on saving; Apache POI
 * writes them itself (SXSSF), and so does what EasyExcel saves, which WPS opens.
 * The one difference seen: exceljs leaves `_xHHHH_` undecoded in inline strings,
 * which concerns control characters and carriage returns alone.
 */
function cellXml(
  prefix: string,
  attributes: string,
  content: CellContent,
): string {
  switch (content.kind) {
    case "empty":
      return `<${prefix}c${attributes}/>`;
    case "number":
      return `<${prefix}c${attributes}><${prefix}v>${content.digits}</${prefix}v></${prefix}c>`;
    case "text": {
      const { text } = content;
      const keep = /^\s|\s$|[\n\t]| {2}/.test(text)
        ? ' xml:space="preserve"'
        : "";
      return (
        `<${prefix}c${attributes} t="inlineStr"><${prefix}is><${prefix}t${keep}>` +
        `${escapeCellText(text)}</${prefix}t></${prefix}is></${prefix}c>`
      );
    }
  }
}

function keptAttributes(cursor: XmlCursor, style: number | null): string {
  let text = "";
  let styled = false;
  for (const { name, start, end } of cursor.attributes()) {
    if (name === "t" || name === "cm" || name === "vm") continue;
    if (name === "s" && style !== null) {
      text += ` s="${style}"`;
      styled = true;
    } else text += ` ${plainText(cursor.data, start, end)}`;
  }
  return style === null || styled ? text : `${text} s="${style}"`;
}

/**
 * A formula cell with another stored result; the formula's bytes stay. Null
 * when it already holds that result.
 */
export function recachedCellXml(
  data: Uint8Array,
  start: number,
  end: number,
  value: CachedValue,
): string | null {
  const cursor = new XmlCursor(data, start, end);
  cursor.next();
  const open = new XmlCursor(data, start, end);
  open.next();
  const type = open.attribute("t") ?? "n";
  const prefix = open.prefix();
  const wanted =
    typeof value === "number"
      ? { type: "n", text: numberDigits(value) }
      : typeof value === "boolean"
        ? { type: "b", text: value ? "1" : "0" }
        : { type: "str", text: value };
  let before = "";
  let after = "";
  let held: string | null = null;
  let sawFormula = false;
  while (cursor.kind !== "empty" && cursor.next() && cursor.kind !== "close") {
    const from = cursor.start;
    if (cursor.opens("v")) {
      held = readElementText(cursor);
      continue;
    }
    if (cursor.opens("is")) {
      held = readStringItem(cursor);
      continue;
    }
    const isFormula = cursor.opens("f");
    cursor.skip();
    const part = plainText(data, from, cursor.end);
    if (sawFormula) after += part;
    else before += part;
    sawFormula ||= isFormula;
  }
  if (held !== null && holdsCache(type, held, value)) return null;
  let attributes = "";
  for (const { name, start: from, end: to } of open.attributes())
    if (name !== "t") attributes += ` ${plainText(data, from, to)}`;
  if (wanted.type !== "n") attributes += ` t="${wanted.type}"`;
  const text =
    typeof value === "string" ? escapeCellText(wanted.text) : wanted.text;
  return `<${prefix}c${attributes}>${before}<${prefix}v>${text}</${prefix}v>${after}</${prefix}c>`;
}

function holdsCache(type: string, held: string, value: CachedValue): boolean {
  if (typeof value === "number")
    return type === "n" && held.trim() !== "" && Number(held) === value;
  if (typeof value === "boolean")
    return type === "b" && (held === "1" || held === "true") === value;
  return type === "str" && held === value;
}

/** The shortest digits of a double, as files have them. */
export function numberDigits(value: number): string {
  return String(value).replace("e", "E");
}
