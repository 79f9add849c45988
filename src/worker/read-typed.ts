import type { Catalog } from "../model/catalog.ts";
import { parseDecimal } from "../model/decimal.ts";
import type { Issue } from "../model/issue.ts";
import type { ObservationKey } from "../model/observation.ts";

export interface Typed {
  readonly value: number | string | null;
  readonly missing: string;
  readonly decimals: number | null;
}

const classes = /^(?:劣?[ⅠⅡⅢⅣⅤ]|劣?(?:IV|V|I{1,3}))类?$/;
const roman: Readonly<Record<string, string>> = {
  I: "Ⅰ",
  II: "Ⅱ",
  III: "Ⅲ",
  IV: "Ⅳ",
  V: "Ⅴ",
};

/** What most cells of a large paste hold: it needs no closer look. */
const plainNumber = /^-?\d{1,12}(?:\.\d{1,6})?$/;

/**
 * What a person typed into a cell of the data view: a number (full-width digits
 * and thousands marks allowed), a placeholder, a water class for an indicator of
 * classes, or nothing, which clears the cell.
 */
export function readTyped(
  text: string,
  key: ObservationKey,
  catalog: Catalog,
): Typed | Issue {
  if (
    plainNumber.test(text) &&
    catalog.indicators.get(key.indicator)?.kind !== "class"
  )
    return {
      value: Number(text),
      missing: "",
      decimals: text.split(".")[1]?.length ?? 0,
    };
  const plain = text.normalize("NFKC").trim();
  if (plain === "") return { value: null, missing: "", decimals: null };
  const placeholder = catalog.placeholders.find(
    (known) => known.text === text.trim() || known.text === plain,
  );
  if (placeholder !== undefined)
    return { value: null, missing: placeholder.text, decimals: null };
  if (catalog.indicators.get(key.indicator)?.kind === "class")
    return readClass(text.trim()) ?? refused(text, "worker.not_a_class");
  const number = plain.replace(/(\d),(?=\d{3}(?:\D|$))/g, "$1");
  const decimal = parseDecimal(number);
  if (decimal === null || !Number.isFinite(Number(number)))
    return refused(text, "worker.not_a_number");
  return { value: Number(number), missing: "", decimals: decimal.scale };
}

function readClass(text: string): Typed | null {
  if (!classes.test(text)) return null;
  const value = text
    .replace(/类$/, "")
    .replace(/[IV]+$/, (letters) => roman[letters] ?? letters);
  return { value, missing: "", decimals: null };
}

function refused(text: string, code: string): Issue {
  return { code, severity: "error", params: { text } };
}
