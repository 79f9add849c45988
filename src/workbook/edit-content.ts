import { isoToSerial } from "../model/date-serial.ts";
import type { CellEdit } from "../model/sheet.ts";
import { kind, type CellColumns } from "./cell-columns.ts";
import { numberDigits, type CellContent } from "./cell-xml.ts";

/** What an edit puts into its cell; null for a date that is none, or lies before the workbook's first day. */
export function contentOf(
  edit: CellEdit,
  date1904: boolean,
): CellContent | null {
  switch (edit.kind) {
    case "clear":
      return { kind: "empty" };
    case "text":
      return edit.value === ""
        ? { kind: "empty" }
        : { kind: "text", text: edit.value };
    case "number":
      return { kind: "number", digits: edit.text ?? numberDigits(edit.value) };
    case "date": {
      const serial = isoToSerial(edit.value, date1904);
      return serial === null
        ? null
        : { kind: "number", digits: numberDigits(serial) };
    }
  }
}

/**
 * True when cell number `index` (-1 for none) holds what an edit puts there.
 * `shared` gives a shared string, null where there is none.
 */
export function holdsContent(
  cells: CellColumns,
  index: number,
  edit: CellEdit,
  content: CellContent,
  date1904: boolean,
  shared: (index: number) => string | null,
): boolean {
  const held = index < 0 ? kind.blank : cells.kindAt(index);
  const value = index < 0 ? 0 : cells.valueAt(index);
  const text = (): string | null =>
    held === kind.text
      ? (cells.texts[value] ?? null)
      : held === kind.shared
        ? shared(value)
        : null;
  if (content.kind === "empty")
    return held === kind.blank || (edit.kind === "text" && text() === "");
  if (content.kind === "text") return text() === content.text;
  if (held === kind.date)
    return (
      edit.kind === "date" &&
      isoToSerial(cells.texts[value] ?? "", date1904) === Number(content.digits)
    );
  if (held !== kind.number || value !== Number(content.digits)) return false;
  if (edit.kind !== "number" || edit.text === undefined) return true;
  return (cells.raw(index) ?? String(value)) === edit.text;
}
