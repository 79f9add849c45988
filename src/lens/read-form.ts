import type { Form } from "../model/binding.ts";
import { decimalOf } from "../model/decimal.ts";
import { parseFormatCode } from "../model/format-code.ts";
import {
  displayText,
  type NumberFormat,
  serialToIso,
} from "../model/number-format.ts";
import type { Cell } from "../model/sheet.ts";
import { isDash } from "./dash.ts";
import {
  type CellReading,
  doubt,
  fixed,
  type FormContext,
  one,
  type Reading,
} from "./form-context.ts";
import {
  doubtFields,
  isSignOpen,
  planFor,
  scaledDecimals,
  scaledNumber,
  statedScale,
  unitsOfDoubt,
} from "./number-forms.ts";
import { splitMark } from "./footnote-mark.ts";
import { readPair } from "./read-pair.ts";
import { readWritten } from "./read-written.ts";
import { readClass } from "./water-class.ts";
import { readDate, readNearDay, readPastDay } from "./written-date.ts";
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
  if (isSignOpen(context) && stored < 0) return doubt("sign");
  const value = scaledNumber(stored, form);
  const decimals = scaledDecimals(stored, form);
  const units = unitsOfDoubt(value, form, context);
  return units === null
    ? one({ value, missing: "", form, decimals, status: "normal" })
    : doubt("unit", units);
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

function readFieldNumber(
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
      return one({
        value: iso.date,
        missing: "",
        form: { kind: "date", pattern: "serial" },
        decimals: null,
        status: "normal",
      });
  }
  if (context.expects === "date") {
    const packed = readDate(cell.raw);
    if (packed !== null && packed.pattern !== null)
      return one({
        value: packed.value,
        missing: "",
        form: { kind: "date", pattern: packed.pattern },
        decimals: null,
        status: "normal",
      });
  }
  // 0.8 shown as 80% is 80% to everyone who reads it.
  if (format.kind === "percent" || format.prefix + format.suffix !== "")
    return readTextCell(displayText(cell, context.date1904), {
      ...context,
      expects: context.expects === "date" ? "text" : context.expects,
    });
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

function showsDay(code: string): boolean {
  return parseFormatCode(code).some(({ tokens }) =>
    tokens.some(
      (token) =>
        (token.type === "date" && token.text.startsWith("d")) ||
        (token.type === "date" && /^[ab]/.test(token.text)),
    ),
  );
}

const isDenial = /^(?:否|不是|×|✗|✘)$/;

/** 阶段性办结, 基本完成: whether that counts as done, nobody says. */
const halfDone = /^(?:阶段性?|部分|大部分?|基本|初步)(?=[\u4e00-\u9fff]{2})/;

function readTextCell(raw: string, context: FormContext): CellReading {
  const text = raw.trim();
  if (
    (context.expects === "text" || context.expects === "state") &&
    saysNothing(text, context)
  )
    return placeholder(text, context);
  if (context.expects === "text") return words(raw);
  if (context.expects === "state") {
    // 否 under 是否完成 says what the state is not.
    if (isDenial.test(text)) return { kind: "read", readings: [] };
    const state = context.words.state(text);
    if (
      state === null &&
      halfDone.test(text) &&
      context.words.state(text.replace(halfDone, "")) !== null
    )
      return doubt("value", []);
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
  const marked = splitMark(text);
  if (context.words.placeholder(marked.body) !== null)
    return placeholder(marked.body.trim(), context);
  if (context.expects === "date") {
    const date =
      readDate(raw, context.year) ??
      (context.until === undefined ? null : readPastDay(raw, context.until)) ??
      (context.near === undefined ? null : readNearDay(raw, context.near));
    return date === null
      ? words(raw)
      : one({
          value: date.value,
          missing: "",
          form:
            date.pattern === null
              ? { kind: "fixed", why: "other" }
              : { kind: "date", pattern: date.pattern },
          decimals: null,
          status: "normal",
        });
  }
  if (context.expects === "class") {
    const read = readClass(marked.body);
    return read === null
      ? doubt("value", [])
      : one({
          value: read.value,
          missing: "",
          form:
            marked.mark === ""
              ? { kind: "class", style: read.style }
              : { kind: "fixed", why: "other" },
          decimals: null,
          status: "normal",
        });
  }
  // The goal that nothing is left.
  if (context.limits && context.expects === "number" && cleared.test(text))
    return one(fixed(0, "", "other"));
  if (nearlyUnchanged.test(text))
    return one(fixed(0, "", "approximate", "estimated"));
  if (unchanged.test(text)) {
    const scale = statedScale(context);
    return scale === null
      ? doubt("unit", [context.to])
      : one({
          value: 0,
          missing: "",
          form: { kind: "placeholder", scale, ...doubtFields(context) },
          decimals: 0,
          status: "normal",
        });
  }
  return readFigure(raw, context);
}

/** A text that is no placeholder, read as one figure or two; a footnote mark stays where it is. */
function readFigure(raw: string, context: FormContext): CellReading {
  const { body, mark } = splitMark(raw);
  const two = readPair(body, context);
  const read =
    two === null
      ? readWritten(body, context)
      : context.pairs || context.inner !== undefined
        ? two
        : doubt("value");
  return mark === "" || read.kind === "doubt" ? read : withMark(read, mark);
}

function withMark(
  { kind, readings }: CellReading & { readonly kind: "read" },
  mark: string,
): CellReading {
  return {
    kind,
    readings: readings.map((reading) => {
      const { form } = reading;
      if (form.kind === "text")
        return { ...reading, form: { ...form, suffix: form.suffix + mark } };
      return form.kind === "pair"
        ? { ...reading, form: { ...form, close: form.close + mark } }
        : reading;
    }),
  };
}

/** Words for nothing in a column of words; other placeholders (停产, 待核实) say something there. */
const saysNone = /^(?:无|暂无|NA|N\/A)$/i;

/** True for a text in a column of words that says nothing there; others stand as they are. */
export function saysNothing(text: string, context: FormContext): boolean {
  return (
    isDash(text) ||
    saysNone.test(text) ||
    (context.verdicts === true && context.words.placeholder(text) !== null)
  );
}

const cleared = /^(?:动态|全部)?清零$|^归零$/;

/** True for 动态清零, as a goal 0. */
export function isCleared(text: string): boolean {
  return cleared.test(text);
}

const nearlyUnchanged = /^(基本|大致|大体)(持平|不变)$/;

/** True for 持平 and the like. */
export function isUnchanged(text: string): boolean {
  return unchanged.test(text) || nearlyUnchanged.test(text);
}

const unchanged =
  /^(同比|环比|(与|较|比)?(上年|去年|上月)(同期|同月)?)?(持平|无变化|不变|没有变化|未变)$/;

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
    form: { kind: "placeholder", scale, ...doubtFields(context) },
    decimals: null,
    status: "missing",
  });
}
