import { decimalText, parseDecimal } from "../../model/decimal.ts";

/** What a text from another program says. */
export type PastedFigure =
  | { readonly kind: "empty" }
  | {
      readonly kind: "number";
      /** Plain decimal text, digits as they were written. */
      readonly number: string;
      /** Written with a percent sign. */
      readonly percent: boolean;
      /** Letters after the number (`μg/m³`, `万`); empty when there are none. */
      readonly unit: string;
    }
  | { readonly kind: "text"; readonly text: string };

const figure =
  /^([+-]?)((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+)((?:[eE][+-]?\d{1,3})?)\s*(%|[^\d\s%+\-,.][^\d%]{0,11}\d?)?$/;

/**
 * Reads a copied cell: full-width digits, thousands marks, percent signs and
 * units behind the number are understood; anything else is text.
 */
export function readPasted(text: string): PastedFigure {
  const plain = text.normalize("NFKC").replaceAll("−", "-").trim();
  if (plain === "") return { kind: "empty" };
  const match = figure.exec(plain);
  const number =
    match === null
      ? null
      : parseDecimal(
          `${match[1] ?? ""}${(match[2] ?? "").replaceAll(",", "")}${match[3] ?? ""}`,
        );
  if (match === null || number === null)
    return { kind: "text", text: text.trim() };
  const behind = match[4] ?? "";
  return {
    kind: "number",
    number: decimalText(number),
    percent: behind === "%",
    unit: behind === "%" ? "" : behind.trim(),
  };
}

/** A decimal text with its point moved right by `places` (left when negative), digits kept: `63.6` → `0.636`. */
export function movePoint(number: string, places: number): string {
  const exact = parseDecimal(number);
  if (exact === null) throw new Error(`not a decimal number: ${number}`);
  const scale = exact.scale - places;
  return decimalText(
    scale >= 0
      ? { digits: exact.digits, scale }
      : { digits: exact.digits * 10n ** BigInt(-scale), scale: 0 },
  );
}
