import { displayText } from "../../model/number-format.ts";
import type { Cell } from "../../model/sheet.ts";
import { isDash } from "../dash.ts";
import {
  type CellReading,
  doubt,
  type FormContext,
  type Reading,
  stated,
} from "../form-context.ts";
import {
  isSignOpen,
  planFor,
  scaledDecimals,
  scaledNumber,
  unitsOfDoubt,
} from "../number-forms.ts";
import { readClass } from "../water-class.ts";
import { readFieldNumber } from "./read-field-number.ts";

/** Reads a stored number. */
export function readNumberCell(
  cell: Cell,
  stored: number,
  context: FormContext,
): CellReading {
  const { format, form, scale, partly } = planFor(cell.format, context);
  if (
    context.expects === "text" ||
    context.expects === "state" ||
    context.expects === "date"
  )
    return readFieldNumber(cell, stored, format, context);
  if (format.kind === "hidden" || (partly && !isShown(cell, context)))
    return doubt("hidden");
  if (format.kind === "date") return doubt("value");
  if (context.expects === "class") {
    const read = Number.isInteger(stored) ? readClass(String(stored)) : null;
    return read === null
      ? doubt("value")
      : stated(read.value, { kind: "class", style: "number" });
  }
  if (scale === null) return doubt("unit", [context.stated ?? "", context.to]);
  if (form === null) return doubt("unit", [context.to]);
  if (isSignOpen(context) && stored < 0) return doubt("sign");
  const value = scaledNumber(stored, form);
  const decimals = scaledDecimals(stored, form);
  const units = unitsOfDoubt(value, form, context);
  return units === null ? stated(value, form, decimals) : doubt("unit", units);
}

/** The reading of a stored number that leaves no doubt, the most common of all; null for anything else, which {@link readForm} reads. */
export function readPlainNumber(
  cell: Cell | undefined,
  context: FormContext,
): Reading | null {
  if (cell?.type !== "number" || cell.formula !== undefined) return null;
  if (typeof cell.value !== "number") return null;
  const { plain } = planFor(cell.format, context);
  if (plain?.takes(cell.value) !== true) return null;
  const { form } = plain;
  return {
    value: scaledNumber(cell.value, form),
    missing: "",
    form,
    decimals: scaledDecimals(cell.value, form),
    status: "normal",
  };
}

/** Whether a number is shown as one; a dash for zero is the accountants' zero. */
function isShown(cell: Cell, { date1904 }: FormContext): boolean {
  const text = displayText(cell, date1904).trim();
  return /\d/.test(text) || (cell.value === 0 && isDash(text));
}
