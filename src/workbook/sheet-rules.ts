import { XmlCursor } from "./xml-cursor.ts";

/** What stands behind the rows of a worksheet and concerns what a person may enter. */
export interface SheetRules {
  readonly protected: boolean;
}

/** Reads the rules of a worksheet part (UTF-8), from where its rows end. */
export function readSheetRules(data: Uint8Array, from: number): SheetRules {
  const cursor = new XmlCursor(data, Math.max(0, from));
  let guarded = false;
  while (cursor.next()) {
    if (cursor.opens("sheetProtection")) {
      const sheet = cursor.attribute("sheet");
      guarded = sheet === "1" || sheet === "true";
    }
    cursor.skip();
  }
  return { protected: guarded };
}
