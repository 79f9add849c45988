import type { Binding } from "../../src/model/binding.ts";
import { catalog } from "../shipped-matcher.ts";

const classes = ["Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ", "劣Ⅴ"];

/** True for the cells a record is known by: changed, they are of another record. */
function names({ target }: Binding): boolean {
  return (
    target.type === "field" &&
    catalog.recordKinds
      .get(target.kind)
      ?.fields.some(
        ({ code, identifies }) => identifies && code === target.field,
      ) === true
  );
}

/** Another value for a slot, of its kind, drawn from `seed`; null for one that is to stay. */
export function another(
  binding: Binding,
  seed: number,
): number | string | null {
  const { target, form } = binding;
  if (names(binding)) return null;
  if (target.type === "field" && target.fieldType !== "number") {
    const at = seed + binding.row * 7 + binding.column;
    if (target.fieldType === "date")
      return `20${20 + (at % 9)}-${["03-31", "06-30", "12-31", "05-17"][at % 4] ?? ""}`;
    if (target.fieldType === "state")
      return catalog.ledgerStates[at % catalog.ledgerStates.length]?.code ?? "";
    return `另一内容${at}`;
  }
  if (form.kind === "class") return classes[seed % 6] ?? "Ⅰ";
  const value =
    Math.round(Math.sin(seed + binding.row * 7 + binding.column) * 1e6) / 1e4;
  // No sheet holds -0, which the rounding of a small negative number gives.
  return (isCounted(binding) ? Math.round(value) : value) + 0;
}

/** True for slots of things that come in whole numbers. */
function isCounted({ target }: Binding): boolean {
  if (target.type !== "observation") return false;
  const unit = catalog.indicators.get(target.key.indicator)?.unit ?? "";
  return catalog.units.get(unit)?.dimension === "count";
}
