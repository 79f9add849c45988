import type { Form } from "../model/binding.ts";
import { decimalOf } from "../model/decimal.ts";
import { type NumberFormat, serialToIso } from "../model/number-format.ts";
import type { Cell } from "../model/sheet.ts";
import { isDash } from "./dash.ts";
import {
  type CellReading,
  doubt,
  fixed,
  type FormContext,
  one,
} from "./form-context.ts";
import { isBeyondPercent } from "./fraction-doubt.ts";
import {
  fractionField,
  mayBeFraction,
  planFor,
  scaledNumber,
  statedScale,
} from "./number-forms.ts";
import { readPair } from "./read-pair.ts";
import { readWritten } from "./read-written.ts";
import { readClass } from "./water-class.ts";
import { readDate } from "./written-date.ts";

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

function readIsoCell(cell: Cell, context: FormContext): CellReading {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(cell.raw)?.[0];
  if (
    day === undefined ||
    context.expects === "number" ||
    context.expects === "class"
  )
    return doubt("value");
  return one({
    value: day,
    missing: "",
    form: { kind: "date", pattern: "serial" },
    decimals: null,
    status: "normal",
  });
}

function readNumberCell(
  cell: Cell,
  stored: number,
  context: FormContext,
): CellReading {
  const { format, form, scale } = planFor(cell.format, context);
  if (
    context.expects === "text" ||
    context.expects === "state" ||
    context.expects === "date"
  )
    return readFieldNumber(stored, format, context);
  if (format.kind === "hidden") return doubt("hidden");
  if (format.kind === "date") return doubt("value");
  if (context.expects === "class") {
    const read = Number.isInteger(stored) ? readClass(String(stored)) : null;
    return read === null
      ? doubt("value")
      : one({
          value: read.value,
          missing: "",
          form: { kind: "class", style: "number" },
          decimals: null,
          status: "normal",
        });
  }
  if (scale === null) return doubt("unit", [context.stated ?? "", context.to]);
  if (form === null) return doubt("unit", [context.to]);
  if (context.falling && stored < 0) return doubt("sign");
  const read = scaledNumber(stored, form);
  if (
    form.kind === "percent"
      ? isBeyondPercent(read.value)
      : mayBeFraction(read.value, form)
  )
    return doubt("unit", ["%", "1"]);
  const { value, decimals } = read;
  return one({ value, missing: "", form, decimals, status: "normal" });
}

function readFieldNumber(
  stored: number,
  format: NumberFormat,
  context: FormContext,
): CellReading {
  if (context.expects === "date" || format.kind === "date") {
    const iso = serialToIso(stored, context.date1904);
    if (iso !== null && format.kind === "date")
      return one({
        value: iso.date,
        missing: "",
        form: { kind: "date", pattern: "serial" },
        decimals: null,
        status: "normal",
      });
  }
  const exact = decimalOf(stored);
  return one({
    value: stored,
    missing: "",
    form:
      context.expects === "text"
        ? { kind: "words" }
        : { kind: "number", scale: "1", decimals: exact.scale },
    decimals: exact.scale,
    status: "normal",
  });
}

function readTextCell(raw: string, context: FormContext): CellReading {
  const text = raw.trim();
  if (
    (context.expects === "text" || context.expects === "state") &&
    isDash(text)
  )
    return placeholder(text, context);
  if (context.expects === "text") return words(raw);
  if (context.expects === "state") {
    const state = context.words.state(text);
    return state === null
      ? words(raw)
      : one({
          value: state.code,
          missing: "",
          form: { kind: "words" },
          decimals: null,
          status: "normal",
        });
  }
  if (context.words.placeholder(text) !== null)
    return placeholder(text, context);
  if (context.expects === "date") {
    const date = readDate(raw);
    return date === null
      ? words(raw)
      : one({
          value: date.value,
          missing: "",
          form: { kind: "date", pattern: date.pattern },
          decimals: null,
          status: "normal",
        });
  }
  if (context.expects === "class") {
    const read = readClass(text);
    return read === null
      ? doubt("value", [])
      : one({
          value: read.value,
          missing: "",
          form: { kind: "class", style: read.style },
          decimals: null,
          status: "normal",
        });
  }
  if (/^(持平|无变化|不变|与上年持平)$/.test(text)) {
    const scale = statedScale(context);
    return scale === null
      ? doubt("unit", [context.to])
      : one({
          value: 0,
          missing: "",
          form: { kind: "placeholder", scale, ...fractionField(context) },
          decimals: 0,
          status: "normal",
        });
  }
  const two = readPair(raw, context);
  if (two !== null) return context.pairs ? two : doubt("value");
  return readWritten(raw, context);
}

function words(raw: string): CellReading {
  return one({
    value: raw,
    missing: "",
    form: { kind: "words" },
    decimals: null,
    status: "normal",
  });
}

function placeholder(text: string, context: FormContext): CellReading {
  if (context.expects !== "number") {
    const form: Form =
      context.expects === "class"
        ? { kind: "class", style: "Ⅲ" }
        : context.expects === "date"
          ? { kind: "date", pattern: "serial" }
          : { kind: "words" };
    return one({
      value: null,
      missing: text,
      form,
      decimals: null,
      status: "missing",
    });
  }
  const scale = statedScale(context);
  if (scale === null) return doubt("unit", [context.stated ?? "", context.to]);
  return one({
    value: null,
    missing: text,
    form: { kind: "placeholder", scale, ...fractionField(context) },
    decimals: null,
    status: "missing",
  });
}
