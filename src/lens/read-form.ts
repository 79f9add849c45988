import type { Form } from "../model/binding.ts";
import type { Cell } from "../model/sheet.ts";
import { readNumberCell } from "./form/read-number-cell.ts";
import { readTextCell } from "./form/read-text-cell.ts";
import {
  type CellReading,
  doubt,
  fixed,
  type FormContext,
  one,
  stated,
} from "./form-context.ts";
import { planFor } from "./number-forms.ts";
import { readShare } from "./written-shares.ts";

/** Reads a cell as one or two values, and how they are spelt. An absent cell reads as an empty one. */
export function readForm(
  cell: Cell | undefined,
  context: FormContext,
): CellReading {
  if (
    cell === undefined ||
    cell.type === "blank" ||
    (cell.type !== "number" && cell.raw.trim() === "")
  )
    return readEmpty(cell, context);
  if (cell.type === "error") return one(fixed(null, cell.raw, "error"));
  if (cell.type === "text" && cell.formula === undefined)
    return readText(cell.raw, context);
  const read = readStored(cell, context);
  if (cell.formula === undefined || read.kind === "doubt") return read;
  return {
    kind: "read",
    readings: read.readings.map((reading) => ({
      ...reading,
      form: { kind: "fixed", why: "formula" },
    })),
  };
}

function readEmpty(cell: Cell | undefined, context: FormContext): CellReading {
  if (cell?.formula !== undefined) return one(fixed(null, "", "formula"));
  const empty = (form: Form): CellReading =>
    one({ value: null, missing: "", form, decimals: null, status: "missing" });
  switch (context.expects) {
    case "class":
      return empty({ kind: "class", style: "Ⅲ" });
    case "date":
      return empty({ kind: "date", pattern: "serial" });
    case "state":
    case "text":
      return empty({ kind: "words" });
    case "number": {
      const { scale, form } = planFor(cell?.format ?? "General", context);
      if (scale === null)
        return doubt("unit", [context.stated ?? "", context.to]);
      return form === null ? doubt("unit", [context.to]) : empty(form);
    }
  }
}

function readStored(cell: Cell, context: FormContext): CellReading {
  if (cell.type === "date") return readIsoCell(cell, context);
  if (cell.type === "number" && typeof cell.value === "number")
    return readNumberCell(cell, cell.value, context);
  return readTextCell(cell.raw, context);
}

/** Texts of a column repeat: each is read once. */
const readTexts = new WeakMap<FormContext, Map<string, CellReading>>();

function readText(raw: string, context: FormContext): CellReading {
  if (context.expects === "text") return readTextCell(raw, context);
  let texts = readTexts.get(context);
  if (texts === undefined) {
    texts = new Map();
    readTexts.set(context, texts);
  }
  let reading = texts.get(raw);
  if (reading === undefined) {
    reading = readShare(raw, context, readTextCell);
    texts.set(raw, reading);
  }
  return reading;
}

function readIsoCell(cell: Cell, context: FormContext): CellReading {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(cell.raw)?.[0];
  if (
    day === undefined ||
    context.expects === "number" ||
    context.expects === "class"
  )
    return doubt("value");
  return stated(day, { kind: "date", pattern: "serial" });
}
