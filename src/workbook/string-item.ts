import { unescapeCellText } from "./xml-text.ts";
import type { XmlCursor } from "./xml-cursor.ts";

/**
 * The text of a shared or inline string whose opening tag the cursor stands on:
 * its runs joined, phonetic ones left out; the cursor notes text that stands
 * outside a run. Leaves the cursor on the closing
 * tag; null when it never comes.
 */
export function readStringItem(cursor: XmlCursor): string | null {
  if (!cursor.sound) cursor.misplaced = true;
  if (cursor.kind === "empty") return "";
  const name = cursor.name();
  let text = "";
  for (let depth = 1; depth > 0;) {
    if (!cursor.next()) return null;
    if (cursor.kind !== "text" && !cursor.sound) cursor.misplaced = true;
    if (cursor.opens("rPh")) {
      if (!cursor.skip()) return null;
    } else if (cursor.kind === "open" && cursor.opens("t")) {
      const part = readElementText(cursor);
      if (part === null) return null;
      text += part;
    } else if (cursor.kind === "open") depth += 1;
    else if (cursor.kind === "close") depth -= 1;
    else if (cursor.kind === "text" && cursor.text().trim() !== "")
      cursor.misplaced = true;
  }
  if (!cursor.closes(name)) cursor.misplaced = true;
  return unescapeCellText(text);
}

/** All text up to the closing tag of the element the cursor stands on; null when it never comes. */
export function readElementText(cursor: XmlCursor): string | null {
  if (cursor.kind === "empty") return "";
  let text = "";
  for (let depth = 1; depth > 0;) {
    if (!cursor.next()) return null;
    if (cursor.kind === "text") text += cursor.text();
    else if (cursor.kind === "open") depth += 1;
    else if (cursor.kind === "close") depth -= 1;
  }
  return text;
}
