import type { Form } from "../model/binding.ts";
import { parseDecimal } from "../model/decimal.ts";
import {
  type CellReading,
  doubt,
  type FormContext,
  type Reading,
} from "./form-context.ts";
import { scaled, valueDecimals } from "./number-forms.ts";
import { multiplyScales, unitScale } from "./unit-scale.ts";
import { plainDigits } from "./written-number.ts";

const pair =
  /^(\s*-?\d+(?:\.\d+)?)(\s*[%％]?\s*[（(]\s*)(-?\d+(?:\.\d+)?|[^\d()（）]{1,4})(\s*[%％]?\s*[）)]\s*[%％]?\s*)$/;

/** Reads `3.25（3.76）` as two slots; null when the text is no such pair. */
export function readPair(
  raw: string,
  context: FormContext,
): CellReading | null {
  const plain = raw.replace(/[０-９．－]/g, (wide) => plainDigits(wide));
  const match = plain === raw ? pair.exec(raw) : null;
  if (match === null) return null;
  const [, first = "", open = "", second = "", close = ""] = match;
  const percent = /[%％]/.test(open) || /[%％]/.test(close);
  const from = percent ? "%" : context.stated;
  const unit =
    from === null ? "1" : unitScale(from, context.to, context.catalog);
  if (unit === null) return doubt("unit", [context.to]);
  const scale = context.falling ? multiplyScales(unit, "-1") : unit;
  const slot = (digits: string, index: 0 | 1): Reading | null => {
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
    return context.words.placeholder(digits.trim()) === null
      ? null
      : {
          value: null,
          missing: digits.trim(),
          form,
          decimals: null,
          status: "missing",
        };
  };
  const readings = [slot(first, 0), slot(second, 1)];
  const [a, b] = readings;
  return a === null || b === null || a === undefined || b === undefined
    ? null
    : { kind: "read", readings: [a, b] };
}
