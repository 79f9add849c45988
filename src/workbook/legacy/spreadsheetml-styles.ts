import type { XmlCursor } from "../xml-cursor.ts";
import { namedFormat } from "./named-formats.ts";
import { attributesOf } from "./xml-attributes.ts";

/** Number format codes by style, those a style inherits included. Reads to the end of the styles. */
export function readSpreadsheetmlStyles(
  cursor: XmlCursor,
): ReadonlyMap<string, string> {
  const own = new Map<string, string>();
  const parents = new Map<string, string>();
  let id = "";
  if (cursor.kind === "empty") return own;
  while (cursor.next() && !cursor.closes("Styles")) {
    if (cursor.opens("Style")) {
      const { ID, Parent } = attributesOf(cursor);
      id = ID ?? "";
      if (Parent !== undefined) parents.set(id, Parent);
    } else if (cursor.opens("NumberFormat")) {
      const { Format } = attributesOf(cursor);
      if (Format !== undefined) own.set(id, namedFormat(Format));
    }
  }
  for (const [child, parent] of parents) {
    const inherited = own.get(parent) ?? own.get(parents.get(parent) ?? "");
    if (!own.has(child) && inherited !== undefined) own.set(child, inherited);
  }
  return own;
}
