import type { Catalog } from "../../src/model/catalog.ts";
import { decimalOf, parseDecimal } from "../../src/model/decimal.ts";
import {
  compareFractions,
  divideFractions,
  type Fraction,
  fractionOf,
  multiplyFractions,
} from "../../src/model/fraction.ts";
import type { Label } from "./labels.ts";

/** What a binding holds, as far as it is compared. */
export interface Held {
  readonly value: number | string | null;
  readonly missing: string;
  /** Unit of `value`. */
  readonly unit: string;
}

/** True when a binding holds what the label says, after exact conversion into the label's unit. */
export function sameValue(label: Label, held: Held, catalog: Catalog): boolean {
  if (label.missing !== undefined && label.missing !== "")
    return (
      held.value === null &&
      held.missing !== "" &&
      (reason(label.missing, catalog) === reason(held.missing, catalog) ||
        label.missing.startsWith("#"))
    );
  if (label.value === undefined || label.value === null)
    return held.value === null;
  if (held.value === null) return false;
  const wanted = parseDecimal(String(label.value).trim());
  if (wanted !== null && typeof held.value === "number")
    return (
      compareFractions(
        fractionOf(wanted),
        converted(fractionOf(decimalOf(held.value)), held.unit, label, catalog),
      ) === 0
    );
  return plain(String(label.value)) === plain(String(held.value));
}

/** The reason a placeholder stands for; the text itself when it is none. */
function reason(text: string, { placeholders }: Catalog): string {
  const found = placeholders.find(
    (placeholder) => placeholder.text === text.trim(),
  );
  return found === undefined ? text.trim() : found.reason.zh;
}

function converted(
  value: Fraction,
  unit: string,
  label: Label,
  catalog: Catalog,
): Fraction {
  const from = catalog.units.get(unit);
  const to = catalog.units.get(ownUnit(label, catalog));
  if (
    from === undefined ||
    to === undefined ||
    from.code === to.code ||
    from.dimension !== to.dimension
  )
    return value;
  const [a, b] = [parseDecimal(from.factor), parseDecimal(to.factor)];
  if (a === null || b === null) return value;
  const factor = divideFractions(fractionOf(a), fractionOf(b));
  return factor === null ? value : multiplyFractions(value, factor);
}

/** The unit a label's decimal text is in. */
function ownUnit(label: Label, catalog: Catalog): string {
  const unit = catalog.indicators.get(label.indicator ?? "")?.unit ?? "";
  switch (label.measure ?? "actual") {
    case "changeRate":
    case "completion":
      return "%";
    case "change":
      return unit === "%" ? "pp" : unit;
    case "rank":
    case "changeRank":
      return "";
    default:
      return unit;
  }
}

const classes = ["I", "II", "III", "IV", "V"];

/** A text without spaces, in compatibility form; water classes in Roman numerals. */
function plain(text: string): string {
  const words = text.normalize("NFKC").replace(/\s+/g, "");
  const match = /^(劣?)([IVX]+|[一二三四五]|[1-5])类?$/i.exec(words);
  if (match === null) return words;
  const [, worse = "", numeral = ""] = match;
  const at =
    "一二三四五".indexOf(numeral) >= 0
      ? "一二三四五".indexOf(numeral)
      : Number(numeral) - 1;
  return worse + (classes[at] ?? numeral.toUpperCase());
}
