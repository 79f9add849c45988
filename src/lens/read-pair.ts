import type { Form } from "../model/binding.ts";
import { parseDecimal } from "../model/decimal.ts";
import {
  type CellReading,
  doubt,
  type FormContext,
  type Reading,
} from "./form-context.ts";
import { scaled, valueDecimals } from "./number-forms.ts";
import { readWritten } from "./read-written.ts";
import { multiplyScales, unitScale } from "./unit-scale.ts";
import { plainDigits } from "./written-number.ts";

const plainPair =
  /^(\s*-?\d+(?:\.\d+)?)(\s*[%％]?\s*[（(]\s*)(-?\d+(?:\.\d+)?|[^\d()（）]{1,4})(\s*[%％]?\s*[）)]\s*[%％]?\s*)$/;
const anyPair = /^([^()（）]*\d[^()（）]*)[（(]([^()（）]+)[）)]\s*$/;

const slashPair =
  /^(\s*-?\d+(?:\.\d+)?)(\s*[/／]\s*)(-?\d+(?:\.\d+)?|[^\d()（）/／]{1,4})(\s*)$/;

/** True for `198/243`: two figures with a stroke between them. */
export function looksLikeSlashPair(text: string): boolean {
  return /\d/.test(slashPair.exec(text)?.[3] ?? "");
}

/** True for `3.25（3.76）` and `12个（占25%）`: a figure, and another in brackets behind it. */
export function looksLikePair(text: string): boolean {
  const inside = anyPair.exec(plainDigits(text).trim())?.[2] ?? "";
  return /\d/.test(inside);
}

/**
 * Reads `3.25（3.76）` as two slots; null when the text is no such pair. What
 * is written around the two figures stays; with words of their own (`↓`, `第`,
 * 个) they are read only.
 */
export function readPair(
  raw: string,
  context: FormContext,
): CellReading | null {
  const plain = plainDigits(raw);
  const match = /[０-９．－]/.test(raw)
    ? null
    : (plainPair.exec(raw) ??
      // A stroke parts two figures only where the header names both.
      (context.inner === undefined ? null : slashPair.exec(raw)));
  if (match !== null) return readPlain(match, context);
  const any = anyPair.exec(plain);
  if (any === null || !/\d/.test(any[2] ?? "")) return null;
  const readings: Reading[] = [];
  for (const [text, as] of [
    [any[1] ?? "", context],
    [any[2] ?? "", context.inner ?? context],
  ] as const) {
    const read = readWritten(text, as);
    if (read.kind === "doubt") return read;
    const [reading] = read.readings;
    if (reading === undefined) return null;
    readings.push(
      reading.form.kind === "fixed"
        ? reading
        : { ...reading, form: { kind: "fixed", why: "other" } },
    );
  }
  return { kind: "read", readings };
}

function readPlain(
  [, first = "", open = "", second = "", close = ""]: RegExpExecArray,
  context: FormContext,
): CellReading | null {
  const { inner } = context;
  const outerShare = /[%％]/.test(open);
  const innerShare = /[%％]/.test(close);
  const shares =
    inner === undefined
      ? [outerShare || innerShare, outerShare || innerShare]
      : [outerShare, innerShare];
  const slot = (
    digits: string,
    index: 0 | 1,
    as: FormContext,
  ): Reading | "unit" | null => {
    const from = shares[index] === true ? "%" : as.stated;
    const unit = from === null ? "1" : unitScale(from, as.to, as.catalog);
    if (unit === null) return "unit";
    const scale = as.falling ? multiplyScales(unit, "-1") : unit;
    const exact = parseDecimal(digits.trim());
    const shown = exact?.scale ?? null;
    const form: Form = {
      kind: "pair",
      scale,
      decimals: shown,
      open,
      close,
      slot: index,
    };
    if (exact !== null)
      return {
        value: scaled(exact, scale),
        missing: "",
        form,
        decimals: valueDecimals(shown, form),
        status: "normal",
      };
    return as.words.placeholder(digits.trim()) === null
      ? null
      : {
          value: null,
          missing: digits.trim(),
          form,
          decimals: null,
          status: "missing",
        };
  };
  const a = slot(first, 0, context);
  const b = slot(second, 1, inner ?? context);
  if (a === null || b === null) return null;
  if (a === "unit") return doubt("unit", [context.to]);
  if (b === "unit") return doubt("unit", [(inner ?? context).to]);
  return { kind: "read", readings: [a, b] };
}
