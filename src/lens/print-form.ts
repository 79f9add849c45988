import type { Form } from "../model/binding.ts";
import {
  type Decimal,
  decimalNumber,
  decimalOf,
  decimalText,
  parseDecimal,
  trimDecimal,
} from "../model/decimal.ts";
import { isOfOtherUnit } from "./plausible.ts";
import { isBeyondPercent, looksLikeFraction } from "./fraction-doubt.ts";
import { isDash } from "./dash.ts";
import { exactQuotient } from "./unit-scale.ts";
import { printClass } from "./water-class.ts";
import {
  comparesBySign,
  directionOf,
  opposite,
  withoutArrow,
} from "./written-number.ts";
import { printDate } from "./written-date.ts";

/** One slot's value; `missing` is printed for a null inside a cell of several slots. */
export interface SlotValue {
  readonly value: number | string | null;
  readonly missing?: string;
}

/** What to write into a cell, or why nothing can be written. */
export type Printed =
  | { readonly kind: "number"; readonly value: number; readonly text: string }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "date"; readonly value: string }
  | { readonly kind: "refused"; readonly code: string };

function refused(code: string): Printed {
  return { kind: "refused", code };
}

/**
 * Spells the values of a cell's slots in their forms. More decimals than the
 * form shows widen the text; a value that the form cannot hold is refused.
 * @throws when the number of forms and values differ.
 */
export function printForm(
  forms: readonly Form[],
  values: readonly SlotValue[],
): Printed {
  const [form] = forms;
  const [slot] = values;
  if (
    form === undefined ||
    slot === undefined ||
    forms.length !== values.length
  )
    throw new Error(
      `${forms.length} forms cannot take ${values.length} values`,
    );
  if (forms.some(({ kind }) => kind === "fixed"))
    return refused("lens.read_only");
  if (form.kind === "pair") return printPair(forms, values);
  // Rows that share one merged cell must agree on what it says.
  if (values.some(({ value }) => value !== slot.value))
    return refused("lens.slots_differ");
  const { value } = slot;
  if (value === null) return refused("lens.no_value");
  return typeof value === "number"
    ? printNumber(form, value)
    : printWords(form, value);
}

function printNumber(form: Form, value: number): Printed {
  switch (form.kind) {
    case "number":
    case "percent":
    case "placeholder": {
      const stored = storedDecimal(value, form.scale);
      if (stored === null) return refused("lens.cannot_hold");
      const unclear = misread(form, value, stored);
      if (unclear !== null) return refused(unclear);
      const text = decimalText(trimDecimal(stored));
      return { kind: "number", value: decimalNumber(stored), text };
    }
    case "text": {
      const stored = storedDecimal(value, form.scale);
      if (stored === null) return refused("lens.cannot_hold");
      const unclear = misread(form, value, stored);
      return unclear === null
        ? { kind: "text", value: printText(form, stored) }
        : refused(unclear);
    }
    case "words":
      return { kind: "number", value, text: decimalText(decimalOf(value)) };
    default:
      return refused("lens.wrong_kind");
  }
}

function printWords(form: Form, value: string): Printed {
  switch (form.kind) {
    case "words":
      return value.trim() === "" || isDash(value.trim())
        ? refused("lens.no_value")
        : { kind: "text", value };
    case "class": {
      if (form.style === "number") {
        const digit = printClass(value, "3");
        return digit === null || digit.startsWith("劣")
          ? refused("lens.cannot_hold")
          : { kind: "number", value: Number(digit), text: digit };
      }
      const text = printClass(value, form.style);
      return text === null
        ? refused("lens.not_a_class")
        : { kind: "text", value: text };
    }
    case "date": {
      if (form.pattern === "serial") {
        return printDate(value, "YYYY-MM-DD") === null
          ? refused("lens.not_a_date")
          : { kind: "date", value };
      }
      const text = printDate(value, form.pattern);
      return text === null
        ? refused("lens.not_a_date")
        : { kind: "text", value: text };
    }
    default:
      return refused("lens.wrong_kind");
  }
}

/** Why a value would be doubted when it is read again; null when it would not. */
function misread(
  form: Form & { readonly scale: string },
  value: number,
  stored: Decimal,
): string | null {
  // Under 同比下降 a negative number may be meant either way.
  if (form.scale.startsWith("-") && stored.digits < 0n)
    return "lens.sign_unclear";
  if (form.kind === "percent" && isBeyondPercent(value))
    return "lens.cannot_hold";
  if (
    "fractionFrom" in form &&
    form.fractionFrom !== undefined &&
    looksLikeFraction(value, form.fractionFrom)
  )
    return "lens.looks_like_fraction";
  return "plausible" in form &&
    form.plausible !== undefined &&
    isOfOtherUnit(value, form.plausible)
    ? "lens.other_unit"
    : null;
}

/** The number to store for a value; null when the division is not exact. */
function storedDecimal(value: number, scale: string): Decimal | null {
  const factor = parseDecimal(scale);
  return factor === null ? null : exactQuotient(decimalOf(value), factor);
}

function atLeast(value: Decimal, decimals: number | null): Decimal {
  const missing = (decimals ?? 0) - value.scale;
  return missing <= 0
    ? value
    : {
        digits: value.digits * 10n ** BigInt(missing),
        scale: value.scale + missing,
      };
}

function printText(
  form: Form & { readonly kind: "text" },
  stored: Decimal,
): string {
  const signed =
    form.sign === -1 ? { ...stored, digits: -stored.digits } : stored;
  const wide = atLeast(trimDecimal(signed), form.decimals);
  const negative = wide.digits < 0n;
  const size = negative ? { ...wide, digits: -wide.digits } : wide;
  const digits = form.grouped ? grouped(decimalText(size)) : decimalText(size);
  if (!negative)
    return comparesBySign(form.prefix)
      ? `${form.prefix}+${digits}${form.suffix}`
      : form.prefix + digits + form.suffix;
  const marked =
    directionOf(form.prefix) !== "none" || /[+＋－−–]\s*$/.test(form.prefix);
  const other = marked ? opposite(form.prefix) : null;
  if (other !== null) return other + digits + form.suffix;
  const behind =
    withoutArrow(form.suffix) === form.suffix ? null : opposite(form.suffix);
  return behind === null
    ? `${form.prefix}-${digits}${form.suffix}`
    : form.prefix + digits + behind;
}

function grouped(text: string): string {
  const [whole = "", part] = text.split(".");
  const spaced = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return part === undefined ? spaced : `${spaced}.${part}`;
}

function printPair(
  forms: readonly Form[],
  values: readonly SlotValue[],
): Printed {
  // Rows that share a merged cell of two figures.
  if (forms.length !== 2) return refused("lens.slots_differ");
  const texts: string[] = [];
  for (const [index, form] of forms.entries()) {
    const slot = values[index];
    if (form.kind !== "pair" || slot === undefined)
      return refused("lens.wrong_kind");
    if (typeof slot.value === "string") return refused("lens.wrong_kind");
    if (slot.value === null) {
      if (slot.missing === undefined || slot.missing === "")
        return refused("lens.half_filled");
      texts.push(slot.missing);
      continue;
    }
    const stored = storedDecimal(slot.value, form.scale);
    if (stored === null) return refused("lens.cannot_hold");
    const unclear = misread(form, slot.value, stored);
    if (unclear !== null) return refused(unclear);
    texts.push(decimalText(atLeast(trimDecimal(stored), form.decimals)));
  }
  const [form] = forms;
  const [first = "", second = ""] = texts;
  return form?.kind === "pair"
    ? { kind: "text", value: first + form.open + second + form.close }
    : refused("lens.wrong_kind");
}
