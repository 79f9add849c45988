import { decimalOf } from "../../model/decimal.ts";
import { parseFormatCode } from "../../model/format-code.ts";
import {
  displayText,
  type NumberFormat,
  serialToIso,
} from "../../model/number-format.ts";
import type { Cell } from "../../model/sheet.ts";
import {
  type CellReading,
  fixed,
  type FormContext,
  one,
  stated,
} from "../form-context.ts";
import { readDate } from "../written-date.ts";
import { readTextCell } from "./read-text-cell.ts";

/** Reads a stored number in a field of words, of a state or of a day. */
export function readFieldNumber(
  cell: Cell,
  stored: number,
  format: NumberFormat,
  context: FormContext,
): CellReading {
  if (format.kind === "date") {
    const iso = serialToIso(stored, context.date1904);
    const shown = displayText(cell, context.date1904);
    // Of 2021年6月 nobody sees the day.
    if (iso !== null && !showsDay(cell.format))
      return one(fixed(shown, "", "other"));
    if (iso !== null)
      return stated(iso.date, { kind: "date", pattern: "serial" });
  }
  if (context.expects === "date") {
    const packed = readDate(cell.raw);
    if (packed !== null && packed.pattern !== null)
      return stated(packed.value, { kind: "date", pattern: packed.pattern });
  }
  // 0.8 shown as 80% is 80% to everyone who reads it.
  if (format.kind === "percent" || format.prefix + format.suffix !== "")
    return readTextCell(displayText(cell, context.date1904), {
      ...context,
      expects: context.expects === "date" ? "text" : context.expects,
    });
  const exact = decimalOf(stored);
  return stated(
    stored,
    context.expects === "text"
      ? { kind: "words" }
      : { kind: "number", scale: "1", decimals: exact.scale },
    exact.scale,
  );
}

function showsDay(code: string): boolean {
  return parseFormatCode(code).some(({ tokens }) =>
    tokens.some(
      (token) =>
        (token.type === "date" && token.text.startsWith("d")) ||
        (token.type === "date" && /^[ab]/.test(token.text)),
    ),
  );
}
