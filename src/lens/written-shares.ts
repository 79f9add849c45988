import type { Form } from "../model/binding.ts";
import { parseDecimal } from "../model/decimal.ts";
import { type CellReading, type FormContext, one } from "./form-context.ts";
import { scaled } from "./number-forms.ts";

/** A figure with a percent sign and nothing else. */
const share = /^\d{1,12}(?:\.\d{1,6})?%$/;

/** How shares of so many decimals are read; null where each must be read by itself. */
interface Shares {
  readonly form: Form & { readonly kind: "text" };
  readonly decimals: number | null;
}

const known = new WeakMap<FormContext, (Shares | null | undefined)[]>();

/**
 * Reads a text that may be a share (`63.6%`) like the one of as many decimals
 * before it: they differ in their digits alone. `read` reads any text by itself.
 */
export function readShare(
  text: string,
  context: FormContext,
  read: (text: string, context: FormContext) => CellReading,
): CellReading {
  if (context.expects !== "number" || context.ranks || !share.test(text))
    return read(text, context);
  let byDecimals = known.get(context);
  if (byDecimals === undefined) {
    byDecimals = [];
    known.set(context, byDecimals);
  }
  const point = text.indexOf(".");
  const decimals = point < 0 ? 0 : text.length - point - 2;
  const like = byDecimals[decimals];
  if (like === undefined) {
    const first = read(text, context);
    byDecimals[decimals] = sharesLike(first);
    return first;
  }
  if (like === null || context.words.placeholder(text) !== null)
    return read(text, context);
  const { scale } = like.form;
  const digits = text.slice(0, -1);
  const exact = scale === "1" ? null : parseDecimal(digits);
  return one({
    value: exact === null ? Number(digits) : scaled(exact, scale),
    missing: "",
    form: like.form,
    decimals: like.decimals,
    status: "normal",
  });
}

function sharesLike(read: CellReading): Shares | null {
  const [reading, second] = read.kind === "read" ? read.readings : [];
  if (reading === undefined || second !== undefined) return null;
  const { form, decimals, missing, status } = reading;
  if (form.kind !== "text" || missing !== "" || status !== "normal")
    return null;
  const plain = form.prefix === "" && form.suffix === "%" && form.sign === 1;
  return plain && !form.grouped ? { form, decimals } : null;
}
