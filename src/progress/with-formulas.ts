import type { Catalog } from "../model/catalog.ts";
import type { Indicator, IndicatorKind } from "../model/indicator.ts";
import type { UserFormula } from "../model/user-formula.ts";
import { nameBook } from "./name-book.ts";
import { isShare, quantityOf } from "./quantity.ts";
import { type ReadFormula, readFormula } from "./read-formula.ts";

/**
 * A catalog with the computed indicators that users wrote, after its own. Each
 * is of the kind of what it is made of where all of that is of one kind and
 * unit, a ratio where its result is a share, and an index otherwise. A code the
 * catalog has already is left alone.
 */
export function withFormulas(
  catalog: Catalog,
  formulas: Iterable<UserFormula>,
): Catalog {
  const indicators = new Map(catalog.indicators);
  const added: Indicator[] = [];
  for (const formula of formulas) {
    if (indicators.has(formula.code)) continue;
    const plain = asIndicator(formula, "index", false);
    indicators.set(formula.code, plain);
    added.push(plain);
  }
  if (added.length === 0) return catalog;
  const book = nameBook({ indicators, regions: catalog.regions });
  for (const plain of added) {
    const read = readFormula(
      plain.formula,
      { indicators, units: catalog.units },
      book,
      plain.unit,
    );
    if (read.kind === "error") continue;
    const seasonal = read.reads.some(
      (code) => indicators.get(code)?.seasonal === true,
    );
    indicators.set(plain.code, {
      ...plain,
      kind: kindOf(plain, read, indicators, catalog.units),
      seasonal,
    });
  }
  return { ...catalog, indicators };
}

function asIndicator(
  { code, label, text, unit, direction, decimals }: UserFormula,
  kind: IndicatorKind,
  seasonal: boolean,
): Indicator {
  return {
    code,
    label,
    unit,
    direction,
    decimals,
    kind,
    seasonal,
    formula: text,
    aliases: [],
    source: text,
  };
}

function kindOf(
  { unit }: Indicator,
  { reads }: ReadFormula,
  indicators: Catalog["indicators"],
  units: Catalog["units"],
): IndicatorKind {
  const inputs = reads.flatMap((code) => indicators.get(code) ?? []);
  const [first] = inputs;
  if (
    first !== undefined &&
    inputs.every((one) => one.kind === first.kind && one.unit === unit)
  )
    return first.kind;
  return isShare(quantityOf(unit, units)) ? "ratio" : "index";
}
