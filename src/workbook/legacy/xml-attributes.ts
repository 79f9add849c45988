import type { XmlCursor } from "../xml-cursor.ts";
import { decodeXmlText } from "../xml-text.ts";

/** The attributes of the tag the cursor stands at, by local name. */
export function attributesOf(
  cursor: XmlCursor,
): Readonly<Record<string, string | undefined>> {
  const found: Record<string, string | undefined> = Object.create(
    null,
  ) as Record<string, string | undefined>;
  for (const { local, valueStart, valueEnd } of cursor.attributes())
    found[local] ??= decodeXmlText(cursor.data, valueStart, valueEnd);
  return found;
}

/** A count or position of at least `least`; undefined where the text is none. */
export function countIn(
  text: string | undefined,
  least: number,
): number | undefined {
  const count = /^\s*\d{1,9}\s*$/.test(text ?? "") ? Number(text) : NaN;
  return count >= least ? count : undefined;
}
